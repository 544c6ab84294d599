"""The words of numbers.yaml, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import yaml

Bound = Literal["about", "low", "high", "near"]


@dataclass(frozen=True)
class Vocabulary:
    """numbers.yaml, its phrases split into words."""

    words: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, float]
    few: frozenset[tuple[str, ...]]
    fractions: dict[str, float]
    short: dict[str, float]
    before: dict[tuple[str, ...], Bound]
    after: dict[tuple[str, ...], Bound]
    currencies: dict[str, str]
    percent: frozenset[tuple[str, ...]]
    labels: frozenset[str]
    times: frozenset[str]
    idle: frozenset[str]
    people: frozenset[str]
    tolls: frozenset[str]
    same: tuple[frozenset[str], ...]

    @cached_property
    def begins(self) -> frozenset[str]:
        """The words that a number not in digits begins with."""
        signs = (sign.lower() for sign in self.currencies)
        return frozenset({"a", "half"}).union(self.words, self.vague, signs, (phrase[0] for phrase in self.few))


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of this room."""
    data = yaml.load(files(__package__).joinpath("numbers.yaml").read_text("utf-8"), yaml.CSafeLoader)

    def phrases(rows: dict[Bound, list[str]]) -> dict[tuple[str, ...], Bound]:
        return {tuple(phrase.split()): bound for bound, listed in rows.items() for phrase in listed}

    def numbers(rows: dict[str, float]) -> dict[str, float]:
        return {word: float(value) for word, value in rows.items()}

    return Vocabulary(
        words=numbers(data["words"]),
        scales=numbers(data["scales"]),
        vague=numbers(data["vague"]),
        few=frozenset(tuple(phrase.split()) for phrase in data["few"]),
        fractions=numbers(data["fractions"]),
        short=numbers(data["short"]),
        before=phrases(data["before"]),
        after=phrases(data["after"]),
        currencies=data["currencies"],
        percent=frozenset(tuple(phrase.split()) for phrase in data["percent"]),
        labels=frozenset(data["labels"]),
        times=frozenset(data["times"]),
        idle=frozenset(data["idle"]),
        people=frozenset(data["people"]),
        tolls=frozenset(data["tolls"]),
        same=tuple(map(frozenset, data["same"])),
    )
