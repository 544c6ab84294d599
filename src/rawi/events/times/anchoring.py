"""From when an expression counts, and so which dates it covers.

Two dates are known at any point of a text: when it was published, where its metadata says so, and the date the text is at, which is the
last that it named. What counts from a date that is not known keeps a value with its unknown places marked X, and covers no dates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rawi.events.times.holidays import holiday
from rawi.events.times.lengths import length
from rawi.events.times.meanings import (
    DAY_OF_MONTH,
    WEEKDAY,
    Base,
    Clock,
    Compared,
    Fixed,
    Latest,
    Length,
    Meaning,
    Named,
    Reference,
    Repeated,
    Shifted,
)
from rawi.events.times.periods import SEASONS, Grain, Period, containing
from rawi.events.times.vocabulary import vocabulary
from rawi.records import TimeKind

UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX", "half": "XXXX-HX"}
LATE = timedelta(45)
"""How long after its end a quarter is still what "the third quarter" to come means, and how near a date is that a slip of tense hides."""
LONG_AGO = timedelta(300)
REMOTE = 10
"""How many periods away a date is mentioned only in passing: "300 years ago"."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A TIMEX3 kind and value, and the days covered, where they are known."""

    kind: TimeKind
    value: str
    period: Period | None = None
    until: date | None = None
    """The last day covered; None until ``anchor`` has set it where it is the period's."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of when: the day of publication, the last date, day and quarter that the text named."""

    published: date | None
    text: Period | None = None
    day: Period | None = None
    quarter: Period | None = None

    def base(self, base: Base, grain: Grain) -> date | None:
        """The day to count from; of a text that is at a month or a year no day is known."""
        if base == "published":
            return self.published
        at = self.day if grain in ("day", "week", "weekend") else self.text
        return at.first if at else self.published

    def after(self, meaning: Meaning, anchored: Anchored) -> Known:
        """What is known once an expression has been read. What a figure is compared with does not move the text."""
        if isinstance(meaning, Length):
            return replace(self, quarter=None)
        if anchored.period is None or isinstance(meaning, Compared | Latest) or anchored.period.grain in ("century", "millennium"):
            return self
        if isinstance(meaning, Shifted) and abs(meaning.count) >= REMOTE:
            return self
        grain = anchored.period.grain
        quarter = anchored.period if grain == "quarter" else None if grain in ("year", "half") else self.quarter
        return replace(self, text=anchored.period, day=anchored.period if grain == "day" else self.day, quarter=quarter)


Tense = Callable[[], int]
"""-1: what the expression belongs to is over; 1: it is to come; 0: unknown."""


def anchor(meaning: Meaning, known: Known, tense: Tense) -> Anchored:
    """The value of one expression and the days it covers."""
    try:
        anchored = _anchor(meaning, known, tense)
        return replace(anchored, until=anchored.until or anchored.period.last) if anchored.period else anchored
    except (OverflowError, ValueError):  # beyond the calendar's ends: "20,000 years ago"
        return Anchored("DATE", "PAST_REF")


def _anchor(meaning: Meaning, known: Known, tense: Tense) -> Anchored:
    match meaning:
        case Reference():
            return Anchored(meaning.kind, meaning.value)
        case Repeated():
            return Anchored("SET", meaning.value)
        case Length():
            return _length(meaning, known.published)
        case Clock():
            return _clock(meaning, known, tense)
        case Fixed():
            value = meaning.value or (meaning.period.value if meaning.period else "XXXX")
            return Anchored("TIME" if "T" in value else "DATE", value, meaning.period)
        case Named():
            period = _named(meaning, known, tense)
            return Anchored("DATE", period.value if period else _open(meaning), period)
        case Compared():
            period = _compared(meaning, known)
            return Anchored("DATE", period.value if period else "XXXX", period)
        case Latest():
            period = _latest(meaning, known, tense)
            return Anchored("DATE", period.value if period else UNKNOWN.get(meaning.grain, "XXXX"), period)
        case Shifted():
            day = known.base(meaning.base, meaning.grain)
            if day is None and meaning.base == "text":
                return Anchored("DATE", UNKNOWN.get(meaning.grain, "XXXX"))
            if day is None:
                return Anchored("DATE", "PRESENT_REF" if not meaning.count else "PAST_REF" if meaning.count < 0 else "FUTURE_REF")
            period = containing(meaning.grain, day).shift(meaning.count)
            return Anchored("DATE", period.value, period)


def _length(meaning: Length, published: date | None) -> Anchored:
    """A duration. One that ends or begins at publication covers days."""
    grain, amount = meaning.grain, meaning.amount
    value = length(amount, grain)
    if not meaning.towards or published is None or amount is None or grain is None:
        return Anchored("DURATION", value)
    if grain == "second" or grain == "minute" or grain == "hour":
        return Anchored("DURATION", value)
    other = Period(grain, published).shift(meaning.towards * round(amount)).first
    first, last = sorted((published, other))
    return Anchored("DURATION", value, Period("day", first), last)


