"""The word lists of the analysis room, read from ``nouns.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Nouns:
    """Lower-cased words, plurals included where a plural makes sense; ``singular`` maps a plural to its entry."""

    titles: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    offices: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    generic: frozenset[str]
    documents: frozenset[str]
    others: frozenset[str]
    of_two: frozenset[str]
    rulers: frozenset[str]
    lands: frozenset[str]
    governments: frozenset[str]
    groups: frozenset[str]
    serving: frozenset[str]
    singular: dict[str, str]
    describing: frozenset[str]
    """The words that say what somebody is."""


_COUNTED = ("roles", "bodies", "documents", "lands", "groups", "serving")


@cache
def nouns() -> Nouns:
    """Read the lists that lie beside this module."""
    data = _yaml("nouns.yaml")
    singular = {form: word for name in _COUNTED for word in data[name] for form in (word, plural(word))}
    lists = {name: frozenset(w.lower() for w in row) for name, row in data.items()}
    for name in _COUNTED:
        lists[name] |= frozenset(plural(w) for w in lists[name])
    describing = frozenset[str]().union(*(lists[name] for name in ("titles", "offices", "roles", "bodies", "rulers")))
    return Nouns(**lists, singular=singular, describing=describing)


def _yaml(name: str) -> dict[str, list[str]]:
    data: dict[str, list[str]] = yaml.load(files(__package__).joinpath(name).read_text("utf-8"), yaml.CSafeLoader)
    return data


def plural(word: str) -> str:
    """Return the plural of an English noun."""
    irregular = {
        "man": "men",
        "woman": "women",
        "person": "persons",
        "people": "people",
        "wife": "wives",
        "forces": "forces",
        "police": "police",
    }
    if word in irregular:
        return irregular[word]
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
