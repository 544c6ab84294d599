"""How what a word tells stands, whatever tells it: a verb, a noun, a clause under another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.events.parse import Parse
from rawi.events.standing import denied, standing
from rawi.records import Analysis

Reader = Callable[..., Analysis]


@pytest.mark.parametrize(
    ("text", "word", "stands"),
    [
        ("The mayor opened the bridge.", "opened", "done"),
        ("Did the mayor open the bridge?", "open", "hypothetical"),
        ("The mayor managed to open the bridge.", "open", "done"),
        ("The mayor postponed the opening of the bridge.", "opening", "planned"),
        ("The mayor doubted that the bridge had opened.", "opened", "hypothetical"),
        ("The visit of the mayor was prevented.", "visit", "negated"),
        ("The third mayor to be arrested this year wept.", "arrested", "done"),
        ("The mayor not only opened the bridge but crossed it.", "opened", "done"),
    ],
)
def test_what_stands_around_a_word_tells_whether_it_happened(analysed: Reader, text: str, word: str, stands: str) -> None:
    analysis = analysed(text)
    (token,) = (t for t in analysis.tokens if t.text == word)
    assert standing(token, Parse(analysis)) == stands


def test_only_what_is_denied_itself_is(analysed: Reader) -> None:
    analysis = analysed("The guards did not fire, and left without burning the barn.")
    tokens = {t.text: t for t in analysis.tokens}
    assert [denied(tokens[word], Parse(analysis)) for word in ("fire", "left", "burning")] == [True, False, True]
