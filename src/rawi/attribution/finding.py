"""Whole attributions from the learned network's scores: cues first, then the source and the contents of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from rawi.records import Vectors

from .decoding import best_tags, spans
from .features import REACH, Features, Integers

SOURCE, CONTENT = 1, 3
"""The tags that begin them."""
TOGETHER = 64
"""Cues whose claims on each other's words are weighed together; more are done in turn, for the sake of memory."""
SHARED = 8
"""Cues on either side that are weighed again, so that no cue lacks neighbours."""

Scores = NDArray[np.float32]


class Attributed(NamedTuple):
    """Tokens of one attribution. At most one source; contents in text order, at least one."""

    cue: range
    source: range | None
    contents: tuple[range, ...]


class Network(Protocol):
    """The learned heads; ``rawi.attribution.network`` runs the shipped one."""

    def words(self, vectors: Vectors, features: Integers) -> tuple[Scores, Scores]:
        """Word vectors, and (words, 3) log-probabilities of being outside, beginning and going on with a cue."""

    def roles(self, words: Scores, cues: Integers, tokens: Integers, exist: NDArray[np.bool_], features: Integers) -> Scores:
        """(cues, reach, 5) log-probabilities of being outside, or beginning or going on with a source or a content."""


def find(features: Features, vectors: Vectors, network: Network) -> list[Attributed]:
    """Every attribution of a document, in the order of their cues."""
    if not len(vectors):
        return []
    words, scores = network.words(vectors, features.words())
    cues = spans(best_tags(scores[None])[0], 1)
    return [found for block, kept in blocks(cues) for found in _roles(features, words, block, network)[kept] if found.contents]


def blocks(cues: Sequence[range]) -> Iterator[tuple[Sequence[range], slice]]:
    """Cues to weigh together, and which of them to keep."""
    for first in range(0, len(cues), TOGETHER):
        begin = max(first - SHARED, 0)
        yield cues[begin : first + TOGETHER + SHARED], slice(first - begin, first - begin + TOGETHER)


def _roles(features: Features, words: Scores, cues: Sequence[range], network: Network) -> list[Attributed]:
    tokens, exist, around = features.reach(cues)
    ends = np.array([(cue.start, cue.stop - 1) for cue in cues], dtype=np.int64)
    scores = network.roles(words, ends, tokens, exist, around)
    scores[~exist] = (0, -99, -99, -99, -99)
    for n, cue in enumerate(cues):
        scores[n, REACH : REACH + len(cue), 1:] = -99
    tags = best_tags(scores)
    found = []
    for n, cue in enumerate(cues):
        offset = cue.start - REACH
        best = max(spans(tags[n], SOURCE), key=lambda s: float(scores[n, s, tags[n, s]].mean()), default=None)
        source = range(best.start + offset, best.stop + offset) if best else None
        found.append(Attributed(cue, source, tuple(range(s.start + offset, s.stop + offset) for s in spans(tags[n], CONTENT))))
    return found
