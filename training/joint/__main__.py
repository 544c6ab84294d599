"""Train all heads on one encoder: ``python -m training.joint --polnear TRAIN --muc4 DEV --from CHECKPOINTS --encoder FOLDER --out FOLDER``.

Begins with the attribution network that ``training.train`` made and goes on with it, so that the encoder keeps what it knows, while it
learns events, incidents, and to keep a sentence's meaning near that of the encoder it came from. One marked sentence and message in
ten is held out; after each round the figures of these are printed. A stopped run goes on from its last checkpoint. On two cores a round
takes about ten minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from rawi.attribution.features import numbered as attribution_labels
from rawi.events.features import numbered
from training.events.examples import Message, Sentences, labels_of, marked, messages, sentences
from training.events.learning import MESSAGES, SENTENCES, figures, forgetting, groups, messages_loss, sentences_loss
from training.examples import Example, examples
from training.joint.network import Joint, windows_of
from training.network import Encoder
from training.train import Batch, batches, loss_of

MARKED_TIMES, MESSAGE_TIMES, ARTICLE_SHARE = 2, 2, 0.3
"""How often a round sees each marked sentence and each message, and which share of the articles."""
WINDOWS = 6
"""Of articles, in one step."""
LIKE = 16
"""Sentences of a step whose meaning is kept."""
EVERY = 150
"""Steps between checkpoints."""
LIKE_WEIGHT = 2.0
HEAD_RATE, NEW_HEAD_RATE = 3e-4, 1e-3
FROZEN = 2
"""Layers of the encoder that stay as attribution made them."""
AVERAGED_OVER = 0.997
"""What stays of the average of the weights in each step."""


class Run:
    """The network under training, a running average of it, and where the run is."""

    def __init__(self, options: argparse.Namespace, network: Joint) -> None:
        self.options, self.network = options, network
        self.averaged = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED_OVER))
        self.teacher = Encoder(options.encoder).eval()
        self.round = self.step = 0
        own = network.attribution
        parts = (
            (options.rate, (own.encoder,)), (HEAD_RATE, (own.words, own.roles, own.any_role)),
            (NEW_HEAD_RATE, (network.events, network.incidents, network.like)),
        )  # fmt: skip
        rated = [{"params": [p for part in row for p in part.parameters() if p.requires_grad], "lr": rate} for rate, row in parts]
        self.optimizer = torch.optim.AdamW(rated, weight_decay=0.01)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]

    def resume(self) -> None:
        """From the last checkpoint, else from the attribution network."""
        path = self.options.out / "last.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            for name in ("network", "averaged", "optimizer"):
                getattr(self, name).load_state_dict(state[name])
            self.round, self.step = state["round"], state["step"]
        else:
            state = torch.load(getattr(self.options, "from") / "last.pt", weights_only=True)["averaged"]
            self.network.attribution.load_state_dict({n.removeprefix("module."): v for n, v in state.items() if n != "n_averaged"})
            self.averaged.module.load_state_dict(self.network.state_dict())

    def go(self, told: Sequence[Sentences], reports: Sequence[Message], articles: Sequence[Example]) -> None:
        """One round, or what is left of it."""
        jobs = _jobs(told, reports, articles, random.Random(self.round))
        self.network.train()
        begun, losses = time.perf_counter(), {"articles": [], "sentences": [], "messages": []}  # type: dict[str, list[float]]
        for number, (name, job) in enumerate(jobs):
            if number < self.step:
                continue
            loss = getattr(self, name)(job)
            self._descend(loss, (self.round + number / len(jobs)) / self.options.rounds)
            losses[name].append(float(loss.detach()))
            if (number + 1) % EVERY == 0:
                self._save(self.round, number + 1)
                means = "  ".join(f"{name} {np.mean(rows):.3f}" for name, rows in losses.items() if rows)
                print(f"round {self.round + 1} step {number + 1} of {len(jobs)}: {means}  {time.perf_counter() - begun:.0f} s", flush=True)
                losses = {name: [] for name in losses}
        self.round, self.step = self.round + 1, 0
        self._save(self.round, 0)

    def articles(self, batch: Batch) -> Tensor:
        return loss_of(self.network.attribution, batch, True)

    def sentences(self, group: Sequence[Sentences]) -> Tensor:
        found, events = windows_of([s.read for s in group], together=True), self.network.events
        words, kinds = events.words(self.network.vectors(found), forgetting(found.features))
        return sentences_loss(events, words, kinds, group) + LIKE_WEIGHT * self._unlike(group[:LIKE])

    def messages(self, group: Sequence[Message]) -> Tensor:
        return messages_loss(self.network.incidents, self.network.words([m.read for m in group])[0], group)

    def _unlike(self, group: Sequence[Sentences]) -> Tensor:
        """How far each sentence's mean is, once turned, from what the first encoder made of it."""
        found = windows_of([s.read for s in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                old = self.teacher(found.ids)
            new = self.network.attribution.encoder(found.ids)
        turned = self.network.like(_mean(new.float(), found.ids))
        return 1 - nn.functional.cosine_similarity(turned, _mean(old.float(), found.ids)).mean()

    def _descend(self, loss: Tensor, done: float) -> None:
        share = min(1.0, 0.01 + 20 * done) * max(0.02, 1 - done)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.averaged.update_parameters(self.network)

    def _save(self, round_: int, step: int) -> None:
        state = {name: getattr(self, name).state_dict() for name in ("network", "averaged", "optimizer")}
        torch.save(state | {"round": round_, "step": step}, self.options.out / "next.pt")
        (self.options.out / "next.pt").replace(self.options.out / "last.pt")


def _jobs(
    told: Sequence[Sentences], reports: Sequence[Message], articles: Sequence[Example], draw: random.Random
) -> list[tuple[str, object]]:
    """The steps of one round."""
    learned, read = [s for s in told if not s.held], [m for m in reports if not m.held]
    some = draw.sample(list(articles), int(ARTICLE_SHARE * len(articles)))
    jobs: list[tuple[str, object]] = [("articles", batch) for batch in batches(some, WINDOWS, draw, True)]
    jobs += [("sentences", group) for _ in range(MARKED_TIMES) for group in groups(learned, SENTENCES, draw)]
    jobs += [("messages", group) for _ in range(MESSAGE_TIMES) for group in groups(read, MESSAGES, draw)]
    draw.shuffle(jobs)
    return jobs


def _mean(hidden: Tensor, ids: Tensor) -> Tensor:
    there = (ids != 0).unsqueeze(-1).to(hidden.dtype)
    return (hidden * there).sum(1) / there.sum(1)


def main() -> None:
    options = _options()
    torch.manual_seed(1)
    options.out.mkdir(parents=True, exist_ok=True)
    here = Path(__file__).parents[1] / "events"
    rows = marked([here / "sentences.jsonl", here / "corpora.jsonl"], {"polnear": options.polnear, "muc4": options.muc4})
    names = _names(options, rows)
    old, known = attribution_labels(names["attribution"]), numbered(names["events"])
    told, reports = list(sentences(rows, known)), list(messages(options.muc4, known))
    articles = list(examples(options.polnear, old))
    print(f"{len(told)} sentences, {len(reports)} messages, {len(articles)} articles", flush=True)
    run = Run(options, Joint(options.encoder, old, known, FROZEN))
    run.resume()
    while run.round < options.rounds:
        run.go(told, reports, articles)
        for name, network in (("", run.network), ("averaged, ", run.averaged.module)):
            network.eval()
            held = figures((network.events, network.incidents), lambda one, of=network: of.words([one.read]), told, reports)  # type: ignore[misc]
            print(f"round {run.round}: {name}{held}", flush=True)


def _names(options: argparse.Namespace, rows: Sequence[Mapping[str, object]]) -> dict[str, dict[str, list[str]]]:
    file = options.out / "labels.json"
    if not file.exists():
        attribution = json.loads((getattr(options, "from") / "labels.json").read_text("utf-8"))
        file.write_text(json.dumps({"attribution": attribution, "events": labels_of(rows)}, indent=1), encoding="utf-8")
    found: dict[str, dict[str, list[str]]] = json.loads(file.read_text("utf-8"))
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's training articles, as JSON Lines")
    parser.add_argument("--muc4", type=Path, required=True, help="MUC-4's development messages, as JSON Lines")
    parser.add_argument("--from", type=Path, required=True, help="what training.train wrote")
    parser.add_argument("--encoder", required=True, help="folder of the encoder that was fine-tuned")
    parser.add_argument("--out", type=Path, required=True, help="where labels and checkpoints go")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rate", type=float, default=8e-5, help="highest learning rate of the encoder (default 8e-5)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
