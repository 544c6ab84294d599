"""A corpus read end to end and measured, on articles written for this test."""

import json
from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import Report, evaluate

ARTICLES = {
    "mill": [
        "Mayor Ilse Corran said that the mill would close in May. ",
        "The river froze on Sunday. ",
        "“Nobody asked the workers,” said Ivo Tamm, who runs the union. ",
        "According to the harbour office, two barges sank.",
    ],
    "dam": ["The water authority denied that the dam was unsafe. ", "Engineers warned that the valley will flood."],
}
MARKED = {
    "mill": [
        ("Mayor Ilse Corran", "said", "that the mill would close in May"),
        ("Ivo Tamm, who runs the union", "said", "“Nobody asked the workers,”"),
        ("the harbour office", "According to", "two barges sank"),
    ],
    "dam": [
        ("The water authority", "denied", "that the dam was unsafe"),
        ("Engineers", "warned", "that the valley will flood"),
    ],
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "made.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for name, sentences in ARTICLES.items():
            text = "".join(sentences)

            def span(part: str, text: str = text) -> list[list[int]]:
                return [[text.index(part), text.index(part) + len(part)]]

            rows = [{"source": span(s), "cue": span(c), "content": span(x)} for s, c, x in MARKED[name]]
            out.write(json.dumps({"id": name, "text": text, "annotations": [{"annotator": "a", "attributions": rows}]}) + "\n")
    return path


@pytest.fixture(scope="module")
def report(corpus: Path) -> Report:
    return evaluate(corpus)


def test_reads_plain_attributions(report: Report) -> None:
    assert (report.corpus, report.articles) == ("made.jsonl", 2)
    assert report.figures["linked.F1"].recall >= 80.0
    assert report.figures["source.exact"].recall >= 60.0


def test_what_the_article_says_itself_is_no_attribution(report: Report) -> None:
    assert not any("river froze" in error.content for error in report.errors)


def test_intervals_hold_the_figure_and_repeat(report: Report, corpus: Path) -> None:
    for name, (low, high) in report.intervals.items():
        assert low <= report.figures[name].f1 <= high
    assert evaluate(corpus) == report


def test_spans_fit_the_annotated_text_where_reading_mends_it(tmp_path: Path, corpus: Path) -> None:
    row = json.loads(corpus.read_text("utf-8").splitlines()[1])
    mended, shift = "A storm passed.\x07 ", 17
    attributions = [
        {role: [[s + shift, e + shift] for s, e in spans] for role, spans in a.items()} for a in row["annotations"][0]["attributions"]
    ]
    path = tmp_path / "mended.jsonl"
    path.write_text(json.dumps({**row, "text": mended + row["text"], "annotations": [{"annotator": "a", "attributions": attributions}]}))
    assert evaluate(path).figures["source.exact"].f1 == 100.0


def test_errors_are_told_apart(tmp_path: Path, corpus: Path) -> None:
    row = json.loads(corpus.read_text("utf-8").splitlines()[1])
    kept = row["annotations"][0]["attributions"][0]
    start = row["text"].index("unsafe")
    false = {"source": [], "cue": [], "content": [[start, start + 6]]}
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps({**row, "annotations": [{"annotator": "a", "attributions": [kept, false]}]}))
    errors = {(error.kind, error.content.strip(". ")) for error in evaluate(path).errors}
    assert ("missed", "unsafe") in errors
    assert any(kind == "invented" and "the valley will flood" in content for kind, content in errors)


@pytest.mark.parametrize("line", ["not json", "[]", '{"id": "x", "text": "y"}', '{"id": "x", "text": "y", "annotations": []}'])
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(DamagedInput, match=r"bad\.jsonl, line 1"):
        evaluate(path)
