"""Who takes part in an event, as a row tells it: each once, by name where the sentence has it."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.happenings.found import Found
from rawi.events.happenings.phrases import party
from rawi.events.parse import Parse
from rawi.records import Analysis, Mention, Party, Span, Token

_NAMED = ("person", "organization", "country", "office", "group", "place", "many")


class Told:
    """The parties of one document's events."""

    def __init__(self, parse: Parse, analysis: Analysis) -> None:
        self._parse, self._text = parse, analysis.document.text
        self._names = [Span(m.start, m.end) for m in analysis.mentions if m.kind in _NAMED]
        self._mentions = {Span(m.start, m.end): m for m in analysis.mentions}
        self._ends = {t.end: t for t in analysis.tokens}

    def parties(self, event: Found, role: str) -> tuple[Party, ...]:
        """Those who have ``role``, in text order, without what only says more of one of them: "the pilot, a captain"."""
        heads = {index for index, own in event.roles.items() if own == role}
        own = {index for index in heads if not (self._parse.tokens[index].relation == "appos" and self._parse.tokens[index].head in heads)}
        found = {one.spans: one for one in (party(self._name(i), self._parse, self._text, self._names) for i in sorted(own))}
        return tuple(one for one in found.values() if not any(_inside(one, other) for other in found.values()))

    def _name(self, index: int) -> int:
        """The word that heads the name of who is told by a description, "the mayor, Lena Moss", or by a pronoun of the same sentence."""
        token = self._parse.tokens[index]
        if token.tag.startswith("NN") and not token.entity:
            return next((t.index for t in self._beside(token) if t.entity.endswith("PERSON")), index)
        mention = self._mentions.get(Span(token.start, token.end))
        seen = set[Mention]()
        while mention is not None and mention.refers_to is not None and mention.kind == "pronoun" and mention not in seen:
            seen.add(mention)
            mention = self._mentions.get(mention.refers_to)
        head = self._ends.get(mention.end) if mention is not None and mention.kind != "pronoun" else None
        return head.index if head is not None and head.sentence == token.sentence else index

    def _beside(self, token: Token) -> Iterator[Token]:
        """What stands in apposition to it, and the word right after it."""
        yield from self._parse.children(token, "appos")
        after = self._parse.beside(token, 1)
        if after is not None and after.entity.startswith("B-"):
            yield after


def _inside(one: Party, other: Party) -> bool:
    (start, end), (first, last) = one.spans[0], other.spans[0]
    return first <= start and end <= last and end - start < last - first
