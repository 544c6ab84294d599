"""Calendar dates as news text writes them."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from rawi.reading.vocabulary import vocabulary, words

_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,4}|UTC|[+-]\d{1,2}(?::?\d{2})?)\)?)?|\b\d{1,2}\s*[ap]\.?m\.?\b",
    re.I,
)
_LEFT = re.compile(r"[\s,|:;.()\[\]–—·•/-]+")


class Found(NamedTuple):
    """A date in a line: ISO form, and where it stands."""

    iso: str
    start: int
    end: int


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    month = "(?P<month>" + "|".join(sorted(vocabulary()["months"], key=len, reverse=True)) + r")\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
    return tuple(
        re.compile(form, re.I)
        for form in (
            r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
            rf"\b{day}\s+(?:of\s+)?{month},?\s+{year}\b",
            rf"\b{month}\s+{day},?\s+{year}\b",
            r"\b(?P<year>(?:19|20)\d\d)[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\b",
            r"\b(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b",
        )
    )


def find(line: str) -> Found | None:
    """The first whole date in a line; None where there is none, or where day and month cannot be told apart."""
    for form in _forms():
        for found in form.finditer(line):
            iso = _iso(found.groupdict())
            if iso:
                return Found(iso, found.start(), found.end())
    return None


def normalise(value: str | None) -> str | None:
    """The ISO date in a metadata field, None where it has none."""
    found = find(value) if value else None
    return found.iso if found else None


def stands_alone(line: str) -> str | None:
    """The date of a line that holds nothing else but labels, a weekday and a time of day."""
    found = find(line)
    if not found:
        return None
    rest = _TIME.sub(" ", f"{line[: found.start]} {line[found.end :]}")
    while (second := find(rest)) is not None:
        rest = rest[: second.start] + rest[second.end :]
    left = " ".join(_LEFT.sub(" ", rest).lower().split())
    for label in sorted((*words("date_labels"), *words("weekdays")), key=len, reverse=True):
        left = re.sub(rf"\b{re.escape(label)}\b", " ", left)
    return None if left.strip() else found.iso


def _iso(parts: dict[str, str | None]) -> str | None:
    month, day = parts.get("month"), parts.get("day")
    if month is None or day is None:
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if (first > 12) == (second > 12) and first != second:
            return None
        day, month = (str(first), str(second)) if second <= 12 else (str(second), str(first))
    number = int(month) if month.isdigit() else vocabulary()["months"][month.lower()]
    try:
        return datetime.date(int(parts["year"] or 0), number, int(day)).isoformat()
    except ValueError:
        return None
