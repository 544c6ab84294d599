"""From when an expression counts: publication, the date the text is at, the tense of the verb. The texts are written for this test."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from rawi.events import find_times
from rawi.records import Analysis, Span, Time

PUBLISHED = "2014-06-11"
"""A Wednesday."""
Finder = Callable[..., dict[str, Time]]


@pytest.fixture
def found(analysed: Callable[..., Analysis]) -> Finder:
    """The last time expression of each wording in a text."""

    def found(text: str, published: str | None = PUBLISHED) -> dict[str, Time]:
        return {time.text: time for time in find_times(analysed(text, published=published))}

    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Friday.", "2014-06-06"),
        ("The council will meet on Friday.", "2014-06-13"),
        ("The council is expected to meet on Friday.", "2014-06-13"),
        ("The council heard the case in October.", "2013-10"),
        ("The court is due to rule in October.", "2014-10"),
        ("The mill must close by October.", "2014-10"),
        ("The mill has been shut since October.", "2013-10"),
        ("The members would have met on Friday.", "2014-06-06"),
        ("They left last Friday.", "2014-06-06"),
        ("They leave next Friday.", "2014-06-13"),
        ("On the 5th he left.", "2014-06-05"),
    ],
)
def test_the_verb_tells_which_of_two(found: Finder, text: str, value: str) -> None:
    assert [time.value for time in found(text).values()] == [value]


def test_the_text_carries_its_own_date(found: Finder) -> None:
    times = found("On 3 May 2011 the ferry sank. The next day it was raised; at dawn it sank again. The following month it was sold.")
    assert times["The next day"].value == "2011-05-04"
    assert times["dawn"].value == "2011-05-04TDA"
    assert times["The following month"].value == "2011-06"


def test_a_year_earlier_than_a_quarter_is_a_quarter(found: Finder) -> None:
    assert found("Sales fell in the third quarter of 2012 from a year earlier.")["a year earlier"].value == "2011-Q3"
    assert found("Sales fell in 2012 from a year earlier.")["a year earlier"].value == "2011"


def test_what_is_mentioned_in_passing_does_not_move_the_text(found: Finder) -> None:
    assert found("The wall is from 300 years ago. It will be mended by the end of the year.")["the end of the year"].value == "2014"


def test_a_clock_time_is_of_the_day_that_follows_it(found: Finder) -> None:
    times = found("They came on Monday. At 10 a.m. local time on Tuesday they left, and at noon they were gone.")
    assert times["10 a.m."].value == "2014-06-10T10:00"
    assert times["noon"].value == "2014-06-10T12:00"


def test_the_days_covered(found: Finder) -> None:
    text = "In 2012, in March 2013, last week and over the past two weeks it rained. It rained for two weeks, and it is raining now."
    times = found(text)
    covered = {words: (time.since, time.until) for words, time in times.items()}
    assert covered == {
        "2012": ("2012-01-01", "2012-12-31"),
        "March 2013": ("2013-03-01", "2013-03-31"),
        "last week": ("2014-06-02", "2014-06-08"),
        "the past two weeks": ("2014-05-28", "2014-06-11"),
        "two weeks": (None, None),
        "now": (None, None),
    }


def test_without_a_day_of_publication_nothing_is_made_up(found: Finder) -> None:
    text = "He came on Monday, in March, last week, on 4 May, at Christmas, yesterday. At 5 p.m. he left. The same month it rained today."
    times = found(text, None)
    assert {words: time.value for words, time in times.items()} == {
        "Monday": "XXXX-WXX-1",
        "March": "XXXX-03",
        "last week": "PAST_REF",
        "4 May": "XXXX-05-04",
        "Christmas": "XXXX-12-25",
        "yesterday": "PAST_REF",
        "5 p.m.": "XXXX-XX-XXT17:00",
        "The same month": "XXXX-XX",
        "today": "PRESENT_REF",
    }
    assert all(time.since is time.until is None for time in times.values())


def test_without_a_day_of_publication_the_text_may_tell(found: Finder) -> None:
    assert found("He came on 3 May 2011 and left two days later. The next day it rained.", None)["The next day"].value == "2011-05-04"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2014", "once", None])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "last",
        "IN THE NEXT 9999 YEARS NEXT WEEK NEXT YEAR 90000 YEARS AGO LAST MONTH",
        "the next million million million years from now, 99999999999999999999999 years ago, 31 February, 29 Feb., 2013-02-30",
        "a a half hundred hundredth 12th of of May , , 1999 1999 - 1999 at 25:70 a.m. p.m.",
        "في ١٥ مايو and on ² ½ ½ 1/2 days 𝟛 May",
        "1.1.1.1" * 200,
    ],
)
def test_odd_text_raises_nothing(analysed: Callable[..., Analysis], text: str, published: str | None) -> None:
    times = find_times(analysed(text, published=published))
    assert all(text[time.start : time.end] == time.text for time in times)
    assert pickle.loads(pickle.dumps(times)) == times


def test_a_dateline_stands_for_the_day_of_publication_where_there_is_none(analysed: Callable[..., Analysis]) -> None:
    text = "PORT SALLO, 30 DEC 89 (KNA) -- THE FERRY SANK YESTERDAY, BETWEEN 0500 AND 1300."
    said = {
        (frame, published): [time.value for time in find_times(analysed(text, published=published, frame=frame))]
        for frame in ((), (Span(0, 31),))
        for published in (None, PUBLISHED)
    }
    assert said[(Span(0, 31),), None] == ["1989-12-30", "1989-12-29", "1989-12-29T05:00", "1989-12-29T13:00"]
    assert said[(), None][1] == "PAST_REF"
    assert said[(Span(0, 31),), PUBLISHED][1] == "2014-06-10"


def test_the_frame_has_times_too(analysed: Callable[..., Analysis]) -> None:
    text = "PORT SALLO, June 3 -- The ferry sank on Monday."
    (dateline, _) = find_times(analysed(text, published=PUBLISHED, frame=(Span(0, 21),)))
    assert (dateline.text, dateline.value) == ("June 3", "2014-06-03")
