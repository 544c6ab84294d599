"""Lasting ties between actors, as the words state them.

The patterns of relations.yaml are looked for in the parse of each sentence; both sides are mentions that name somebody or refer to one
who is named. What is denied, asked or supposed is no tie. docs/relations.md lists kinds and constructions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.events.dating import period
from rawi.events.doubts import standing
from rawi.events.evidence import MAKER, smallest, within
from rawi.events.noun_ties import deed_ties, noun_ties
from rawi.events.parse import Parse
from rawi.events.parties import Parties
from rawi.events.patterns import patterns
from rawi.events.phrase_ties import compound_ties, name_ties, phrase_ties
from rawi.events.stated import Stated
from rawi.events.verb_ties import verb_ties
from rawi.records import RELATION_KINDS, Analysis, Claim, Mention, Party, Relation, RelationKind, Span, Spans, Token, digest

FORMERLY = "formerly_"
_JOINED = 6
"""Spans of evidence this near to each other are shown as one."""


def relate(analysis: Analysis, claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """Every tie that the article's prose states, in text order, each with the smallest claim that states it."""
    parse = Parse(analysis)
    parties = Parties(analysis, parse)
    found: dict[tuple[Span, RelationKind, Span], Relation] = {}
    for said in _said(parse, parties):
        for relation in _relations(said, parse, parties, analysis, claims):
            key = (relation.subject.spans[0], relation.kind, relation.object.spans[0])
            if key not in found or (found[key].since, found[key].until) == (None, None):
                found[key] = relation
    return tuple(sorted(found.values(), key=lambda r: (r.evidence, r.subject.spans, r.kind, r.object.spans)))


def _said(parse: Parse, parties: Parties) -> Iterator[Stated]:
    for token in parse.tokens:
        for ties in (verb_ties, noun_ties, deed_ties, phrase_ties, compound_ties, name_ties):
            yield from ties(token, parse, parties)


def _relations(said: Stated, parse: Parse, parties: Parties, analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Relation]:
    stands = standing(said.clause, parse)
    if stands == "not stated":
        return
    since, until = period(said.words, _anchors(said, parse, parties), parse, said.dates)
    over = said.former or stands == "over" or (until is not None and said.dates is None)
    for subject, object_ in _pairs(said, parties):
        kind = _kind(said.kind, over, subject, object_, parties)
        words = tuple(Span(t.start, t.end) for t in said.words)
        evidence = _together((Span(subject.start, subject.end), *words, Span(object_.start, object_.end)))
        if kind is None or within(evidence, analysis.document.frame):
            continue
        yield Relation(
            id="r" + digest(analysis.document.id, kind, subject.start, object_.start, *words),
            document=analysis.document.id,
            claim=smallest(evidence, claims) or smallest(words, claims),
            subject=_party(subject),
            object=_party(object_),
            kind=kind,
            since=since,
            until=until,
            evidence=evidence,
            maker=MAKER,
        )


def _pairs(said: Stated, parties: Parties) -> Iterator[tuple[Mention, Mention]]:
    subjects, objects = said.sides
    for subject in subjects:
        for object_ in objects:
            one, other = parties.named(subject), parties.named(object_)
            if one is not None and other is not None and one.text != other.text:
                yield subject, object_


def _kind(kind: RelationKind, over: bool, subject: Mention, object_: Mention, parties: Parties) -> RelationKind | None:
    """The kind as these two sides make it, None where they cannot have it."""
    over = over or kind.startswith(FORMERLY)
    base = kind.removeprefix(FORMERLY)
    if base == "member_of" and parties.side(subject) != "person":
        base = "part_of"
    subjects, objects = patterns().sides[base]
    if parties.side(subject) not in subjects or parties.side(object_) not in objects:
        return None
    wanted = FORMERLY + base if over else base
    return next((k for k in RELATION_KINDS if k == wanted), None) or next(k for k in RELATION_KINDS if k == base)


def _anchors(said: Stated, parse: Parse, parties: Parties) -> tuple[Token, ...]:
    """Where the dates of a tie may hang: from its verb, from the verbs that govern it, from its object."""
    governors, verb = [said.clause], said.clause
    while verb.relation in ("xcomp", "auxpass"):
        verb = parse.head(verb)
        governors.append(verb)
    objects = (t for m in said.sides[1] if (t := parties.last(m)) is not None)
    return (*governors, *objects)


def _together(spans: Spans) -> Spans:
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and span.start - joined[-1].end <= _JOINED:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _party(mention: Mention) -> Party:
    return Party(mention.text, (Span(mention.start, mention.end),))
