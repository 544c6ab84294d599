"""Numbers as they are written: digits, words, scales, ranges, and the hedges around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rawi.events.vocabulary import Bound, vocabulary
from rawi.records import Token

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
SHORT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([a-z]{1,2})")
DASHES = frozenset({"-", "–"})
YEAR = re.compile(r"(19|20)\d\d")
JOINS = DASHES | {"to", "or"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens it is written with: ``first`` and ``end`` (one past the last) with its hedges, ``core`` without.

    ``low`` and ``high`` are the bounds the text states: both the value itself where it is exact, None where it is open.
    """

    value: float
    low: float | None
    high: float | None
    approximate: bool
    first: int
    core: range
    end: int
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    end: int
    scale: float = 1
    vague: bool = False
    currency: str | None = None


def numbers(tokens: Sequence[Token]) -> list[Number]:
    """Every number in one sentence's tokens, left to right; positions count over the sentence."""
    words = [t.text.lower() for t in tokens]
    found: list[Number] = []
    at = 0
    begins = vocabulary().begins
    while at < len(words):
        word = words[at]
        number = _number(words, at, found[-1].end if found else 0) if word in begins or word[:1].isdigit() else None
        if number is not None:
            found.append(number)
        at = number.end if number else at + 1
    return found


def _number(words: Sequence[str], at: int, free: int) -> Number | None:
    """The number that begins at ``at``; its hedges reach back to ``free`` at most."""
    amount = amount_at(words, at)
    if amount is None:
        return None
    other = _other_end(words, at, amount)
    end = other.end if other else amount.end
    before, first = _hedge(words, vocabulary().before, free, at)
    after, last = _hedge_after(words, end)
    core = range(at, end)
    if other is not None:
        first -= words[at - 1 : at] == ["between"]
        scaled = amount.value * (other.scale if amount.scale == 1 and other.scale >= 1000 and amount.value < 1000 else 1)
        low, high = sorted((scaled, other.value))
        return Number((low + high) / 2, low, high, True, first, core, last, amount.currency or other.currency)
    low_end, high_end, approximate = _bounds(amount, before or after)
    return Number(amount.value, low_end, high_end, approximate, first, core, last, amount.currency)


def _bounds(amount: Amount, bound: Bound | None) -> tuple[float | None, float | None, bool]:
    if amount.vague:
        return amount.value, None, True
    low = amount.value if bound in (None, "low") else None
    high = amount.value if bound in (None, "high", "near") else None
    return low, high, bound in ("about", "near")


def _other_end(words: Sequence[str], at: int, amount: Amount) -> Amount | None:
    """The upper end of a range. "From 15 to 20" tells of a change: two numbers."""
    before, join = words[at - 1] if at else "", words[amount.end] if amount.end < len(words) else ""
    if before == "from" or not (join in JOINS or (join == "and" and before == "between")):
        return None
    other = amount_at(words, amount.end + 1)
    return other if other and (join not in DASHES or amount.value < other.value) else None


def _hedge(words: Sequence[str], phrases: Mapping[tuple[str, ...], Bound], free: int, at: int) -> tuple[Bound | None, int]:
    """The longest phrase that ends before ``at``, and where it begins."""
    for length in (4, 3, 2, 1):
        phrase = tuple(words[max(free, at - length) : at])
        if len(phrase) == length and phrase in phrases:
            return phrases[phrase], at - length
    return None, at


def _hedge_after(words: Sequence[str], end: int) -> tuple[Bound | None, int]:
    for length in (3, 2, 1):
        bound = vocabulary().after.get(tuple(words[end : end + length]))
        if bound is not None:
            return bound, end + length
    return None, end


def amount_at(words: Sequence[str], at: int) -> Amount | None:
    """One amount, its currency sign before it: "$1.2 million", "two hundred and fifty", "half a dozen", "tens of thousands"."""
    if at >= len(words):
        return None
    sign = vocabulary().currencies.get(words[at]) or vocabulary().currencies.get(words[at].upper())
    if sign is not None:
        amount = _short(words, at + 1) or amount_at(words, at + 1)
        return Amount(amount.value, amount.end, amount.scale, amount.vague, sign) if amount else None
    return _fraction(words, at) or _vague(words, at) or _halved(words, _article(words, at) or _digits(words, at) or _spelled(words, at))


def _short(words: Sequence[str], at: int) -> Amount | None:
    """The "2m" of "€2m", printed in one word or in two; the full stop of a sentence may be taken for an abbreviation's."""
    two = len(words) > at + 1 and words[at + 1].rstrip(".") in vocabulary().short
    parts = SHORT.fullmatch("".join(words[at : at + 1 + two]).rstrip("."))
    if parts is None or parts[2] not in vocabulary().short:
        return None
    scale = vocabulary().short[parts[2]]
    return Amount(round(float(parts[1].replace(",", "")) * scale, 6), at + 1 + two, scale)


