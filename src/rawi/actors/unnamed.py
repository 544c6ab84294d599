"""Those who take part in an event and are not named: "a priest", "two peasants", "the army". Each is an actor of its document alone.

Only who takes part has a key, so that a ledger is not filled with every "official" of its documents. A noun of people.yaml says that
somebody is meant and of what kind. Within a document the same noun is the same actor, unless another number, another name beside it or
a word such as "another" parts them; keys of two documents are never compared, since a priest here and a priest there are two until
somebody decides that they are one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rawi.actors.names import state_of
from rawi.actors.people import people
from rawi.records import Analysis, Mention, MentionKind, Span, Token

PREFIX = "unnamed:"
"""Of their keys."""
_OUTER = frozenset({"DT", "PDT", "CD", "PRP$", "RB", "JJR", "JJS", "``", "''", "-LRB-", ","})
"""Tags of words that no name begins with."""
_ORDINALS = 4
"""Words before a phrase, at most, that may part it from an earlier one: "another three"."""
_OWNERS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
_BROAD = ("organization", "country", "group", "place")


def unnamed(analysis: Analysis, mentions: Sequence[Mention], parties: Iterable[Span]) -> tuple[Mention, ...]:
    """``mentions``, which have their keys, and with them those of ``parties`` who are somebody but have none.

    A description that stands for such a one, or for whom a party stands, is told without article and number and has its kind; what
    refers to it has its key. One who is told by a person's or a body's name has the name's key already and stays as he is, and so do
    several of a body that is named ("members of the Harbour Guard") and a named state's institutions.
    """
    phrases = _Phrases(analysis, mentions)
    taking = sorted({phrase for span in parties for phrase in phrases.of(span)}, key=lambda p: (p.head, p.span))
    named = _keys(taking, phrases, analysis.document.id)
    if not named:
        return tuple(mentions)
    return tuple(sorted(_with(mentions, named, analysis.document.text), key=lambda m: (m.start, -m.end)))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Somebody without a name: the words told, the token that heads them, and the description they are told by or stand for."""

    span: Span
    head: int
    kind: MentionKind
    description: Mention | None
    stands_for: Span | None = None
    """Another description that the text says is the same."""


