"""Train, measure and write the event heads on the shipped encoder: ``python -m training.events --polnear TRAIN --muc4 DEV``.

The encoder is not changed: its vectors are made once, by the code that reads articles. Every tenth marked sentence and message is held
out; after each epoch the figures of these are printed. About eight minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from rawi import models
from rawi.analysis.encoder import vectors
from rawi.events.features import WORD_FEATURES, Labels, numbered
from rawi.records import Vectors
from training.events.examples import IGNORED, Message, Sentences, labels_of, marked, messages, sentences
from training.events.heads import HIDDEN, Events, Incidents, Sizes

HERE = Path(__file__).parent
FILES = ("events-words.onnx", "events-roles.onnx", "events-incidents.onnx")
OPSET = 17
SENTENCES, MESSAGES = 24, 4
"""In one step."""
RATE, DECAY, DROPOUT, GIVEN_DROPOUT = 1e-3, 0.03, 0.2, 0.15
FORGOTTEN = 0.3
"""Share of words whose place in the lexicon is hidden, so that unlisted triggers are found too."""
INCIDENT_WEIGHT = 4.0
"""How much the roles of incidents count, which one word in forty has."""

Given = dict[int, Vectors]


class Learner:
    """The heads, what they learn from, and the vectors of that."""

    def __init__(self, known: Labels, told: Sequence[Sentences], reports: Sequence[Message]) -> None:
        sizes = Sizes(dropout=DROPOUT)
        self.events, self.incidents, self.given = Events(known, sizes), Incidents(sizes), nn.Dropout(GIVEN_DROPOUT)
        self.told, self.reports = told, reports
        self.vectors = {id(one): vectors(one.read.tokens, one.read.sentences) for one in (*told, *reports)}

    def learn(self, epochs: int, seed: int) -> None:
        draw = random.Random(seed)
        parameters = [*self.events.parameters(), *self.incidents.parameters()]
        optimizer = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY)
        told, reports = [s for s in self.told if not s.held], [m for m in self.reports if not m.held]
        steps = epochs * (-(-len(told) // SENTENCES) - (-len(reports) // MESSAGES))
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1.0, (n + 1) / 100) * max(0.02, 1 - n / steps))
        for epoch in range(epochs):
            jobs = [(self.sentences_loss, group) for group in _groups(told, SENTENCES, draw)]
            jobs += [(self.messages_loss, group) for group in _groups(reports, MESSAGES, draw)]
            draw.shuffle(jobs)
            self._train(True)
            for loss_of, group in jobs:
                optimizer.zero_grad()
                loss_of(group).backward()
                nn.utils.clip_grad_norm_(parameters, 1.0)
                optimizer.step()
                schedule.step()
            self._train(False)
            print(f"epoch {epoch + 1}: {self.figures()}", flush=True)

    def _train(self, on: bool) -> None:
        for part in (self.events, self.incidents, self.given):
            part.train(on)

    def _words(self, group: Sequence[Sentences | Message]) -> tuple[Tensor, Tensor]:
        given = self.given(_joined([self.vectors[id(one)] for one in group]))
        features = _joined([one.read.words for one in group]).clone()
        if self.events.training:
            features[:, -1] *= torch.rand(len(features)) > FORGOTTEN
        found: tuple[Tensor, Tensor] = self.events.words(given, features)
        return found

    def sentences_loss(self, group: Sequence[Sentences]) -> Tensor:
        words, kinds = self._words(group)
        loss = nn.functional.cross_entropy(kinds, _joined([s.kinds for s in group]))
        begins = np.cumsum([0, *(len(s.kinds) for s in group)])
        pairs = _joined([s.pairs + at for s, at in zip(group, begins, strict=False)])
        if len(pairs):
            scores = self.events.roles(words, pairs, _joined([s.pair_features for s in group]))
            loss = loss + nn.functional.cross_entropy(scores, _joined([s.roles for s in group]))
        return 2 * loss

    def messages_loss(self, group: Sequence[Message]) -> Tensor:
        words, _ = self._words(group)
        owner = torch.from_numpy(np.repeat(np.arange(len(group)), [len(m.roles) for m in group]))
        roles, types = self.incidents(words, owner, len(group))
        loss = nn.functional.cross_entropy(roles, _joined([m.roles for m in group]), ignore_index=IGNORED)
        most = torch.full((len(group), types.shape[-1]), -1e4).scatter_reduce(0, owner[:, None].expand_as(types), types, "amax")
        wanted = torch.from_numpy(np.stack([m.types for m in group])).float()
        counted = wanted >= 0
        return INCIDENT_WEIGHT * loss + 0.5 * nn.functional.binary_cross_entropy_with_logits(most[counted], wanted[counted])

    def figures(self) -> str:
        """Held out: F1 of words by kind, of parties of marked triggers by role, of words by an incident's role, of messages' types."""
        counts = {name: np.zeros(3) for name in ("triggers", "roles", "incident words", "types")}
        with torch.no_grad():
            for s in (s for s in self.told if s.held):
                words, kinds = self._words([s])
                counts["triggers"] += _count(kinds.argmax(1).numpy(), s.kinds)
                scores = self.events.roles(words, torch.from_numpy(s.pairs), torch.from_numpy(s.pair_features))
                counts["roles"] += _count(scores.argmax(1).numpy(), s.roles)
            for m in (m for m in self.reports if m.held):
                words, _ = self._words([m])
                roles, types = self.incidents.of_one(words)
                counts["incident words"] += _count(roles.argmax(1).numpy(), m.roles)
                counts["types"] += _count((types.amax(0) > 0).long().numpy(), m.types)
        return "  ".join(f"{name} {200 * right / max(said + wanted, 1):.1f}" for name, (right, said, wanted) in counts.items())


def _count(said: np.ndarray, wanted: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """How many are right, said and wanted; 0 is none, and what is `IGNORED` counts neither way."""
    counted = wanted != IGNORED
    return np.array([((said == wanted) & (said > 0)).sum(), ((said > 0) & counted).sum(), (wanted > 0).sum()])


def _joined(arrays: Sequence[np.ndarray]) -> Tensor:  # type: ignore[type-arg]
    return torch.from_numpy(np.concatenate(arrays))


def _groups(rows: Sequence[object], size: int, draw: random.Random) -> list[list[object]]:
    shuffled = draw.sample(list(rows), len(rows))
    return [shuffled[n : n + size] for n in range(0, len(shuffled), size)]


class _Words(nn.Module):
    def __init__(self, events: Events) -> None:
        super().__init__()
        self.events = events

    def forward(self, given: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        return self.events.words(given, features)


class _Roles(nn.Module):
    def __init__(self, events: Events) -> None:
        super().__init__()
        self.events = events

    def forward(self, words: Tensor, pairs: Tensor, features: Tensor) -> Tensor:
        return self.events.roles(words, pairs, features)


class _Incidents(nn.Module):
    def __init__(self, incidents: Incidents) -> None:
        super().__init__()
        self.incidents = incidents

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return self.incidents.of_one(words)


def write(events: Events, incidents: Incidents, names: dict[str, list[str]], out: Path) -> None:
    """Write the heads, in 32-bit numbers since they are small, and the labels they know with the hash of the three files."""
    word, numbers = torch.zeros(7, Sizes().word), torch.zeros(7, 2, dtype=torch.long)
    features = torch.zeros(7, len(WORD_FEATURES), dtype=torch.long)
    _write(_Words(events), {"vectors": torch.zeros(7, HIDDEN), "features": features}, ("words", "kinds"), out / FILES[0])
    _write(_Roles(events), {"words": word, "pairs": numbers, "features": numbers}, ("scores",), out / FILES[1])
    _write(_Incidents(incidents), {"words": word}, ("roles", "types"), out / FILES[2])
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in FILES)).hexdigest()[:16]
    (out / "events.json").write_text(json.dumps({"weights": digest, "labels": names}, indent=1) + "\n", encoding="utf-8")


def _write(network: nn.Module, given: dict[str, Tensor], gives: Sequence[str], path: Path) -> None:
    free = {name: {0: f"{name} rows"} for name in (*given, *gives)}
    torch.onnx.export(
        network.eval(), tuple(given.values()), str(path), input_names=list(given), output_names=list(gives), dynamic_axes=free,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")


def main() -> None:
    options = _options()
    torch.manual_seed(options.seed)
    rows = marked([HERE / "sentences.jsonl", HERE / "corpora.jsonl"], {"polnear": options.polnear, "muc4": options.muc4})
    names = labels_of(rows)
    known = numbered(names)
    learner = Learner(known, list(sentences(rows, known)), list(messages(options.muc4, known)))
    learner.learn(options.epochs, options.seed)
    write(learner.events, learner.incidents, names, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's training articles, as JSON Lines")
    parser.add_argument("--muc4", type=Path, required=True, help="MUC-4's development messages, as JSON Lines")
    parser.add_argument("--out", type=Path, default=models.FOLDER, help="default: the package's own models")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
