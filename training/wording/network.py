"""The judge: several small networks of one hidden layer over a word's vector, its pieces and its features."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from rawi.wording.features import Labels
from training.pieces import Pieces

PIECE = 12
"""Numbers that are kept of a word piece."""
VOICES, HIDDEN = 3, 64
"""Networks that share what is kept of pieces and vote on each word, and the width of each."""
DROPOUT = 0.4
GIVEN_DROPOUT = 0.2


class Judge(nn.Module):
    """(words, 384) vectors, (words, 4) pieces and (words, 8) features to (words, `VOICES`) scores and (words, reasons) likenesses.

    A piece's vector is what `PIECE` directions keep of the encoder's own embedding of it; a word's is the mean of its pieces'.
    """

    def __init__(self, embeddings: Tensor, known: Labels) -> None:
        super().__init__()
        width = embeddings.shape[1]
        self.pieces = Pieces(embeddings, PIECE, GIVEN_DROPOUT)
        self.reason = nn.Sequential(nn.GELU(), nn.Linear(PIECE, len(known.reason) + 1))
        self.vector = nn.Linear(width, VOICES * HIDDEN)
        self.piece = nn.Linear(PIECE, VOICES * HIDDEN, bias=False)
        self.tables = nn.ModuleList(nn.Embedding(count, VOICES * HIDDEN) for count in known.counts)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.given, self.dropout = nn.Dropout(GIVEN_DROPOUT), nn.Dropout(DROPOUT)
        self.out = nn.ModuleList(nn.Linear(HIDDEN, 1) for _ in range(VOICES))

    def forward(self, vectors: Tensor, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        static = self.pieces(pieces)
        return self.scores(self.vector(self.given(vectors)), static, features), self.reason(static)

    def scores(self, mixed: Tensor, static: Tensor, features: Tensor) -> Tensor:
        """(words, `VOICES`) from what the vectors give, the pieces and the features."""
        mixed = mixed + self.piece(static)
        for n, table in enumerate(self.tables):
            mixed = mixed + table(features[:, n])
        parts = self.dropout(nn.functional.gelu(mixed)).chunk(VOICES, -1)
        return torch.cat([out(part) for out, part in zip(self.out, parts, strict=True)], -1)


class Shipped(nn.Module):
    """The judge as it is written: a table of what is kept of each piece, and one chance for the votes."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge
        self.pieces = judge.pieces.table()

    def forward(self, vectors: Tensor, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        static = self.pieces(pieces)
        mixed = self.judge.vector(vectors.unsqueeze(0)).squeeze(0)  # quantisation knows no matrix product of two dimensions
        scores = self.judge.scores(mixed, static, features)
        return torch.sigmoid(scores).mean(-1), torch.softmax(self.judge.reason(static), -1)
