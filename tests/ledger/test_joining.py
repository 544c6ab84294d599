"""Whom a source, a party or a content names, by where it is printed."""

from __future__ import annotations

from rawi.ledger.joining import Printed
from rawi.records import Mention, Span

TEXT = "former Coast Guard commander Amir Sade of Selm"


def mention(words: str, kind: str, key: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, kind, key=key)  # type: ignore[arg-type]


MENTIONS = (
    mention("former Coast Guard commander", "nominal", "person:amir sade"),
    mention("Coast Guard", "organization", "name:coast guard"),
    mention("Amir Sade", "person", "person:amir sade"),
    mention("Selm", "place", "name:selm"),
)


def key(words: str) -> str | None:
    start = TEXT.index(words)
    return Printed(MENTIONS).key((Span(start, start + len(words)),))


def test_the_mention_that_is_printed_there_comes_before_one_around_it() -> None:
    assert key("Coast Guard") == "name:coast guard"
    assert key("former Coast Guard commander") == "person:amir sade"


def test_the_first_inside_comes_before_a_place() -> None:
    assert key("Amir Sade of Selm") == "person:amir sade"
    assert key("of Selm") == "name:selm"


def test_words_inside_a_mention_are_its() -> None:
    assert key("Guard") == "name:coast guard"
    assert Printed(()).key((Span(0, 5),)) is None
