"""Loaded words measured, on sentences written for this test."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rawi.cli.verbs import app
from rawi.errors import DamagedInput
from rawi.evaluation import Count, evaluate_loaded
from rawi.evaluation.loaded import Sentence, count, load

SENTENCES = [
    ("1", "The thugs burned nine houses.", True, ["thugs"]),
    ("2", "The council met on Monday.", False, []),
    ("3", "The cronies of the mayor laughed.", True, ["cronies", "laughed"]),
    ("4", "The regime closed the border.", False, []),
    ("5", "Some of them disagreed.", None, []),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "marked.jsonl"
    rows = ({"id": i, "text": t, "loaded": label, "words": w} for i, t, label, w in SENTENCES)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_figures_are_of_sentences_with_a_label(corpus: Path) -> None:
    report = evaluate_loaded(corpus, "rules")
    assert (report.corpus, report.sentences, report.method) == ("marked.jsonl", 4, "rules")
    assert report.figures["loaded"].f1 == 80.0
    assert report.figures["plain"].f1 == 66.7
    assert report.figures["sentences"].f1 == pytest.approx(73.3, abs=0.1)
    assert report.figures["words"].f1 == 80.0
    assert {(slip.sentence, slip.kind, slip.words) for slip in report.errors} == {
        ("3", "missed", ("laughed",)),
        ("4", "invented", ("regime",)),
    }


def test_words_count_in_loaded_sentences_only() -> None:
    plain = Sentence("1", "", False, frozenset())
    assert count(plain, frozenset({"mob"}))["words"] == Count()


def test_a_line_that_is_no_marked_sentence_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1", "text": "x"}\n')
    with pytest.raises(DamagedInput, match="line 1"):
        load(path)


def test_the_command_keeps_floors(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    how = ["evaluate", "loaded", str(corpus), "--attribution", "rules", "--floors", str(floors)]
    written = CliRunner().invoke(app, [*how, "--write-floors", "--errors", "2"])
    assert written.exit_code == 0, written.output
    assert "4 sentences" in written.output and "missed in 3: laughed" in written.output
    assert CliRunner().invoke(app, [*how, "--json"]).exit_code == 0
    floors.write_text(floors.read_text().replace('"sentences": 73', '"sentences": 99'))
    assert CliRunner().invoke(app, how).exit_code == 1
