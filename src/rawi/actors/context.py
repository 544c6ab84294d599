"""What stands around two names: whom else their documents name, what describes them, how common a full name is; each with its weight.

The weights are in context.yaml, fitted to surnames whose full names were hidden (``training/context.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import log
from typing import NamedTuple, Protocol

import yaml

from rawi.actors.names import bare, is_bare

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})


class Profile(Protocol):
    """What the documents say of a key: how many name it, what describes it, whom they name beside it, whom it is tied to."""

    @property
    def key(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def described(self) -> frozenset[str]: ...
    @property
    def near(self) -> frozenset[str]: ...
    @property
    def ties(self) -> frozenset[tuple[str, str]]: ...


class Clue(NamedTuple):
    """Something found: its name in context.yaml, how much of it, and how it is told."""

    name: str
    amount: float
    told: str


def clues(one: Profile, other: Profile) -> Iterator[Clue]:
    """What is found around any two names."""
    ours, theirs = one.described - COURTESY, other.described - COURTESY
    if shared := ours & theirs:
        yield Clue("described alike", 1, f"both are described as {', '.join(sorted(shared))}")
    elif ours and theirs:
        yield Clue("described otherwise", 1, "they are described otherwise")
    if others := beside(one, other):
        shown = ", ".join(sorted(bare(key.partition(":")[2]) for key in others)[:3])
        share = len(others) / min(len(_whole(one)), len(_whole(other)))
        yield Clue("share of the company", share, f"both stand beside {shown}, {round(100 * share)} in 100 of the company of one")


def full_name_clues(lone: Profile, full: Profile, named: int) -> Iterator[Clue]:
    """A bare name and a full one that it is a part of; the full names that it may be a part of stand in ``named`` documents together."""
    share = full.documents / named
    yield Clue("a full name for a bare one", 1, "the name is a part of the other")
    yield Clue("share of the full names", share, f"of the full names {round(100 * share)} in 100 are this one")
    yield Clue("documents with the full name, as a logarithm", log(full.documents), f"{full.documents} documents give the full name")
    yield from clues(lone, full)


def bare_clues(one: Profile, other: Profile) -> Iterator[Clue]:
    """The same bare name in two documents."""
    yield Clue("the same bare name", 1, "the same bare name")
    yield from clues(one, other)


def beside(one: Profile, other: Profile) -> set[str]:
    """The keys of whole names that stand beside both."""
    return _whole(one) & _whole(other)


def _whole(profile: Profile) -> set[str]:
    return {key for key in profile.near if not is_bare(key)}


def weighed(found: Iterable[Clue]) -> list[tuple[str, float]]:
    """Each clue as it is told, and what it weighs in log odds."""
    return [(clue.told, clue.amount * weights()[clue.name]) for clue in found]


@cache
def weights() -> Mapping[str, float]:
    """The weight of each clue by its name."""
    found: dict[str, float] = yaml.safe_load(files("rawi.actors").joinpath("context.yaml").read_text("utf-8"))
    return found
