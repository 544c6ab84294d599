"""Dates by the calendar's own names: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

from datetime import date

from rawi.events.times.holidays import holiday
from rawi.events.times.meanings import DAY_OF_MONTH, WEEKDAY, Base, Fixed, Meaning, Named, Shifted
from rawi.events.times.numeric import Stamp, full_year
from rawi.events.times.patterns import Match, Rule, rule
from rawi.events.times.periods import SEASONS, Grain, Period
from rawi.events.times.vocabulary import vocabulary

WHICH = {"LAST": -1, "BEFORE": -1, "THIS": 0, "NEXT": 1, "AFTER": 1}
YEARS = range(1900, 2101)
WHOLE = frozenset({"may", "june", "july"})
"""Months of few letters that are no abbreviations."""
AMOUNTS = frozenset({"MONEY", "PERCENT", "PRODUCT", "QUANTITY"})
NOT_AFTER = frozenset({"-", "%", "percent", "bc", "b.c", "b.c.", "bce"})
OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
COUNTS = ("NNS", "NNPS")


def _year(match: Match) -> int | None:
    """The year it names: four digits, two after a month or an apostrophe, or two numbers in words."""
    if "y" in match:
        year = int(match["y"].value)
        return full_year(year) if year < 100 else year
    if "yy" in match:
        first, rest = int(match["yy"].value), int(match["zz"].value)
        return first * 100 + rest if 10 <= first <= 20 and 0 < rest < 100 else None
    return None


def _days_date(match: Match) -> Meaning | None:
    """A day of a month, with its year or without."""
    month, day, year = match["m"].value, int(match["d"].value), _year(match)
    if not 1 <= day <= 31:
        return None
    if year is not None:
        return _fixed("day", year, month, day)
    return Named("day", month, day, of=_said(match))


def _month(match: Match) -> Meaning | None:
    month, year = match["m"].value, _year(match)
    if year is not None:
        return _fixed("month", year, month)
    if match["m"].token.entity == "PERSON" and not match["m"].token.text.isupper():
        return None
    if len(match["m"].text) < 5 and match["m"].text not in WHOLE and not match["m"].text.endswith("."):
        return None  # "Jan", who is somebody, if no number stands beside it
    if match["m"].token.text == "MAY" and "which" not in match and match.before() not in vocabulary().sets["before_year"]:
        return None  # in a text of capitals, where tags say little
    if "which" in match:
        return Named("month", month, which=WHICH[match["which"].label], base=_base(match))
    return Named("month", month, of=_said(match))


def _said(match: Match) -> Shifted | None:
    """The year it is said to be of: "March of last year"."""
    return Shifted("year", WHICH[match["of"].label]) if "of" in match else None


def _base(match: Match) -> Base:
    return "text" if match["which"].label in ("BEFORE", "AFTER") else "published"


def _fixed(grain: Grain, year: int, month: int = 1, day: int = 1) -> Fixed | None:
    try:
        return Fixed(Period(grain, date(year, month, day)))
    except ValueError:
        return None


def _stamp(match: Match) -> Meaning | None:
    stamp = match["d"].value
    assert isinstance(stamp, Stamp)
    if len(stamp.days) > 1:
        return Fixed(None, f"{stamp.days[0].year}-XX-XX")
    period = Period("day", stamp.days[0])
    return Fixed(period, f"{period.value}T{stamp.clock}" if stamp.clock else None)


def _bare_year(match: Match) -> Meaning | None:
    """Four digits that are a year: after a preposition, where spaCy sees a date, or of these centuries and counting nothing."""
    item, token = match["y"], match["y"].token
    if match.before() in vocabulary().sets["no_year"] or match.after() in NOT_AFTER or token.entity in AMOUNTS:
        return None
    if len(match.before(2)) == 4 and match.before(2).startswith("0"):
        return None  # "between 0500 and 1300"
    told = token.entity == "DATE" or "edge" in match or match.before() in vocabulary().sets["before_year"]
    likely = int(item.value) in YEARS and (match.before() == "the" or not _counts(match, COUNTS))
    return _fixed("year", int(item.value)) if likely or (told and not _counts(match)) else None


def _one_of_years(match: Match) -> Meaning | None:
    """Either year of "1994-96"; the second may have its last two digits only."""
    year = int(match["y"].value)
    if "first" in match and year < 100:
        year += int(match["first"].value) // 100 * 100
    return _fixed("year", year) if year in YEARS else None


def _short_year(match: Match) -> Meaning | None:
    """ "'98", the apostrophe no quotation mark."""
    beside = match.items[match.first].end == match["y"].start and "'" not in (match.before(), match.after())
    return _fixed("year", full_year(int(match["y"].value))) if beside and 31 < match["y"].value < 100 else None


def _spelled_year(match: Match) -> Meaning | None:
    year = _year(match)
    return _fixed("year", year) if year else None


def _whole_year(match: Match) -> Meaning | None:
    number = match["n"].value
    return _fixed("year", int(number)) if 1000 <= number <= 2200 else None


def _decade(match: Match) -> Meaning | None:
    number = int(match["n"].value) if match["n"].label == "DECADE" else 10 * int(match["n"].value)
    if number < 100:
        if match.items[match.end - 1].label == "DECADE" and (match.before() in OWNERS or match.end - match.first == 1):
            return None  # "in his 30s"
        number += 1900 if number >= 20 else 2000
    return _fixed("decade", number)


def _century(match: Match) -> Meaning | None:
    number = int(match["n"].value)
    return _fixed("century", 100 * (number - 1)) if 2 <= number <= 22 and match.after() not in NOT_AFTER else None


def _weekday(match: Match) -> Meaning:
    if "of" in match:
        return Named("day", match["w"].value, name=WEEKDAY, of=Shifted("week", WHICH[match["of"].label]))
    if "which" not in match:
        return Named("day", match["w"].value, name=WEEKDAY)
    return Named("day", match["w"].value, name=WEEKDAY, which=WHICH[match["which"].label], base=_base(match))


def _season(match: Match) -> Meaning | None:
    month, year = SEASONS[match["s"].value], _year(match)
    if year is not None:
        return _fixed("season", year, month)
    if "which" in match:
        return Named("season", month, which=WHICH[match["which"].label], base=_base(match))
    return Named("season", month, of=_said(match))


def _part_of_year(match: Match) -> Meaning | None:
    """A quarter or half by its number."""
    grain: Grain = "quarter" if match["u"].text == "quarter" else "half"
    number = 2 if match["n"].label == "LAST" else int(match["n"].value)
    if grain == "half" and "y" not in match and "whole" not in match and match.after() == "of":
        return None
    year, months = _year(match), 3 if grain == "quarter" else 6
    if not 1 <= number <= 12 // months:
        return None
    if year is not None:
        return _fixed(grain, full_year(year) if year < 100 else year, months * (number - 1) + 1)
    return Named(grain, number, of=_said(match))


def _holiday(match: Match) -> Meaning | None:
    name, year = match["h"].value, _year(match)
    if match["h"].token.text[0].islower():
        return None
    if year is not None:
        return Fixed(holiday(name, year))
    return Named("day", name=name, which=WHICH[match["which"].label] if "which" in match else None)


def _day_alone(match: Match) -> Meaning | None:
    """ "On the 5th", where no noun follows that it counts."""
    number = int(match["d"].value)
    return Named("day", number, name=DAY_OF_MONTH) if 1 <= number <= 31 and not _counts(match) else None


def _days_date_alone(match: Match) -> Meaning | None:
    """The second day of "June 3 to 5", likewise."""
    return None if _counts(match) else _days_date(match)


def _counts(match: Match, tags: tuple[str, ...] = ("NN", "JJ")) -> bool:
    """Whether what follows is a noun that a number may count."""
    return match.end < len(match.items) and match.items[match.end].token.tag.startswith(tags)


YEAR = "( ,? of|in? ( y:Y | yy:W -? zz:W ) )"
TO = "-|to|through|and"
SHARED_YEAR: tuple[Rule, ...] = (
    rule(f"[ d:D ] {TO} D m:MONTH {YEAR}", _days_date),
    rule(f"[ d:D m:MONTH ] {TO} D MONTH {YEAR}", _days_date),
    rule(f"[ m:MONTH d:D ] {TO} D {YEAR}", _days_date),
    rule(f"[ m:MONTH d:D ] {TO} MONTH D {YEAR}", _days_date),
    rule(f"m:MONTH D {TO} [ d:D {YEAR} ]", _days_date),
    rule(f"[ m:MONTH ] {TO} MONTH {YEAR}", _month),
)
"""The first of two dates that share the year after the second: "12 to 15 June 2013". They come before what reads it without."""
RULES: tuple[Rule, ...] = (
    *SHARED_YEAR,
    rule("@dated m:MONTH the? d:D|ORD " + YEAR, _days_date),
    rule("@dated m:MONTH the? d:D|ORD", _days_date),
    rule("@dated m:MONTH the? d:D|ORD ,? of? of:LAST|THIS|NEXT year", _days_date),
    rule("@dated the? d:ORD of? m:MONTH " + YEAR, _days_date),
    rule("@dated d:D -? of? m:MONTH -? " + YEAR, _days_date),
    rule("@dated d:D -? m:MONTH -? y:N|D", _days_date),
    rule("@dated the? d:ORD of? m:MONTH", _days_date),
    rule("@dated d:D of? m:MONTH", _days_date),
    rule("on|by|since|until|from [ the d:ORD ]", _day_alone),
    rule("m:MONTH D -|to|through|and [ d:D ]", _days_date_alone),
    rule("[ d:D ] -|to|through|and D m:MONTH", _days_date),
    rule("@early m:MONTH " + YEAR, _month),
    rule("@early m:MONTH '|-? y:N", _month),
    rule("@early which:LAST|THIS|NEXT|BEFORE|AFTER? m:MONTH", _month),
    rule("@early m:MONTH of? of:LAST|THIS|NEXT UNIT", _month),
    rule("[ d:DATE ]", _stamp),
    rule("@early ( the? fiscal|calendar year? | the? year )? y:Y ( or EARLY )?", _bare_year),
    rule("[ y:Y ] - Y|D|N", _one_of_years),
    rule("first:Y - [ y:Y|D|N ]", _one_of_years),
    rule("edge:EARLY -? y:Y", _bare_year),
    rule("edge:post|pre - y:Y", _bare_year),
    rule("the y:Y fiscal? UNIT|PERIOD", _bare_year),
    rule("'|‘ y:N", _short_year),
    rule("the? year? yy:W -? zz:W", _spelled_year),
    rule("the? year n:W|Y|N", _whole_year),
    rule("the? @early ( '? n:DECADE )", _decade),
    rule("the ( @early | W ) n:DECADE_WORD", _decade),
    rule("the? ORD half of the '? n:DECADE", _decade),
    rule("the LAST half of the '? n:DECADE", _decade),
    rule("the? @early n:ORD -? century", _century),
    rule("( early|late|mid -? )? ( the? which:LAST|THIS|NEXT|BEFORE|AFTER )? w:WEEKDAY", _weekday),
    rule("w:WEEKDAY of? of:LAST|NEXT|THIS week", _weekday),
    rule("the? @early which:LAST|THIS|NEXT|BEFORE|AFTER? s:SEASON", _season),
    rule("the? @early s:SEASON " + YEAR, _season),
    rule("the? @early s:SEASON of? of:LAST|THIS|NEXT year", _season),
    rule("the|this? ( fiscal -? )? n:ORD|LAST KIND_OF? u:quarter", _part_of_year),
    rule("y:Y 's ( fiscal -? )? n:ORD|LAST u:quarter|half", _part_of_year),
    rule("n:ORD - u:quarter|half", _part_of_year),
    rule("the EDGE of the n:ORD|LAST KIND_OF? u:quarter|half", _part_of_year),
    rule("the n:ORD u:half", _part_of_year),
    rule("the n:ORD u:half|quarter of the whole:year", _part_of_year),
    rule("the|this? ( fiscal -? )? n:ORD|LAST -? u:quarter|half of ( '? y:Y|N )", _part_of_year),
    rule("the|this? y:Y ( fiscal -? )? n:ORD -? u:quarter|half", _part_of_year),
    rule("the|this? ( fiscal -? )? n:ORD|LAST -? u:quarter|half of? of:LAST|THIS|NEXT year", _part_of_year),
    rule("of:LAST|THIS|NEXT year 's ( fiscal -? )? n:ORD|LAST -? u:quarter|half", _part_of_year),
    rule("which:LAST|THIS|NEXT? h:HOLIDAY ( week|weekend|day )?", _holiday),
    rule("h:HOLIDAY " + YEAR, _holiday),
)
