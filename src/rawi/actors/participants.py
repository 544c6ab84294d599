"""By which noun the parties of a document's events are told where no name tells them, and what name stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rawi.actors.names import is_state
from rawi.actors.people import people
from rawi.records import Analysis, Mention, MentionKind, Span, Token

_OUTER = frozenset({"DT", "PDT", "CD", "PRP$", "RB", "JJR", "JJS", "``", "''", "-LRB-", ","})
"""Tags of words that no name begins with."""
_PARTING = 4
"""Words before a phrase, at most, that may part it from an earlier one: "another three"."""
_LONGEST = 6
"""Words after a noun that a name in apposition ends within."""
_LANDS = ("country", "group", "place")
"""Kinds of mentions of states, peoples and places."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody by a noun: the words told, the token that heads them, the kind of actor."""

    span: Span
    head: int
    kind: MentionKind
    description: Mention | None = None
    """The mention that the words are told by, with its article and number."""
    stands_for: Mention | None = None
    """Another description that the text says is the same."""
    named: Mention | None = None
    """The name that says who it is: "the mayor, Ane Dorr"."""


class Participants:
    """One document's phrases, to look up by the spans of parties."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self.text, self.tokens = analysis.document.text, analysis.tokens
        self._starts = [t.start for t in analysis.tokens]
        self._at = {Span(m.start, m.end): m for m in mentions}
        self._ending: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._ending[mention.end].append(mention)
        self._bodies = sorted((m for m in mentions if (m.key or "").startswith("name:")), key=lambda m: m.start)
        self._children: defaultdict[int, list[Token]] = defaultdict(list)
        for t in analysis.tokens:
            if t.relation in ("appos", "prep", "pobj"):
                self._children[t.head].append(t)

    def of(self, party: Span) -> Iterator[Phrase]:
        """The party itself where its noun says that it is somebody, and the description it stands for."""
        head = self._head(party)
        ending = self._ending[head.end] if head else []
        if head is None or any(m.key for m in ending):
            return
        told = next((m for m in ending if m.kind == "nominal"), None)
        stands = self._referent(told or next(iter(ending), None))
        if stands is not None and stands.key:
            return
        other = stands if stands is not told else None
        if kind := self._kind(head, party):
            yield Phrase(party, head.index, kind, told, other, self._beside(head, kind))
        if other is not None and (found := self._described(other)):
            yield found

    def before(self, phrase: Phrase) -> Sequence[Token]:
        """The words of the phrase before its head, and the few before it that count or part it."""
        first = bisect_left(self._starts, phrase.span.start)
        least = max(0, first - _PARTING)
        while first > least and (self.tokens[first - 1].tag in _OUTER or self.tokens[first - 1].text.lower() in people().anew):
            first -= 1
        return self.tokens[first : phrase.head]

    def _described(self, description: Mention) -> Phrase | None:
        """A description as a phrase, without what no name begins with."""
        span = Span(description.start, description.end)
        head = self._head(span)
        kind = self._kind(head, span) if head and description.kind == "nominal" else None
        if head is None or kind is None:
            return None
        inside = self.tokens[bisect_left(self._starts, span.start) : head.index]
        first = next((t for t in inside if t.tag not in _OUTER), head)
        return Phrase(Span(first.start, span.end), head.index, kind, description, None, self._beside(head, kind))

    def _head(self, span: Span) -> Token | None:
        """The last noun before what is said of it; after the "of" where that says how many only: "a group of miners"."""
        head: Token | None = None
        for token in self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            if token.tag in ("IN", "WP", "WDT", ",") and head is not None:
                counts = head.tag in ("CD", "DT") or head.text.lower() in people().of_whom
                if token.text.lower() != "of" or not counts:
                    break
            elif token.tag != "POS":
                head = token
        return head

    def _kind(self, head: Token, party: Span) -> MentionKind | None:
        """None for what is nobody, and for those who are a body or a state that the phrase names."""
        kind = people().kinds.get(head.text.lower()) if head.tag.startswith(("NN", "JJ", "VB")) else None
        return None if kind is None or any(_of_body(head, kind, m) for m in self._bodies_in(party)) else kind

    def _beside(self, head: Token, kind: MentionKind) -> Mention | None:
        """A name in apposition, of the same kind; or of the body or state that several act for: "envoys from Tarun"."""
        for t in self._apposed(head):
            for mention in self._ending[t.end]:
                if mention.key and mention.kind == kind:
                    return mention
        whose = (t for prep in self._children[head.index] if prep.text.lower() in ("of", "from") for t in self._children[prep.index])
        found = (m for t in whose for m in self._ending[t.end] if (m.key or "").startswith("name:"))
        return next((m for m in found if _of_body(head, kind, m)), None)

    def _apposed(self, head: Token) -> Iterator[Token]:
        """By the parse; or right after a comma, where the parser took it for an adverb: "shot the mayor, Ane Dorr, on Monday"."""
        yield from (t for t in self._children[head.index] if t.relation == "appos")
        if head.relation == "appos":
            yield self.tokens[head.head]
        comma, *after = self.tokens[head.index + 1 : head.index + _LONGEST] or (head,)
        if comma.text == ",":
            yield from (t for t in after if t.relation == "npadvmod" and t.head == head.head and after[0].head in (t.index, t.head))

    def _bodies_in(self, span: Span) -> list[Mention]:
        first = bisect_left(self._bodies, span.start, key=lambda m: m.start)
        last = bisect_left(self._bodies, span.end, key=lambda m: m.start)
        return [m for m in self._bodies[first:last] if m.end <= span.end]

    def _referent(self, mention: Mention | None) -> Mention | None:
        seen = set[Span]()
        while mention is not None and mention.refers_to in self._at and mention.refers_to not in seen:
            seen.add(mention.refers_to)
            mention = self._at[mention.refers_to]
        return mention


def _of_body(head: Token, kind: MentionKind, body: Mention) -> bool:
    """Whether those whom ``head`` tells are the body or state beside it: several of its members, those who act for it, its parts."""
    noun = head.text.lower()
    acts = kind == "organization" or noun in people().acting_for
    if body.kind in _LANDS:
        return acts and (body.kind == "country" or is_state(str(body.key)))
    return acts or noun in people().belonging
