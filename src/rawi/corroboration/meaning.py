"""What words mean, as vectors: a table of word pieces for comparing words with words, and the encoder's view of a claim in its sentence.

Static vectors of a sentence encoder's vocabulary keep most of what it knows (Tulkens and van Dongen 2024, Model2Vec), and aligning words
softly, each with its nearest in the other text (Zhang et al. 2020, BERTScore), keeps who and how many apart. How they were trained is in
``rawi/models/card.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.records import Vectors

Matrix: TypeAlias = NDArray[np.float32]
Packed: TypeAlias = NDArray[np.int8]

ONE = 127
"""What stands for 1 in a packed vector."""


class Table(NamedTuple):
    """The trained numbers: a unit vector and a weight for each word piece; how to turn the encoder's vectors, and a shift."""

    pieces: Packed
    weights: Matrix
    turn: Matrix
    shift: Matrix


@cache
def table() -> Table:
    """The table that rawi ships."""
    with np.load(models.FOLDER / "meaning.npz") as found:
        return Table(found["pieces"], *(found[name].astype(np.float32) for name in ("weights", "turn", "shift")))


def in_context(vectors: Vectors, tokens: Iterable[int]) -> bytes:
    """What the encoder makes of ``tokens``, given its vectors of a document: a packed unit vector of 128 numbers."""
    turned = table().turn @ vectors[list(tokens)].mean(axis=0) + table().shift
    return pack(turned)


def pack(vector: Matrix) -> bytes:
    """A vector's direction in bytes."""
    unit = vector / (float(np.linalg.norm(vector)) + 1e-9)
    return np.round(unit * ONE).astype(np.int8).tobytes()


def unpack(packed: bytes) -> Matrix:
    """The direction that ``pack`` wrote."""
    found: Matrix = np.frombuffer(packed, np.int8).astype(np.float32) / np.float32(ONE)
    return found
