"""Who is harmed and how many: from the head of a phrase to its words and its number."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.events.harm.placed import Numbers, Placed
from rawi.events.harm.vocabulary import vocabulary
from rawi.events.numbers import DASHES, Number
from rawi.events.parse import Parse
from rawi.records import Analysis, Mention, Party, Span, Token

_INSIDE = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "punct", "nummod"})
_OUTSIDE = frozenset({",", "DT", "CC", ":", "``", "''", "-LRB-", "RB"})
_LONG = 10
"""Words of a phrase that are looked at before its head."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Who, how many, and where the phrase with its number stands."""

    who: Party
    low: int | None
    high: int | None
    evidence: Span


class Counting:
    """The numbers and names of one analysis, to ask of a phrase's head who it is and how many."""

    def __init__(self, analysis: Analysis, parse: Parse) -> None:
        self._parse, self._tokens, self._text = parse, analysis.tokens, analysis.document.text
        self._numbers = Numbers(analysis)
        ends = {t.end: t.index for t in analysis.tokens}
        persons = (m for m in analysis.mentions if m.kind == "person" and m.end in ends)
        self._names: dict[int, Mention] = {ends[m.end]: m for m in persons}

    def is_number(self, token: Token) -> bool:
        """Whether ``token`` is written as part of a number that counts something."""
        return self._numbers.at(token) is not None

    def numbered(self, head: Token) -> bool:
        """Whether a number is said of ``head``."""
        return self.is_number(head) or self._number(head) is not None

    def counted(self, head: Token, *, denied: bool = False, least: bool = False) -> Counted:
        """Who ``head`` is, and how many; nobody where the phrase says so, or where ``denied`` and it says "any" or "a single"."""
        own = self._numbers.at(head)
        named = self.whole(head)
        first = self._first(named)
        who = self._party(head, own, named, first)
        low, high = self._bounds(head, own or self._number(head), named)
        if self.nobody(head, denied=denied):
            low = high = 0
        elif least:
            high = None
        placed = own or self._number(head)
        starts = [who.spans[0].start, *([self._tokens[placed.first].start] if placed else [])]
        ends = [who.spans[0].end, *([self._tokens[placed.end - 1].end] if placed else [])]
        return Counted(who, low, high, Span(min(starts), max(ends)))

    def whole(self, head: Token) -> Token:
        """Of whom a number or a gathering is: the "civilians" of "hundreds of civilians" and "a group of civilians"."""
        for _ in range(3):
            number = self.is_number(head) or head.text.lower() in vocabulary().words["gathering"]
            of = next(self._parse.objects(head, "of"), None) if number else None
            if of is None or of.tag == "CD":
                return head
            head = of
        return head

    def nobody(self, head: Token, *, denied: bool = False) -> bool:
        """ "No one", "no soldiers", "not a single man"; where ``denied``, also "any men" and "a man"."""
        words = [t.text.lower() for t in (head, *self._parse.children(head, "det", "neg", "preconj", "amod", "nummod", "quantmod"))]
        if words[0] in vocabulary().words["nobody"] or "no" in words[1:] or (words[0] == "one" and {"no", "not"} & set(words[1:])):
            return True
        before = self._parse.beside(head, -1)
        if before is not None and before.text.lower() in ("no", "zero"):
            return True
        if words[0] in vocabulary().none_of and head.relation == "pobj" and self._parse.head(head).text.lower() == "without":
            return not self.numbered(head)
        if head.relation == "conj" and words[0] in vocabulary().none_of and not self.numbered(head):
            return self.nobody(self._parse.head(head), denied=denied)
        if denied and words[0] in vocabulary().none_of and not self.numbered(head):
            return True
        single = "single" in words[1:] or "any" in words[1:] or words[0] == "anyone"
        return single and (denied or "not" in words[1:])

    def _number(self, head: Token) -> Placed | None:
        """The number that is said of ``head``: parsed so, or printed right before its phrase."""
        placed = self._numbers.of(head)
        if placed is not None and placed.core.stop <= head.index and self._adjoins(placed, head):
            return placed
        return self._numbers.before(self._tokens[self._first(head)])

    def _adjoins(self, placed: Placed, head: Token) -> bool:
        return all(self._tokens[i].tag not in (",", ":", "IN", "VBD") for i in range(placed.end, head.index))

    def _first(self, head: Token) -> int:
        """Where the phrase begins, its articles, owners and numbers left out."""
        first = head.index
        while first > 0 and head.index - first < _LONG:
            before = self._tokens[first - 1]
            inside = before.relation in _INSIDE and not self.is_number(before) and before.sentence == head.sentence
            if not inside or before.tag in _OUTSIDE or _tells(before) or not self._under(before, head):
                break
            first -= 1
        return self._unhyphened(first, head)

    def _unhyphened(self, first: int, head: Token) -> int:
        """With the number that a hyphen binds to the first word: "two-storey house"."""
        while first < head.index and (self._tokens[first].text in DASHES or self._tokens[first].tag in ("HYPH", "POS")):
            first += 1
        return first

    def _under(self, token: Token, head: Token) -> bool:
        for _ in range(4):
            if token.head == head.index:
                return True
            token = self._tokens[token.head]
        return False

    def _party(self, head: Token, own: Placed | None, named: Token, first: int) -> Party:
        start, end = self._tokens[first], named
        if own is not None and named is head:
            start, end = self._tokens[own.core.start], self._tokens[own.core.stop - 1]
            start = self._tokens[min(own.core.start, start.index)]
        elif (name := self._name(named)) is not None:
            return Party(name.text, (Span(name.start, name.end),))
        elif named.text.lower() in vocabulary().words["belonging"]:
            end = self._owner(named) or named
        elif head.text.lower() == "one" and (det := self._parse.beside(head, -1)) and det.text.lower() == "no":
            start = det
        return Party(self._text[start.start : end.end], (Span(start.start, end.end),))

    def _name(self, head: Token) -> Mention | None:
        """The person's name that ``head`` ends, or that stands right after it: "the mayor, Ruben Soto"."""
        if head.index in self._names:
            return self._names[head.index]
        if head.tag not in ("NN", "NNP"):
            return None
        apposed = next((t for t in self._parse.children(head, "appos") if t.index in self._names), None)
        if apposed is not None:
            return self._names[apposed.index]
        comma = self._parse.beside(head, 1)
        last = self._of_owner(head)
        comma = self._parse.beside(last, 1) or comma
        if comma is None or comma.text != ",":
            return None
        after = (self._names.get(comma.index + away) for away in range(1, 5))
        return next((m for m in after if m is not None and m.start == self._tokens[comma.index + 1].start), None)

    def _of_owner(self, head: Token) -> Token:
        return self._owner(head) or head

    def _owner(self, head: Token) -> Token | None:
        """The last word of "members of the council", where it follows at once."""
        of = self._parse.beside(head, 1)
        if of is None or of.text.lower() != "of":
            return None
        return next((t for t in self._parse.objects(head, "of") if t.index - head.index < _LONG), None)

    def _bounds(self, head: Token, placed: Placed | None, named: Token) -> tuple[int | None, int | None]:
        if placed is not None:
            return bounds(placed.number)
        if head.text.lower() in vocabulary().words["collective"]:
            return self._members(head)
        if named is not head:
            placed = self._number(named)
            return _some(head, bounds(placed.number)) if placed else _groups(head)
        return self._unnumbered(head)

    def _members(self, head: Token) -> tuple[int | None, int | None]:
        """The five of "a family of five"."""
        of, number = self._parse.beside(head, 1), self._parse.beside(head, 2)
        placed = self._numbers.at(number) if number is not None and of is not None and of.text.lower() == "of" else None
        return bounds(placed.number) if placed else (None, None)

    def _unnumbered(self, head: Token) -> tuple[int | None, int | None]:
        """One where the phrase is singular, both of "both men", else nothing."""
        words, word = vocabulary().words, head.text.lower()
        before = {t.text.lower() for t in self._parse.children(head, "det", "predet", "amod")}
        if "both" in before:
            return 2, 2
        if before & words["open_determiners"] or word in words["collective"]:
            return None, None
        if word in _PAIRS:
            return 2, 2
        one = word in words["pronouns_of_one"] or head.index in self._names or (head.tag in ("NN", "NNP", "JJ") and word not in _MANY)
        headquarters = word.endswith("quarters")
        return (1, 1) if one or headquarters else (None, None)


