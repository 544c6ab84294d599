"""Whom a word stands for: the mention it is in, the name beside a description, the noun before "who"."""

from __future__ import annotations

from rawi.events.descriptions import antecedent, ways
from rawi.events.parse import Parse
from rawi.events.patterns import Side, patterns
from rawi.records import Analysis, Mention, Span, Token

_NAMELESS = ("many", "nominal", "pronoun")
_ONE_PERSON = frozenset({"he", "she", "him", "her", "his", "hers"})
_SIDES: dict[str, Side] = {
    "person": "person",
    "office": "person",
    "organization": "body",
    "group": "body",
    "country": "state",
    "place": "state",
}


class Parties:
    """The mentions of one analysis, to look up by token."""

    def __init__(self, analysis: Analysis, parse: Parse) -> None:
        self.parse = parse
        self._mentions = {Span(m.start, m.end): m for m in analysis.mentions}
        self._names: dict[int, Mention] = {}
        self._others: dict[int, Mention] = {}
        self._last = {t.end: t for t in analysis.tokens}
        starts = {t.start: t.index for t in analysis.tokens}
        for mention in analysis.mentions:
            at = starts.get(mention.start)
            while at is not None and at < len(analysis.tokens) and analysis.tokens[at].end <= mention.end:
                (self._others if mention.kind in _NAMELESS else self._names).setdefault(at, mention)
                at += 1

    def name(self, token: Token) -> Mention | None:
        """The name that ``token`` is in."""
        return self._names.get(token.index)

    def last(self, mention: Mention) -> Token | None:
        """The last token of ``mention``, None where the two do not end together."""
        return self._last.get(mention.end)

    def named(self, mention: Mention) -> Mention | None:
        """The name that ``mention`` is or refers to in the end."""
        seen = {mention}
        while mention.kind in _NAMELESS:
            found = self._mentions.get(mention.refers_to) if mention.refers_to else None
            if found is None or found in seen:
                return None
            mention = found
            seen.add(found)
        return mention

    def side(self, mention: Mention) -> Side | None:
        """What kind of actor it is; an adjective ("Kurdish") is a people or country, no group one can be in."""
        named = self.named(mention)
        if named is None:
            return None
        if mention.kind == "pronoun" and mention.text.lower() in _ONE_PERSON:
            return "person"
        if not patterns().words["named_bodies"].isdisjoint(named.text.lower().split()) and named.kind != "office":
            return "body"
        last = self.last(named)
        adjective = named.kind == "group" and last is not None and last.tag.startswith("JJ")
        return "state" if adjective else _SIDES[named.kind]

    def of(self, token: Token, before: int | None = None) -> list[Mention]:
        """Whom ``token`` and what is joined to it (with ``before``, only what stands before that token) stand for, named ones only."""
        found: list[Mention] = []
        for one in self.parse.conjuncts(token):
            if one is token or before is None or one.index < before:
                found += (m for m in self._one(one, frozenset()) if m not in found)
        return found

    def bearers(self, noun: Token) -> list[Mention]:
        """Whom a description is of; an office is a description here, whoever holds it."""
        office = self.name(noun)
        found = self._by_ways(noun, frozenset({noun.index})) or ([] if office else self._referring(noun))
        return [m for m in found if m != office]

    def _one(self, token: Token, seen: frozenset[int]) -> list[Mention]:
        if (name := self.name(token)) is not None:
            return [name]
        if token.index in seen:
            return []
        seen |= {token.index}
        if token.tag.startswith("W"):
            said_of = antecedent(token, self.parse, self.name)
            return self._one(said_of, seen) if said_of is not None else []
        if token.text.lower() == "its":
            return self._its(token)
        return self._by_ways(token, seen) or self._referring(token)

    def _by_ways(self, token: Token, seen: frozenset[int]) -> list[Mention]:
        found = ([m for t in way for m in self._one(t, seen)] for way in ways(token, self.parse, self.name))
        return next((named for named in found if named), [])

    def _referring(self, token: Token) -> list[Mention]:
        """The description or pronoun that ``token`` ends, where it refers to somebody named."""
        other = self._others.get(token.index)
        return [other] if other is not None and other.end == token.end and self.named(other) is not None else []

    def _its(self, token: Token) -> list[Mention]:
        """The body or state that the sentence names before "its", where it is the only one."""
        names = {m.text: m for t in self.parse.before(token) if (m := self.name(t)) and self.side(m) in ("body", "state")}
        return list(names.values()) if len(names) == 1 else []
