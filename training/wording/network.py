"""The judge: several small networks of one hidden layer over a word's vector, its pieces and its features."""

from __future__ import annotations

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from rawi import models
from rawi.wording.features import Labels

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
        self.register_buffer("embeddings", torch.cat([embeddings, torch.zeros(1, width)]))
        self.kept = nn.Linear(width, PIECE, bias=False)
        self.reason = nn.Sequential(nn.GELU(), nn.Linear(PIECE, len(known.reason) + 1))
        self.vector = nn.Linear(width, VOICES * HIDDEN)
        self.piece = nn.Linear(PIECE, VOICES * HIDDEN, bias=False)
        self.tables = nn.ModuleList(nn.Embedding(count, VOICES * HIDDEN) for count in known.counts)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.given, self.dropout = nn.Dropout(GIVEN_DROPOUT), nn.Dropout(DROPOUT)
        self.out = nn.ModuleList(nn.Linear(HIDDEN, 1) for _ in range(VOICES))

    def static(self, pieces: Tensor) -> Tensor:
        """(words, `PIECE`)."""
        count = (pieces < len(self.embeddings) - 1).sum(1, keepdim=True).clamp(min=1)
        return self.kept(self.given(self.embeddings[pieces].sum(1) / count))

    def forward(self, vectors: Tensor, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        static = self.static(pieces)
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
        self.table = nn.Embedding.from_pretrained(judge.kept(judge.embeddings).detach())

    def forward(self, vectors: Tensor, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        count = (pieces < self.table.num_embeddings - 1).sum(1, keepdim=True).clamp(min=1)
        static = self.table(pieces).sum(1) / count
        mixed = self.judge.vector(vectors.unsqueeze(0)).squeeze(0)  # quantisation knows no matrix product of two dimensions
        scores = self.judge.scores(mixed, static, features)
        return torch.sigmoid(scores).mean(-1), torch.softmax(self.judge.reason(static), -1)


def embeddings() -> Tensor:
    """(pieces, 384): the shipped encoder's own, centred and scaled."""
    held = {i.name: i for i in onnx.load(models.FOLDER / "encoder.onnx").graph.initializer}
    (name,) = (name.removesuffix("_quantized") for name in held if name.endswith("word_embeddings.weight_quantized"))
    whole, scale, zero = (numpy_helper.to_array(held[f"{name}_{part}"]) for part in ("quantized", "scale", "zero_point"))
    found: NDArray[np.float32] = (whole.astype(np.float32) - zero.astype(np.float32)) * scale
    found -= found.mean(0)
    return torch.from_numpy(found / found.std())
