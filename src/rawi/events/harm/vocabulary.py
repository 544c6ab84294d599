"""The words of harm.yaml, loaded once: by the forms they are printed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal, get_args

import yaml

from rawi.events.numbers import singular, times
from rawi.events.patterns import listed_forms, noun_forms
from rawi.records import Effect, Token

Suffers = Literal["object", "subject", "either", "people", "passive", "things", "hundreds"]
Named = Literal["of", "people", "only", "to"]
_PEOPLE_ENDS = ("man", "men", "woman", "women", "ist", "ists")
_ENTITIES = {"PERSON": "people", "NORP": "people", "GPE": "things", "LOC": "things", "FAC": "things"}
_NO_HARMED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "LAW", "LANGUAGE", "EVENT", "WORK_OF_ART"})
_EITHER = frozenset(
    {"they", "them", "those", "others", "themselves", "we", "us", "you", "some", "many", "several", "both", "all", "another"}
)
_OTHERS = frozenset({"them", "others", "we", "us"})


@dataclass(frozen=True, slots=True)
class Verb:
    """One meaning of a verb: its effect, who suffers it, and the words that must follow, each a set of alternatives."""

    effect: Effect
    suffers: Suffers
    rest: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Noun:
    effect: Effect
    named: Named


@dataclass(frozen=True)
class Vocabulary:
    """harm.yaml. Verbs stand under every form, those with the most following words first."""

    verbs: Mapping[str, tuple[Verb, ...]]
    states: Mapping[str, Effect]
    conditions: Mapping[str, tuple[tuple[Effect, frozenset[str]], ...]]
    nouns: Mapping[str, Noun]
    none_of: Mapping[str, tuple[Effect, ...]]
    tolls: Mapping[tuple[str, ...], Effect]
    words: Mapping[str, frozenset[str]]

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that a statement of harm turns on; none is told without one of them."""
        return frozenset().union(
            self.verbs, self.states, self.conditions, self.nouns, self.none_of, self.words["bodies"], self.words["of_tolls"]
        )


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of harm."""
    data = yaml.load(files(__package__).joinpath("harm.yaml").read_text("utf-8"), yaml.CSafeLoader)
    words = {name: frozenset(listed) for name, listed in data["words"].items()}
    for name in ("people", "things", "fighters", "collective"):
        words[name] |= frozenset(form for word in words[name] for form in noun_forms(word))
    conditions: defaultdict[str, list[tuple[Effect, frozenset[str]]]] = defaultdict(list)
    for effect, listed in data["conditions"].items():
        for phrase in listed:
            preposition, word = phrase.split()
            conditions[preposition].append((effect, _alternatives(word, data)))
    words["finding"] = frozenset(form for word in words["finding"] for form in listed_forms(word, data))
    return Vocabulary(
        verbs=_verbs(data),
        states={word: effect for effect, listed in data["states"].items() for word in listed},
        conditions={preposition: tuple(rows) for preposition, rows in conditions.items()},
        nouns={form: Noun(effect, named) for effect, named, word in _listed(data["nouns"]) for form in noun_forms(word)},
        none_of={word: tuple(effects) for word, effects in data["none_of"].items()},
        tolls={tuple(phrase.split()): effect for phrase, effect in data["tolls"].items()},
        words=words,
    )


def kind(head: Token) -> Literal["people", "things", "either", "neither"]:
    """What the head of a phrase names, as far as its word tells."""
    words, word = vocabulary().words, head.text.lower()
    if head.tag.startswith("PRP") or word in _EITHER:
        return "either" if word in _EITHER else "things" if word in ("it", "itself") else "people"
    if head.tag == "CD":
        return "either"
    if word in words["people"]:
        return "people"
    if word in words["collective"] and word not in words["things"]:
        return "either"
    if word in words["things"]:
        return "things"
    entity = head.entity[2:]
    if word in words["abstract"] | words["bodies"] or entity in _NO_HARMED or singular(word) in times():
        return "neither"
    if word.endswith(tuple(words["abstract_endings"])):
        return "neither"
    if word.endswith(_PEOPLE_ENDS):
        return "people"
    return "people" if _ENTITIES.get(entity) == "people" else "things" if entity in _ENTITIES else "either"


def fits(effect: Effect, head: Token, sure: bool) -> bool:
    """Whether ``head`` can suffer ``effect``; with ``sure`` it must be known to be people, or things where things are damaged."""
    what, word, words = kind(head), head.text.lower(), vocabulary().words
    if word in words["gathering"]:
        return True
    if sure and effect == "damaged":
        return what == "things"
    if sure:
        return what == "people" or word in _OTHERS
    if what == "either" and effect != "damaged" and head.tag == "NN" and not _one_person(word):
        return False
    if effect == "displaced" and (word in words["fighters"] or word in vocabulary().states):
        return False
    return what in (("things", "either") if effect == "damaged" else ("people", "either"))


def surely(head: Token) -> bool:
    """Whether ``head`` is known to be people, or its ending says so."""
    return kind(head) == "people" or _one_person(singular(head.text)) or head.text.lower() in _EITHER


def _one_person(word: str) -> bool:
    """Whether a singular noun that is on no list is a person's, or stands for one."""
    words = vocabulary().words
    known = word in vocabulary().states or any(word in words[name] for name in ("ordinals", "nobody", "pronouns_of_one", "collective"))
    return known or word.endswith(("one", "body", *words["person_endings"]))


def _verbs(data: Mapping[str, Any]) -> dict[str, tuple[Verb, ...]]:
    found: defaultdict[str, list[Verb]] = defaultdict(list)
    for effect, suffers, phrase in _listed(data["verbs"]):
        first, *rest = phrase.split()
        verb = Verb(effect, suffers, tuple(_alternatives(word, data) for word in rest))
        for form in listed_forms(first, data):
            found[form].append(verb)
    return {form: tuple(sorted(rows, key=lambda v: -len(v.rest))) for form, rows in found.items()}


def _listed(rows: Mapping[Effect, Mapping[Any, list[str]]]) -> Iterator[tuple[Effect, Any, str]]:
    assert set(rows) <= set(get_args(Effect)), "an effect that there is not"
    return ((effect, how, word) for effect, by_how in rows.items() for how, listed in by_how.items() for word in listed)


def _alternatives(word: str, data: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(data["classes"][word]) if word.isupper() else frozenset({word})
