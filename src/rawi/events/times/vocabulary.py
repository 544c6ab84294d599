"""The words of times.yaml, loaded once: which label and value a word has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is to the patterns: its label, and what it stands for within it."""

    label: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """times.yaml. ``phrases``, by their first word, are of several words or name no date; ``holidays`` say how their day is found."""

    words: Mapping[str, Word]
    phrases: Mapping[str, Mapping[tuple[str, ...], Word]]
    holidays: Mapping[str, Mapping[str, Any]]
    sets: Mapping[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of time expressions."""
    data = yaml.load(files(__package__).joinpath("times.yaml").read_text("utf-8"), yaml.CSafeLoader)
    words: dict[str, Word] = {}
    for label, listed in data["labels"].items():
        rows = listed if isinstance(listed, dict) else dict.fromkeys(listed)
        for word, value in rows.items():
            words.setdefault(word, Word(label, value))
    references = {phrase: Word("REF", side) for side, listed in data["references"].items() for phrase in listed}
    phrases: dict[str, dict[tuple[str, ...], Word]] = {}
    for phrase, word in (references | {name: Word("HOLIDAY", name) for name in data["holidays"]}).items():
        split = tuple(phrase.replace("'s", " 's").replace("s' ", "s ' ").replace("-", " - ").split())
        phrases.setdefault(split[0], {})[split] = word
    return Vocabulary(words, phrases, data["holidays"], {name: frozenset(listed) for name, listed in data["sets"].items()})
