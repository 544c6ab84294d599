"""From the network's scores to whole spans: the best sequence of tags in which no span goes on that has not begun."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEVER = np.float32(-1e4)


def barred(tags: int) -> NDArray[np.float32]:
    """(tags, tags) to add to the scores of one tag after another, so that no span goes on that has not begun.

    Tag 0 is outside; then, a pair a role, the beginning of a span and its going on, which must follow one of the pair.
    """
    moves = np.zeros((tags, tags), dtype=np.float32)
    moves[:, 2::2] = NEVER
    for going_on in range(2, tags, 2):
        moves[going_on - 1 : going_on + 1, going_on] = 0
    return moves


def best_tags(scores: NDArray[np.float32], moves: NDArray[np.float32] | None = None) -> NDArray[np.int64]:
    """(N, length, tags) scores, and (tags, tags) of one after another, to the best (N, length) tags (Viterbi 1967)."""
    count, length, tags = scores.shape
    barriers = barred(tags)
    moves = barriers if moves is None else moves + barriers
    by_tag = np.ascontiguousarray(scores.transpose(1, 2, 0))
    best = by_tag[0] + barriers[0][:, None]
    back = np.zeros((length, tags, count), dtype=np.int8)
    for at in range(1, length):
        reached = best[:, None] + moves[:, :, None]
        back[at] = reached.argmax(axis=0)
        best = reached.max(axis=0) + by_tag[at]
    found = np.zeros((count, length), dtype=np.int64)
    rows = np.arange(count)
    found[:, -1] = best.argmax(axis=0)
    for at in range(length - 1, 0, -1):
        found[:, at - 1] = back[at, found[:, at], rows]
    return found


def spans(tags: NDArray[np.int64], begins: int) -> list[list[range]]:
    """The spans of each row of (N, length) tags, of the role whose beginning has the tag ``begins``."""
    count, length = tags.shape
    flat = np.pad(tags, ((0, 0), (0, 1))).ravel()  # an outside at the end of each row
    starts, stops = np.flatnonzero(flat == begins), np.flatnonzero(flat != begins + 1)
    ends = stops[np.searchsorted(stops, starts + 1)]
    found: list[list[range]] = [[] for _ in range(count)]
    for row, start, end in zip((starts // (length + 1)).tolist(), starts.tolist(), ends.tolist(), strict=True):
        found[row].append(range(start - row * (length + 1), end - row * (length + 1)))
    return found
