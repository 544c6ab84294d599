"""Whom a word stands for: the mention it is in, the name beside a description, the noun before "who"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.parse import Parse
from rawi.events.patterns import Side, patterns
from rawi.records import Analysis, Mention, Span, Token

_NAMELESS = ("nominal", "pronoun")
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
        starts = {t.start: t.index for t in analysis.tokens}
        for mention in analysis.mentions:
            at = starts.get(mention.start)
            while at is not None and at < len(analysis.tokens) and analysis.tokens[at].end <= mention.end:
                (self._others if mention.kind in _NAMELESS else self._names).setdefault(at, mention)
                at += 1

    def name(self, token: Token) -> Mention | None:
        """The name that ``token`` is in."""
        return self._names.get(token.index)

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
        if not patterns().words["named_bodies"].isdisjoint(named.text.lower().split()) and named.kind != "office":
            return "body"
        last = next((t for t in self.parse.tokens if t.end == named.end), None) if named.kind == "group" else None
        return "state" if last is not None and last.tag.startswith("JJ") else _SIDES[named.kind]

    def of(self, token: Token, before: int | None = None) -> list[Mention]:
        """Whom ``token`` and what is joined to it (with ``before``, only what stands before that token) stand for, named ones only."""
        found: list[Mention] = []
        for one in self.parse.conjuncts(token):
            if one is token or before is None or one.index < before:
                found += (m for m in self._one(one, frozenset()) if m not in found)
        return found

    def _one(self, token: Token, seen: frozenset[int]) -> list[Mention]:
        if (name := self.name(token)) is not None:
            return [name]
        if token.index in seen:
            return []
        seen |= {token.index}
        if token.tag.startswith("W"):
            said_of = self._relative(token)
            return self._one(said_of, seen) if said_of is not None else []
        for way in self._ways(token):
            if found := [m for t in way for m in self._one(t, seen)]:
                return found
        other = self._others.get(token.index)
        ends = other is not None and other.end == token.end
        return [other] if other is not None and ends and self.named(other) is not None else []

    def _relative(self, token: Token) -> Token | None:
        """The noun that "who" or "whose" stands for: as parsed, right before it, or that of the clause it is joined to."""
        verb, parse = token, self.parse
        while verb.relation != "relcl" and verb.head != verb.index:
            verb = parse.head(verb)
        if verb.relation == "relcl":
            return parse.head(verb)
        joint, before = parse.beside(token, -1), parse.beside(token, -2)
        if joint is not None and before is not None and joint.text == "," and self.name(before) is not None:
            return before
        if joint is None or joint.text not in ("and", "or"):
            return None
        earlier = (t for t in reversed(parse.tokens[: token.index]) if t.sentence == token.sentence and t.tag in ("WP", "WDT", "WP$"))
        return next((self._relative(t) for t in earlier), None)

    def _ways(self, token: Token) -> Iterator[list[Token]]:
        """From a description to its name, the surest first: "leader Hale", "the leader, Hale", "Hale, the leader", "Hale is the leader"."""
        if not token.tag.startswith(("NN", "CD", "DT")):
            return
        parse = self.parse
        yield self._following(token)
        yield self._joined(token, parse.child(token, "appos"))
        yield self._called(token)
        yield [t for t in parse.children(token, "compound", "nmod") if self._says_what(token) and self.name(t)][-1:]
        yield [t for t in parse.objects(token, "of") if self._says_what(token) and self._body(t)]
        head = parse.head(token)
        if token.relation == "appos":
            yield self._joined(token, head)
        elif token.relation in ("compound", "nmod", "amod") and self.name(head) is not None and head.index > token.index:
            yield [head]
        elif token.relation == "attr":
            yield self._joined(token, parse.subject(head))
        elif token.relation == "nsubj" and (attr := parse.child(head, "attr")) is not None and self.name(attr) is not None:
            yield self._joined(token, attr)
        elif token.relation in ("oprd", "pobj"):
            yield from self._predicated(token)

    def _following(self, token: Token) -> list[Token]:
        """The person's name right after ``token``, whatever the parser makes of it."""
        following = self.parse.beside(token, 1)
        if following is not None and following.text.isspace():
            following = self.parse.beside(token, 2)
        name = self.name(following) if following is not None else None
        return [following] if following and name and name.kind == "person" and name.start == following.start else []

    def _joined(self, token: Token, named: Token | None) -> list[Token]:
        """Those that a description is of: all that are joined to ``named`` where it is plural, else the one nearest to it."""
        if named is None or named.index == token.index:
            return []
        listed = list(self.parse.conjuncts(named))
        if token.tag in ("NNS", "NNPS"):
            return listed
        if token.relation == "attr":
            return listed[:1]
        return [t for t in listed if t.index < token.index][-1:] or listed[:1]

    def _says_what(self, token: Token) -> bool:
        return token.text.lower() in patterns().words["bodies"]

    def _body(self, token: Token) -> bool:
        name = self.name(token)
        return name is not None and _SIDES[name.kind] == "body"

    def _called(self, token: Token) -> list[Token]:
        """ "A faction called X", "a faction known as X"."""
        verbs = [v for v in (*self.parse.children(token, "acl"), self.parse.head(token)) if v.text.lower() in patterns().words["naming"]]
        for verb in verbs:
            if verb.relation == "acl" or token.relation in ("nsubj", "nsubjpass"):
                names = [*self.parse.children(verb, "oprd", "dobj"), *self.parse.objects(verb, "as")]
                if named := [t for t in names if self.name(t) is not None][:1]:
                    return named
        return []

    def _predicated(self, token: Token) -> Iterator[list[Token]]:
        """ "Named Hale head of", "Hale was named head of", "Hale served as head of", "one of the heads of"."""
        parse, words = self.parse, patterns().words
        head = parse.head(token)
        if token.relation == "pobj":
            if head.text.lower() == "of" and parse.head(head).text.lower() in ("one", "some", "two", "part"):
                yield [parse.head(head)]
                return
            if head.text.lower() == "of" and parse.head(head).text.lower() in words["consisting"]:
                yield self._joined(token, parse.subject(parse.head(head)))
            if head.text.lower() != "as":
                return
            head = parse.head(head)
        if not head.tag.startswith("VB"):
            yield [head]
            return
        made = head.text.lower() not in words["replacing"] and not parse.passive(head)
        subject = parse.subject(head)
        yield [t for t in parse.children(head, "dobj") if made] or ([subject] if subject is not None else [])