def _fraction(words: Sequence[str], at: int) -> Amount | None:
    """ "A quarter of a million", "three quarters of a million"."""
    if at + 4 >= len(words) or words[at + 2 : at + 4] != ["of", "a"] or words[at + 4] not in vocabulary().scales:
        return None
    times_ = 1.0 if words[at] == "a" else vocabulary().words.get(words[at])
    part = vocabulary().fractions.get(words[at + 1])
    if times_ is None or part is None:
        return None
    value, end, scale = _scaled(words, at + 4, times_ * part)
    return Amount(value, end, scale)


def _halved(words: Sequence[str], amount: Amount | None) -> Amount | None:
    """With the half of "two and a half million", "a million and a half"."""
    if amount is None or list(words[amount.end : amount.end + 3]) != ["and", "a", "half"]:
        return amount
    value, end, scale = _scaled(words, amount.end + 3, amount.value + amount.scale / 2)
    return Amount(value, end, max(scale, amount.scale))


def _vague(words: Sequence[str], at: int) -> Amount | None:
    for length in (2, 1):
        if tuple(words[at : at + length]) in vocabulary().few and at + length < len(words) and words[at + length] in vocabulary().scales:
            value, end, scale_ = _scaled(words, at + length, 2)
            return Amount(value, end, scale_, True)
    scale = vocabulary().vague.get(words[at])
    if scale is None:
        return None
    larger = vocabulary().vague.get(words[at + 2], 0) if words[at + 1 : at + 2] == ["of"] and at + 2 < len(words) else 0
    return Amount(2 * scale * larger, at + 3, larger, True) if larger else Amount(2 * scale, at + 1, scale, True)


def _article(words: Sequence[str], at: int) -> Amount | None:
    """ "A dozen", "half a million"."""
    half = words[at : at + 2] == ["half", "a"]
    at += half
    if words[at] != "a" or at + 1 >= len(words) or words[at + 1] not in vocabulary().scales:
        return None
    value, end, scale = _scaled(words, at + 1, 0.5 if half else 1)
    return Amount(value, end, scale)


def _digits(words: Sequence[str], at: int) -> Amount | None:
    if not DIGITS.fullmatch(words[at]):
        return _short(words, at) if words[at].endswith(("bn", "mn", "tn")) else None
    value, end, scale = _scaled(words, at + 1, float(words[at].replace(",", "")))
    return Amount(value, end, scale)


def _scaled(words: Sequence[str], at: int, value: float) -> tuple[float, int, float]:
    """``value`` times the scales that follow, where they end, and the last of them."""
    scales, scale = vocabulary().scales, 1.0
    while at < len(words) and words[at] in scales:
        scale = scales[words[at]]
        value, at = value * scale, at + 1
    return round(value, 6), at, scale


def _spelled(words: Sequence[str], at: int) -> Amount | None:
    """ "Fourteen", "twenty-one", "two hundred and fifty thousand"."""
    vocabulary_ = vocabulary()
    if words[at] not in vocabulary_.words:
        return None
    total, current, scale, last = 0.0, 0.0, 1.0, 0.0
    while at < len(words):
        word = words[at]
        if word in vocabulary_.words and _may_follow(last, vocabulary_.words[word]):
            last = vocabulary_.words[word]
            current += last
        elif word in vocabulary_.scales:
            scale = last = vocabulary_.scales[word]
            current *= scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif not (word in ("-", "and") and _goes_on(words, at, last)):
            break
        at += 1
    return Amount(total + current, at, scale)


def _may_follow(last: float, value: float) -> bool:
    """Whether a number word adds to the one before it: "twenty" "one", "hundred" "fifty", but not "three" "four"."""
    return last == 0 or (last < 100 and last >= 20 and value < 10) or last >= 100


def _goes_on(words: Sequence[str], at: int, last: float) -> bool:
    """Whether a number word follows the hyphen of "twenty-one" or the "and" of "two hundred and fifty"."""
    following = vocabulary().words.get(words[at + 1]) if at + 1 < len(words) else None
    return following is not None and (last >= 100 if words[at] == "and" else 20 <= last < 100 and following < 10)


def singular(noun: str) -> str:
    """The noun in small letters without the s of its plural."""
    noun = noun.lower()
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def times() -> frozenset[str]:
    """Units that measure time, in the singular."""
    return vocabulary().times
