"""Actors held against marked mentions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.errors import DamagedInput
from rawi.evaluation import evaluate_actors
from rawi.evaluation.clusters import Marked, b_cubed, lea

A, B, C, D = (Marked("d", at, at + 1) for at in range(4))


def test_b_cubed_and_lea_of_a_split_group() -> None:
    """By hand: three of one and one alone, against two and two."""
    gold, found = [frozenset({A, B, C}), frozenset({D})], [frozenset({A, B}), frozenset({C, D})]
    assert b_cubed(gold, found)[0] == pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 1)
    assert lea(gold, found)[0] == pytest.approx(3 * 1 / 3)
    assert b_cubed(gold, found)[1] == lea(gold, found)[1] == 4


def test_articles_are_read_and_an_unfound_mention_stands_alone(tmp_path: Path) -> None:
    one, two = "Kenya sent ships. The Kenyan navy fired.", "Nairobi said it won. Something odd happened."
    spans = [("a", one.index("Kenya"), 5), ("a", one.index("Kenyan"), 6), ("b", two.index("Nairobi"), 7), ("b", two.index("odd"), 3)]
    mentions = [{"document": d, "start": at, "end": at + size} for d, at, size in spans]
    topic = {
        "id": "t",
        "documents": [{"id": "a", "text": one}, {"id": "b", "text": two}],
        "clusters": [{"kind": "COUNTRY", "mentions": mentions[:3]}, {"kind": "GROUP", "mentions": mentions[3:]}],
    }
    path = tmp_path / "topics.jsonl"
    path.write_text(json.dumps(topic) + "\n", "utf-8")
    report = evaluate_actors(path)
    assert (report.topics, report.mentions) == (1, 4)
    assert {name: figure.f1 for name, figure in report.figures.items()} == {"B-cubed": 100.0, "LEA": 100.0}


@pytest.mark.parametrize("text", ["", "[]\n", '{"id": "t", "documents": [{"id": "a"}], "clusters": []}\n'])
def test_what_is_no_corpus_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(DamagedInput, match=r"bad\.jsonl"):
        evaluate_actors(path)
