"""The ledger as JSON Lines: what docs/format.md says and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rawi.export import jsonl, row
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import (
    Actor,
    Claim,
    Cluster,
    Copy,
    Decision,
    Document,
    Event,
    Harm,
    Link,
    Loaded,
    Maker,
    Mention,
    Name,
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

MAKER = Maker("rawi.test", "2", (("model", "x"),))
SPANS = (Span(0, 3), Span(5, 8))
PARTY = Party("Ane", SPANS, "a1")
TOWN = Party("Lusk", (Span(9, 13),))
ORDER = [
    *("document", "claim", "actor", "mention", "relation", "event", "time"),
    *("quantity", "loaded", "cluster", "copy", "decision", "skipped"),
]

EVENT = Event(
    id="e1",
    document="d1",
    claim="c1",
    kind="ASSAULT",
    mode=None,
    status="done",
    source=(PARTY,),
    target=(),
    instruments=(),
    harm=(Harm("killed", PARTY, 2, None), Harm("killed", PARTY, 1, 1, part=True)),
    date=Period("2024-01-01", None, "New Year"),
    place=Place("Lusk", "Lusk", None, 1.0, 2.0, 3),
    evidence=SPANS,
    maker=MAKER,
)


@pytest.fixture
def records(tell: Callable[..., Reading]) -> list[object]:
    """One record of every type."""
    document: Document = tell("a.txt", None, None).document
    link = Link("Ane", SPANS, "person", (Span(9, 12),), "a1")
    claim = Claim(id="c1", document="d1", content=SPANS, text="x", cue=(), chain=(link,), commitment="claimed", maker=MAKER)
    return [
        document,
        claim,
        Actor("a1", "Ane Dorr", "person", (Name("Ane Dorr", 1, ("Post",)),), (("wikidata", "Q1"),)),
        Mention(0, 3, "Ane", "person", key="person:ane", document="d1", actor="a1"),
        Relation(
            id="r1",
            document="d1",
            claim=None,
            subject=PARTY,
            object=TOWN,
            kind="leads",
            since="2020",
            until=None,
            evidence=SPANS,
            maker=MAKER,
        ),
        EVENT,
        Time(document="d1", start=0, end=1, text="x", kind="DATE", value="2024", since="2024-01-01", until=None, maker=MAKER),
        Quantity(document="d1", claim=None, value=2.0, low=None, high=None, approximate=False, unit="u", of=None, evidence=(), maker=MAKER),
        Loaded(document="d1", start=0, end=1, text="x", about=None, reason="r", maker=MAKER),
        Cluster(id="k1", statement="s", claims=("c1",), status="single", voices=1, voice_names=("A",), disputed_by=(), reason="r"),
        Copy(document="d1", of="d2", kind="verbatim", similarity=0.9),
        Decision(id="x1", subject="c1", verdict="v", by="b", at="t", note="", retracted=False),
        Skipped(path="a", reason="r", span=Span(1, 2)),
    ]


def sections(page: str) -> dict[str, set[str]]:
    """The fields that the page's tables list for each type."""
    found: dict[str, set[str]] = {}
    for section in page.split("\n## `")[1:]:
        kind, _, text = section.partition("`")
        table = text.split("\n| field | is |\n")[1].split("\n\n")[0]
        found[kind] = {name for line in table.splitlines() for name in re.findall(r"`(\w+)`", line.split("|")[1])}
    return found


def test_every_type_has_the_fields_that_the_page_of_the_format_lists(root: Path, records: list[object]) -> None:
    page = sections((root / "docs/format.md").read_text("utf-8"))
    assert list(page) == ORDER
    for record in records:
        shown = row(record)
        assert next(iter(shown)) == "type"
        assert set(shown) - {"type"} == page[shown["type"]]
    assert [row(record)["type"] for record in records] == ORDER


def test_dates_parties_links_and_names_are_objects(records: list[object]) -> None:
    rows: dict[str, Any] = {shown["type"]: json.loads(json.dumps(shown)) for shown in map(row, records)}
    spans = [[0, 3], [5, 8]]
    assert rows["claim"]["chain"] == [{"text": "Ane", "spans": spans, "kind": "person", "refers_to": [[9, 12]], "actor": "a1"}]
    assert rows["actor"]["names"] == [{"text": "Ane Dorr", "documents": 1, "outlets": ["Post"]}]
    assert rows["actor"]["identifiers"] == {"wikidata": "Q1"}
    assert (rows["relation"]["from"], rows["relation"]["to"]) == ("2020", None)
    assert (rows["relation"]["subject"], rows["relation"]["subject_text"]) == ("a1", "Ane")
    assert (rows["relation"]["object"], rows["relation"]["object_text"]) == (None, "Lusk")
    assert rows["event"]["date"] == {"from": "2024-01-01", "to": None, "text": "New Year"}
    ane = {"text": "Ane", "spans": spans, "actor": "a1"}
    assert rows["event"]["harm"] == [
        {"effect": "killed", "who": ane, "low": 2, "high": None, "part": False},
        {"effect": "killed", "who": ane, "low": 1, "high": 1, "part": True},
    ]
    assert rows["event"]["place"]["geonames"] == 3
    assert rows["time"]["from"] == "2024-01-01"
    assert rows["claim"]["maker"] == "rawi.test 2 model=x"
    assert rows["skipped"]["span"] == [1, 2]


def test_an_event_without_date_and_place_has_nulls() -> None:
    shown = row(replace(EVENT, date=None, place=None))
    assert shown["date"] is shown["place"] is None


def test_what_is_no_record_has_no_row() -> None:
    with pytest.raises(TypeError, match="Name is no record"):
        row(Name("x", 1, ()))


def test_a_ledger_begins_with_what_it_is_and_goes_type_by_type(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(tell("a.txt", "Lusk Post", None, ("Ane Dorr", "said", "guards closed the mill", "claimed"), opening="Ö \u2028 x. "))
        ledger.skip(Skipped(path="b.txt", reason="empty"))
        settle(ledger)
        lines = list(jsonl.lines(ledger))
    rows = [json.loads(line) for line in lines]
    assert rows[0] == {"type": "ledger", "version": 1, "made_by": rows[0]["made_by"]}
    assert rows[0]["made_by"].startswith("rawi ")
    assert [shown["type"] for shown in rows[1:]] == ["document", "claim", "actor", "mention", "cluster", "skipped"]
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)
    assert rows[2]["chain"][0]["actor"] == rows[3]["id"] == rows[4]["actor"]
    assert rows[2]["cluster"] == rows[5]["id"]


def test_half_a_surrogate_pair_does_not_break_the_file() -> None:
    class Odd:
        def records(self) -> list[object]:
            return [Skipped(path="a\ud800.txt", reason="é")]

    first, second = jsonl.lines(Odd())
    assert json.loads(second.encode("utf-8"))["path"] == "a\ud800.txt"
    assert first.encode("utf-8")
