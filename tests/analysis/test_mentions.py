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


def test_an_acronym_may_be_explained_in_square_brackets(analysed: Reader) -> None:
    kinds = {m.text: m.kind for m in analysed("The Lower Basin Harbour Guard [LBHG] took the mills.").mentions}
    assert kinds["Lower Basin Harbour Guard"] == kinds["LBHG"] == "organization"


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
        ("Some rebels have denied the raid, with others admitting it.", "others", "rebels"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Mr. Brezan shouted.", "Brezan"),
        ("Then Sheikh Walid al-Attar left the tent.", "Walid al-Attar"),
        ("They praised President Moon Jae-in.", "Moon Jae-in"),
    ],
)
def test_who_has_a_title_is_a_person_with_the_whole_name(analysed: Reader, text: str, name: str) -> None:
    assert {m.text: m.kind for m in analysed(text).mentions if m.kind != "nominal"}[name] == "person"


def test_a_hyphen_that_leads_is_no_part_of_a_name(analysed: Reader) -> None:
    assert not any("led" in m.text for m in analysed("The Ostrava-led Northern Alliance closed the bridge.").mentions if m.kind == "person")


def test_headlines_name_and_bylines_do_not(analysed: Reader) -> None:
    text = "Hadi Moss tells crowd that the war is over\nBy Lena Dorn\n\nThe crowd cheered."
    names = [m.text for m in analysed(text, frame=(Span(0, 55),)).mentions if m.kind == "person"]
    assert names == ["Hadi Moss"]


HOLDERS = [
    ("Kenyan leader Hadi Moss came. Nigerian President Lena Dorn stayed away. The Kenyan leader wept.", "The Kenyan leader", "Hadi Moss"),
    ("President Hadi Moss came. Nigerian President Lena Dorn stayed away. The president wept.", "president", "Hadi Moss"),
    ("President Hadi Moss came. Nigerian President Lena Dorn stayed. The Nigerian president wept.", "president", "Lena Dorn"),
    ("Kenyan leader Hadi Moss came late.", "Kenyan leader", "Hadi Moss"),
    ("North Korea fired twice. The North denied it.", "North", "North Korea"),
    ("Kenya closed the road. The country wants peace.", "The country", "Kenya"),
    ("Badr Organization fighters left. The fighters sang.", "fighters", "Badr Organization"),
    ("Kenyan President Hadi Moss met Nigeria. The Moss government fell.", "The Moss government", "Kenyan"),
]


@pytest.mark.parametrize(("text", "word", "stands_for"), HOLDERS, ids=[row[0][-40:] for row in HOLDERS])
def test_descriptions_stand_for_holders_states_and_bodies(analysed: Reader, text: str, word: str, stands_for: str) -> None:
    assert _standing(analysed(text), word) == stands_for


def test_a_president_that_nobody_named_is_nobody(analysed: Reader) -> None:
    (office,) = [m for m in analysed("Lena Dorn sells bread. The president wept.").mentions if m.kind == "office"]
    assert office.refers_to is None


def test_a_states_soldiers_are_the_state_and_its_rebels_are_not(analysed: Reader) -> None:
    for text, expected in (("Kenya soldiers fled.", "Kenya"), ("Kenya rebels fled.", None)):
        many = next(m for m in analysed(text).mentions if m.kind == "many")
        assert (many.refers_to and text[slice(*many.refers_to)]) == expected


def test_a_body_is_no_person_who_is_called_by_it(analysed: Reader) -> None:
    analysis = analysed("The prosecutor met army spokesman Robert Hale in Nairobi. The army stayed in its camp.")
    assert all(m.refers_to is None for m in analysis.mentions if m.text == "The army")
