"""harm.yaml is held to what a person who adds to it may get wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from rawi.records import Effect

FILE = Path(__file__).parents[3] / "src/rawi/events/harm/harm.yaml"
DATA = yaml.safe_load(FILE.read_text("utf-8"))


def lists(data: Any, name: str = "") -> Iterator[tuple[str, list[Any]]]:
    if isinstance(data, list):
        yield name, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from lists(value, f"{name}/{key}")


@pytest.mark.parametrize(("name", "words"), [*lists(DATA)])
def test_a_list_is_of_words_and_none_stands_twice(name: str, words: list[Any]) -> None:
    assert all(isinstance(word, str) for word in words), "quote what YAML takes for a truth value"
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)


@pytest.mark.parametrize("part", ["verbs", "states", "conditions", "nouns"])
def test_every_effect_is_one_that_there_is(part: str) -> None:
    assert set(DATA[part]) <= set(get_args(Effect))


def test_a_word_is_of_people_or_of_things_or_of_neither() -> None:
    people, things, abstract = (set(DATA["words"][name]) for name in ("people", "things", "abstract"))
    assert (people & things, people & abstract, things & abstract) == (set(), set(), set())


def test_every_word_in_capitals_is_a_class() -> None:
    named = {word for _, words in lists(DATA["verbs"]) for phrase in words for word in phrase.split() if word.isupper()}
    named |= {word for _, words in lists(DATA["conditions"]) for phrase in words for word in phrase.split() if word.isupper()}
    assert named == set(DATA["classes"])


def test_what_is_irregular_or_doubled_is_a_verb_of_the_file() -> None:
    verbs = {phrase.split()[0] for _, words in lists(DATA["verbs"]) for phrase in words}
    verbs |= set(DATA["words"]["finding"])
    assert {*DATA["irregular"], *DATA["doubling"]} <= verbs
