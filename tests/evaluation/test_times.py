"""Time expressions measured, on texts written for this test."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rawi.cli.verbs import app
from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_times, load_times
from rawi.evaluation.times import Marked, pairs

TEXTS = [
    ("ferry", "The ferry sank on Monday and was raised two days ago.", [(18, 24, "DATE", "2014-06-09"), (40, 52, "DATE", "2014-06-08")]),
    ("mill", "The mill was shut for about three weeks last spring.", [(28, 39, "DURATION", "P21D"), (45, 51, "DATE", "2014-SP")]),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "dated.jsonl"
    names = ("start", "end", "kind", "value")
    rows = (
        {"id": id_, "text": text, "published": "2014-06-11", "times": [dict(zip(names, time, strict=True)) for time in times]}
        for id_, text, times in TEXTS
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_spans_kinds_and_values_are_told_apart(corpus: Path) -> None:
    report = evaluate_times(corpus)
    assert (report.corpus, report.texts) == ("dated.jsonl", 2)
    assert {name: figure.f1 for name, figure in report.figures.items()} == {"strict": 75.0, "relaxed": 100.0, "kind": 100.0, "value": 50.0}
    assert {(slip.kind, slip.words) for slip in report.errors} == {
        ("otherwise", "two days ago"),
        ("otherwise", "three weeks"),
        ("otherwise", "spring"),
    }


def test_each_expression_is_paired_once_with_what_overlaps_it_most() -> None:
    long, left, right = Marked(0, 20, "DATE", "2014"), Marked(0, 5, "DATE", "2013"), Marked(6, 20, "DATE", "2014")
    assert pairs([long], [left, right]) == [(long, right), (None, left)]
    assert pairs([left, right], [long]) == [(left, long), (right, None)]


def test_a_line_that_is_no_dated_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "1", "text": "x"}\n')
    with pytest.raises(DamagedInput, match="line 1"):
        load_times(path)


def test_the_command_keeps_floors(corpus: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    how = ["evaluate", "times", str(corpus), "--floors", str(floors)]
    written = CliRunner().invoke(app, [*how, "--write-floors", "--errors", "9"])
    assert written.exit_code == 0, written.output
    assert "otherwise in mill: three weeks" in written.output and "found DURATION P3W" in written.output
    floors.write_text(floors.read_text().replace('"strict": 75', '"strict": 99'))
    assert CliRunner().invoke(app, [*how, "--json"]).exit_code == 1
