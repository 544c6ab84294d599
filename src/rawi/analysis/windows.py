"""A document cut to the encoder's length: windows of whole sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi.models.pieces import spelled
from rawi.records import Sentence, Token

LONGEST = 382
"""Word pieces in a window, the two marks at its ends left out. Training saw no longer ones."""
UNEVEN = 64
"""Pieces by which a window may miss its size so that it ends with a paragraph."""


class Pieces(NamedTuple):
    """A document's word pieces: their ids, and where each token's begin (one more entry than tokens; a blank token has none)."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]


def pieces(tokens: Sequence[Token]) -> Pieces:
    """Cut each token into the encoder's word pieces."""
    words = [spelled(t.text) for t in tokens]
    starts = np.cumsum([0, *map(len, words)])
    return Pieces(np.fromiter(chain.from_iterable(words), np.int64, starts[-1]), starts)


def windows(starts: NDArray[np.int64], sentences: Sequence[Sentence], first: int | None = None) -> Iterator[range]:
    """Tokens to read together: runs of whole sentences that cover the document once, of `LONGEST` pieces at most.

    They come out even, and end with a paragraph where one ends nearby. A sentence that is too long by itself is cut. ``first`` is how
    many pieces the first one should have; training cuts an article elsewhere each time.
    """
    ends = np.array([s.last for s in sentences], dtype=np.int64)
    goes_on = np.array([s.paragraph == after.paragraph for s, after in pairwise(sentences)] + [False])
    begin, at = 0, 0
    while at < len(ends):
        left = int(starts[-1] - starts[begin])
        aim = left / max(-(-left // LONGEST), 1) if first is None or left <= LONGEST else first
        beyond = int(np.searchsorted(starts[ends], starts[begin] + LONGEST, side="right"))
        if beyond > at:
            at += 1 + int((abs(starts[ends[at:beyond]] - starts[begin] - aim) + UNEVEN * goes_on[at:beyond]).argmin())
            end = int(ends[at - 1])
        else:
            end = max(int(np.searchsorted(starts, starts[begin] + LONGEST, side="right")) - 1, begin + 1)
        yield range(begin, end)
        begin, first = end, None
