"""Stretches of the calendar: a day, a week, a quarter, a century, and what lies so many of them away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "millennium"]
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month each season begins in; a winter is of the year in which it begins."""
MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar, from its first day on."""

    grain: Grain
    first: date

    @property
    def last(self) -> date:
        """The last day."""
        if self.grain in MONTHS:
            return _months_on(self.first, MONTHS[self.grain]) - timedelta(1)
        return self.first + timedelta({"day": 0, "week": 6, "weekend": 1}[self.grain])

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _value(self.grain, self.first)

    def shift(self, count: int) -> Period:
        """The period of the same grain ``count`` of them later. Raises OverflowError or ValueError beyond the calendar's ends."""
        if self.grain in MONTHS:
            return Period(self.grain, _months_on(self.first, count * MONTHS[self.grain]))
        return Period(self.grain, self.first + timedelta(count * (1 if self.grain == "day" else 7)))

    def years_on(self, count: int) -> Period:
        """The same period of another year."""
        if self.grain in ("week", "weekend"):
            return Period(self.grain, self.first + timedelta(weeks=52 * count))
        return Period(self.grain, _months_on(self.first, 12 * count))


def containing(grain: Grain, day: date) -> Period:
    """The period of ``grain`` in which ``day`` lies."""
    if grain == "day":
        return Period(grain, day)
    if grain in ("week", "weekend"):
        monday = day - timedelta(day.weekday())
        return Period(grain, monday if grain == "week" else monday + timedelta(5))
    if grain == "season":
        return Period(grain, _months_on(day.replace(day=1), -(day.month % 3)))
    months = MONTHS[grain]
    if months <= 12:
        return Period(grain, date(day.year, (day.month - 1) // months * months + 1, 1))
    return Period(grain, date(max(1, day.year // (months // 12) * (months // 12)), 1, 1))


def _value(grain: Grain, first: date) -> str:
    year, week, _ = first.isocalendar()
    if grain in ("week", "weekend"):
        return f"{year:04}-W{week:02}" + "-WE" * (grain == "weekend")
    if grain == "season":
        return f"{first.year:04}-{next(name for name, month in SEASONS.items() if month == first.month)}"
    if grain in ("quarter", "half"):
        months = MONTHS[grain]
        return f"{first.year:04}-{'Q' if grain == 'quarter' else 'H'}{(first.month - 1) // months + 1}"
    return first.isoformat()[: {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2, "millennium": 1}[grain]]


def _months_on(day: date, count: int) -> date:
    """``count`` months on, on the same day of the month or its last."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if years < 1:
        raise OverflowError("before the calendar's first year")
    last = (date(years + month // 11, (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(years, month + 1, min(day.day, last))
