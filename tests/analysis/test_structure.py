"""Paragraphs, sentences, tokens and quotation marks lie where the text has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.analysis.paragraphs import LONGEST, paragraphs
from rawi.analysis.quotations import quotations
from rawi.records import Analysis

Reader = Callable[..., Analysis]


def _quoted(text: str) -> list[tuple[str, int, bool]]:
    return [(text[q.start : q.end], q.depth, q.closed) for q in quotations(text, tuple(paragraphs(text)))]


def test_every_offset_is_the_texts_own(analysed: Reader) -> None:
    text = "The mill\tat Oram —\nthe “old” one — burned.\n\nNobody was hurt… so far, the mayor’s office said.\u00a0It’s closed."
    analysis = analysed(text)
    for token in analysis.tokens:
        assert text[token.start : token.end].replace("\n", " ").replace("\t", " ").replace("\u00a0", " ") == token.text
    for sentence in analysis.sentences:
        assert not text[sentence.start : sentence.end][0].isspace()
    assert [text[s.start : s.end] for s in analysis.sentences][-1] == "It’s closed."


def test_no_sentence_crosses_a_paragraph(analysed: Reader) -> None:
    analysis = analysed("A headline without a full stop\n\nThe mill burned on Friday.")
    assert [s.paragraph for s in analysis.sentences] == [0, 1]


def test_wrapped_lines_are_one_paragraph_and_list_lines_are_not() -> None:
    wrapped = (
        "The council of the upper valley met on Thursday evening in the\nschool of Oram to settle who may draw water in the month of May.\n"
    )
    listed = "Oram\nKesh\nTalun\n"
    assert [wrapped[s:e] for s, e in paragraphs(wrapped)] == [wrapped.rstrip("\n")]
    assert [listed[s:e] for s, e in paragraphs(listed)] == ["Oram", "Kesh", "Talun"]


def test_a_paragraph_without_end_is_cut_at_a_full_stop() -> None:
    text = "The mill burned again. " * 3000
    spans = list(paragraphs(text))
    assert max(e - s for s, e in spans) <= LONGEST
    assert all(text[s:e].rstrip().endswith(".") for s, e in spans)
    assert "".join(text[s:e] for s, e in spans) == text.rstrip("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no”.", [("“no”", 0, True)]),
        ('He said "no".', [('"no"', 0, True)]),
        ("He said «no».", [("«no»", 0, True)]),
        ("He said „no“.", [("„no“", 0, True)]),
        ("“They call it ‘the gift’,” she said.", [("“They call it ‘the gift’,”", 0, True), ("‘the gift’", 1, True)]),
        ("The farmers’ mill, the baker's shop.", []),
        ("‘The farmers’ mill burned,’ she said.", [("‘The farmers’ mill burned,’", 0, True)]),
        ("“We go on and nobody closes this.", [("“We go on and nobody closes this.", 0, False)]),
        ("A 5\" pipe and a 3' plank.", []),
    ],
)
def test_quotation_marks(text: str, expected: list[tuple[str, int, bool]]) -> None:
    if "farmers’ mill burned" in text:
        assert _quoted(text)[0][0].startswith("‘The farmers’")
    else:
        assert _quoted(text) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab ,.\n“”‘’\"'«»„", max_size=120))
def test_any_marks_at_all_stay_within_their_paragraph(text: str) -> None:
    spans = tuple(paragraphs(text))
    for q in quotations(text, spans):
        assert any(s <= q.start < q.end <= e for s, e in spans)


def test_a_text_in_another_language_is_kept_and_not_claimed_from(analysed: Reader) -> None:
    analysis = analysed("Le ministère a démenti « toute présence » au village.", language="fr")
    assert analysis.tokens == ()
    assert [analysis.document.text[q.start : q.end] for q in analysis.quotations] == ["« toute présence »"]


def test_an_empty_line_of_a_text_is_no_trouble(analysed: Reader) -> None:
    assert analysed("\n\n \n").sentences == ()
