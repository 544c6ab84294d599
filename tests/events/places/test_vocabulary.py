"""places.yaml is held to what a person who adds to it may get wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from rawi.events.places.vocabulary import vocabulary
from rawi.gazetteer import country, lookup

FILE = Path(__file__).parents[3] / "src/rawi/events/places/places.yaml"
DATA = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.mark.parametrize("name", [name for name, value in DATA.items() if isinstance(value, list)])
def test_a_list_is_of_words_in_small_letters_and_none_stands_twice(name: str) -> None:
    words = DATA[name]
    assert all(isinstance(word, str) and word == word.lower() for word in words), "quote what YAML takes for a truth value"
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)


def test_every_sign_is_of_a_country() -> None:
    for code in vocabulary().signs.values():
        country(code)


def test_a_common_word_is_the_name_of_some_place() -> None:
    assert [word for word in DATA["common"] if not lookup(word)] == []


def test_every_weight_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in FILE.parent.glob("*.py"))
    named = {name for part in ("found", "meant") for name in DATA[part] if not name.startswith("entity ")}
    assert {name for name in named if name.partition(", but")[0] not in code} == set()
