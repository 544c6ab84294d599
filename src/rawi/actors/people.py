"""The nouns of people.yaml: what kind of somebody each says, in the singular and the plural."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rawi.records import MentionKind

_IES = "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class People:
    """people.yaml, plurals with it."""

    kinds: dict[str, MentionKind]
    """ "person" for one, "many" for several, "organization" for a body or several, by the noun as printed, in lower case."""
    of_whom: frozenset[str]
    belonging: frozenset[str]
    acting_for: frozenset[str]
    anew: frozenset[str]
    numbers: dict[str, str]
    """Figures for numbers in words."""


@cache
def people() -> People:
    """The vocabulary, read once."""
    data: dict[str, Any] = yaml.load(files(__package__).joinpath("people.yaml").read_text("utf-8"), yaml.CSafeLoader)
    irregular: dict[str, str] = data["irregular"]

    def plural(word: str) -> str:
        return irregular.get(word) or _plural(word)

    persons = [word for row in data["persons"] for word in row]
    kinds: dict[str, MentionKind] = {form: "organization" for word in data["bodies"] for form in (word, plural(word))}
    kinds |= dict.fromkeys(map(plural, persons), "many") | dict.fromkeys(persons, "person") | dict.fromkeys(data["several"], "many")
    return People(
        kinds=kinds,
        of_whom=frozenset(form for word in data["of_whom"] for form in (word, plural(word))),
        belonging=frozenset(map(plural, data["belonging"])),
        acting_for=frozenset(map(plural, data["acting_for"])),
        anew=frozenset(data["anew"]),
        numbers={word: str(number) for word, number in data["numbers"].items()},
    )


def _plural(word: str) -> str:
    """The plural of an English noun, by rule."""
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] in _IES:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
