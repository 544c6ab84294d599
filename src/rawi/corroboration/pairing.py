"""Which members of a block to compare, so that a block of thousands costs thousands of comparisons, not millions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Found = TypeVar("Found")

WHOLE = 8
"""Each of this many first members is compared with each other one of them, and leads from then on."""
LEADERS = 16
"""A later member is compared with the leaders until one fits; where none does, it leads too, as long as there are no more than these."""


def pairs(members: Iterable[T], compare: Callable[[T, T], Found | None]) -> Iterator[tuple[T, T, Found]]:
    """Pairs of ``members`` for which ``compare(member, leader)`` finds something, with what it finds.

    Blocks of up to WHOLE members, nearly all of them, are compared whole. The result depends on the order of members, which is for
    the caller to make a property of the members themselves.
    """
    leaders: list[T] = []
    for number, member in enumerate(members):
        fits = False
        for leader in leaders:
            if (found := compare(member, leader)) is not None:
                yield member, leader, found
                fits = True
                if number >= WHOLE:
                    break
        if number < WHOLE or (not fits and len(leaders) < LEADERS):
            leaders.append(member)
