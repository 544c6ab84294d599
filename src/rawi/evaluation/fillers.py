"""Incidents in MUC-4's terms, and how far those found agree with those marked.

Fillers of a role are pooled over a message. A found one is right when it equals one of a marked one's strings, or one contains the other
and the shorter has at least half of the longer's words; each counts once. What only an optional incident holds counts neither for nor
against.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rawi.evaluation.measures import Count

ROLES = ("perpetrator_individuals", "perpetrator_organizations", "human_targets", "physical_targets", "instruments")

T = TypeVar("T")
Names = tuple[str, ...]
"""Every string that is accepted for one filler."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An attack: its type, its fillers by role, and how sure the text is of each organization."""

    type: str
    fillers: Mapping[str, tuple[Names, ...]]
    confidence: tuple[tuple[str, Names], ...]
    optional: bool = False


def count(marked: Sequence[Incident], found: Sequence[Incident]) -> Mapping[str, Count]:
    """Every measure's counts for one message: ``type``, each role, ``all roles``, ``confidence``."""
    must, may = ([one for one in marked if one.optional == optional] for optional in (False, True))
    counts = {"type": _types(must, may, found), **{role: _role(role, must, may, found) for role in ROLES}}
    counts["all roles"] = sum((counts[role] for role in ROLES), Count())
    counts["confidence"] = _sureness(must, may, found)
    return counts


def _types(must: Sequence[Incident], may: Sequence[Incident], found: Sequence[Incident]) -> Count:
    needed, spare, said = ({one.type.split("/")[0].strip().upper() for one in several if one.type} for several in (must, may, found))
    return Count(len(needed & said), len(said - (spare - needed)), len(needed))


def _role(role: str, must: Sequence[Incident], may: Sequence[Incident], found: Sequence[Incident]) -> Count:
    needed, spare, said = (_pool(one.fillers.get(role, ()) for one in several) for several in (must, may, found))
    right, free = _match(said, needed, _one, lambda names: any(_one(names, other) for other in spare))
    return Count(right, len(said) - free, len(needed))


def _sureness(must: Sequence[Incident], may: Sequence[Incident], found: Sequence[Incident]) -> Count:
    needed, spare = ([pair for one in several for pair in one.confidence] for several in (must, may))
    said = sorted({(sure.upper(), tuple(name.upper() for name in names)) for one in found for sure, names in one.confidence})
    right, free = _match(
        said,
        needed,
        lambda one, other: one[0] == other[0] and _one(one[1], other[1]),
        lambda one: any(_one(one[1], names) for _, names in spare),
    )
    distinct = len({(sure, tuple(sorted(names))) for sure, names in needed})
    return Count(min(right, distinct), len(said) - free, distinct)


def _match(said: Sequence[T], needed: Sequence[T], same: Callable[[T, T], bool], spare: Callable[[T], bool]) -> tuple[int, int]:
    """How many of ``said`` are right, each needed one used once, and how many of the others count neither for nor against."""
    used = set[int]()
    free = 0
    for one in said:
        if (i := next((i for i, other in enumerate(needed) if i not in used and same(one, other)), None)) is not None:
            used.add(i)
        else:
            free += spare(one)
    return len(used), free


def _pool(several: Iterable[tuple[Names, ...]]) -> list[Names]:
    """All fillers, those that are the same made one."""
    pooled: list[Names] = []
    for names in (names for fillers in several for names in fillers):
        known = next((i for i, other in enumerate(pooled) if _one(names, other)), None)
        if known is None:
            pooled.append(names)
        else:
            pooled[known] += tuple(name for name in names if name not in pooled[known])
    return pooled


def _one(names: Names, others: Names) -> bool:
    return any(_alike(name, other) for name in names for other in others)


def _alike(name: str, other: str) -> bool:
    short, long = sorted((_words(name), _words(other)), key=len)
    inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
    return bool(short) and inside and 2 * len(short) >= len(long)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z0-9]+", text.lower()))
