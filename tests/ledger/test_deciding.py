"""What people decide about actors binds, is never lost, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rawi.actors import MERGE
from rawi.errors import DecisionConflict, InputError, NotFound
from rawi.ledger import Ledger, from_ijson, to_ijson
from rawi.pipeline.settle import settle
from rawi.records import Maker, Reading

Tell = Callable[..., Reading]


@pytest.fixture
def readings(tell: Tell) -> list[Reading]:
    said = ("said", "the mill was empty", "claimed")
    names = ("Ane Dorr", "Ivo Tamm", "Lusk Quist", "Anne Doore")
    return [tell(f"{n}.txt", f"Outlet {n}", "2024-01-02", (name, *said)) for n, name in enumerate(names)]


@pytest.fixture
def ledger(tmp_path: Path, readings: list[Reading]) -> Iterator[Ledger]:
    with Ledger(tmp_path / "rawi.db") as ledger:
        for reading in readings:
            ledger.store(reading)
        settle(ledger)
        yield ledger


def actors(ledger: Ledger) -> set[frozenset[str]]:
    settle(ledger)
    return {frozenset(name.text for name in actor.names) for actor in ledger.actors()}


def test_same_joins_and_undo_parts(ledger: Ledger) -> None:
    before = actors(ledger)
    decision = ledger.judge("Ane Dorr", "Ivo Tamm", "same", "lena", "one pen name")
    assert frozenset({"Ane Dorr", "Ivo Tamm"}) in actors(ledger)
    ledger.retract(decision.id)
    assert actors(ledger) == before
    assert [(d.verdict, d.by, d.note, d.retracted) for d in ledger.decisions()] == [("same", "lena", "one pen name", True)]


def test_a_decision_outlives_every_re_reading(ledger: Ledger, readings: list[Reading]) -> None:
    ledger.judge("Ane Dorr", "Ivo Tamm", "same", "lena")
    for reading in readings:
        ledger.store(replace(reading, maker=Maker("rawi", "2")))
    assert frozenset({"Ane Dorr", "Ivo Tamm"}) in actors(ledger)


def test_different_parts_what_was_joined_whichever_name_or_id_says_so(ledger: Ledger) -> None:
    ledger.judge("Ane Dorr", "Ivo Tamm", "same", "lena")
    settle(ledger)
    ledger.judge("ivo tamm", "ANE DORR", "different", "omar")
    assert frozenset({"Ane Dorr", "Ivo Tamm"}) not in actors(ledger)


def test_a_contradiction_is_refused_and_says_what_to_undo(ledger: Ledger) -> None:
    ledger.judge("Ane Dorr", "Ivo Tamm", "same", "lena")
    against = ledger.judge("person:lusk quist", "person:ivo tamm", "different", "omar")
    before = list(ledger.decisions())
    with pytest.raises(DecisionConflict, match=f"rawi undo {against.id}"):
        ledger.judge("Ane Dorr", "Lusk Quist", "same", "lena")
    ledger.judge("person:lusk quist", "person:anne doore", "same", "lena")
    with pytest.raises(DecisionConflict):
        ledger.judge("person:anne doore", "person:ane dorr", "same", "lena")
    assert list(ledger.decisions())[: len(before)] == before


def test_who_is_not_there_is_said(ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="Nobody Atall"):
        ledger.judge("Ane Dorr", "Nobody Atall", "same", "lena")


def test_a_doubt_that_was_decided_is_asked_no_more(tmp_path: Path, tell: Tell) -> None:
    said = ("said", "the mill was empty", "claimed")
    with Ledger(tmp_path / "doubt.db") as ledger:
        ledger.store(tell("a.txt", None, None, ("Karim Zuwara", *said)))
        ledger.store(tell("b.txt", None, None, ("Karim B. Zuwara", *said)))
        settle(ledger)
        (doubt,) = ledger.doubts(MERGE)
        assert doubt.reasons and 0.5 <= doubt.score < MERGE
        ledger.judge(*doubt.keys, "unsure", "lena")
        settle(ledger)
        assert list(ledger.doubts(MERGE)) == []


def test_decisions_travel_in_nomenklaturas_lines(ledger: Ledger, tmp_path: Path, readings: list[Reading]) -> None:
    ledger.judge("Ane Dorr", "Ivo Tamm", "same", "lena")
    ledger.judge("Lusk Quist", "Ivo Tamm", "different", "omar")
    lines = list(to_ijson(ledger.decisions()))
    with Ledger(tmp_path / "other.db") as other:
        for reading in readings:
            other.store(reading)
        for line in lines:
            decision = from_ijson(line, {})
            assert decision is not None
            other.adopt(decision)
            other.adopt(decision)
        assert actors(other) == actors(ledger)
        assert list(to_ijson(other.decisions())) == lines


def test_a_wikidata_item_of_a_pack_stands_for_its_actor() -> None:
    decision = from_ijson('["person:ane dorr", "Q1", "positive", 0.9, "lena", "2024-01-02"]', {"Q1": "known:dorr"})
    assert decision is not None
    assert (decision.subject, decision.other, decision.verdict, decision.by) == ("known:dorr", "person:ane dorr", "same", "lena")
    assert from_ijson('["a", "b", "no_judgement", 0.3, null, null]', {}) is None


@pytest.mark.parametrize(
    "line", ["{}", "no json", '["a", "b"]', '["person:a", "Q9", "positive", null, "x", "y"]', '["person:a", "person:b", "maybe", 1, 2, 3]']
)
def test_what_is_no_such_line_is_refused(line: str) -> None:
    with pytest.raises(InputError):
        from_ijson(line, {})
