"""Settle the event heads on the encoder as shipped, and write them: ``python -m training.events --polnear TRAIN --muc4 DEV --from FOLDER``.

Goes on with the heads that ``training.joint`` made, while the encoder, in 8-bit integers now, stays as it is: its vectors are made once, by
the code that reads articles. One marked sentence and message in ten is held out; after each epoch the figures of these are printed. About
six minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from rawi import models
from rawi.analysis.encoder import vectors
from rawi.events.features import PAIR_FEATURES, WORD_FEATURES, Labels, numbered
from training.events.examples import Message, Sentences, marked, messages, sentences
from training.events.heads import HIDDEN, Events, Incidents, Sizes
from training.events.learning import MESSAGES, SENTENCES, figures, forgetting, groups, joined, messages_loss, sentences_loss
from training.quantised import write

HERE = Path(__file__).parent
FILES = ("events-words.onnx", "events-roles.onnx", "events-incidents.onnx")
RATE, DECAY, DROPOUT, GIVEN_DROPOUT = 4e-4, 0.03, 0.2, 0.15


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
            jobs = [(self._sentences, group) for group in groups(told, SENTENCES, draw)]
            jobs += [(self._messages, group) for group in groups(reports, MESSAGES, draw)]
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
        given = self.given(joined([self.vectors[id(one)] for one in group]))
        features = joined([one.read.words for one in group])
        found: tuple[Tensor, Tensor] = self.events.words(given, forgetting(features) if self.events.training else features)
        return found

    def _sentences(self, group: Sequence[Sentences]) -> Tensor:
        return sentences_loss(self.events, *self._words(group), group)

    def _messages(self, group: Sequence[Message]) -> Tensor:
        return messages_loss(self.incidents, self._words(group)[0], group)

    def figures(self) -> str:
        return figures((self.events, self.incidents), lambda one: self._words([one]), self.told, self.reports)


class _Calling(nn.Module):
    """One method of a network, as a network."""

    def __init__(self, network: nn.Module, method: Callable[..., Any]) -> None:
        super().__init__()
        self.network, self.method = network, method

    def forward(self, *given: Tensor) -> Any:
        return self.method(*given)


def write_heads(events: Events, incidents: Incidents, names: Mapping[str, Sequence[str]], out: Path) -> None:
    """Write the heads, and the labels they know with the hash of the three files."""
    word, numbers = torch.zeros(7, Sizes().word), torch.zeros(7, len(PAIR_FEATURES), dtype=torch.long)
    given = {"vectors": torch.zeros(7, HIDDEN), "features": torch.zeros(7, len(WORD_FEATURES), dtype=torch.long)}
    write(_Calling(events, events.words), given, ("words", "kinds"), out / FILES[0])
    given = {"words": word, "pairs": numbers, "features": numbers}
    write(_Calling(events, events.roles), given, ("scores",), out / FILES[1])
    write(_Calling(incidents, incidents.of_one), {"words": word}, ("roles", "types"), out / FILES[2])
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in FILES)).hexdigest()[:16]
    (out / "events.json").write_text(json.dumps({"weights": digest, "labels": names}, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    options = _options()
    torch.manual_seed(options.seed)
    made = getattr(options, "from")
    names = json.loads((made / "labels.json").read_text("utf-8"))["events"]
    known = numbered(names)
    rows = marked([HERE / "sentences.jsonl", HERE / "corpora.jsonl"], {"polnear": options.polnear, "muc4": options.muc4})
    learner = Learner(known, list(sentences(rows, known)), list(messages(options.muc4, known)))
    state = torch.load(made / "last.pt", weights_only=True)["averaged"]
    for name, part in (("events", learner.events), ("incidents", learner.incidents)):
        begin = f"module.{name}."
        part.load_state_dict({key.removeprefix(begin): value for key, value in state.items() if key.startswith(begin)})
    learner.learn(options.epochs, options.seed)
    write_heads(learner.events, learner.incidents, names, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="PolNeAR's training articles, as JSON Lines")
    parser.add_argument("--muc4", type=Path, required=True, help="MUC-4's development messages, as JSON Lines")
    parser.add_argument("--out", type=Path, default=models.FOLDER, help="default: the package's own models")
    parser.add_argument("--from", type=Path, required=True, help="what training.joint wrote")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
