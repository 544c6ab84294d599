"""Whom a source, a party or a content names, by where it is printed."""

from __future__ import annotations

from rawi.ledger.joining import Printed
from rawi.records import Link, Mention, Party, Span

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


def party(text: str, *mentions: Mention) -> str | None:
    return Printed(mentions).party(Party(text, (Span(0, len(text)),)))


def test_whose_car_it_is_takes_no_part() -> None:
    sade = Mention(0, 4, "Sade", "person", key="person:sade@d1")
    assert party("Sade's car", sade) is None
    assert party("Sade supporters", sade) == party("Sade", sade) == "person:sade@d1"


def test_the_unnamed_take_part_and_are_no_source() -> None:
    priest = Mention(0, 6, "priest", "person", key="unnamed:priest@d1")
    assert party("priest", priest) == "unnamed:priest@d1"
    assert Printed([priest]).key((Span(0, 6),)) is None
    assert Printed([priest]).source(Link("priest", (Span(0, 6),), "person")) is None
    assert list(Printed([priest]).within((Span(0, 9),))) == []


def test_one_without_a_name_comes_before_a_name_inside_the_words() -> None:
    dane = Mention(0, 6, "Danish", "group", key="name:denmark")
    assert party("Danish cook", dane, Mention(0, 11, "Danish cook", "person", key="unnamed:cook@d1")) == "unnamed:cook@d1"


def test_whose_people_they_are_comes_after_who_they_are() -> None:
    dane, gunmen = Mention(0, 6, "Danish", "group", key="name:denmark"), Mention(7, 13, "gunmen", "many", key="group:gunman@d1")
    assert party("Danish gunmen", dane, gunmen) == "group:gunman@d1"
    assert party("Danish flag", dane) == "name:denmark"
