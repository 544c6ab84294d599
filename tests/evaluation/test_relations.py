"""A corpus of ties read end to end and measured, on passages written for this test."""

import json
from collections import Counter
from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_ties, load_ties

LEADS = {"subject": "Colonel Peter Hale", "kind": "leads", "object": "the River Party", "from": "2014", "to": None}
PASSAGES = [
    {"id": "one", "text": "Peter Hale leads the River Party.", "relations": [LEADS]},
    {"id": "two", "text": "Ostrava finances the Harbour Guard. Nobody leads the River Party.", "relations": [LEADS]},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in PASSAGES), "utf-8")
    return path


def test_names_may_be_longer_and_dates_and_exact_names_are_counted_apart(corpus: Path) -> None:
    report = evaluate_ties(corpus)
    figures = {name: (figure.precision, figure.recall) for name, figure in report.figures.items()}
    assert figures == {"named": (50.0, 50.0), "exact": (0.0, 0.0), "dated": (0.0, 0.0), "sides": (50.0, 50.0)}
    assert [(error.kind, error.passage, error.tie.kind) for error in report.errors] == [
        ("missed", "two", "leads"),
        ("invented", "two", "finances"),
    ]


@pytest.mark.parametrize("row", ["[]", '{"id": "x", "text": "y", "relations": [{"subject": "a", "kind": "likes", "object": "b"}]}'])
def test_what_is_no_corpus_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n" + row + "\n", "utf-8")
    with pytest.raises(DamagedInput, match="line 2"):
        load_ties(path)


@pytest.mark.parametrize("name", ["relations", "relations-seen"])
def test_the_sets_are_forty_passages_of_four_styles_and_name_what_they_print(root: Path, name: str) -> None:
    passages = load_ties(root / "evaluation" / f"{name}.jsonl")
    assert Counter(passage.id.partition("-")[0] for passage in passages) == dict.fromkeys(("wire", "opinion", "arabic", "state"), 10)
    assert all(tie.subject in passage.text and tie.object in passage.text for passage in passages for tie in passage.ties)


def test_the_unseen_set_is_read_no_worse_than_the_page_of_relations_says(root: Path) -> None:
    figure = evaluate_ties(root / "evaluation" / "relations.jsonl").figures["named"]
    assert f"| {figure.precision} | {figure.recall} | {figure.f1} |" in (root / "docs/relations.md").read_text("utf-8")
