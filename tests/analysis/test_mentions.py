"""Names, descriptions, pronouns, and who they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.records import Analysis, Span

Reader = Callable[..., Analysis]


def _standing(analysis: Analysis, text: str) -> str | None:
    """What the last mention that reads ``text`` stands for, through every step."""
    by_span = {Span(m.start, m.end): m for m in analysis.mentions}
    mention = [m for m in analysis.mentions if m.text == text][-1]
    if mention.refers_to is None:
        return None
    while mention.refers_to:
        mention = by_span[mention.refers_to]
    return mention.text


def test_a_mentions_text_is_the_texts_own(analysed: Reader) -> None:
    text = "The Northern Defence League (NDL) denied it. “The NDL’s men left,” said Colonel Amir Sade of Kenya."
    analysis = analysed(text)
    assert all(text[m.start : m.end] == m.text for m in analysis.mentions)
    kinds = {m.text: m.kind for m in analysis.mentions}
    assert kinds["Northern Defence League"] == kinds["NDL"] == "organization"
    assert kinds["Kenya"] == "country"


def test_an_acronym_finds_its_name_though_letters_come_from_inside_words(analysed: Reader) -> None:
    names = [m.text for m in analysed("The Oramian Militias in Tarun (OMIT) took the mills.").mentions]
    assert names[:2] == ["Oramian Militias in Tarun", "OMIT"]


def test_nothing_is_named_in_the_frame(analysed: Reader) -> None:
    text = "Tarun News - Local News\n\nThe mayor of Paris met Hadi Moss."
    analysis = analysed(text, frame=(Span(0, 23),))
    assert all(m.start > 23 for m in analysis.mentions)


@pytest.mark.parametrize(
    ("text", "word", "stands_for"),
    [
        ("Mrs Lena Dahn met Colonel Boris Sade. She wept.", "She", "Lena Dahn"),
        ("The colonel came late. Brigadier Boris Sade spoke first. He promised calm.", "He", "Boris Sade"),
        ("Boris Sade, the spokesman for the mills, came late. The spokesman promised calm.", "The spokesman", "Boris Sade"),
        ("A payroll sheet lists ninety men. The sheet is dated March.", "The sheet", "A payroll sheet"),
        ("Some factions have denied the raid, with others admitting it.", "others", "Some factions"),
        ("Three witnesses came to the court. They wept.", "They", "Three witnesses"),
        ("Nine men were taken, according to the operator Pellmar Energy. The company said two were hurt.", "The company", "Pellmar Energy"),
        ("The Northern Defence League burned the mill. The group denied it.", "The group", "Northern Defence League"),
    ],
)
def test_who_a_word_stands_for(analysed: Reader, text: str, word: str, stands_for: str) -> None:
    found = _standing(analysed(text), word)
    assert found is not None
    assert stands_for in found or found in stands_for


def test_where_nobody_fits_nobody_is_taken(analysed: Reader) -> None:
    assert _standing(analysed("The mill burned. He ran."), "He") is None
    assert _standing(analysed("Mrs Lena Dahn sold bread. He ran."), "He") is None
