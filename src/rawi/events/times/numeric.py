"""Dates in digits: "2013-03-22", "22.03.2013", "03/22/2013", "2013-03-22T14:30Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_DATE = r"\d{4}-\d\d?-\d\d?|\d{4}/\d\d?/\d\d?|\d\d?/\d\d?/(?:\d{4}|\d\d)|\d\d?\.\d\d?\.(?:19|20)\d\d|\d\d?-\d\d?-(?:19|20)\d\d"
_STAMP = re.compile(rf"(?<![\w/.-])({_DATE})(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])")
_PIVOT = 50
"""A year of two digits is of this century below it and of the last from it on."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in digits, the clock time after it, and where they stand. Two ``days`` where the order of day and month is open."""

    days: tuple[date, ...]
    clock: str | None
    start: int
    end: int


def stamps(text: str, start: int, end: int) -> Iterator[Stamp]:
    """Every date in digits between two offsets, in text order."""
    for found in _STAMP.finditer(text, start, end):
        if days := _days(found[1]):
            yield Stamp(days, found[2], *found.span())


def full_year(two_digits: int) -> int:
    """The year that two digits stand for."""
    return two_digits + (1900 if two_digits >= _PIVOT else 2000)


def _days(text: str) -> tuple[date, ...]:
    one, two, three = (int(part) for part in re.split(r"[-/.]", text))
    if one > 31:
        orders = {(one, two, three)}
    else:
        year = three if three > 99 else full_year(three)
        orders = {(year, two, one), (year, one, two)} if "." not in text else {(year, two, one)}
    return tuple(sorted({day for order in orders if (day := _day(*order))}))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
