"""Which language a text is in."""

from __future__ import annotations

import pytest

from rawi.reading.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Egypt on Tuesday urged Libya to hand over nine gunmen, Cairo radio said.", "en"),
        ("El presidente dijo el lunes que no habrá negociaciones con los rebeldes del norte.", "es"),
        ("De president zei maandag dat er geen onderhandelingen komen met de rebellen.", "nl"),
        ("Wetin dem talk no dey good for people wey dey this kontri at all at all", "pcm"),
    ],
)
def test_a_short_text_is_english_where_it_reads_nearly_as_much_like_it(text: str, language: str) -> None:
    assert identify(text, None, None) == language


def test_what_is_given_beside_a_text_holds_and_a_few_letters_tell_nothing() -> None:
    assert identify("El presidente dijo el lunes que no habrá negociaciones.", "en-GB", None) == "en-GB"
    assert identify("Ok.", None, None) == "und"
    assert identify("Ok.", None, "fr") == "fr"
