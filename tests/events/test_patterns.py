"""The linter of relations.yaml."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest
import yaml

import rawi.events
from rawi.events.patterns import PREPOSITIONS, Side, noun_forms, patterns, verb_forms
from rawi.records import RELATION_KINDS

TEXT = files(rawi.events).joinpath("relations.yaml").read_text("utf-8")
DATA = yaml.safe_load(TEXT)
FIELDS = {
    "verbs": {"kind", "reversed", "dates", "carries", "unless", "past", "doubles"},
    "nouns": {"kind", "several", "before", "prepositions", "reversed"},
    "deeds": {"kind", "to", "by"},
    "phrases": {"kind", "reversed"},
    "compounds": {"kind", "reversed"},
}
BASE = {kind for kind in RELATION_KINDS if not kind.startswith("formerly_")}


def test_every_kind_says_what_may_stand_on_either_side() -> None:
    assert set(DATA["kinds"]) == BASE
    for kind, sides in DATA["kinds"].items():
        assert sides.keys() == {"subject", "object"}, kind
        assert {side for row in sides.values() for side in row} <= set(get_args(Side)), kind


@pytest.mark.parametrize("section", FIELDS)
def test_every_entry_has_a_known_kind_and_known_fields(section: str) -> None:
    for word, row in DATA[section].items():
        assert row.keys() <= FIELDS[section], word
        assert {row["kind"], row.get("several", "leads"), row.get("before", "leads")} <= set(RELATION_KINDS), word
        assert row.get("dates", "start") in ("start", "end"), word


def test_what_is_given_makes_a_known_tie() -> None:
    assert set(DATA["gifts"]) <= BASE
    assert max(Counter(word for row in DATA["gifts"].values() for word in row).values()) == 1


@pytest.mark.parametrize("section", [*FIELDS, "kinds"])
def test_no_word_stands_twice_and_all_stand_in_order(section: str) -> None:
    lines = TEXT.split(f"\n{section}:\n")[1].split("\n\n")[0].splitlines()
    words = [line.split(":")[0].strip() for line in lines]
    assert [word for word, n in Counter(words).items() if n > 1] == []
    assert words == sorted(words)
    assert words == list(DATA[section])


def test_phrases_end_in_a_preposition() -> None:
    assert [phrase for phrase in DATA["phrases"] if phrase.split()[-1] not in PREPOSITIONS] == []


def test_lists_hold_lower_case_words_and_none_twice() -> None:
    for name, row in DATA["words"].items():
        assert all(isinstance(word, str) and word == word.lower() and " " not in word for word in row), name
        assert [word for word, n in Counter(row).items() if n > 1] == [], name


@pytest.mark.parametrize(
    ("word", "row", "forms"),
    [
        ("finance", {}, {"finance", "finances", "financed", "financing"}),
        ("supply", {}, {"supply", "supplies", "supplied", "supplying"}),
        ("control", {"doubles": True}, {"control", "controls", "controlled", "controlling"}),
        ("lead", {"past": ["led"]}, {"lead", "leads", "led", "leading"}),
        ("oversee", {"past": ["oversaw", "overseen"]}, {"oversee", "oversees", "oversaw", "overseen", "overseeing"}),
    ],
)
def test_forms_of_a_verb(word: str, row: dict[str, object], forms: set[str]) -> None:
    assert verb_forms(word, row) == forms


def test_forms_of_a_noun() -> None:
    assert noun_forms("spokesman") == {"spokesman", "spokesmen"}
    assert noun_forms("wife") == {"wife", "wives"}
    assert noun_forms("chief") == {"chief", "chiefs"}
    assert noun_forms("secretary-general") == {"secretary", "secretaries"}
    assert patterns().nouns["general"][0].after == "secretary"
