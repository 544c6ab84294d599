"""From the network's scores to whole spans: the best sequence of tags in which no span goes on that has not begun."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NEVER = np.float32(-1e4)


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """(N, length, tags) log-probabilities to the best (N, length) tags (Viterbi 1967).

    Tag 0 is outside; then, a pair a role, the beginning of a span and its going on, which must follow one of the pair.
    """
    count, length, tags = scores.shape
    moves = np.zeros((tags, tags), dtype=np.float32)
    moves[:, 2::2] = NEVER
    for going_on in range(2, tags, 2):
        moves[going_on - 1 : going_on + 1, going_on] = 0
    best = scores[:, 0] + np.where(np.arange(tags) % 2 + (np.arange(tags) == 0), 0, NEVER).astype(np.float32)
    back = np.zeros((length, count, tags), dtype=np.int64)
    for at in range(1, length):
        reached = best[:, :, None] + moves
        back[at] = reached.argmax(axis=1)
        best = reached.max(axis=1) + scores[:, at]
    found = np.zeros((count, length), dtype=np.int64)
    rows = np.arange(count)
    found[:, -1] = best.argmax(axis=1)
    for at in range(length - 1, 0, -1):
        found[:, at - 1] = back[at, rows, found[:, at]]
    return found


def spans(tags: Sequence[int] | NDArray[np.int64], begins: int) -> list[range]:
    """The spans of the role whose beginning has the tag ``begins``."""
    found: list[range] = []
    for at, tag in enumerate(tags):
        if tag == begins:
            found.append(range(at, at + 1))
        elif tag == begins + 1 and found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
    return found
