"""Ties between actors, as a sentence states them: who, which tie, to whom, since when, until when; on whose word."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from rawi.events import MAKER, relate
from rawi.records import RELATION_KINDS, Analysis, Claim, Maker, Relation, Span, Spans

Analysed = Callable[..., Analysis]
Tie: TypeAlias = tuple[str, ...]
"""Subject, kind, object, since, until; "-" for no date."""


def written(path: Path) -> dict[str, list[Tie]]:
    """Sentences with the ties that stand under them."""
    found: dict[str, list[Tie]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            cells = [cell.strip() for cell in line.split("|")]
            found[list(found)[-1]].append((*cells, "-", "-")[:5])
        elif line and not line.startswith("#"):
            assert line not in found, f"twice: {line}"
            found[line] = []
    return found


SENTENCES = written(Path(__file__).with_name("ties.txt"))


def tie(relation: Relation) -> Tie:
    return relation.subject.text, relation.kind, relation.object.text, relation.since or "-", relation.until or "-"


def test_there_are_sentences_of_every_kind_and_many_that_state_none() -> None:
    kinds = {row[1] for rows in SENTENCES.values() for row in rows}
    assert {kind for kind in RELATION_KINDS if not kind.startswith("formerly_")} <= kinds
    assert sum(bool(rows) for rows in SENTENCES.values()) >= 60
    assert sum(not rows for rows in SENTENCES.values()) >= 25


@pytest.mark.parametrize("text", SENTENCES)
def test_the_ties_that_a_sentence_states(analysed: Analysed, text: str) -> None:
    assert sorted(map(tie, relate(analysed(text), ()))) == sorted(SENTENCES[text])


def only(analysis: Analysis, *claims: Claim) -> Relation:
    (relation,) = relate(analysis, claims)
    return relation


def claim(id_: str, *content: Span) -> Claim:
    return Claim(id=id_, document="d1", content=content, text="", cue=(), chain=(), commitment="claimed", maker=Maker("test", "1"))


def shown(analysis: Analysis, spans: Spans) -> list[str]:
    return [analysis.document.text[start:end] for start, end in spans]


def test_both_sides_cite_their_mentions_and_the_evidence_is_the_words(analysed: Analysed) -> None:
    analysis = analysed("The Harbour Guard, which took the dam on Monday, is financed by Ostrava.")
    relation = only(analysis)
    assert shown(analysis, relation.subject.spans) == [relation.subject.text] == ["Ostrava"]
    assert shown(analysis, relation.object.spans) == [relation.object.text] == ["Harbour Guard"]
    assert shown(analysis, relation.evidence) == ["Harbour Guard", "financed by Ostrava"]
    assert (relation.document, relation.maker) == ("d1", MAKER)


def test_the_claim_is_the_smallest_that_states_it(analysed: Analysed) -> None:
    analysis = analysed("Anna Dorr said that Ostrava finances the Harbour Guard. It rained.")
    whole, said, elsewhere = claim("c1", Span(0, 56)), claim("c2", Span(15, 54)), claim("c3", Span(56, 65))
    assert only(analysis, whole, said, elsewhere).claim == "c2"
    assert only(analysis, elsewhere).claim is None


def test_where_the_subject_is_the_source_the_words_alone_decide_on_whose_word_it_is(analysed: Analysed) -> None:
    analysis = analysed("Peter Hale admitted financing the Harbour Guard.")
    assert only(analysis, claim("c1", Span(20, 47))).claim == "c1"


def test_a_description_is_a_side_where_it_refers_to_somebody_named(analysed: Analysed) -> None:
    known = analysed("Colonel Peter Hale came back in May. The colonel leads the River Party.")
    assert [tie(r)[:3] for r in relate(known, ())] == [("The colonel", "leads", "River Party")]
    assert relate(analysed("The colonel leads the River Party."), ()) == ()


def test_the_same_tie_stated_twice_of_the_same_mentions_is_one_and_the_dated_one_stays(analysed: Analysed) -> None:
    analysis = analysed("Peter Hale, who has led the River Party since 2014, spoke. Peter Hale leads the River Party.")
    assert [tie(r) for r in relate(analysis, ())] == [
        ("Peter Hale", "leads", "River Party", "2014", "-"),
        ("Peter Hale", "leads", "River Party", "-", "-"),
    ]
    assert len({r.id for r in relate(analysis, ())}) == 2


def test_what_is_not_the_articles_prose_states_nothing(analysed: Analysed) -> None:
    text = "River Party leader Peter Hale spoke.\n\nIt rained."
    assert len(relate(analysed(text), ())) == 1
    assert relate(analysed(text, frame=(Span(0, 36),)), ()) == ()


def test_another_language_states_nothing(analysed: Analysed) -> None:
    assert relate(analysed("Peter Hale leitet die Partei.", language="de"), ()) == ()
