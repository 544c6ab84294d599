"""Whether two claims say the same thing: enough of their words are the same, and their numbers agree."""

from __future__ import annotations

from collections.abc import Set

FEWEST_SHARED = 3
SHARE_OF_SHORTER = 0.5
SHARE_OF_ALL = 0.25


def same(first: Set[str], second: Set[str]) -> bool:
    """Whether two claims' content words (as ``ClaimSignature.words``) say the same thing.

    They share three words, half of the shorter one's and a quarter of all; and not each has a number that the other lacks.
    """
    shared = len(first & second)
    everything = len(first) + len(second) - shared
    if shared < max(FEWEST_SHARED, SHARE_OF_SHORTER * min(len(first), len(second)), SHARE_OF_ALL * everything):
        return False
    return not (_numbered(first - second) and _numbered(second - first))


def _numbered(words: Set[str]) -> bool:
    return min(words, default="z") < ":"  # digits sort before it and letters after
