"""What a time expression says before it is known from when it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rawi.events.times.periods import Grain, Period
from rawi.records import TimeKind

Base = Literal["published", "text"]
"""Counted from the day of publication, or from the date the text is at."""
WEEKDAY = "weekday"
DAY_OF_MONTH = "day of month"
"""What a day is named by, besides holidays: "Monday", "the 5th"."""
Clocked = Literal["second", "minute", "hour"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that the words give in full; ``value`` where they leave open which of two, or name a fiscal year."""

    period: Period | None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """The period of ``grain`` that lies ``count`` of them after ``base``: "yesterday", "last month", "two weeks ago", "the next day"."""

    grain: Grain
    count: int
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Named:
    """A weekday, month, day of a month, season, quarter, half or holiday, without its year.

    ``number`` is the weekday's (Monday is 1), the day's of a month that is not named, the month's (a season's first), quarter's or half's.
    ``which``: the last one (-1), the next one (1), this year's or week's (0); None where the verb has to tell. ``of``: the year it is in.
    """

    grain: Grain
    number: int = 0
    day: int | None = None
    name: str | None = None
    which: int | None = None
    of: Shifted | None = None
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Compared:
    """The same stretch a year before the one the text is at: "a year earlier", "the year-ago quarter"."""

    base: Base
    quarter: bool = False


@dataclass(frozen=True, slots=True)
class Latest:
    """The stretch of ``grain`` the text is at, or else the latest that has begun: "the quarter", "the week", "that year"."""

    grain: Grain
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: ``amount`` None where the words leave it open. ``towards``: it ends (-1) or begins (1) when the article is published."""

    amount: float | None
    grain: Grain | Clocked | None
    towards: int = 0


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: "every day", "Mondays"."""

    value: str


Day: TypeAlias = Fixed | Shifted | Named | Latest


@dataclass(frozen=True, slots=True)
class Clock:
    """A part or point of a day: "T09:40", "TMO"; ``on`` says of which day, None where the text has to."""

    value: str
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, once, some day: a side of the present and no date."""

    value: str
    kind: TimeKind = "DATE"


Meaning: TypeAlias = Fixed | Shifted | Named | Compared | Latest | Length | Repeated | Clock | Reference
