"""Trains what gives words in capitals their case back: ``python -m training.casing polnear/train.jsonl``.

The encoder does not see case, so every word of ordinary articles, but those that begin a sentence, is an example: written small, with a
capital, or in capitals. Prints how many words of the last tenth of the articles the network gets right, and writes it as
``rawi/models/casing.onnx`` (about two minutes on one core).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from rawi import models
from rawi.analysis import analyse
from rawi.analysis.casing import CASES
from rawi.models.pieces import PIECES, word_pieces
from training.pieces import Pieces, PieceTable, embeddings
from training.quantised import write
from training.wording.examples import document

EPOCHS, RATE, DECAY, DROPOUT = 4, 2e-3, 1e-2, 0.2
KEPT, HIDDEN = 16, 64
BESIDE = 2
"""Words before and after that are seen with a word."""
UNCASED = -100


class Casing(nn.Module):
    """(words, 384) vectors and (words, 4) pieces of a text to (words, 3) scores of the cases; a word is seen with those beside it."""

    def __init__(self, pieces: Pieces | PieceTable) -> None:
        super().__init__()
        self.pieces = pieces
        self.vector, self.piece = nn.Linear(384, HIDDEN), nn.Linear(KEPT, HIDDEN, bias=False)
        self.beside = nn.Conv1d(HIDDEN, HIDDEN, 2 * BESIDE + 1, padding=BESIDE)
        self.out = nn.Sequential(nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, len(CASES)))

    def forward(self, vectors: Tensor, pieces: Tensor) -> Tensor:
        own = nn.functional.gelu(self.vector(vectors) + self.piece(self.pieces(pieces)))
        mixed: Tensor = self.out(own + self.beside(own.T.unsqueeze(0))[0].T)
        return mixed


def case_of(word: str) -> int | None:
    """The number of a word's case in `CASES`, None where it has another or no letters."""
    shapes = (word.islower(), word[:1].isupper() and (len(word) == 1 or word[1:].islower()), len(word) > 1 and word.isupper())
    return next((number for number, is_so in enumerate(shapes) if is_so), None)


def examples(corpus: Path) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Each article's words: vectors, pieces, and the cases of those that have one of their own."""
    with corpus.open(encoding="utf-8") as lines:
        documents = [document(n, json.loads(line)["text"]) for n, line in enumerate(lines)]
    for analysis in analyse(documents, encode=True):
        assert analysis.vectors is not None
        first = {s.first for s in analysis.sentences}
        cases = [UNCASED if t.index in first or (case := case_of(t.text)) is None else case for t in analysis.tokens]
        pieces = word_pieces([t.text for t in analysis.tokens])
        yield torch.from_numpy(np.array(analysis.vectors)), torch.from_numpy(pieces), torch.tensor(cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="PolNeAR's training articles, as JSON Lines")
    given = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    articles = list(examples(given.corpus))
    held = len(articles) // 10
    network = Casing(Pieces(embeddings(), KEPT, 0.0))
    _learn(network, articles[:-held])
    with torch.no_grad():
        found = torch.cat([network(vectors, pieces).argmax(1) for vectors, pieces, _ in articles[-held:]])
    cases = torch.cat([own for *_, own in articles[-held:]])
    for number, name in enumerate(CASES):
        is_so, said_so = cases == number, (found == number) & (cases != UNCASED)
        right, wanted, said = int((is_so & said_so).sum()), int(is_so.sum()), int(said_so.sum())
        print(f"{name}: of {wanted} {100 * right / wanted:.1f} in 100 found, of {said} {100 * right / said:.1f} right")
    print(f"all: {100 * (found == cases)[cases != UNCASED].float().mean():.2f} in 100")
    network.pieces = network.pieces.table()
    given_shapes = {"vectors": torch.zeros(7, 384), "pieces": torch.zeros(7, PIECES, dtype=torch.long)}
    write(network, given_shapes, ["scores"], models.FOLDER / "casing.onnx")


def _learn(network: Casing, articles: Sequence[tuple[Tensor, Tensor, Tensor]]) -> None:
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * len(articles)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    network.train()
    for _ in range(EPOCHS):
        for number in torch.randperm(len(articles)).tolist():
            vectors, pieces, cases = articles[number]
            if (cases == UNCASED).all():
                continue
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(vectors, pieces), cases, ignore_index=UNCASED).backward()
            optimizer.step()
            schedule.step()
    network.eval()


if __name__ == "__main__":
    main()
