"""Who is meant within one article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rawi.actors import identify
from rawi.actors.acronyms import spelled
from rawi.records import Document, Mention, MentionKind, Reading, Span


@pytest.fixture
def about(tell: Callable[..., Reading]) -> Callable[[str], Document]:
    return lambda text: replace(tell("a.txt", None, None).document, text=text)


def mention(text: str, words: str, kind: MentionKind, after: int = 0, refers_to: Span | None = None) -> Mention:
    start = text.index(words, after)
    return Mention(start, start + len(words), words, kind, refers_to)


def test_a_pronoun_has_the_key_of_the_one_it_stands_for_however_far(about: Callable[[str], Document]) -> None:
    text = "Colonel Ane Dorr spoke. The officer left. She was late. It rained."
    dorr = mention(text, "Ane Dorr", "person")
    officer = mention(text, "The officer", "nominal", refers_to=Span(dorr.start, dorr.end))
    she = mention(text, "She", "pronoun", refers_to=Span(officer.start, officer.end))
    it = mention(text, "It", "pronoun")
    found, _ = identify(about(text), (dorr, officer, she, it))
    assert [m.key for m in found] == ["person:ane dorr"] * 3 + [None]


def test_pronouns_that_stand_for_each_other_stand_for_nobody(about: Callable[[str], Document]) -> None:
    text = "She said that she left."
    first = Mention(0, 3, "She", "pronoun", Span(14, 17))
    second = Mention(14, 17, "she", "pronoun", Span(0, 3))
    found, _ = identify(about(text), (first, second))
    assert [m.key for m in found] == [None, None]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ane Dorr", "Dorr"], "person:ane dorr"),
        (["Ane Dorr", "Ane"], "person:ane dorr"),
        (["Ane Dorr", "Colonel Dorr"], "person:ane dorr"),
        (["Ane Dorr", "Ivo Dorr", "Dorr"], "person:dorr@{}"),
        (["Ane Dorr", "Tamm"], "person:tamm@{}"),
        (["Musa al-Hadri", "al-Hadri"], "person:musa al hadri"),
    ],
)
def test_part_of_a_name_is_the_whole_one_if_only_one_fits(about: Callable[[str], Document], names: list[str], expected: str) -> None:
    text = ". ".join(names)
    mentions = [mention(text, name, "person", after=text.rindex(name)) for name in names]
    document = about(text)
    assert identify(document, mentions)[0][-1].key == expected.format(document.id)


@pytest.mark.parametrize(
    "text",
    [
        "The Lower Basin Harbour Guard (LBHG) left. LBHG is late.",
        "LBHG (the Lower Basin Harbour Guard) left. LBHG is late.",
        "The Lower Basin Harbour Guard (or “LBHG”, as sailors say) left. LBHG is late.",
    ],
)
def test_a_short_name_that_the_text_explains_is_the_long_one(about: Callable[[str], Document], text: str) -> None:
    guard = mention(text, "Lower Basin Harbour Guard", "organization")
    late = mention(text, "LBHG", "organization", after=text.index("left"))
    found, (alias,) = identify(about(text), (guard, late))
    assert found[0].key == found[1].key == alias.other == "name:lower basin harbor guard"
    assert alias.key == "name:lbhg"
    evidence = text[slice(*alias.span)]
    assert "Lower Basin Harbour Guard" in evidence
    assert "LBHG" in evidence


@pytest.mark.parametrize(
    "text",
    [
        "The Lower Basin Harbour Guard (see map) left.",
        "The Lower Basin Harbour Guard (RTX) left.",
        "He paid the sailors (BRX) on the dock (Lusk).",
        "They were few (SOME) of the many.",
    ],
)
def test_not_every_bracket_explains_a_name(about: Callable[[str], Document], text: str) -> None:
    assert identify(about(text), ())[1] == ()


def test_the_letters_of_a_short_name_stand_in_the_long_one_in_order() -> None:
    assert spelled("IMIS", "in May the Iron Miners in Selk") == 11
    assert spelled("EFB", "Ebbe Ferry Board") == 0
    assert spelled("EFB", "Ferry Board of Ebbe") is None
    assert spelled("Efb", "Ebbe Ferry Board") is None
