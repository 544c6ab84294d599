"""Coded events and incidents held against records made up for this test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_events, evaluate_incidents
from rawi.evaluation.events import Coded, hits
from rawi.evaluation.fillers import Incident, count
from rawi.evaluation.incidents import find_incidents
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import Event, Maker, Party, Reading

RECORD = {"id": "1", "text": "Lusk accused Orland of theft.", "event": "DISAPPROVE", "source": ["LUSK"], "target": ["Orland"]}


def event(kind: str, source: str, target: str) -> Event:
    nothing: dict[str, Any] = dict.fromkeys(("claim", "mode", "date", "place"))
    sides = {"source": (Party(source, ()),), "target": (Party(target, ()),), "instruments": (), "harm": (), "evidence": ()}
    return Event(id="e", document="d", kind=kind, status="done", maker=Maker("t", "1"), **nothing, **sides)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], (0, 0, 0, 0)),
        ([event("ACCUSE", "the city of Lusk", "orland")], (1, 1, 1, 1)),
        ([event("ACCUSE", "Lusk", "Corvin"), event("ACCUSE", "Corvin", "Orland")], (1, 1, 1, 0)),
        ([event("REJECT", "Lusk", "Orland")], (0, 0, 0, 0)),
    ],
)
def test_an_event_has_the_kind_under_its_newer_name_and_each_side(events: list[Event], expected: tuple[int, ...]) -> None:
    record = Coded("1", "x", "DISAPPROVE", ("LUSK",), ("Orland",))
    assert tuple(one.right for one in hits(record, events).values()) == expected


def incident(*, kind: str = "BOMBING", optional: bool = False, sure: str | None = None, **fillers: list[tuple[str, ...]]) -> Incident:
    who = fillers.get("perpetrator_organizations", [])
    return Incident(
        kind, {role: tuple(names) for role, names in fillers.items()}, tuple((sure, who[0]) for sure in (sure,) if sure), optional
    )


def test_fillers_count_once_and_optional_ones_neither_way() -> None:
    marked = [
        incident(perpetrator_organizations=[("HARBOUR GUARD", "GUARD")], sure="POSSIBLE", human_targets=[("TWO MINERS",)]),
        incident(kind="ARSON", optional=True, human_targets=[("A CLERK",)]),
    ]
    found = [
        incident(perpetrator_organizations=[("the Harbour Guard",)], sure="POSSIBLE", human_targets=[("miners",), ("clerk",)]),
        incident(kind="ARSON", human_targets=[("miners",), ("an entirely different man",)]),
    ]
    counts = {name: (one.right, one.predicted, one.marked) for name, one in count(marked, found).items()}
    assert counts["type"] == (1, 1, 1)
    assert counts["perpetrator_organizations"] == counts["confidence"] == (1, 1, 1)
    assert counts["human_targets"] == (1, 2, 1)
    assert counts["all roles"] == (2, 3, 2)


def test_assaults_of_a_ledger_are_incidents(tmp_path: Path, tell: Callable[..., Reading], happen: Callable[..., Reading]) -> None:
    text = ("Ministry of Order", "alleged", "the Harbour Guard blew up a bridge and Ivo Tamm with dynamite", "alleged")
    told = happen(
        tell("a.txt", None, None, text),
        mode="explosives",
        source=("Harbour Guard",),
        named=("Harbour Guard",),
        target=("a bridge",),
        harm=(("killed", "Ivo Tamm", 1, 1), ("damaged", "a bridge", 1, 1)),
        instruments=("dynamite",),
    )
    denied = happen(told, status="negated", source=("Harbour Guard",), named=("Harbour Guard",))
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(denied)
        settle(ledger)
        ((found,),) = find_incidents(ledger).values()
    assert found.type == "BOMBING"
    assert {role: names for role, names in found.fillers.items() if names} == {
        "perpetrator_organizations": (("Harbour Guard",),),
        "human_targets": (("Ivo Tamm",),),
        "physical_targets": (("a bridge",),),
        "instruments": (("dynamite",),),
    }
    assert found.confidence == (("SUSPECTED OR ACCUSED", ("Harbour Guard",)),)


def test_corpora_are_read_end_to_end(tmp_path: Path) -> None:
    corpus = tmp_path / "made.jsonl"
    corpus.write_text(json.dumps(RECORD) + "\n", "utf-8")
    report = evaluate_events(corpus, "rules")
    assert (report.sentences, report.method, set(report.figures)) == (1, "coded, rules", {"type", "source", "target", "triple"})
    corpus.write_text(json.dumps({"id": "1", "text": "All was calm in Lusk.", "incidents": []}) + "\n", "utf-8")
    assert evaluate_incidents(corpus, "rules").figures["all roles"].f1 == 0.0


@pytest.mark.parametrize("line", ["{", '{"id": 1, "text": "x"}', '{"id": 1, "text": "x", "event": "AID", "source": "y", "target": []}', ""])
def test_what_is_no_corpus_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    corpus = tmp_path / "made.jsonl"
    corpus.write_text(line + "\n", "utf-8")
    with pytest.raises(DamagedInput, match=r"made\.jsonl"):
        evaluate_events(corpus, "rules")
