"""Whom a loaded word is about: the key of a named mention, or nobody."""

from collections.abc import Callable

import pytest

from rawi import actors
from rawi.records import Analysis
from rawi.wording import weigh

Analysed = Callable[..., Analysis]


def about(analysis: Analysis) -> dict[str, str | None]:
    mentions, _ = actors.identify(analysis.document, analysis.mentions)
    return {loaded.text: loaded.about for loaded in weigh(analysis, mentions)}


@pytest.mark.parametrize(
    ("text", "word", "key"),
    [
        ("Ivo Tamm is a puppet of the mill owners.", "puppet", "tamm"),
        ("The village blamed its ruthless mayor, Ivo Tamm, for the flood.", "ruthless", "tamm"),
        ("Ivo Tamm was ruthless.", "ruthless", "tamm"),
        ("Ivo Tamm, a coward, left the town.", "coward", "tamm"),
        ("Ivo Tamm shamelessly broke the promise.", "shamelessly", "tamm"),
        ("Ivo Tamm bragged about the vote.", "bragged", "tamm"),
        ("Mr Ivo Tamm, the mayor, resigned on Friday. He whined for an hour.", "whined", "tamm"),
        ("The vote was rigged by Ivo Tamm.", "rigged", "tamm"),
        ("The papers lionised Ivo Tamm.", "lionised", "tamm"),
        ("Tamm's henchmen burned the barn.", "henchmen", "tamm"),
        ("They called for the fall of the regime of Ivo Tamm.", "regime", "tamm"),
    ],
)
def test_the_word_is_about_the_one_it_describes_or_whose_deed_it_judges(analysed: Analysed, text: str, word: str, key: str) -> None:
    found = about(analysed(text))[word]
    assert found is not None and key in found


@pytest.mark.parametrize(
    ("text", "word"), [("The thugs burned nine houses.", "thugs"), ("It was a shameless theft of the harvest.", "shameless")]
)
def test_where_nobody_is_named_it_is_about_nobody(analysed: Analysed, text: str, word: str) -> None:
    assert about(analysed(text))[word] is None


def test_without_mentions_it_is_about_nobody(analysed: Analysed) -> None:
    assert [loaded.about for loaded in weigh(analysed("Ivo Tamm was ruthless."))] == [None]
