"""The numbers of a document that count something, by where they stand and what they are said of."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.events.numbers import DASHES, YEAR, Number, numbers, singular, times
from rawi.records import Analysis, Token

_UNCOUNTED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"})
_LONG = 12
"""Tokens of an entity that are looked at on either side of a number."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A number and its tokens over the document: ``first`` and ``end`` with its hedges, ``core`` without."""

    number: Number
    first: int
    core: range
    end: int


class Numbers:
    """The numbers of a document, a sentence's found when it is first asked for: most sentences tell of no harm."""

    def __init__(self, analysis: Analysis) -> None:
        self._tokens, self._sentences = analysis.tokens, analysis.sentences
        self._found: set[int] = set()
        self._at: dict[int, Placed] = {}
        self._of: dict[int, Placed] = {}
        self._before: dict[int, Placed] = {}

    def at(self, token: Token) -> Placed | None:
        """The number that ``token`` is written as part of."""
        self._find(token.sentence)
        return self._at.get(token.index)

    def of(self, token: Token) -> Placed | None:
        """The number that modifies ``token``."""
        self._find(token.sentence)
        return self._of.get(token.index)

    def before(self, token: Token) -> Placed | None:
        """The number that stands right before ``token``."""
        self._find(token.sentence)
        return self._before.get(token.index)

    def _find(self, sentence: int) -> None:
        if sentence in self._found:
            return
        self._found.add(sentence)
        first, last = self._sentences[sentence].first, self._sentences[sentence].last
        for number in numbers(self._tokens[first:last]):
            self._place(number, first)

    def _place(self, number: Number, first: int) -> None:
        core = range(number.core.start + first, number.core.stop + first)
        if number.currency or self._uncounted(core) or self._hyphened(core):
            return
        placed = Placed(number, number.first + first, core, number.end + first)
        for i in core:
            self._at[i] = placed
            if self._tokens[i].head not in core:
                self._of.setdefault(self._tokens[i].head, placed)
        self._before[placed.end] = placed

    def _uncounted(self, core: range) -> bool:
        """Whether a number dates, measures or orders. An entity of time counts only with a word of time: "at 31", "between 20 and 30
        houses" are taken for dates as well."""
        kinds = {self._tokens[i].entity[2:] for i in core} & _UNCOUNTED
        if not kinds & {"DATE", "TIME"}:
            return bool(kinds)
        year = YEAR.fullmatch(self._tokens[core.start].text) is not None
        return year or any(t.tag == "NNP" or singular(t.text) in times() for t in self._beside(core))

    def _beside(self, core: range) -> list[Token]:
        """The other tokens of the entity that a number is in."""
        first, last, tokens = core.start, core.stop, self._tokens
        while first > max(0, core.start - _LONG) and tokens[first].entity.startswith("I-"):
            first -= 1
        while last < min(len(tokens), core.stop + _LONG) and tokens[last].entity.startswith("I-"):
            last += 1
        return [tokens[i] for i in range(first, last) if i not in core]

    def _hyphened(self, core: range) -> bool:
        """The "two" of "two-storey"."""
        after = self._tokens[core.stop : core.stop + 1]
        return bool(after) and after[0].text in DASHES and after[0].start == self._tokens[core.stop - 1].end
