"""moods.yaml is held to what a person who adds to it may get wrong, and its words are found as they are printed."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

import rawi.events
from rawi.events.moods import GOVERNING, moods

DATA = yaml.safe_load(files(rawi.events).joinpath("moods.yaml").read_text("utf-8"))
LISTS = {**DATA["governors"], **{name: DATA[name] for name in ("conditional", "doubting", "nobody", "doubling")}}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_of_words_and_none_stands_twice(name: str) -> None:
    words = LISTS[name]
    assert all(isinstance(word, str) and word == word.lower() and " " not in word for word in words), "quote what YAML takes for truth"
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)


def test_what_is_irregular_or_doubled_governs_or_doubts() -> None:
    verbs = {word for words in DATA["governors"].values() for word in words} | set(DATA["doubting"])
    assert {*DATA["irregular"], *DATA["doubling"]} <= verbs


def test_no_word_governs_in_two_ways() -> None:
    kinds = [set(DATA["governors"][kind]) for kind in (*GOVERNING, "real")]
    assert [sorted(one & other) for n, one in enumerate(kinds) for other in kinds[n + 1 :] if one & other] == []


def test_governors_are_known_in_every_form() -> None:
    governors = moods().governors
    assert {"plan", "plans", "planned", "planning"} <= governors["planned"]
    assert {"swore", "sworn", "threats"} <= governors["threatened"]
    assert {"denial", "denials", "denied"} <= governors["negated"]
    assert "doubted" in moods().doubting
