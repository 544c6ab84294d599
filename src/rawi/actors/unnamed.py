"""Those who take part in an event and are not named: "a priest", "two peasants", "the army". Each is an actor of its document alone.

Only who takes part has a key, so that a ledger is not filled with every "official" of its documents. A noun of people.yaml says that
somebody is meant and of what kind. Within a document the same noun is the same actor, unless another number, another name beside it or
a word such as "another" parts them; keys of two documents are never compared, since a priest here and a priest there are two until
somebody decides that they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rawi.actors.participants import Participants, Phrase
from rawi.actors.people import people
from rawi.records import UNNAMED, Analysis, Mention, Span, Token

_LATEST = 50
"""Actors told by one noun that a phrase is held against, the last first."""
_OWNERS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")


def unnamed(analysis: Analysis, mentions: Sequence[Mention], parties: Iterable[Span]) -> tuple[Mention, ...]:
    """``mentions``, which have their keys, and with them those of ``parties`` who are somebody but have none.

    A description that stands for such a one, or for whom a party stands, is told without article and number and has its kind; a pronoun
    that is a party and refers to it has its key. One with a name beside him ("the mayor, Ane Dorr") has the name's key, and so have
    several of a body that is named ("members of the Harbour Guard") and those who act for a named state ("Tarunese officials").
    """
    spans = set(parties)
    participants = Participants(analysis, mentions)
    phrases = sorted({phrase for span in spans for phrase in participants.of(span)}, key=lambda p: (p.head, p.span))
    if not phrases:
        return tuple(mentions)
    keys = _keys(phrases, participants, analysis.document.id)
    found = [*_told(keys, participants.text), *_others(mentions, keys, {span.end for span in spans})]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))


@dataclass(slots=True)
class _Somebody:
    """One actor of the document: how many, and the names of whose it is, as far as told."""

    key: str
    number: str | None
    names: set[str] = field(default_factory=set)


def _keys(phrases: Sequence[Phrase], participants: Participants, document: str) -> dict[Phrase, str]:
    """The key of each phrase, in text order; the last one told by the same noun is meant, unless something parts them."""
    known: defaultdict[str, list[_Somebody]] = defaultdict(list)
    told: dict[Mention, _Somebody] = {}
    keys = {}
    for phrase in phrases:
        if phrase.named and phrase.named.key:
            keys[phrase] = phrase.named.key
            continue
        noun, before = participants.tokens[phrase.head].text.lower(), participants.before(phrase)
        number, names = _number(before), _names(before, participants.tokens[phrase.head])
        anew = any(t.text.lower() in people().anew for t in before)
        same = told.get(phrase.stands_for) if phrase.stands_for else None
        if same is None and not anew:
            same = next((one for one in known[noun][: -_LATEST - 1 : -1] if _fits(one, number, names)), None)
        if same is None:
            again = f" {len(known[noun]) + 1}" if known[noun] else ""
            same = _Somebody(f"{UNNAMED}{noun}{again}@{document}", number)
            known[noun].append(same)
        same.number = same.number or number
        same.names |= names
        told |= {mention: same for mention in (phrase.description, phrase.stands_for) if mention}
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
    return {t.text.lower() for t, after in pairwise((*before, head)) if t.entity.endswith(_OWNERS) or after.tag == "POS"}


def _told(keys: Mapping[Phrase, str], text: str) -> Iterator[Mention]:
    """A mention for each phrase; one that another phrase or a name stands for refers to it."""
    spans = {phrase.description: phrase.span for phrase in keys}
    for phrase, key in keys.items():
        stands = spans.get(phrase.stands_for) if phrase.stands_for else None
        named = Span(phrase.named.start, phrase.named.end) if phrase.named else None
        described = phrase.description.described if phrase.description else ()
        kind = "nominal" if phrase.named else phrase.kind
        yield Mention(*phrase.span, text[slice(*phrase.span)], kind, named or stands, described, key)


def _others(mentions: Sequence[Mention], keys: Mapping[Phrase, str], ends: Set[int]) -> Iterator[Mention]:
    """``mentions`` but the descriptions that the phrases replace; those that end with a party, at one of ``ends``, with keys."""
    moved = {Span(p.description.start, p.description.end): p for p in keys if p.description}
    back = {Span(m.start, m.end): m.refers_to for m in mentions}
    for mention in mentions:
        if Span(mention.start, mention.end) not in moved:
            phrase = _through(mention.refers_to, back, moved) if mention.key is None and mention.end in ends else None
            to = moved.get(mention.refers_to) if mention.refers_to else None
            yield replace(mention, key=keys[phrase] if phrase else mention.key, refers_to=to.span if to else mention.refers_to)


def _through(span: Span | None, back: Mapping[Span, Span | None], moved: Mapping[Span, Phrase]) -> Phrase | None:
    """The first phrase that ``span`` is or refers to."""
    seen = set[Span]()
    while span is not None and span not in seen:
        if span in moved:
            return moved[span]
        seen.add(span)
        span = back.get(span)
    return None
