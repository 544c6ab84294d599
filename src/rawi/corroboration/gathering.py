"""Contents that are alike, gathered around the one that most are like."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def gather(contents: Iterable[int], like: Callable[[int], set[int]]) -> list[set[int]]:
    """Split ``contents`` into groups in which all are like one of them; ``like`` looks up which are alike with one, either way.

    Chains are not followed, which would soon join half of a large corpus: with a like b and b like c, but c not like a, b goes with
    the one that more are like.
    """
    left = set(contents)
    groups = []
    for first in sorted(left, key=lambda content: (-len(like(content)), content)):
        if first in left:
            group = {first, *(like(first) & left)}
            left -= group
            groups.append(group)
    return groups
