"""Readings go in and come out, twice in changes nothing, and a better reading replaces what was derived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rawi.ledger import Ledger
from rawi.records import (
    Event,
    Given,
    Harm,
    Loaded,
    Maker,
    Original,
    Party,
    Period,
    Place,
    Quantity,
    Reading,
    Relation,
    Skipped,
    Span,
    Time,
)

Tell = Callable[..., Reading]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "rawi.db") as ledger:
        yield ledger


@pytest.fixture
def full(tell: Tell) -> Reading:
    """A reading with a record of every type."""
    told = tell("a.txt", "The Lusk Post", "2024-01-02", ("Ane Dorr", "said", "six shells hit the mill at Lusk", "claimed"))
    document, maker, claim, span = told.document.id, Maker("coder", "3", (("model", "x"),)), told.claims[0].id, (Span(0, 8),)
    who = Party("Ane Dorr", span)
    return replace(
        told,
        relations=(
            Relation(
                id="r1",
                document=document,
                claim=claim,
                subject=who,
                object=Party("the mill", (Span(28, 36),)),
                kind="leads",
                since="2020",
                until=None,
                evidence=span,
                maker=maker,
            ),
        ),
        events=(
            Event(
                id="e1",
                document=document,
                claim=claim,
                kind="ASSAULT",
                mode="explosives",
                status="done",
                source=(),
                target=(Party("the mill", (Span(28, 36),)),),
                instruments=(Party("six shells", (Span(14, 24),)),),
                harm=(Harm("wounded", who, 1, 2, part=True),),
                date=Period("2024-01-01", "2024-01-01", "Monday"),
                place=Place("Lusk", "Lusk", "QQ", 1.5, -2.5, 7),
                evidence=span,
                maker=maker,
            ),
        ),
        times=(
            Time(document=document, start=0, end=3, text="Ane", kind="DATE", value="2024", since="2024-01-01", until=None, maker=maker),
        ),
        quantities=(
            Quantity(
                document=document,
                claim=claim,
                value=6,
                low=None,
                high=None,
                approximate=True,
                unit="shells",
                of=9,
                evidence=span,
                maker=maker,
            ),
        ),
        loaded=(Loaded(document=document, start=0, end=3, text="Ane", about="person:ane dorr", reason="scorn", maker=maker),),
    )


def test_everything_stored_comes_back_as_it_was(ledger: Ledger, full: Reading) -> None:
    assert ledger.store(full) == "new"
    assert tuple(ledger.documents()) == (full.document,)
    assert tuple(ledger.claims()) == full.claims
    assert [(m.start, m.end, m.text, m.kind, m.key) for m in ledger.mentions()] == [
        (m.start, m.end, m.text, m.kind, m.key) for m in full.mentions
    ]
    assert tuple(ledger.events()) == full.events
    assert tuple(ledger.times()) == full.times
    assert tuple(ledger.quantities()) == full.quantities
    assert tuple(ledger.relations()) == full.relations
    assert [replace(word, about=None) for word in ledger.loaded()] == [replace(full.loaded[0], about=None)]
    assert ledger.find("e1") == full.events[0]


def test_storing_the_same_reading_again_changes_nothing(ledger: Ledger, full: Reading) -> None:
    ledger.store(full)
    before = list(ledger.records())
    assert ledger.store(full) == "replaced"
    assert list(ledger.records()) == before


def test_a_newer_reading_replaces_what_was_derived_and_keeps_decisions(ledger: Ledger, tell: Tell) -> None:
    old = tell("a.txt", None, None, ("Ane Dorr", "said", "the mill at Lusk burned down", "claimed"))
    ledger.store(old)
    decision = ledger.decide(old.claims[0].id, "reject", by="Kim", note="misread")
    newer = replace(old, claims=(), maker=Maker("rawi", "2"))
    assert ledger.current(old.document.sha256, old.maker)
    assert not ledger.current(old.document.sha256, newer.maker)
    ledger.store(newer)
    assert ledger.current(old.document.sha256, newer.maker)
    assert list(ledger.claims()) == []
    assert list(ledger.claims(search="mill")) == []
    assert [document.id for document in ledger.documents(search="mill")] == [old.document.id]
    assert list(ledger.decisions()) == [decision]


def test_the_original_is_kept_with_what_came_beside_it(ledger: Ledger, tell: Tell) -> None:
    given = Given(outlet="The Lusk Post", authors=("Ane Dorr", "Kim"), published="2024-01-02")
    original = Original(data=b"\x00\xff" * 5000, path="a.pdf", url="https://lusk.example/a", media_type="application/pdf", given=given)
    told = tell("a.pdf", None, None, (None, "", "the mill at Lusk burned down", "asserted"))
    ledger.store(replace(told, original=original))
    assert ledger.originals() == [told.document.id]
    assert ledger.original(told.document.id) == original
    assert ledger.originals(other_than=told.maker) == []
    assert ledger.originals(other_than=Maker("rawi", "2")) == [told.document.id]


def test_what_is_skipped_twice_is_one_record_and_gone_once_it_is_read(ledger: Ledger, tell: Tell) -> None:
    for _ in range(2):
        ledger.skip(Skipped(path="a.txt", reason="a.txt: empty"))
        ledger.skip(Skipped(path="b.txt", reason="b.txt: locked"))
    assert [skip.path for skip in ledger.skips()] == ["a.txt", "b.txt"]
    ledger.store(tell("a.txt", None, None, (None, "", "the mill at Lusk burned down", "asserted")))
    assert list(ledger.skips()) == [Skipped(path="b.txt", reason="b.txt: locked")]


def test_a_file_name_that_is_no_text_is_kept_readable(ledger: Ledger, tell: Tell) -> None:
    ledger.store(tell("caf\udce9.txt", None, None, (None, "", "the mill at Lusk burned down", "asserted")))
    ledger.skip(Skipped(path="b\udcff", reason="b\udcff: locked"))
    assert [document.path for document in ledger.documents()] == ["caf\\udce9.txt"]
    assert [skip.path for skip in ledger.skips()] == ["b\\udcff"]


def test_a_reading_that_contradicts_itself_leaves_the_ledger_as_it_was(ledger: Ledger, full: Reading) -> None:
    ledger.store(full)
    before = list(ledger.records())
    with pytest.raises(Exception, match="UNIQUE"):
        ledger.store(replace(full, claims=full.claims * 2))
    assert list(ledger.records()) == before
