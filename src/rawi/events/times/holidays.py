"""When a day with a name falls in a year: fixed, on the nth weekday of a month, by Easter, or by the Islamic calendar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from rawi.events.times.periods import Period
from rawi.events.times.vocabulary import vocabulary

HIJRI_EPOCH = date(622, 7, 19)
"""The first day of the arithmetic Islamic calendar, in the proleptic Gregorian one."""


def holiday(name: str, year: int) -> Period | None:
    """The day, or month, that ``name`` falls on in ``year``; None where the Islamic year has none that begins in it."""
    row = vocabulary().holidays[name]
    if "islamic_month" in row:
        found = (_islamic(hijri, row["islamic_month"], row["day"]) for hijri in range(_hijri_year(year), _hijri_year(year) + 4))
        first = next((day for day in found if day.year == year), None)
    elif "easter" in row:
        first = _easter(year) + timedelta(row["easter"])
    else:
        first = date(year, row["month"], row["day"]) if "day" in row else _nth_weekday(year, row)
    return Period(row.get("grain", "day"), first) if first else None


def _nth_weekday(year: int, row: Mapping[str, Any]) -> date:
    """``nth`` weekday of the month from its beginning, or from its end where negative; ``after``: days into it before counting."""
    month, weekday, nth = row["month"], row["weekday"], row["nth"]
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    first = date(year, month, 1 + row.get("after", 0))
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + offset - 7 * ((a + 11 * h + 22 * offset) // 451) + 114, 31)
    return date(year, month, day + 1)


def _hijri_year(year: int) -> int:
    """An Islamic year that has begun when ``year`` does."""
    return max(1, (year - 622) * 33 // 32 - 1)


def _islamic(year: int, month: int, day: int) -> date:
    """By the arithmetic calendar: years of 354 days, 11 leap days in 30 years, months of 30 and 29 days in turn."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return HIJRI_EPOCH + timedelta(days)
