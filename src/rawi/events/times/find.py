"""The time expressions of a document: recognised in its words, then anchored one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from rawi.events.evidence import MAKER, within
from rawi.events.times import calendar_rules, clock_rules, length_rules, relative_rules
from rawi.events.times.anchoring import Known, anchor
from rawi.events.times.items import Item, items
from rawi.events.times.meanings import Clock, Day, Fixed, Length, Meaning, Named, Shifted
from rawi.events.times.patterns import Rule, matches, runs
from rawi.events.times.tense import direction
from rawi.events.vocabulary import vocabulary as numerals
from rawi.records import Analysis, Span, Time

RULES: tuple[Rule, ...] = (*calendar_rules.RULES, *clock_rules.RULES, *relative_rules.RULES, *length_rules.RULES)
LITERALS = frozenset().union(*(one.literals for one in RULES))
NEAR = 8
"""How many items after a clock time the day it is of may stand."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression before it is anchored: items ``first`` to ``end`` (one past) of its paragraph."""

    first: int
    end: int
    meaning: Meaning


def find_times(analysis: Analysis) -> tuple[Time, ...]:
    """Every time expression of the document, its frame included, in text order, none within another."""
    known = Known(_published(analysis.document.published))
    times: list[Time] = []
    for _, sentences in groupby(analysis.sentences, key=lambda sentence: sentence.paragraph):
        first, *rest = sentences
        tokens = analysis.tokens[first.first : (rest[-1] if rest else first).last]
        paragraph = items(tokens, analysis.document.text)
        for expression in _settled(paragraph):
            known, time = _time(expression, paragraph, analysis, known)
            known = _told_by_frame(time, analysis, known)
            times.append(time)
    return tuple(times)


def _told_by_frame(time: Time, analysis: Analysis, known: Known) -> Known:
    """With the day that a dateline or byline gives in full, where the metadata have no day of publication."""
    told = known.published is None and _DAY.fullmatch(time.value) and within((Span(time.start, time.end),), analysis.document.frame)
    return replace(known, published=_published(time.value)) if told else known


def _published(text: str | None) -> date | None:
    found = _DAY.match(text or "")
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _settled(paragraph: Sequence[Item]) -> list[Expression]:
    """The expressions of one paragraph with hedges, days and hours joined."""
    found = [expression for run in runs(paragraph, LITERALS) for expression in _recognise(paragraph, run)]
    joined = _with_days([_hedged(expression, paragraph) for expression in found], paragraph)
    return _looking_on(joined, paragraph)


def _recognise(paragraph: Sequence[Item], run: range) -> list[Expression]:
    """What the rules find in one run of items: longer matches first, then earlier rules."""
    hits = sorted(enumerate(matches(RULES, paragraph, run)), key=lambda hit: (hit[1][1].first - hit[1][1].end, hit[0]))
    taken: set[int] = set()
    found = []
    for _, (rule, match) in hits:
        span = range(match.first, match.end)
        if taken.isdisjoint(span) and (meaning := rule.build(match)) is not None:
            taken.update(span)
            found.append(Expression(match.first, match.end, meaning))
    return sorted(found, key=lambda expression: expression.first)


def _hedged(expression: Expression, paragraph: Sequence[Item]) -> Expression:
    """With "at least", "nearly", "more than" before an amount; "about" and its like stay outside, as TimeML's annotators leave them."""
    if not isinstance(expression.meaning, Length | Shifted) or paragraph[expression.first].label in ("DEICTIC", "LAST", "NEXT", "THIS"):
        return expression
    words = [item.text for item in paragraph[max(0, expression.first - 4) : expression.first]]
    for length in range(len(words), 0, -1):
        bound = numerals().before.get(tuple(words[-length:]))
        if bound is not None and bound != "about" and not (length == 1 and paragraph[expression.first].text in ("the", "next", "past")):
            return replace(expression, first=expression.first - length)
    return expression


def _with_days(found: Sequence[Expression], paragraph: Sequence[Item]) -> list[Expression]:
    """A part of a day or a clock time joined to the day beside it: "Friday morning", "4 p.m. Nov. 2"."""
    joined: list[Expression] = []
    for expression in found:
        part, day = paragraph[expression.end : expression.end + 1], _day_of(expression.meaning)
        if part and part[0].label == "PART" and day is expression.meaning and day is not None:
            expression = Expression(expression.first, expression.end + 1, Clock(f"T{part[0].value}", day))
        both = _joined(joined[-1], expression, paragraph) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(expression)
    return joined


def _joined(one: Expression, other: Expression, paragraph: Sequence[Item]) -> Expression | None:
    """A clock time and a day as one expression, where nothing stands between them."""
    between = [item.text for item in paragraph[one.end : other.first]]
    for clock, other_meaning in ((one.meaning, other.meaning), (other.meaning, one.meaning)):
        if isinstance(clock, Clock) and clock.on is None and not isinstance(other_meaning, Clock):
            day = _day_of(other_meaning)
            if day is not None and (not between or (clock is one.meaning and between in ([","], ["of"]))):
                return Expression(one.first, other.end, Clock(clock.value, day))
    return None


def _looking_on(found: Sequence[Expression], paragraph: Sequence[Item]) -> list[Expression]:
    """A clock time is of the day that soon follows in its sentence: "at 10 a.m. local time on Friday"."""
    settled: list[Expression] = []
    for expression in reversed(found):
        clock, following = expression.meaning, settled[-1] if settled else None
        if isinstance(clock, Clock) and clock.on is None and following is not None and _near(expression, following, paragraph):
            expression = replace(expression, meaning=Clock(clock.value, _day_of(following.meaning)))
        settled.append(expression)
    return settled[::-1]


def _near(one: Expression, other: Expression, paragraph: Sequence[Item]) -> bool:
    same = paragraph[one.first].token.sentence == paragraph[other.first].token.sentence
    return same and other.first - one.end <= NEAR


def _day_of(meaning: Meaning) -> Day | None:
    """The day an expression is, or is on; None where it is no day."""
    day = meaning.on if isinstance(meaning, Clock) else meaning
    if isinstance(day, Fixed):
        return day if day.period is not None and day.period.grain == "day" and day.value is None else None
    return day if isinstance(day, Named | Shifted) and day.grain == "day" else None


def _time(expression: Expression, paragraph: Sequence[Item], analysis: Analysis, known: Known) -> tuple[Known, Time]:
    first, last = paragraph[expression.first], paragraph[expression.end - 1]
    before = paragraph[expression.first - 1].text if expression.first else ""
    anchored = anchor(expression.meaning, known, lambda: direction(analysis.tokens, last.token, before))
    start, end = first.start, last.end
    time = Time(
        document=analysis.document.id,
        start=start,
        end=end,
        text=analysis.document.text[start:end],
        kind=anchored.kind,
        value=anchored.value,
        since=anchored.period.first.isoformat() if anchored.period else None,
        until=anchored.until.isoformat() if anchored.until else None,
        maker=MAKER,
    )
    return known.after(expression.meaning, anchored), time
