"""Clock times and parts of a day."""

from __future__ import annotations

from rawi.events.times.calendar_rules import WHICH
from rawi.events.times.meanings import Clock, Latest, Meaning, Shifted
from rawi.events.times.patterns import Match, Rule, rule


def _twelve(match: Match) -> Meaning | None:
    """ "9:40 a.m.", "5 p.m."."""
    hour, minute = _hour(match)
    if not 1 <= hour <= 12:
        return None
    return Clock(f"T{hour % 12 + match['m'].value:02}:{minute:02}")


def _twenty_four(match: Match) -> Meaning | None:
    """ "14:30"; without a colon only before a zone: "0640 GMT"."""
    if match["h"].label == "TIME":
        return Clock(f"T{match['h'].value[0]:02}:{match['h'].value[1]:02}")
    hour, minute = divmod(int(match["h"].text), 100) if match["h"].text.isdigit() else (99, 0)
    return Clock(f"T{hour:02}:{minute:02}") if len(match["h"].text) == 4 and hour <= 24 and minute < 60 else None


def _early(match: Match) -> Meaning | None:
    """ "0500" of "between 0500 and 1300"."""
    return _twenty_four(match) if match["h"].text.startswith("0") else None


def _late(match: Match) -> Meaning | None:
    """And its "1300"."""
    first = match.before(2)
    return _twenty_four(match) if len(first) == 4 and first.startswith("0") else None


def _o_clock(match: Match) -> Meaning | None:
    hour = int(match["h"].value)
    late = "p" in match and match["p"].value in ("AF", "EV", "NI") and hour < 12
    return Clock(f"T{hour + 12 * late:02}:00") if 0 < hour <= 24 else None


def _this_hour(match: Match) -> Meaning | None:
    """ "At 7 last night"."""
    hour, minute = _hour(match)
    late = match["p"].value in ("AF", "EV", "NI") and hour < 12
    return Clock(f"T{hour + 12 * late:02}:{minute:02}", Shifted("day", WHICH[match["which"].label])) if 0 < hour <= 12 else None


def _hour(match: Match) -> tuple[int, int]:
    value = match["h"].value
    return value if isinstance(value, tuple) else (int(value), 0)


def _noon(match: Match) -> Meaning:
    return Clock(f"T{match['p'].value}")


def _part(match: Match) -> Meaning | None:
    """ "This morning", "last night", "the next evening", "the morning"."""
    which = match.get("which")
    code = f"T{match['p'].value}"
    if which is None:
        said = match.before() in ("in", "during") or match.items[match.first].text != "the" or _of_a_day(match)
        return Clock(code) if said else None
    if which.label == "SAME":
        return Clock(code, Latest("day"))
    return Clock(code, Shifted("day", WHICH[which.label], "text" if which.label in ("BEFORE", "AFTER") or "the" in match else "published"))


def _of_a_day(match: Match) -> bool:
    """ "The morning of 9 April"."""
    day = match.items[match.end + 1 : match.end + 2]
    return match.after() == "of" and bool(day) and day[0].label in ("D", "ORD", "MONTH", "WEEKDAY")


def _twilight(match: Match) -> Meaning | None:
    """ "At dawn"; "at night" is any night."""
    return Clock(f"T{match['p'].value}") if match["p"].text not in ("night", "morning", "evening", "afternoon") else None


def _tonight(_: Match) -> Meaning:
    return Clock("TNI", Shifted("day", 0))


def _overnight(_: Match) -> Meaning:
    return Clock("TNI")


RULES: tuple[Rule, ...] = (
    rule("h:D|W|TIME|DOTTED m:MERIDIEM ZONE?", _twelve),
    rule("[ h:D|W|TIME ] to|-|and D|W|TIME m:MERIDIEM", _twelve),
    rule("at|approximately [ h:Y|N ]", _twenty_four),
    rule("[ h:N ] and|to|-|until Y|N", _early),
    rule("N and|to|-|until [ h:Y|N ]", _late),
    rule("at|by|around|about|until [ h:D|W|TIME which:THIS|LAST p:PART ]", _this_hour),
    rule("h:TIME ZONE?", _twenty_four),
    rule("h:Y|N|D hours? ZONE", _twenty_four),
    rule("h:D|W o'clock ( in the p:PART )?", _o_clock),
    rule("p:NOON", _noon),
    rule("@early which:THIS|LAST|SAME p:PART", _part),
    rule("the:the @early which:NEXT|AFTER|BEFORE|SAME p:PART", _part),
    rule("the @early p:PART hours?", _part),
    rule("at|before|after|by|since|until [ p:PART ]", _twilight),
    rule("EARLY -? p:PART", _part),
    rule("@early TONIGHT", _tonight),
    rule("OVERNIGHT", _overnight),
)
