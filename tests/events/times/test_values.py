"""What a time expression is worth, told from Wednesday 11 June 2014; the sentences are written for this test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rawi.events import find_times
from rawi.records import Analysis

PUBLISHED = "2014-06-11"
VALUES = [
    # the calendar's own names
    ("The mill opened on 22 March 1998.", [("22 March 1998", "DATE", "1998-03-22")]),
    ("The mill opened on March 22nd, 1998.", [("March 22nd, 1998", "DATE", "1998-03-22")]),
    ("They signed it on the 5th of May 2013.", [("the 5th of May 2013", "DATE", "2013-05-05")]),
    ("The log says 2013-03-22.", [("2013-03-22", "DATE", "2013-03-22")]),
    ("The log says 03/22/2013.", [("03/22/2013", "DATE", "2013-03-22")]),
    ("The log says 03/04/2013.", [("03/04/2013", "DATE", "2013-XX-XX")]),
    ("The log was closed at 2013-03-22T14:30Z.", [("2013-03-22T14:30Z", "TIME", "2013-03-22T14:30")]),
    ("PORT SALLO, 30 DEC 89 -- THE FERRY SANK.", [("30 DEC 89", "DATE", "1989-12-30")]),
    ("It began in late 2012 and ended in mid-May.", [("late 2012", "DATE", "2012"), ("mid-May", "DATE", "2014-05")]),
    ("The mine closed in the early 1990s.", [("the early 1990s", "DATE", "199")]),
    ("Ships of the 19th century lay there.", [("the 19th century", "DATE", "18")]),
    ("The 1987 flood took the bridge.", [("1987", "DATE", "1987")]),
    ("He served from 1994-96.", [("1994", "DATE", "1994"), ("96", "DATE", "1996")]),
    ("They rested from June 3 to 5.", [("June 3", "DATE", "2014-06-03"), ("5", "DATE", "2014-06-05")]),
    ("The fall of 2011 was dry.", [("The fall of 2011", "DATE", "2011-FA")]),
    ("It lost money in the third quarter of 2012.", [("the third quarter of 2012", "DATE", "2012-Q3")]),
    ("Sales of fiscal 2013 were poor.", [("fiscal 2013", "DATE", "2013")]),
    ("It happened in Ramadan 2013.", [("Ramadan 2013", "DATE", "2013-07")]),
    ("It lasted from 12 to 15 June 2012.", [("12", "DATE", "2012-06-12"), ("15 June 2012", "DATE", "2012-06-15")]),
    ("It rained in April and May 2012.", [("April", "DATE", "2012-04"), ("May 2012", "DATE", "2012-05")]),
    ("It rained in the spring of last year.", [("the spring of last year", "DATE", "2013-SP")]),
    # from the day of publication
    ("They left yesterday.", [("yesterday", "DATE", "2014-06-10")]),
    ("They left last week.", [("last week", "DATE", "2014-W23")]),
    ("They left earlier this year.", [("earlier this year", "DATE", "2014")]),
    ("They left two weeks ago.", [("two weeks ago", "DATE", "2014-W22")]),
    ("They left nearly a decade ago.", [("nearly a decade ago", "DATE", "2004")]),
    ("They left half a century ago.", [("half a century ago", "DATE", "1964")]),
    ("They left several years ago.", [("several years ago", "DATE", "PAST_REF")]),
    ("They will meet on Friday next week.", [("Friday next week", "DATE", "2014-06-20")]),
    ("The harbour is now open.", [("now", "DATE", "PRESENT_REF")]),
    ("Nobody knows the future.", [("the future", "DATE", "FUTURE_REF")]),
    # durations and sets
    ("It lasted at least three years.", [("at least three years", "DURATION", "P3Y")]),
    ("It lasted two and a half hours.", [("two and a half hours", "DURATION", "PT2H30M")]),
    ("It was a decades-long feud.", [("decades-long", "DURATION", "PXDE")]),
    ("A 48-hour truce began.", [("48-hour", "DURATION", "PT48H")]),
    ("It went on for weeks.", [("weeks", "DURATION", "PXW")]),
    ("They meet every Tuesday.", [("every Tuesday", "SET", "XXXX-WXX-2")]),
    ("They meet every two years.", [("every two years", "SET", "P2Y")]),
    ("The bill comes to $40 a month.", [("a month", "SET", "P1M")]),
    # times of day
    ("It fell at 9:40 a.m. on Friday.", [("9:40 a.m.", "TIME", "2014-06-06T09:40"), ("Friday", "DATE", "2014-06-06")]),
    ("It fell at 4 p.m. EST Nov. 2.", [("4 p.m. EST Nov. 2", "TIME", "2013-11-02T16:00")]),
    ("It fell at 0640 GMT yesterday.", [("0640 GMT yesterday", "TIME", "2014-06-10T06:40")]),
    ("It fell on Monday morning.", [("Monday morning", "TIME", "2014-06-09TMO")]),
    ("It fell at 7 last night.", [("7 last night", "TIME", "2014-06-10T19:00")]),
    ("It lasted from 0500 to 1300 yesterday.", [("0500", "TIME", "2014-06-10T05:00"), ("1300 yesterday", "TIME", "2014-06-10T13:00")]),
    ("It fell at around 2:30am on 5 May.", [("2:30am", "TIME", "2014-05-05T02:30"), ("5 May", "DATE", "2014-05-05")]),
    ("It fell on the morning of 9 April.", [("the morning of 9 April", "TIME", "2014-04-09TMO")]),
    ("It will fall tonight.", [("tonight", "TIME", "2014-06-11TNI")]),
]


@pytest.mark.parametrize(("text", "expected"), VALUES, ids=[text for text, _ in VALUES])
def test_values(analysed: Callable[..., Analysis], text: str, expected: list[tuple[str, str, str]]) -> None:
    times = find_times(analysed(text, published=PUBLISHED))
    assert [(time.text, time.kind, time.value) for time in times] == expected
    assert all(text[time.start : time.end] == time.text for time in times)


@pytest.mark.parametrize(
    "text",
    [
        "They may march in a second column.",
        "Jan Morrow fell behind.",
        "A 27-year-old woman and her four-year-old son came.",
        "The firm sold 2000 cars and three-quarters of its ships.",
        "Flight 1990 left room 2012, as Resolution 1970 asked.",
        "It began in the 12th century BC.",
        "She is in her 30s, and the night of the fire was long.",
    ],
)
def test_what_is_no_time(analysed: Callable[..., Analysis], text: str) -> None:
    assert find_times(analysed(text, published=PUBLISHED)) == ()