def _clock(meaning: Clock, known: Known, tense: Tense) -> Anchored:
    if meaning.on is None:
        day = known.day or (Period("day", known.published) if known.published else None)
        return Anchored("TIME", f"{day.value if day else 'XXXX-XX-XX'}{meaning.value}", day)
    on = _anchor(meaning.on, known, tense)
    value = on.value if on.value[0] in "0123456789X" else "XXXX-XX-XX"
    return Anchored("TIME", value + meaning.value, on.period)


def _compared(meaning: Compared, known: Known) -> Period | None:
    if known.quarter is not None:
        return known.quarter.years_on(-1)
    day = known.base(meaning.base, "year")
    if day is None:
        return None
    return containing("quarter", day).shift(-5) if meaning.quarter else containing("year", day).shift(-1)


def _latest(meaning: Latest, known: Known, tense: Tense) -> Period | None:
    if meaning.grain == "quarter":
        if known.quarter is not None and not (meaning.ended and known.published and known.quarter.last > known.published):
            return known.quarter
        return containing("quarter", known.published).shift(-1) if known.published else None
    day = known.base("text", meaning.grain)
    if day is None:
        return None
    period = containing(meaning.grain, day).shift(-meaning.ended)
    return period.shift(-1) if meaning.grain == "weekend" and period.first > day + timedelta(1) and tense() <= 0 else period


def _named(named: Named, known: Known, tense: Tense) -> Period | None:
    day = known.base(named.base, named.grain)
    if day is None:
        return None
    if named.of is not None and named.of.grain == "week":
        return Period("day", containing("week", day).shift(named.of.count).first + timedelta(named.number - 1))
    if named.of is not None:
        return _in_year(named, containing("year", day).shift(named.of.count).first.year)
    candidates = list(_candidates(named, day))
    if named.which is not None:
        return _which(named, named.which, candidates, day)
    return _by_tense(named, candidates, day, tense())


def _candidates(named: Named, day: date) -> Iterator[Period]:
    """The periods of that name around ``day``, in order."""
    if named.name == WEEKDAY:
        monday = day - timedelta(day.weekday())
        yield from (Period("day", monday + timedelta(7 * week + named.number - 1)) for week in (-2, -1, 0, 1, 2))
        return
    if named.name == DAY_OF_MONTH:
        months = (containing("month", day).shift(count) for count in (-2, -1, 0, 1, 2))
        yield from (Period("day", month.first.replace(day=named.number)) for month in months if month.last.day >= named.number)
        return
    for year in range(day.year - 5, day.year + 6):
        if (period := _in_year(named, year)) is not None:
            yield period


def _in_year(named: Named, year: int) -> Period | None:
    """The period of that name in one year; None where the year has none (29 February)."""
    if named.name is not None:
        return holiday(named.name, year)
    if named.grain == "quarter":
        return Period("quarter", date(year, 3 * named.number - 2, 1))
    if named.grain == "half":
        return Period("half", date(year, 6 * named.number - 5, 1))
    try:
        first = date(year, named.number, named.day or 1)
    except ValueError:
        return None
    return containing("week", first) if named.grain == "week" else Period(named.grain, first)


def _which(named: Named, which: int, candidates: list[Period], day: date) -> Period | None:
    """The last one, this one, the next one."""
    if which < 0:
        return next((p for p in reversed(candidates) if p.last < day), None)
    if which > 0:
        return next((p for p in candidates if p.first > day), None)
    here = containing("week" if named.name == WEEKDAY else "year", day)
    return next((p for p in candidates if here.first <= p.first <= here.last), None)


def _by_tense(named: Named, candidates: list[Period], day: date, tense: int) -> Period | None:
    """The latest that has begun, or the next that has not ended, or the nearest."""
    past = next((p for p in reversed(candidates) if p.first <= day), None)
    slack = LATE if named.grain in ("quarter", "half") else timedelta(0)
    coming = next((p for p in candidates if p.last >= day - slack), None)
    if past is None or coming is None:
        return coming or past
    if tense > 0:
        slip = named.grain == "day" and day - past.first < LATE and coming.first - day > LONG_AGO
        return past if slip else coming
    if tense < 0:
        slip = named.grain == "day" and day - past.first > LONG_AGO and coming.first - day < LATE
        return coming if slip else past
    if named.name == WEEKDAY or named.grain in ("quarter", "half"):
        return past
    return past if day - past.last <= coming.first - day else coming


def _open(named: Named) -> str:
    """A value whose year is unknown."""
    if named.name == WEEKDAY:
        return f"XXXX-WXX-{named.number}"
    if named.name is not None:
        row = {"day": named.number} if named.name == DAY_OF_MONTH else vocabulary().holidays[named.name]
        known = "islamic_month" not in row
        return "-".join(("XXXX", *(f"{row[part]:02}" if known and part in row else "XX" for part in ("month", "day"))))
    if named.grain in ("quarter", "half"):
        return f"XXXX-{named.grain[0].upper()}{named.number}"
    if named.grain == "season":
        return f"XXXX-{next(name for name, month in SEASONS.items() if month == named.number)}"
    if named.grain == "week":
        return "XXXX-WXX"
    return f"XXXX-{named.number:02}" + (f"-{named.day:02}" if named.day else "")
