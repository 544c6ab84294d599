"""A corpus of harm read end to end and measured, on passages written for this test."""

import json
from collections import Counter
from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_harm, load_harm


def marked(effect: str, text: str, who: str, low: int | None, high: int | None, standing: str = "done") -> dict[str, object]:
    start = text.index(who)
    phrase = {"start": start, "end": start + len(who), "text": who}
    return {"effect": effect, "who": phrase, "low": low, "high": high, "standing": standing, "part": False}


FIRST = "Two guards were killed at Harun."
SECOND = "A raid may wound nine cooks. Four barns were burned."
PASSAGES = [
    {"id": "one", "text": FIRST, "harm": [marked("killed", FIRST, "guards", 3, 3)]},
    {"id": "two", "text": SECOND, "harm": [marked("wounded", SECOND, "cooks", 9, 9)]},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in PASSAGES), "utf-8")
    return path


def test_numbers_and_mood_are_counted_apart_from_who_is_harmed(corpus: Path) -> None:
    report = evaluate_harm(corpus)
    figures = {name: (figure.precision, figure.recall) for name, figure in report.figures.items()}
    assert figures == {"counted": (33.3, 50.0), "harmed": (66.7, 100.0), "standing": (0.0, 0.0)}
    assert {(error.kind, error.harm.text, error.harm.low, error.harm.standing) for error in report.errors} == {
        ("missed", "guards", 3, "done"),
        ("invented", "guards", 2, "done"),
        ("missed", "cooks", 9, "done"),
        ("invented", "cooks", 9, "hypothetical"),
        ("invented", "barns", 4, "done"),
    }


def test_what_is_no_corpus_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    row = {"id": "x", "text": FIRST, "harm": [marked("annoyed", FIRST, "guards", 2, 2)]}
    path.write_text("\n" + json.dumps(row) + "\n", "utf-8")
    with pytest.raises(DamagedInput, match="line 2"):
        load_harm(path)


@pytest.mark.parametrize(("name", "passages"), [("harm", 60), ("harm-seen", 30)])
def test_the_sets_are_of_four_styles(root: Path, name: str, passages: int) -> None:
    read = load_harm(root / "evaluation" / f"{name}.jsonl")
    assert len(read) == passages
    assert set(Counter(passage.id.partition("-")[0] for passage in read)) == {"agency", "partisan", "bulletin", "radio"}


def test_the_unseen_set_is_read_no_worse_than_the_page_of_harm_says(root: Path) -> None:
    for name, figure in evaluate_harm(root / "evaluation" / "harm.jsonl").figures.items():
        assert f"| {name} | {figure.precision} | {figure.recall} | {figure.f1} |" in (root / "docs/harm.md").read_text("utf-8")
