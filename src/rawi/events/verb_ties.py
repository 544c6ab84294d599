"""Ties that a verb states: "Y finances X", "X, made, trained and financed by Y", "X receives weapons from Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.events.parse import Parse
from rawi.events.parties import Parties
from rawi.events.patterns import PARTICLES, Pattern, patterns
from rawi.events.stated import Stated
from rawi.records import Mention, Token


def verb_ties(verb: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What ``verb`` states, by the first of its patterns that has somebody on both sides."""
    if not parse.is_verb(verb):
        return
    for pattern in patterns().verbs.get(verb.text.lower(), ()):
        words = _words(verb, pattern, parse)
        if words is None:
            continue
        subject, object_ = _sides(verb, pattern, parse, parties)
        if subject and object_:
            yield Stated(
                kind=pattern.kind,
                subject=subject,
                object=object_,
                words=words,
                clause=verb,
                turned=pattern.reversed,
                dates=pattern.dates,
            )
            return
    yield from _gifts(verb, parse, parties)


def _words(verb: Token, pattern: Pattern, parse: Parse) -> tuple[Token, ...] | None:
    """The verb with its particle and noun ("take orders"), None where it has not those of the pattern."""
    children = {k.text.lower(): k for k in parse.children(verb, "prt", "advmod", "prep", "dobj")}
    particle = parse.child(verb, "prt")
    if particle is not None and particle.text.lower() in PARTICLES and particle.text.lower() not in pattern.between:
        return None
    if not all(word in children for word in pattern.between):
        return None
    return (verb, *(children[word] for word in pattern.between))


def _sides(verb: Token, pattern: Pattern, parse: Parse, parties: Parties) -> tuple[list[Mention], list[Mention]]:
    surface = _surface(verb, parse, parties)
    if pattern.prepositions:
        holders = [verb, *(k for k in parse.children(verb, "prt", "advmod", "dobj", "prep") if k.text.lower() in pattern.between)]
        after = [t for holder in holders for preposition in pattern.prepositions for t in parse.objects(holder, preposition)]
        direct = [t for t in parse.children(verb, "dobj") if t not in holders and not t.text.lower().endswith("self")]
        listed = [t for t in direct if any(one.index < t.index for one in after)]  # the parser breaks long lists off
        after, direct = after + listed, [t for t in direct if t not in listed]
        if direct and not pattern.carries:
            return [], []
        return (_all(direct, parties) if direct else surface), _all(after, parties)
    if parse.passive(verb):
        return _all(parse.agents(verb), parties), surface
    if any(_elsewhere(preposition, parse) for preposition in parse.children(verb, "prep") if preposition.text.lower() in pattern.unless):
        return [], []
    direct = parse.direct(verb)
    return surface, parties.of(direct[0], verb.index) if direct == [parse.head(verb)] else _all(direct, parties)


def _surface(verb: Token, parse: Parse, parties: Parties) -> list[Mention]:
    """Whom the surface subject stands for; what is joined to it stands before the verb too."""
    subject = parse.subject(verb)
    return [] if subject is None else parties.of(subject, verb.index)


def _elsewhere(preposition: Token, parse: Parse) -> bool:
    """Whether it makes the verb mean something else: "leads by 3 points", "joined them in asking"; "joined in 2014" only says when."""
    after = parse.children(preposition, "pobj", "pcomp")
    return not any("DATE" in t.entity or (t.tag == "CD" and len(t.text) == len("2014")) for t in after)


def _gifts(verb: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    word = verb.text.lower()
    if word in patterns().takers:
        yield from _taken(verb, parse, parties)
    elif word in patterns().givers:
        yield from _given(verb, parse, parties)


def _taken(verb: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """ "X receives weapons from Y": Y supplies X."""
    takers = _surface(verb, parse, parties)
    for gift in _presents(parse.children(verb, "dobj"), parse):
        givers = [*parse.objects(verb, "from"), *parse.objects(gift, "from")]
        yield from _present(verb, gift, _all(givers, parties), takers)


def _given(verb: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """ "Y gives weapons to X", "Y gives X weapons", "Y provides X with weapons", "X is provided with weapons by Y"."""
    passive, subject = parse.passive(verb), parse.subject(verb)
    surface = _surface(verb, parse, parties)
    givers = _all(parse.agents(verb), parties) if passive else surface
    given = ([subject] if subject is not None else []) if passive else parse.children(verb, "dobj")
    for gift in _presents(given, parse):
        takers = [*parse.objects(verb, "to"), *parse.objects(gift, "to"), *parse.children(verb, "dative")]
        yield from _present(verb, gift, givers, _all(takers, parties))
    for gift in _presents(parse.objects(verb, "with"), parse):
        yield from _present(verb, gift, givers, surface if passive else _all(given, parties))


def _presents(tokens: Iterable[Token], parse: Parse) -> Iterator[Token]:
    return (one for token in tokens for one in parse.conjuncts(token) if one.text.lower() in patterns().gifts)


def _present(verb: Token, gift: Token, givers: Sequence[Mention], takers: Sequence[Mention]) -> Iterator[Stated]:
    if givers and takers:
        kind = patterns().gifts[gift.text.lower()]
        yield Stated(kind=kind, subject=givers, object=takers, words=(verb, gift), clause=verb)


def _all(tokens: Iterable[Token], parties: Parties) -> list[Mention]:
    found: list[Mention] = []
    for token in tokens:
        found += (m for m in parties.of(token) if m not in found)
    return found
