"""Dates told from another: today, last week, two months ago, the next day, a year earlier."""

from __future__ import annotations

from rawi.events.times.calendar_rules import WHICH
from rawi.events.times.meanings import Compared, Latest, Meaning, Named, Reference, Shifted
from rawi.events.times.patterns import Match, Rule, rule
from rawi.events.times.periods import Grain

GRAINS: dict[str, tuple[Grain, int]] = {
    **{grain: (grain, 1) for grain in ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century", "millennium")},
    "weekday": ("day", 1),
    "fortnight": ("week", 2),
}
"""Which stretch of the calendar a unit is counted in, and how many of them it has; hours and less have none."""
IN_YEARS = {"decade": 10, "century": 100}


def number(match: Match) -> float | None:
    """How many, None where "several" or "a few" leave it open."""
    if "one" in match or "half" in match:
        return ("one" in match) + ("half" in match) / 2
    fraction = match.get("f")
    value = match["n"].value
    return None if value is None else float(value) + (fraction.value if fraction else 0)


def _deictic(match: Match) -> Meaning:
    return Shifted("day", match["d"].value)


def _unit(match: Match) -> Meaning | None:
    """ "Last week", "the coming month", "the previous year", "that quarter"."""
    unit, which = match["u"].value, match["which"]
    if unit not in GRAINS:
        return None
    grain, size = GRAINS[unit]
    if which.label == "SAME":
        return Latest(grain)
    return Shifted(grain, size * WHICH[which.label], "text" if which.label in ("BEFORE", "AFTER") else "published")


def _next(match: Match) -> Meaning | None:
    """ "The next day" counts from the day the text is at; "next week", without "the", from publication."""
    unit = match["u"].value
    return Shifted(GRAINS[unit][0], GRAINS[unit][1], "text") if unit in GRAINS else None


def _latest(match: Match) -> Meaning | None:
    """ "The quarter", "the week": the one the text is at."""
    unit = match["u"].value
    if unit not in GRAINS or unit == "day" or (unit == "year" and match.after() in ("ended", "ending")):
        return None
    return Latest(GRAINS[unit][0], ended="ended" in match)


def _ago(match: Match) -> Meaning | None:
    """So many units before the day of publication, or before the date the text is at."""
    unit, amount = match["u"].value, number(match)
    if unit not in GRAINS:
        return Reference("PAST_REF", "TIME") if "ago" in match else None
    if amount is None:
        return Reference("PAST_REF")
    if unit == "year" and amount == 1 and "one" in match:
        return Compared("published" if "ago" in match else "text")
    grain, size = GRAINS[unit]
    if grain in IN_YEARS:
        grain, size = "year", IN_YEARS[grain]
    elif grain == "year" and amount % 1:
        grain, size = "month", 12
    return Shifted(grain, -round(size * amount), "published" if "ago" in match else "text")


def _before(match: Match) -> Meaning | None:
    """ "A year before", where it is not said before what."""
    return Compared("text") if match.after() in ("", ".", ",", ";", ")") else None


def _hence(match: Match) -> Meaning | None:
    unit, amount = match["u"].value, number(match)
    if unit not in GRAINS or amount is None:
        return None
    return Shifted(GRAINS[unit][0], round(GRAINS[unit][1] * amount))


def _week_of(match: Match) -> Meaning:
    return Named("week", match["m"].value, int(match["d"].value))


def _before_last(match: Match) -> Meaning | None:
    unit = match["u"].value
    return Shifted(GRAINS[unit][0], -2) if unit in GRAINS else None


def _away(match: Match) -> Meaning:
    return Shifted("day", 2 if match["d"].value > 0 else -2)


def _end(match: Match) -> Meaning | None:
    """ "Year-end", "the month's end"; a day's is no date."""
    unit = match["u"].value
    return Shifted(GRAINS[unit][0], 0) if unit in ("month", "quarter", "year") else None


def _compared(match: Match) -> Meaning:
    return Compared("text", quarter="q" in match)


def _reference(match: Match) -> Meaning:
    return Reference(match["r"].value)


RULES: tuple[Rule, ...] = (
    rule("@early d:DEICTIC", _deictic),
    rule("the UNIT before|after d:DEICTIC", _away),
    rule("the which:NEXT u:UNIT", _next),
    rule("@early which:LAST|NEXT|THIS|SAME KIND_OF? u:UNIT", _unit),
    rule("@early the which:LAST|NEXT|BEFORE|AFTER|SAME|THIS KIND_OF? u:UNIT", _unit),
    rule("the u:UNIT before last", _before_last),
    rule("@amount KIND_OF? u:UNIT|UNITS ago:ago", _ago),
    rule("half:half a|an? u:UNIT ago:ago", _ago),
    rule("one:a|an u:UNIT and a half:half ago:ago", _ago),
    rule("@amount KIND_OF? u:UNIT|UNITS earlier", _ago),
    rule("one:a u:year before", _before),
    rule("u:UNITS ago", lambda _: Reference("PAST_REF")),
    rule("@amount u:UNIT|UNITS from now|today", _hence),
    rule("the UNIT of m:MONTH d:D|ORD", _week_of),
    rule("year -? ago|earlier", lambda _: Compared("published")),
    rule("the? KIND_OF|comparable|corresponding|same? year - ago|earlier ORD? q:quarter", _compared),
    rule("the? KIND_OF|comparable|corresponding|same? year - ago|earlier ORD? PERIOD|half", _compared),
    rule("the corresponding|comparable|same ( PERIOD | q:quarter ) in|of? LAST UNIT", _compared),
    rule("the corresponding|comparable|same? ( PERIOD | q:quarter ) a UNIT ago|earlier", _compared),
    rule("LAST UNIT 's q:quarter", _compared),
    rule("the EDGE of the|this? u:UNIT", _latest),
    rule("the u:UNIT", _latest),
    rule("the? @early fiscal u:UNIT", _latest),
    rule("the ended:latest fiscal? u:UNIT", _latest),
    rule("the ended:latest PERIOD", lambda _: Latest("quarter", ended=True)),
    rule("u:UNIT 's? -? end", _end),
    rule("current", lambda _: Reference("PRESENT_REF")),
    rule("THIS KIND_OF? moment|juncture", lambda _: Reference("PRESENT_REF")),
    rule("the? ORD day", lambda _: Latest("day")),
    rule("r:REF", _reference),
    rule("the past", lambda _: Reference("PAST_REF")),
)
