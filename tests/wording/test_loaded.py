"""Loaded words: what is marked, why, and what is left alone."""

from collections.abc import Callable

import pytest

from rawi.records import Analysis
from rawi.wording import MAKERS, weigh

Analysed = Callable[..., Analysis]


def marked(analysis: Analysis) -> list[tuple[str, str]]:
    return [(loaded.text, loaded.reason) for loaded in weigh(analysis)]


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("The regime closed the border.", "regime", "hostile label"),
        ("Two terrorists fled across the river.", "terrorists", "hostile label"),
        ("The thugs burned nine houses.", "thugs", "hostile label"),
        ("The minister gave the contract to his cronies.", "cronies", "dependence"),
        ("He is a puppet of the neighbouring state.", "puppet", "dependence"),
        ("Barbaric groups shelled the town.", "Barbaric", "dehumanising"),
        ("The soldiers butchered the village.", "butchered", "atrocity word"),
        ("The army neutralised four fighters.", "neutralised", "euphemism"),
        ("Our heroic soldiers held the bridge.", "heroic", "glorification"),
        ("The so-called guard shelled the market.", "so-called", "so-called"),
        ("They rigged the vote in the capital.", "rigged", "criminalising metaphor"),
        ("The editor called it a conspiracy against the nation.", "conspiracy", "conspiratorial"),
        ("The party shamelessly broke its word.", "shamelessly", "judging adverb"),
        ("Everybody knows who fired the shells.", "Everybody knows", "sweeping"),
        ("The obedient officers signed the report.", "obedient", "insult"),
    ],
)
def test_marks_the_word_and_says_why(analysed: Analysed, text: str, word: str, reason: str) -> None:
    assert marked(analysed(text)) == [(word, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said two trucks had crossed the bridge.",
        "The counter-terrorism court heard the case.",
        "The new tax regime begins in May.",
        "The crowd walked to Martyrs Square in the rain.",
        "Officials said they would fund the school roofs.",
        "He plays for the Torvil Patriots in the second division.",
    ],
)
def test_plain_words_names_and_neutral_phrases_are_left_alone(analysed: Analysed, text: str) -> None:
    assert marked(analysed(text)) == []


def test_says_when_the_word_is_inside_a_quotation(analysed: Analysed) -> None:
    text = "“The regime must answer for this,” the elder said."
    assert marked(analysed(text)) == [("regime", "hostile label, inside a quotation")]


def test_short_quotations_that_nobody_is_given_are_scare_quotes(analysed: Analysed) -> None:
    text = "The militia entered the town in the name of “resistance” and stayed."
    assert marked(analysed(text)) == [("resistance", "scare quotes")]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman called the report “incomplete” on Monday.",
        "The minister described the vote as “orderly”.",
        "“Never,” the elder said.",
        "He reads the weekly “Harbour Light” at breakfast.",
        'The page began with data-name="x1" and a picture.',
    ],
)
def test_quoted_speech_and_titles_are_not_scare_quotes(analysed: Analysed, text: str) -> None:
    assert marked(analysed(text)) == []


def test_the_longer_phrase_wins_and_marks_do_not_overlap(analysed: Analysed) -> None:
    text = "The war criminals of the puppet masters lost."
    spans = [(loaded.start, loaded.end) for loaded in weigh(analysed(text))]
    assert [text[s:e] for s, e in spans] == ["war criminals", "puppet masters"]


def test_every_mark_is_the_document_s_own_words(analysed: Analysed) -> None:
    analysis = analysed("The junta’s henchmen slaughtered villagers.")
    for loaded in weigh(analysis):
        assert loaded.text == analysis.document.text[loaded.start : loaded.end]
        assert loaded.document == "d1" and loaded.about is None and loaded.maker == MAKERS["rules"]
    assert len(weigh(analysis)) == 3
