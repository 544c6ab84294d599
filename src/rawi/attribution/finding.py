"""Whole attributions from the learned network's scores: cues first, then the source and the contents of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from rawi.records import Vectors

from .decoding import best_tags, spans
from .features import BEFORE, Features, Integers
from .syntax import Tree

SOURCE, CONTENT = 1, 3
"""The tags that begin them."""
TOGETHER = 64
"""Cues whose claims on each other's words are weighed together, or sentences; more are done in turn, for the sake of memory."""
SHARED = 8
"""Cues on either side that are weighed again, so that no cue lacks neighbours."""

OUTSIDE = (0, -99, -99, -99, -99)
"""Scores of what can't belong to a role."""

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

    def roles(self, words: Scores, cues: Integers, tokens: Integers, exist: NDArray[np.bool_], features: Integers) -> tuple[Scores, Scores]:
        """(cues, reach, 5) scores of being outside, or beginning or going on with a source or a content; (5, 5) of one after another."""


def find(features: Features, vectors: Vectors, network: Network) -> list[Attributed]:
    """Every attribution of a document, in the order of their cues."""
    if not len(vectors):
        return []
    words, scores = network.words(vectors, features.words())
    cues = _cues(features.tree, scores)
    return [found for block, kept in blocks(cues) for found in _roles(features, words, block, network)[kept] if found.contents]


def _cues(tree: Tree, scores: Scores) -> list[range]:
    """The cues; none goes on into the next sentence."""
    found: list[range] = []
    sentences = tree.analysis.sentences
    for at in range(0, len(sentences), TOGETHER):
        group = sentences[at : at + TOGETHER]
        rows = np.full((len(group), max(s.last - s.first for s in group), 3), OUTSIDE[:3], dtype=np.float32)
        for row, s in zip(rows, group, strict=True):
            row[: s.last - s.first] = scores[s.first : s.last]
        for cues, s in zip(spans(best_tags(rows), 1), group, strict=True):
            found += [range(s.first + cue.start, s.first + cue.stop) for cue in cues]
    return found


def blocks(cues: Sequence[range]) -> Iterator[tuple[Sequence[range], slice]]:
    """Cues to weigh together, and which of them to keep."""
    for first in range(0, len(cues), TOGETHER):
        begin = max(first - SHARED, 0)
        yield cues[begin : first + TOGETHER + SHARED], slice(first - begin, first - begin + TOGETHER)


def _roles(features: Features, words: Scores, cues: Sequence[range], network: Network) -> list[Attributed]:
    tokens, exist, around = features.reach(cues)
    ends = np.array([(cue.start, cue.stop - 1) for cue in cues], dtype=np.int64)
    scores, moves = network.roles(words, ends, tokens, exist, around)
    scores[~exist] = OUTSIDE
    for n, cue in enumerate(cues):
        scores[n, BEFORE : BEFORE + len(cue)] = OUTSIDE
    tags = best_tags(scores, moves)
    scores -= scores[:, :, :1]
    found = []
    for n, (cue, sources, contents) in enumerate(zip(cues, spans(tags, SOURCE), spans(tags, CONTENT), strict=True)):
        offset = cue.start - BEFORE
        best = max(sources, key=lambda s: float(scores[n, s, tags[n, s]].mean()), default=None)
        source = range(best.start + offset, best.stop + offset) if best else None
        found.append(Attributed(cue, source, tuple(range(s.start + offset, s.stop + offset) for s in contents)))
    return found
