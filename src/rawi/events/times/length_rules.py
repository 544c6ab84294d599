"""Durations and sets of times: three years, the past month's two weeks, every day, Mondays."""

from __future__ import annotations

from rawi.events.times.meanings import Length, Meaning, Repeated
from rawi.events.times.patterns import Match, Rule, rule
from rawi.events.times.relative_rules import number
from rawi.events.times.vocabulary import vocabulary

TOWARDS = {"LAST": -1, "BEFORE": 0, "NEXT": 1, "AFTER": 0, "THIS": 0}
PERIODS = {"second": "PT1S", "minute": "PT1M", "hour": "PT1H", "quarter": "P3M", "half": "P6M", "decade": "P10Y", "century": "P100Y"}


def _counted(match: Match) -> Meaning | None:
    """A number of units; an age is none."""
    if match.after() == "old" or (match.after() == "-" and match.after(2) == "old"):
        return None
    if (match["u"].text == "quarters" and match.after() in ("of", "-")) or match.before() == "-":
        return None
    which = match.get("which")
    return Length(number(match) if "n" in match else None, match["u"].value, TOWARDS[which.label] if which else 0)


def _one(match: Match) -> Meaning | None:
    """ "A year": how long after a preposition or beside a verb, how often after an amount."""
    before, token = match.before(), match["u"].token
    if match.after() in ("-", "'s") or (match["u"].text == "quarter" and match.after() == "of") or token.relation in ("compound", "nmod"):
        return None
    if before in vocabulary().sets["before_unit"] or match.after() in ("later", "after", "before"):
        return Length(1, match["u"].value)
    if token.relation == "npadvmod" and before and match.items[match.first - 1].token.tag[:2] in ("NN", "CD"):
        return Repeated(period(match["u"].value))
    return None


def _half(match: Match) -> Meaning:
    """ "A minute and a half", "half an hour"."""
    whole = float(match["n"].value) if "n" in match else 0.0 if "half" in match else 1.0
    return Length(whole + 0.5, match["u"].value)


def _range(match: Match) -> Meaning | None:
    """ "Two to three weeks": the lower end."""
    return Length(float(match["n"].value), match["u"].value)


def _bare(match: Match) -> Meaning | None:
    """ "For weeks", "decades-long"."""
    before, after = match.before(), match.after()
    if match["u"].text == "quarters" and before == "-":
        return None
    if before in vocabulary().sets["before_length"] or after in ("later", "ago", "before", "after", "of"):
        return Length(None, match["u"].value)
    return None


def _long(match: Match) -> Meaning:
    return Length(None, match["u"].value)


def _as_long(match: Match) -> Meaning:
    """ "Hour-long"."""
    return Length(1, match["u"].value)


def _whole_year(match: Match) -> Meaning | None:
    """ "The year ended March 31" is as long as a year."""
    return Length(1, match["u"].value) if match.after() in ("ended", "ending") else None


def _while(match: Match) -> Meaning:
    return Length(None, None)


def _adverb(match: Match) -> Meaning:
    return Repeated(period(match["u"].value))


def _every(match: Match) -> Meaning:
    if "w" in match:
        return _weekdays(match)
    if "m" in match:
        return Repeated(f"XXXX-{match['m'].value:02}")
    if "s" in match:
        return Repeated(f"XXXX-{match['s'].value}")
    if "p" in match:
        return Repeated(f"XXXX-XX-XXT{match['p'].value}")
    return Repeated(period(match["u"].value, int(match["n"].value) if "n" in match else 2 if "other" in match else 1))


def _per(match: Match) -> Meaning | None:
    """ "Per year"; what is per second is a speed."""
    return None if match["u"].value in ("second", "minute", "hour") else _every(match)


def _weekdays(match: Match) -> Meaning:
    return Repeated(f"XXXX-WXX-{match['w'].value}" + (f"T{match['p'].value}" if "p" in match else ""))


def period(unit: str, count: int = 1) -> str:
    """How often, as the time from one to the next: "P1D" for daily."""
    known = PERIODS.get(unit, "P1W" if unit in ("fortnight", "weekend") else f"P1{unit[0].upper()}")
    return known.replace("1", str(count), 1) if count > 1 else known


RULES: tuple[Rule, ...] = (
    rule("( n:D|N|W|Y f:FRACTION? | a? n:SOME of? ) KIND_OF? -? KIND_OF? u:UNIT|UNITS ( - KIND_OF )?", _counted),
    rule("the? which:LAST|NEXT|BEFORE|AFTER|THIS @several KIND_OF? u:UNITS", _counted),
    rule("EVERY of the which:LAST|NEXT|BEFORE|AFTER|THIS @several KIND_OF? u:UNITS", _counted),
    rule("the? ORD|latest ( n:D|N|W f:FRACTION? | n:SOME ) KIND_OF? u:UNITS", _counted),
    rule("the n:D|N|W u:UNITS", _counted),
    rule("the? ORD|latest n:D|N|W u:UNITS of Y", _counted),
    rule("the? ORD|latest n:D|N|W u:UNITS of the|LAST|THIS year", _counted),
    rule("one:a|an KIND_OF? u:UNIT", _one),
    rule("a|an u:UNIT and a half", _half),
    rule("n:D|W -? and -? a -? half -? u:UNIT|UNITS", _half),
    rule("half:half -? a|an? -? u:UNIT", _half),
    rule("n:D|N|W to|or|- D|N|W -? u:UNIT|UNITS", _range),
    rule("u:UNITS", _bare),
    rule("u:UNITS - KIND_OF|old", _long),
    rule("u:UNIT - long", _as_long),
    rule("the u:UNITS ahead|past", _long),
    rule("the which:LAST|NEXT u:UNITS", _counted),
    rule("some time", _while),
    rule("the fiscal? u:UNIT", _whole_year),
    rule("a WHILE", _while),
    rule("u:ADVERB", _adverb),
    rule("EVERY KIND_OF? u:UNIT", _every),
    rule("EVERY other:other u:UNIT", _every),
    rule("once|twice a|an u:UNIT", _every),
    rule("D|W times a|an u:UNIT", _every),
    rule("per u:UNIT", _per),
    rule("EVERY n:D|W u:UNITS", _every),
    rule("EVERY w:WEEKDAY p:PART?", _every),
    rule("EVERY m:MONTH", _every),
    rule("EVERY s:SEASON", _every),
    rule("EVERY p:PART", _every),
    rule("w:WEEKDAYS", _weekdays),
    rule("w:WEEKDAY p:PARTS", _weekdays),
)
