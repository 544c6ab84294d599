"""The words of moods.yaml, loaded once: by the forms they are printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from rawi.events.patterns import listed_forms, noun_forms
from rawi.records import EventStatus

GOVERNING: tuple[EventStatus, ...] = ("planned", "threatened", "negated", "hypothetical")
"""The kinds of governors that change how something stands, the first that has a word before the others."""


@dataclass(frozen=True, slots=True)
class Moods:
    """moods.yaml. Governors are verbs and nouns alike, ``doubting`` verbs, both in every form; the others stand as they are."""

    governors: Mapping[str, frozenset[str]]
    doubting: frozenset[str]
    conditional: frozenset[str]
    nobody: frozenset[str]


@cache
def moods() -> Moods:
    """The moods of this room."""
    data = yaml.load(files(__package__).joinpath("moods.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return Moods(
        governors={
            kind: frozenset(form for word in words for form in listed_forms(word, data) | noun_forms(word))
            for kind, words in data["governors"].items()
        },
        doubting=frozenset(form for word in data["doubting"] for form in listed_forms(word, data)),
        conditional=frozenset(data["conditional"]),
        nobody=frozenset(data["nobody"]),
    )
