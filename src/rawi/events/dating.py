"""Since when and until when, where a clause says so: "since March 2014", "from 2003 to 2014", "until 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.events.parse import Parse
from rawi.events.patterns import Dated
from rawi.records import Token

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTHS = {name[:length]: number for number, name in enumerate(_NAMES, start=1) for length in (3, 4, len(name))}
_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE = frozenset({"since", "from", "between"})
_UNTIL = frozenset({"until", "till", "to", "and", "through"})


def period(words: tuple[Token, ...], anchors: tuple[Token, ...], parse: Parse, dates: Dated | None) -> tuple[str | None, str | None]:
    """The ISO dates that hang from ``words`` or ``anchors``; what is "in 2014" begins or ends then, as ``dates`` says."""
    since = until = None
    for token in dict.fromkeys((*words, *anchors)):
        for prep in parse.children(token, "prep", "advmod"):
            start, end = _of(prep, parse, dates)
            since, until = since or start, until or end
    return since, until


def _of(prep: Token, parse: Parse, dates: Dated | None) -> tuple[str | None, str | None]:
    word = prep.text.lower()
    named = [date for t in parse.children(prep, "pobj") for one in parse.conjuncts(t) if (date := _date(one, parse))]
    if not named:
        return None, None
    if word in _SINCE:
        to = (t for p in parse.children(prep, "prep") if p.text.lower() in _UNTIL for t in parse.children(p, "pobj"))
        ends = [date for t in to if (date := _date(t, parse))] or (named[1:] if word == "between" else [])
        return named[0], next(iter(ends), None)
    if word in ("until", "till", "to"):
        return None, named[0]
    if word in ("in", "on") and dates is not None:
        return (named[0], None) if dates == "start" else (None, named[0])
    return None, None


def _date(token: Token, parse: Parse) -> str | None:
    """The date that ``token`` and what hangs from it spell, with the year at least."""
    day = month = year = None
    for t in _below(token, parse):
        word = t.text.lower().rstrip(".")
        if _YEAR.fullmatch(word):
            year = year or word
        elif word in _MONTHS:
            month = month or _MONTHS[word]
        elif re.fullmatch(r"[0-3]?\d(?:st|nd|rd|th)?", word):
            day = day or int(re.sub(r"\D", "", word))
    if year is None:
        return None
    return year if month is None else f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _below(token: Token, parse: Parse) -> Iterator[Token]:
    yield token
    for child in parse.children(token, "nummod", "appos", "nmod", "compound", "npadvmod", "prep", "pobj"):
        if child.relation != "prep" or child.text.lower() in ("of", "in"):
            yield from _below(child, parse)
