"""Which words of two names go together."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rawi.actors.parts import Name
from rawi.actors.spelling import Likeness, likeness, sound

Pair = tuple[int, int, Likeness]
"""The position of a word in either name, and how alike the two are."""


class Paired(NamedTuple):
    """The words that go together, and the positions of those left over."""

    pairs: list[Pair]
    first: list[int]
    second: list[int]


def pair(first: Name, second: Name) -> Paired:
    """The same words first, then two that the other name writes as one, then those most alike."""
    pairs, left = list[Pair](), list[int]()
    others: list[str] = list(second.words)
    for at, one in enumerate(first.words):
        if one in others:
            other = others.index(one)
            others[other] = ""
            pairs.append((at, other, Likeness.SAME))
        else:
            left.append(at)
    rest = [at for at, one in enumerate(others) if one] if len(pairs) < len(others) else []
    paired = Paired(pairs, left, rest)
    if left and rest:
        if len(left) > 1 or len(rest) > 1:
            paired = _written_together(first, second, paired)
        paired = _alike(first, second, paired)
    return paired


def turns(pairs: list[Pair]) -> int:
    """0 where the words come in the same order, 1 where the end of one name begins the other, 2 where they are shuffled."""
    order = [other for _, other, _ in sorted(pairs)]
    falls = sum([one > two for one, two in pairwise(order)])
    return falls if falls < 2 and (not falls or order[0] > order[-1]) else 2


def _alike(first: Name, second: Name, paired: Paired) -> Paired:
    pairs, left, rest = paired
    foreign, places = first.foreign != second.foreign, first.places
    near, others = list[Pair](), [(at, second.words[at]) for at in rest]
    for at in left:
        one = first.words[at]
        for other_at, other in others:
            like = Likeness.CLOSE if foreign and sound(one).bare == sound(other).bare else likeness(one, other)
            if like and _counts(like, first.person, at, other_at) and not (places and one in places and other in second.places):
                near.append((at, other_at, like))
    if len(near) > 1:
        near.sort(key=_best)
    for at, other_at, like in near:
        if at in left and other_at in rest:
            left = [kept for kept in left if kept != at]
            rest = [kept for kept in rest if kept != other_at]
            pairs.append((at, other_at, like))
    return Paired(pairs, left, rest) if near else paired


def _best(pair: Pair) -> tuple[int, int, int]:
    """Most alike first, then nearest the beginning: the same whichever name is the first."""
    return -pair[2], pair[0] + pair[1], abs(pair[0] - pair[1])


def _counts(like: Likeness, person: bool, at: int, other_at: int) -> bool:
    """Initials and short forms are of persons, and short forms of their first names."""
    return like > Likeness.INITIAL or (person and (like == Likeness.INITIAL or at == other_at == 0))


def _written_together(first: Name, second: Name, paired: Paired) -> Paired:
    """Siraj al-Din and Sirajuddin: two neighbours of one name that are one word of the other."""
    pairs, left, rest = paired
    found = _joint(first, left, second, rest)
    if found:
        one, two, at = found
        pairs.append((one, at, Likeness.CLOSE))
        return Paired(pairs, [kept for kept in left if kept not in (one, two)], [kept for kept in rest if kept != at])
    found = _joint(second, rest, first, left)
    if found:
        one, two, at = found
        pairs.append((at, one, Likeness.CLOSE))
        return Paired(pairs, [kept for kept in left if kept != at], [kept for kept in rest if kept not in (one, two)])
    return paired


def _joint(name: Name, ours: list[int], other: Name, theirs: list[int]) -> tuple[int, int, int] | None:
    """Two neighbours among ``ours`` that sound as one word among ``theirs``, and that word."""
    for one, two in pairwise(ours):
        first, second = name.words[one], name.words[two]
        letters = len(first) + len(second)
        for at in theirs:
            both = other.words[at]
            # Lengths first: sounds are dearer, and hardly any word is as long as two.
            if 3 * len(both) >= 2 * letters and two == one + 1 and sound(both).wide == sound(first).wide + sound(second).wide:
                return one, two, at
    return None
