"""The lexicon of triggers is sound, and its entries are found as they are written."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
import yaml

from rawi.events.triggers import NONE, triggers
from rawi.records import EVENT_KINDS, Analysis

Reader = Callable[..., Analysis]


@pytest.fixture(scope="module")
def written() -> dict[str, dict[str, dict[str, list[str]]]]:
    data: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(files("rawi.events").joinpath("triggers.yaml").read_text("utf-8"))
    return data


def found(analysis: Analysis) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(" ".join(analysis.tokens[i].text for i in t.words), t.entry.kinds, t.entry.mode) for t in triggers(analysis.tokens)]


def test_every_kind_is_plovers_and_no_word_is_of_two(written: dict[str, dict[str, dict[str, list[str]]]]) -> None:
    assert set(written) == {*EVENT_KINDS, "ambiguous", "irregular"}
    assert all(set(kinds) <= {*EVENT_KINDS, NONE} for kinds in written["ambiguous"].values())
    for sort in ("verbs", "nouns", "phrases"):
        words = [w for kind in EVENT_KINDS for listed in written[kind].values() for w in dict.fromkeys(listed.get(sort, ()))]
        assert not {w for w in words if words.count(w) > 1}
        assert all(w == w.lower() and w.split() for w in words)


def test_entries_are_found_in_every_form(analysed: Reader) -> None:
    assert found(analysed("Two men abducted a nurse near Harun."))[0] == ("abducted", ("ASSAULT",), "abduct")
    assert found(analysed("Gunmen fled."))[0][1] == (NONE, "ASSAULT")
    assert found(analysed("Two car bombs went off in Harun."))[0][1:] == (("ASSAULT",), "explosives")
    assert found(analysed("They held two nurses hostage."))[0] == ("held hostage", ("ASSAULT",), "abduct")


def test_hyphens_and_possessives_are_read_as_the_analysis_parts_them(analysed: Reader) -> None:
    assert found(analysed("The two armies agreed on a cease-fire."))[-1][:2] == ("cease - fire", ("RETREAT",))
    assert found(analysed("The donors' conference opened in Tarun."))[0][:2] == ("donors ' conference", ("CONSULT",))


def test_an_entry_is_only_found_as_the_part_of_speech_that_it_is(analysed: Reader) -> None:
    assert not [row for row in found(analysed("In March the river froze.")) if row[1] == ("PROTEST",)]


def test_a_longer_entry_outranks_a_shorter(analysed: Reader) -> None:
    ((words, kinds, _),) = found(analysed("They turned down the offer."))[:1]
    assert (words, kinds) == ("turned down", ("REJECT",))
