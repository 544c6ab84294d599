"""The words of relations.yaml, loaded once: by the forms they are printed in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import yaml

from rawi.records import RelationKind

Side = Literal["person", "body", "state"]
Dated = Literal["start", "end"]
Entry: TypeAlias = Mapping[str, Any]
_ES = re.compile(r"(?:s|x|z|ch|sh|cho|[dgt]o)$")
PARTICLES = frozenset({"away", "off", "over", "up"})
PREPOSITIONS = frozenset({"for", "from", "in", "into", "of", "to", "with"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """The tie that a word makes, and how: the fields of relations.yaml. ``between`` are the words from it to its preposition, without
    hyphens ("general" of "secretary-general")."""

    kind: RelationKind
    reversed: bool = False
    prepositions: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    dates: Dated | None = None
    several: RelationKind | None = None
    before: RelationKind | None = None
    carries: bool = False
    unless: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    after: str | None = None
    """The word that must stand before it, with a hyphen or without: the "prime" of "prime minister"."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """relations.yaml. Verbs, nouns and phrases are found by any form of their first, last and first word."""

    sides: Mapping[str, tuple[frozenset[Side], frozenset[Side]]]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    phrases: Mapping[str, tuple[Pattern, ...]]
    deeds: Mapping[str, Pattern]
    compounds: Mapping[str, Pattern]
    gifts: Mapping[str, RelationKind]
    givers: frozenset[str]
    takers: frozenset[str]
    words: Mapping[str, frozenset[str]]


@cache
def patterns() -> Patterns:
    """The patterns of this room."""
    data = yaml.load(files(__package__).joinpath("relations.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return Patterns(
        sides={kind: (frozenset(row["subject"]), frozenset(row["object"])) for kind, row in data["kinds"].items()},
        verbs=_by_form((form, _verb(name, row)) for name, row in data["verbs"].items() for form in verb_forms(name.split()[0], row)),
        nouns=_by_form(pair for name, row in data["nouns"].items() for pair in _nouns(name, row)),
        phrases=_by_form((name.split()[0], _phrase(name, row)) for name, row in data["phrases"].items()),
        deeds={word: _pattern(row, tuple(row["to"])) for word, row in data["deeds"].items()},
        compounds={word: _pattern(row) for word, row in data["compounds"].items()},
        gifts={word: kind for kind, row in data["gifts"].items() for word in row},
        givers=_forms(data["givers"]),
        takers=_forms(data["takers"]),
        words={name: frozenset(row) for name, row in data["words"].items()},
    )


def verb_forms(word: str, row: Entry) -> set[str]:
    """The forms of an English verb; ``past`` names the irregular ones, ``doubles`` says that the last letter is doubled."""
    stem = word + word[-1] if row.get("doubles") else word
    third = _with_s(word)
    if word.endswith("e") and not word.endswith("ee"):
        past, ing = word + "d", word[:-1] + "ing"
    elif word.endswith("e"):
        past, ing = word + "d", word + "ing"
    else:
        past, ing = (word[:-1] + "ied" if _consonant_y(word) else stem + "ed"), stem + "ing"
    return {word, third, ing, *row.get("past", [past])}


def listed_forms(word: str, data: Entry) -> set[str]:
    """The forms of a verb of a file that lists ``irregular`` verbs with their past forms, and those ``doubling`` their last letter."""
    past = {"past": data["irregular"][word]} if word in data["irregular"] else {}
    return verb_forms(word, {"doubles": word in data["doubling"], **past})


def noun_forms(name: str) -> set[str]:
    """The last word of a noun, or the head of a hyphened one, in singular and plural."""
    word = name.split()[-1]
    word = word if word.startswith("co-") else word.split("-")[0]
    return {word, plural(word)}


def plural(word: str) -> str:
    """The plural of an English noun."""
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    return word[:-2] + "ves" if word.endswith("fe") else _with_s(word)


def _with_s(word: str) -> str:
    """The third person of a verb, and the plural of most nouns."""
    if _consonant_y(word):
        return word[:-1] + "ies"
    return word + ("es" if _ES.search(word) else "s")


def _forms(rows: Mapping[str, Entry]) -> frozenset[str]:
    return frozenset(form for word, row in rows.items() for form in verb_forms(word, row))


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"


def _by_form(rows: Iterable[tuple[str, Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    found: defaultdict[str, list[Pattern]] = defaultdict(list)
    for form, pattern in rows:
        found[form].append(pattern)
    return {form: tuple(sorted(rows, key=lambda p: (-len(p.between), p.after is None))) for form, rows in found.items()}


def _verb(name: str, row: Entry) -> Pattern:
    rest = name.split()[1:]
    takes = tuple(rest[-1:]) if rest and rest[-1] in PREPOSITIONS else ()
    return _pattern(row, takes, tuple(rest[: len(rest) - len(takes)]))


def _nouns(name: str, row: Entry) -> Iterator[tuple[str, Pattern]]:
    """By each form of a noun, and of a hyphened one by its last word too, for the parser may take either for its head."""
    takes, words = tuple(row.get("prepositions", ["of"])), name.split()
    first, *hyphened = [name] if name.startswith("co-") else words[-1].split("-")
    for form in noun_forms(name):
        yield form, _pattern(row, takes, tuple(hyphened), words[0] if len(words) > 1 else None)
    if hyphened:
        yield hyphened[-1], _pattern(row, takes, after=[first, *hyphened][-2])


def _phrase(name: str, row: Entry) -> Pattern:
    _, *between, preposition = name.split()
    return _pattern(row, (preposition,), tuple(between))


def _pattern(row: Entry, prepositions: tuple[str, ...] = (), between: tuple[str, ...] = (), after: str | None = None) -> Pattern:
    return Pattern(
        kind=row["kind"],
        reversed=row.get("reversed", False),
        prepositions=prepositions,
        between=between,
        dates=row.get("dates"),
        several=row.get("several"),
        before=row.get("before"),
        carries=row.get("carries", False),
        unless=tuple(row.get("unless", ())),
        by=tuple(row.get("by", ())),
        after=after,
    )