_PAIRS = frozenset({"couple", "pair", "twins", "duo"})
_MANY = frozenset({"dead", "wounded", "injured", "missing", "displaced", "others", "people", "police", "many", "several", "few", "more"})


def _tells(word: Token) -> bool:
    """Whether a word before a noun tells the harm itself, the "wounded" of "wounded men", or how many there are."""
    small = word.text.lower()
    if small in vocabulary().words["quantifiers"] or small in vocabulary().states:
        return True
    return word.tag == "VBN" and small in vocabulary().verbs


def _some(head: Token, whole: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    """Of a number, what the word before "of" leaves: half of it, at most all of it, or it itself."""
    word, (low, high) = head.text.lower(), whole
    if word == "half" and low == high and high is not None and high % 2 == 0:
        return high // 2, high // 2
    return (None, high) if word in vocabulary().words["some_of"] else whole


def _groups(head: Token) -> tuple[int | None, int | None]:
    return (2, 2) if head.text.lower() in _PAIRS else (None, None)


def bounds(number: Number) -> tuple[int | None, int | None]:
    """What a number says at least and at most. "Some 30" is 30: a record of harm has no room for a doubt that is no range."""
    low, high = number.low, number.high
    if low is None and high is None:
        low = high = number.value
    return None if low is None else int(low), None if high is None else int(high)
