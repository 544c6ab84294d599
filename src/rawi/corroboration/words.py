"""A text as words to compare: folded, and for a claim without those that say little."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ers", "er"), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """words.yaml."""

    stop: frozenset[str]
    numbers: Mapping[str, str]
    anybody: frozenset[str]
    negators: frozenset[str]
    harmless: frozenset[str]
    untruths: frozenset[str]
    implicit: frozenset[str]
    outlets: frozenset[str]
    speakers: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The words of this room."""
    data = yaml.load(files(__package__).joinpath("words.yaml").read_text("utf-8"), yaml.CSafeLoader)
    numbers = {word: str(value) for word, value in data["numbers"].items()}
    sets = {field.name: frozenset(data[field.name]) for field in fields(Vocabulary) if field.name != "numbers"}
    return Vocabulary(numbers=numbers, **sets)


def folded(text: str) -> list[str]:
    """Every word of ``text`` in lower case, without accents and apostrophes; numbers without thousands separators."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"(?<=\w)['’](?=\w)", "", re.sub(r"['’]s\b", "", plain))
    return [re.sub(r",(?=\d{3})", "", word) for word in _WORD.findall(plain)]


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words of ``text`` that say something, each once, in alphabetical order; numbers as digits."""
    return tuple(sorted({stem(word) for word in folded(text) if word not in vocabulary().stop}))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """``word`` without its ending, roughly; a number in words as digits."""
    if number := vocabulary().numbers.get(word):
        return number
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            cut = word[: -len(ending)] + instead
            return cut[:-1] if len(cut) > _SHORTEST_STEM and cut[-1] == cut[-2] and cut[-1] not in "aeiouls" else cut
    return word
