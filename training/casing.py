"""Trains what gives words in capitals their case back: ``python -m training.casing polnear/train.jsonl``.

The encoder does not see case, so every word of ordinary articles, but those that begin a sentence, is an example: written small, with a
capital, or in capitals. Prints how many words of the last tenth of the articles the network gets right, and writes it as
``rawi/models/casing.onnx`` (about two minutes on one core).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from rawi import models
from rawi.analysis import analyse
from rawi.analysis.casing import CASES
from rawi.models.pieces import PIECES, word_pieces
from rawi.records import Vectors
from training.pieces import Pieces, PieceTable, embeddings
from training.quantised import write
from training.wording.examples import document

ARTICLES = 400
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 4, 256, 2e-3, 1e-2, 0.2
KEPT, HIDDEN = 16, 64

Integers = NDArray[np.int64]


class Casing(nn.Module):
    """(words, 384) vectors and (words, 4) pieces to (words, 3) scores of the cases."""

    def __init__(self, pieces: Pieces | PieceTable) -> None:
        super().__init__()
        self.pieces = pieces
        self.vector, self.piece = nn.Linear(384, HIDDEN), nn.Linear(KEPT, HIDDEN, bias=False)
        self.out = nn.Sequential(nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, len(CASES)))

    def forward(self, vectors: Tensor, pieces: Tensor) -> Tensor:
        mixed: Tensor = self.out(self.vector(vectors) + self.piece(self.pieces(pieces)))
        return mixed


def case_of(word: str) -> int | None:
    """The number of a word's case in `CASES`, None where it has another or no letters."""
    shapes = (word.islower(), word[:1].isupper() and (len(word) == 1 or word[1:].islower()), len(word) > 1 and word.isupper())
    return next((number for number, is_so in enumerate(shapes) if is_so), None)


def examples(corpus: Path) -> Iterator[tuple[Vectors, Integers, Integers]]:
    """Each article's words that have a case of their own: vectors, pieces, cases."""
    with corpus.open(encoding="utf-8") as lines:
        documents = [document(n, json.loads(line)["text"]) for n, line in zip(range(ARTICLES), lines, strict=False)]
    for analysis in analyse(documents, encode=True):
        assert analysis.vectors is not None
        first = {s.first for s in analysis.sentences}
        cases = [(t, case) for t in analysis.tokens if t.index not in first and (case := case_of(t.text)) is not None]
        rows = [t.index for t, _ in cases]
        yield analysis.vectors[rows], word_pieces([t.text for t, _ in cases]), np.array([case for _, case in cases])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="PolNeAR's training articles, as JSON Lines")
    given = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    articles = list(examples(given.corpus))
    held = len(articles) // 10
    network = Casing(Pieces(embeddings(), KEPT, 0.0))
    _learn(network, *(torch.from_numpy(np.concatenate([row[n] for row in articles[:-held]])) for n in range(3)))
    vectors, pieces, cases = (torch.from_numpy(np.concatenate([row[n] for row in articles[-held:]])) for n in range(3))
    with torch.no_grad():
        right = network(vectors, pieces).argmax(1) == cases
    for number, name in enumerate(CASES):
        print(f"{name}: {100 * right[cases == number].float().mean():.1f} in 100 of {int((cases == number).sum())}")
    print(f"all: {100 * right.float().mean():.2f} in 100")
    network.pieces = network.pieces.table()
    given_shapes = {"vectors": torch.zeros(7, 384), "pieces": torch.zeros(7, PIECES, dtype=torch.long)}
    write(network, given_shapes, ["scores"], models.FOLDER / "casing.onnx")


def _learn(network: Casing, vectors: Tensor, pieces: Tensor, cases: Tensor) -> None:
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(cases) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    network.train()
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(cases)).split(BATCH):
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(vectors[batch], pieces[batch]), cases[batch]).backward()
            optimizer.step()
            schedule.step()
    network.eval()


if __name__ == "__main__":
    main()
