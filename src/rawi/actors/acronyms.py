"""Short names that a text explains: "the Lower Basin Harbour Guard (LBHG)", "LBHG (the Lower Basin Harbour Guard)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rawi.records import Span

_SHORT = r"[A-Z][\w&./-]{1,11}"
_AFTER = re.compile(rf"[ \n]+[(\[](?:the |or |hereafter )?[\"“'‘]?({_SHORT})[\"”'’]?[),;\]]")
_BEFORE = re.compile(rf"\b({_SHORT})[ \n]+[(\[](?:the )?([A-Z][^()\[\]]{{4,90}})[)\]]")
_LONGEST = 100  # characters before a bracket that a long name may take


class Declared(NamedTuple):
    """A short name, the long one it stands for, and the range that says so."""

    short: str
    long: Span
    evidence: Span


def declared(text: str, names: dict[int, int]) -> Iterator[Declared]:
    """What ``text`` explains. ``names`` maps the end of each named mention to its start: a long name begins where its mention does."""
    for found in _AFTER.finditer(text):
        end = found.start()
        before = text[max(0, end - _LONGEST) : end]
        start = spelled(found[1], before)
        if start is not None:
            start = min(end - len(before) + start, names.get(end, end))
            yield Declared(found[1], Span(start, end), Span(start, found.end()))
    for found in _BEFORE.finditer(text):
        if spelled(found[1], found[2]) == 0:
            yield Declared(found[1], Span(*found.span(2)), Span(*found.span()))


def spelled(short: str, before: str) -> int | None:
    """Where in ``before`` the long name of ``short`` begins that ends with it, None where there is none.

    Its letters must stand in the long name in order, the first of them at the start of a capitalised word
    (Schwartz and Hearst 2003).
    """
    letters = [letter for letter in short.lower() if letter.isalnum()]
    if sum(letter.isupper() for letter in short) < 2:
        return None
    folded, at = before.lower(), len(before)
    for number in reversed(range(len(letters))):
        at -= 1
        while at >= 0 and (folded[at] != letters[number] or (number == 0 and not _begins(before, at))):
            at -= 1
        if at < 0:
            return None
    words = len(before[at:].split())
    return at if 2 <= words <= min(len(letters) + 5, 2 * len(letters)) else None


def _begins(text: str, at: int) -> bool:
    return text[at].isupper() and (at == 0 or not text[at - 1].isalnum())