class _Phrases:
    """Finds in a document whom a party is told by."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self.tokens = analysis.tokens
        self._starts = [t.start for t in analysis.tokens]
        self._at = {Span(m.start, m.end): m for m in mentions}
        self._ending: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._ending[mention.end].append(mention)
        self._named = sorted((m for m in mentions if m.key and m.kind in _BROAD), key=lambda m: m.start)

    def of(self, party: Span) -> Iterator[_Phrase]:
        """The party itself where it is somebody, and whom it stands for."""
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
            yield _Phrase(party, head.index, kind, told, Span(other.start, other.end) if other else None)
        if other is not None and (found := self._described(other)):
            yield found

    def before(self, phrase: _Phrase) -> Sequence[Token]:
        """The words of the phrase before its head, with the few before it that count or part it."""
        first = bisect_left(self._starts, phrase.span.start)
        least = max(0, first - _ORDINALS)
        while first > least and (self.tokens[first - 1].tag in _OUTER or self.tokens[first - 1].text.lower() in people().anew):
            first -= 1
        return self.tokens[first : phrase.head]

    def _described(self, description: Mention) -> _Phrase | None:
        """A description as a phrase, without what no name begins with."""
        span = Span(description.start, description.end)
        head = self._head(span)
        kind = self._kind(head, span) if head and description.kind == "nominal" else None
        if head is None or kind is None:
            return None
        inside = self.tokens[bisect_left(self._starts, span.start) : head.index]
        first = next((t for t in inside if t.tag not in _OUTER), head)
        return _Phrase(Span(first.start, span.end), head.index, kind, description)

    def _head(self, span: Span) -> Token | None:
        """The last noun before what is said of it; after the "of" where that says how many only: "a group of miners"."""
        inside = self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        head: Token | None = None
        for token in inside:
            if token.tag in ("IN", "WP", "WDT", ",") and head is not None:
                if not (token.text.lower() == "of" and (head.tag in ("CD", "DT") or head.text.lower() in people().of_whom)):
                    break
            elif token.tag != "POS":
                head = token
        return head

    def _kind(self, head: Token, party: Span) -> MentionKind | None:
        kind = people().kinds.get(head.text.lower()) if head.tag.startswith(("NN", "JJ", "VB")) else None
        if kind is None or kind == "person":
            return kind
        inside = self._named_in(party)
        state = kind == "organization" and any(m.kind in ("country", "group") or state_of(m.text) for m in inside)
        belong = kind == "organization" or head.text.lower() in people().belonging
        return None if state or (belong and any(m.kind == "organization" for m in inside)) else kind

    def _named_in(self, span: Span) -> list[Mention]:
        first = bisect_left(self._named, span.start, key=lambda m: m.start)
        last = bisect_left(self._named, span.end, key=lambda m: m.start)
        return [m for m in self._named[first:last] if m.end <= span.end]

    def _referent(self, mention: Mention | None) -> Mention | None:
        seen = set[Span]()
        while mention is not None and mention.refers_to in self._at and mention.refers_to not in seen:
            seen.add(mention.refers_to)
            mention = self._at[mention.refers_to]
        return mention


@dataclass(slots=True)
class _Somebody:
    """One actor of the document: how many, and the names of whose it is, as far as told."""

    key: str
    number: str | None
    names: set[str] = field(default_factory=set)


def _keys(taking: Sequence[_Phrase], phrases: _Phrases, document: str) -> dict[_Phrase, str]:
    """The key of each phrase, in text order; the last one told by the same noun is meant, unless something parts them."""
    known: defaultdict[str, list[_Somebody]] = defaultdict(list)
    told: dict[Span, _Somebody] = {}
    keys = {}
    for phrase in taking:
        noun = phrases.tokens[phrase.head].text.lower()
        before = phrases.before(phrase)
        number, names = _number(before), _names(before, phrases.tokens[phrase.head])
        anew = any(t.text.lower() in people().anew for t in before)
        same = told.get(phrase.stands_for) if phrase.stands_for else None
        if same is None and not anew:
            same = next((one for one in reversed(known[noun]) if _fits(one, number, names)), None)
        if same is None:
            again = f" {len(known[noun]) + 1}" if known[noun] else ""
            same = _Somebody(f"{PREFIX}{noun}{again}@{document}", number)
            known[noun].append(same)
        same.number = same.number or number
        same.names |= names
        told[_told(phrase)] = same
        if phrase.stands_for:
            told[phrase.stands_for] = same
        keys[phrase] = same.key
    return keys


def _fits(one: _Somebody, number: str | None, names: set[str]) -> bool:
    return (number is None or one.number in (None, number)) and not (names and one.names and names.isdisjoint(one.names))


def _number(before: Sequence[Token]) -> str | None:
    """How many, as figures where the words are known; one is no number, since "a soldier" is one too."""
    found = next((t.text.lower() for t in reversed(before) if t.tag == "CD"), None)
    return None if found in (None, "one", "1") else people().numbers.get(found, found)


def _names(before: Sequence[Token], head: Token) -> set[str]:
    """Words of names before the noun, and whose it is: "Tarunese", "the mayor's"."""
    phrase = (*before, head)
    return {t.text.lower() for t, after in pairwise(phrase) if t.entity.endswith(_OWNERS) or after.tag == "POS"}


def _with(mentions: Sequence[Mention], keys: Mapping[_Phrase, str], text: str) -> Iterator[Mention]:
    """``mentions`` with the phrases among them, in place of the descriptions they are told by."""
    moved = {Span(p.description.start, p.description.end): p.span for p in keys if p.description is not None}
    back = {Span(m.start, m.end): m.refers_to for m in mentions}
    own = {told: key for phrase, key in keys.items() for told in (phrase.span, _told(phrase))}
    for phrase, key in keys.items():
        plain = Mention(*phrase.span, text[slice(*phrase.span)], phrase.kind, key=key)
        described = phrase.description.described if phrase.description else ()
        refers_to = phrase.description.refers_to if phrase.description else None
        yield replace(plain, described=described, refers_to=moved.get(refers_to) if refers_to else None)
    for mention in mentions:
        if Span(mention.start, mention.end) not in moved:
            key = mention.key or _through(mention.refers_to, back, own)
            yield replace(mention, key=key, refers_to=moved.get(mention.refers_to, mention.refers_to) if mention.refers_to else None)


def _told(phrase: _Phrase) -> Span:
    return Span(phrase.description.start, phrase.description.end) if phrase.description else phrase.span


def _through(span: Span | None, back: Mapping[Span, Span | None], own: Mapping[Span, str]) -> str | None:
    """The key of the first phrase that ``span`` is or refers to."""
    seen = set[Span]()
    while span is not None and span not in seen:
        if span in own:
            return own[span]
        seen.add(span)
        span = back.get(span)
    return None
