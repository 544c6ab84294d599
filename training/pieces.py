"""Words by their pieces: what a few directions keep of the encoder's own embeddings, which its vectors in context have half forgotten."""

from __future__ import annotations

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn

from rawi import models


def embeddings() -> Tensor:
    """(pieces, 384): the shipped encoder's own, centred and scaled."""
    held = {i.name: i for i in onnx.load(models.FOLDER / "encoder.onnx").graph.initializer}
    (name,) = (name.removesuffix("_quantized") for name in held if name.endswith("word_embeddings.weight_quantized"))
    whole, scale, zero = (numpy_helper.to_array(held[f"{name}_{part}"]) for part in ("quantized", "scale", "zero_point"))
    found: NDArray[np.float32] = (whole.astype(np.float32) - zero.astype(np.float32)) * scale
    found -= found.mean(0)
    return torch.from_numpy(found / found.std())


class Pieces(nn.Module):
    """(words, 4) ids of pieces to (words, `size`): the mean of what is kept of each."""

    def __init__(self, held: Tensor, size: int, dropout: float) -> None:
        super().__init__()
        self.register_buffer("held", torch.cat([held, torch.zeros(1, held.shape[1])]))
        self.kept = nn.Linear(held.shape[1], size, bias=False)
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor) -> Tensor:
        return self.kept(self.dropout(self.held[pieces].sum(1) / _count(pieces, len(self.held))))

    def table(self) -> PieceTable:
        """The same as a table, for the shipped network."""
        return PieceTable(self.kept(self.held).detach())


class PieceTable(nn.Module):
    """What `Pieces` keeps, looked up."""

    def __init__(self, kept: Tensor) -> None:
        super().__init__()
        self.rows = nn.Embedding.from_pretrained(kept)

    def forward(self, pieces: Tensor) -> Tensor:
        return self.rows(pieces).sum(1) / _count(pieces, self.rows.num_embeddings)


def _count(pieces: Tensor, all_: int) -> Tensor:
    return (pieces < all_ - 1).sum(1, keepdim=True).clamp(min=1)
