"""Whether two claims say the same thing: enough of their words are the same, and their numbers agree."""

from __future__ import annotations

from collections.abc import Set

from rawi.corroboration.words import is_number

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
    return not (any(map(is_number, first - second)) and any(map(is_number, second - first)))
