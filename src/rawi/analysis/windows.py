"""A document cut to the encoder's length: windows of whole sentences, each with the context that is left over on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rawi import models
from rawi.records import Sentence, Token

LONGEST = 254
"""Word pieces in a window, the two marks at its ends left out. Training saw no longer ones."""
CONTEXT = 32
"""Word pieces kept for context, as far as the document has more than one window."""


class Pieces(NamedTuple):
    """A document's word pieces: their ids, and where each token's begin (one more entry than tokens; a blank token has none)."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]


class Window(NamedTuple):
    """Tokens ``first`` to ``last`` are read together for the sake of tokens ``begin`` to ``end`` among them (ends are past the last)."""

    first: int
    last: int
    begin: int
    end: int


@cache
def tokenizer() -> Tokenizer:
    """The encoder's own tokenizer."""
    read = Tokenizer.from_file(str(models.FOLDER / "tokenizer.json"))
    read.no_truncation()
    read.no_padding()
    return read


def pieces(tokens: Sequence[Token]) -> Pieces:
    """Cut each token into the encoder's word pieces."""
    encoded = tokenizer().encode([t.text for t in tokens], is_pretokenized=True, add_special_tokens=False)
    counts = np.bincount(np.array(encoded.word_ids, dtype=np.int64), minlength=len(tokens))
    return Pieces(np.array(encoded.ids, dtype=np.int64), np.concatenate([[0], np.cumsum(counts)]))


def windows(starts: NDArray[np.int64], sentences: Sequence[Sentence]) -> Iterator[Window]:
    """Windows whose ``begin`` to ``end`` cover the document once."""
    count = len(starts) - 1
    alone = int(starts[-1]) <= LONGEST
    for begin, end in cores(starts, sentences, LONGEST if alone else LONGEST - CONTEXT):
        yield Window(0, count, begin, end) if alone else _with_context(starts, begin, end)


def cores(starts: NDArray[np.int64], sentences: Sequence[Sentence], most: int, first: int | None = None) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences of at most ``most`` pieces (the first run: ``first``); a longer sentence is cut where it must be."""
    ends = [s.last for s in sentences]
    begin, at, room = 0, 0, most if first is None else first
    while at < len(ends):
        end = begin
        while at < len(ends) and starts[ends[at]] - starts[begin] <= room:
            end, at = ends[at], at + 1
        if end == begin and room == most:
            end = min(max(int(np.searchsorted(starts, starts[begin] + room, side="right")) - 1, begin + 1), ends[at])
        if end > begin:
            yield begin, end
        begin, room = end, most


def _with_context(starts: NDArray[np.int64], begin: int, end: int) -> Window:
    """Widen to both sides evenly, and to one where the other has no more."""
    count = len(starts) - 1
    free = LONGEST - int(starts[end] - starts[begin])
    first = int(np.searchsorted(starts, starts[begin] - free // 2))
    last = int(np.searchsorted(starts, starts[first] + LONGEST, side="right")) - 1
    last = min(max(last, end), count)
    if last == count:
        first = min(int(np.searchsorted(starts, starts[count] - LONGEST)), begin)
    return Window(first, last, begin, end)
