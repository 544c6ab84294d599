"""The cue lexicon: which words attribute, how far they commit, what they take. The words are in ``cues.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rawi.records import Commitment


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its dictionary form, the commitment it makes, and what it takes in the active and in the passive voice."""

    word: str
    commitment: Commitment
    takes: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by the forms they are printed in; ``words`` are the short lists, by name."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adverbs: dict[str, Cue]
    words: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """Read the lexicon that lies beside this module."""
    data = yaml.load(files(__package__).joinpath("cues.yaml").read_text("utf-8"), yaml.CSafeLoader)
    verbs: dict[str, Cue] = {}
    for word, entry in data["verbs"].items():
        cue = Cue(word, entry.get("commitment", "claimed"), frozenset(entry["takes"]), frozenset(entry.get("passive", ())))
        verbs |= dict.fromkeys(_forms(word, entry), cue)
    nouns = {form: Cue(word, commitment) for commitment, row in data["nouns"].items() for word in row for form in (word, _plural(word))}
    adverbs = {word: Cue(word, commitment) for commitment, row in data["adverbs"].items() for word in row}
    return Lexicon(verbs, nouns, adverbs, {name: frozenset(row) for name, row in data["words"].items()})


def _forms(word: str, entry: dict[str, Any]) -> set[str]:
    """Return the forms of an English verb; ``past`` names the irregular ones, ``doubles`` a doubled last letter."""
    stem = word + word[-1] if entry.get("doubles") else word
    third = _plural(word)
    if word.endswith("e"):
        past, ing = word + "d", word[:-1] + "ing"
    elif word[-1] == "y" and word[-2] not in "aeiou":
        past, ing = word[:-1] + "ied", word + "ing"
    else:
        past, ing = stem + "ed", stem + "ing"
    if word.endswith("ee"):
        ing = word + "ing"
    return {word, third, ing, *entry.get("past", [past])}


def _plural(word: str) -> str:
    if word[-1] == "y" and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
