"""Which keys may be one actor, and how sure that is, by features that have names.

Keys that share a block are compared. A bare surname, which its document says no more of, is held against the full names that end or
begin with it; full names against each other. Every pair judged the same or in doubt carries its reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import exp
from typing import NamedTuple, Protocol

MERGE = 0.85
"""From here on two keys are one actor."""
DOUBT = 0.5
"""From here on a person is asked."""
FULL_NAMES = 20
"""The most full names that a bare one is held against, those in most documents."""
MEMBERS = 200
"""The most full names of a block that are compared with each other."""


class Profile(Protocol):
    """What the documents say of a key: how many name it, what describes it, whom they name beside it."""

    @property
    def key(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def described(self) -> frozenset[str]: ...
    @property
    def near(self) -> frozenset[str]: ...


class Like(NamedTuple):
    """Two keys, the smaller first, how sure it is that they are one actor (0 to 1), and why."""

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


def blocks(key: str) -> tuple[str, ...]:
    """The blocks of a key: for a person its first and last word, which bare names share, and every two words together."""
    kind, _, name = key.partition(":")
    if kind == "group":
        return (f"group {bare(name)}",)
    if kind != "person":
        return ()
    words = bare(name).split()
    if len(words) == 1:
        return (f"bare {words[0]}",)
    pairs = {" ".join(sorted(pair)) for pair in combinations(words, 2)}
    return (*{f"bare {words[0]}", f"bare {words[-1]}"}, *(f"both {pair}" for pair in pairs))


def is_bare(key: str) -> bool:
    """Whether a key is one word that a document says no more of."""
    return "@" in key


def bare(name: str) -> str:
    """A name without the document that it is bound to."""
    return name.partition("@")[0]


def alike(block: str, members: Iterable[Profile]) -> Iterator[Like]:
    """Yield the pairs of a block that are one actor, or may be."""
    listed = sorted(members, key=lambda p: (-p.documents, p.key))
    full = [p for p in listed if not is_bare(p.key)]
    if block.startswith("both "):
        for one, other in combinations(full[:MEMBERS], 2):
            if (found := like(one.key, other.key, _full_names(one, other))) is not None:
                yield found
        return
    lone = [p for p in listed if is_bare(p.key)]
    yield from _bare_and_full(lone, full[:FULL_NAMES])
    yield from _bare_alone(lone)


def _bare_and_full(lone: Sequence[Profile], full: Sequence[Profile]) -> Iterator[Like]:
    """Each bare name with the full name it fits best; a second that fits nearly as well makes it a doubt."""
    named = sum(p.documents for p in full)
    for p in lone:
        found = sorted(
            ((sum(points for _, points in features), other, features) for other in full for features in [_bare_features(p, other, named)]),
            key=lambda row: (-row[0], row[1].key),
        )
        if not found:
            continue
        best, other, features = found[0]
        rival = next((worth for worth, o, _ in found[1:] if not _variants(o.key, other.key)), None)
        if rival is not None and best - rival < 1.0:
            features = [*features, (f"another fits as well: {next(o.key for w, o, _ in found[1:] if w == rival)}", -3.0)]
        if (pair := like(p.key, other.key, features)) is not None:
            yield pair


def _bare_features(lone: Profile, full: Profile, named: int) -> list[tuple[str, float]]:
    share = full.documents / named
    found = [("the name is a part of the other", 0.5), (f"of the full names {round(100 * share)} in 100 are this one", 3 * share - 2)]
    return [*found, *_context(lone, full)]


def _bare_alone(lone: Sequence[Profile]) -> Iterator[Like]:
    """Bare names of several documents, chained to the first that fits."""
    leaders: list[Profile] = []
    for p in lone:
        for leader in leaders[:FULL_NAMES]:
            pair = like(leader.key, p.key, [("the same bare name", 0.5), *_context(leader, p)])
            if pair is not None and pair.score >= MERGE:
                yield pair
                break
        else:
            leaders.append(p)


def _full_names(one: Profile, other: Profile) -> list[tuple[str, float]]:
    if not _variants(one.key, other.key):
        return [("another name", -5.0)]
    found = [("one name has a word that the other lacks", 2.0), *_context(one, other)]
    return [*found, ("a document names both", -1.0)] if other.key in one.near else found


def _variants(one: str, other: str) -> bool:
    """One has all words of the other in the same order, first and last among them: "Robert Mueller", "Robert S. Mueller III"."""
    a, b = (bare(key.partition(":")[2]).split() for key in (one, other))
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(word in rest for word in short)


def _context(one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
    if shared := (one.described & other.described) - _COURTESY:
        yield f"both are described as {', '.join(sorted(shared))}", 1.0 + 0.5 * min(2, len(shared) - 1)
    elif one.described - _COURTESY and other.described - _COURTESY:
        yield "they are described otherwise", -0.7
    if beside := {key for key in one.near & other.near if not is_bare(key)}:
        shown = ", ".join(sorted(key.partition(":")[2] for key in beside)[:3])
        yield f"both stand beside {shown}", 0.4 * min(5, len(beside))


_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})


def like(one: str, other: str, features: Sequence[tuple[str, float]]) -> Like | None:
    """The pair with the sum of its features as a logistic score; None where it is no doubt even."""
    score = round(1 / (1 + exp(-sum(points for _, points in features))), 3)
    if score < DOUBT:
        return None
    first, second = sorted((one, other))
    return Like(first, second, score, tuple(text for text, points in features if points))
