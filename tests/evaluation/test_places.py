"""A corpus of places read end to end and measured, on passages written for this test."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_places, load_places

TEXT = "Shells fell on Homs. The Homs Gazette printed nothing, and Iran said that Zamalka had fallen."


def toponym(text: str, latitude: float, longitude: float, *, ambiguous: bool = False) -> dict[str, object]:
    start = TEXT.index(text)
    where = {"name": text, "kind": "place", "country": "SY", "latitude": latitude, "longitude": longitude}
    return {"start": start, "end": start + len(text), "text": text, **where, "ambiguous": ambiguous, "why": "written so"}


def corpus(folder: Path, *toponyms: dict[str, object]) -> Path:
    trap = {"start": TEXT.index("Homs Gazette"), "end": TEXT.index(" printed"), "text": "Homs Gazette", "why": "a newspaper"}
    path = folder / "made.jsonl"
    path.write_text(json.dumps({"id": "one", "text": TEXT, "published": None, "toponyms": toponyms, "traps": [trap]}) + "\n", "utf-8")
    return path


def test_what_is_near_enough_is_right_and_what_acts_is_nowhere(tmp_path: Path) -> None:
    report = evaluate_places(corpus(tmp_path, toponym("Homs", 34.9, 36.7), toponym("Iran", 32.5, 54.3, ambiguous=True)))
    assert (report.toponyms, report.traps, report.trapped) == (2, 1, 0)
    assert report.figures["found"].recall == report.figures["within 50 km"].recall == 50.0
    assert report.figures["plain"].recall == 100.0 and report.figures["ambiguous"].recall == 0.0
    assert ("missed", "Iran") in {(error.kind, error.text) for error in report.errors}


def test_what_is_far_away_is_elsewhere_and_what_nobody_marked_is_false(tmp_path: Path) -> None:
    far = evaluate_places(corpus(tmp_path, toponym("Homs", 36.2, 37.2)))
    assert far.figures["within 50 km"].recall == 0.0 and far.figures["country"].recall == 100.0
    assert any(error.kind == "elsewhere" and "Homs" in error.text for error in far.errors)
    none = evaluate_places(corpus(tmp_path))
    assert none.false >= 1 and any(error.kind == "false" for error in none.errors)


@pytest.mark.parametrize("row", ["[]", '{"id": "x", "text": "y", "traps": [], "toponyms": [{"start": 0}]}'])
def test_what_is_no_corpus_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "bad.jsonl").write_text("\n" + row + "\n", "utf-8")
    with pytest.raises(DamagedInput, match="line 2"):
        load_places(tmp_path / "bad.jsonl")


def test_the_set_has_a_hundred_and_twenty_toponyms_of_which_many_have_namesakes(root: Path) -> None:
    passages = load_places(root / "evaluation/places.jsonl")
    kinds = Counter(toponym.ambiguous for passage in passages for toponym in passage.toponyms)
    assert kinds.total() == 120 and kinds[True] >= 40
    assert sum(len(passage.traps) for passage in passages) >= 30
    seen = load_places(root / "evaluation/places-seen.jsonl")
    assert {passage.text for passage in passages}.isdisjoint(passage.text for passage in seen)


def test_the_set_is_read_no_worse_than_the_page_of_places_says(root: Path) -> None:
    figure = evaluate_places(root / "evaluation/places.jsonl").figures["within 50 km"]
    assert f"| within 50 km | {figure.precision} | {figure.recall} | {figure.f1} |" in (root / "docs/places.md").read_text("utf-8")
