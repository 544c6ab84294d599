"""Ties that a noun states: "X, head of Y", "Y's head X", "Y head X", "X is the head of Y", "X, one of the most feared Y factions"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.parse import Parse
from rawi.events.parties import Parties
from rawi.events.patterns import Pattern, patterns
from rawi.events.stated import Stated
from rawi.records import Mention, RelationKind, Token

_RUN = ("NN", "JJ", "HYPH", "RB", "CD", "VBN", "DT", "IN")
_REACH = 6
"""How many words before a noun may still say that it is a former one."""


def noun_ties(noun: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What ``noun`` states of the one who is called by it."""
    name = parties.name(noun)
    if not noun.tag.startswith("NN") or (name is not None and name.kind != "office"):
        return
    pattern = next((p for p in patterns().nouns.get(noun.text.lower(), ()) if _spelled(noun, p, parse)), None)
    if pattern is None:
        return
    other, stands_before = _other(noun, pattern, parse, parties)
    if not other and noun.text.lower() in patterns().words["mutual"] and noun.relation == "attr":
        other = parties.bearers(noun)[1:]
    bearers = _bearers(noun, other, parse, parties) if other else []
    said = _before(noun, parse)
    if not bearers or said.keys() & (patterns().words["unreal"] | {"no"}):
        return
    former = [said[word] for word in said.keys() & patterns().words["former"]]
    yield Stated(
        kind=_kind(noun, pattern, stands_before, parse, parties),
        subject=bearers,
        object=other,
        words=(noun, *former),
        clause=_clause(noun, parse),
        turned=pattern.reversed,
        dates="start" if _appointed(noun, parse) else None,
        former=bool(former),
    )


def deed_ties(noun: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What a noun of a deed states: "Y's support for X", "X has the support of Y", "X has links to Y"."""
    pattern = patterns().deeds.get(noun.text.lower())
    if pattern is None or not noun.tag.startswith("NN") or "no" in _before(noun, parse):
        return
    owner, verb = parse.child(noun, "poss"), parse.head(noun)
    doers = [t for preposition in pattern.by for t in parse.objects(noun, preposition)] if owner is None else [owner]
    others = [t for preposition in pattern.prepositions for t in parse.objects(noun, preposition)]
    subject = parse.subject(verb) if noun.relation == "dobj" and verb.text.lower() in patterns().words["having"] else None
    if subject is not None and others and not doers:
        doers = [subject]
    elif subject is not None and doers and not others:
        others = [subject]
    by, to = ([m for t in tokens for m in parties.of(t)] for tokens in (doers, others))
    if by and to:
        yield Stated(kind=pattern.kind, subject=by, object=to, words=(noun,), clause=noun if subject is None else verb)


def _bearers(noun: Token, other: list[Mention], parse: Parse, parties: Parties) -> list[Mention]:
    """Who is called by the noun: a person even where the parser says so of the body, "the founder of the River Party, Hale"."""
    found = []
    for preposition in parse.children(noun, "prep"):
        named = [t for t in parse.children(preposition, "pobj") if parties.name(t) is not None]
        mistaken = [*_beside(named, parse, parties), *(t for t in named[:1] if _titled(t, parse, parties)), *named[1:]]
        found += [name for t in mistaken if (name := parties.name(t)) is not None and parties.side(name) == "person"]
    return [m for m in found or parties.bearers(noun) if m not in other]


def _beside(named: list[Token], parse: Parse, parties: Parties) -> Iterator[Token]:
    """The appositions of names, and of the names they are followed by: "the Customs Authority in Keldra, Hale"."""
    for token in named:
        yield from parse.children(token, "appos")
        for preposition in parse.children(token, "prep"):
            yield from _beside([t for t in parse.children(preposition, "pobj") if parties.name(t) is not None], parse, parties)


def _titled(token: Token, parse: Parse, parties: Parties) -> list[Mention]:
    """The body right before a person's name that the parser takes for a part of it: "head of the River Party Peter Hale"."""
    person = parties.name(token)
    names = [name for t in parse.children(token, "compound", "nmod") if (name := parties.name(t)) is not None and name != person]
    return [name for name in names if person is not None and person.kind == "person" and parties.side(name) != "person"][-1:]


def _spelled(noun: Token, pattern: Pattern, parse: Parse) -> bool:
    """Whether the other words of a noun stand around it: "prime minister", "secretary-general"."""
    before = parse.beside(noun, -1)
    if before is not None and before.text == "-":
        before = parse.beside(noun, -2)
    if pattern.after is not None and (before is None or before.text.lower() != pattern.after):
        return False
    hyphened = [parse.beside(noun, 2 * (at + 1)) for at in range(len(pattern.between))]
    return [t and t.text.lower() for t in hyphened] == list(pattern.between)


def _other(noun: Token, pattern: Pattern, parse: Parse, parties: Parties) -> tuple[list[Mention], bool]:
    """Whom the noun is of, and whether they stand before it without a possessive."""
    after = [t for preposition in pattern.prepositions for t in list(parse.objects(noun, preposition))[:1]]
    if named := [m for t in after for m in _titled(t, parse, parties) or parties.of(t) if m != parties.name(noun)]:
        return named, False
    owner = parse.child(noun, "poss")
    if owner is not None and (owners := parties.of(owner)):
        return owners, False
    if after:
        return [], False
    return _prenominal(noun, pattern, parse, parties), True


def _prenominal(noun: Token, pattern: Pattern, parse: Parse, parties: Parties) -> list[Mention]:
    """The "Harbour Guard" of "Harbour Guard leader", "Harbour Guard military leader": right before, whatever the parser makes of it.

    A "Marovian ally" is Marovia's, but a "Marovian rival" or "Marovian adviser" only comes from there.
    """
    for away in (1, 2, 3):
        token = parse.beside(noun, -away)
        if token is None or not token.tag.startswith(("NN", "JJ", "HYPH", "VBN")):
            return []
        if (name := parties.name(token)) is not None and name.kind != "office":
            from_there = token.tag.startswith("JJ") and pattern.kind in ("employs", "opposes")
            return [name] if token.end == name.end and not from_there else []
    return []


def _before(noun: Token, parse: Parse) -> dict[str, Token]:
    """The words of its phrase that stand before ``noun``, back to a possessive."""
    found: dict[str, Token] = {}
    for away in range(1, _REACH + 1):
        token = parse.beside(noun, -away)
        if token is None or not token.tag.startswith(_RUN) or token.text.lower() == "of":
            break
        found[token.text.lower().removesuffix("-")] = token
    return found


def _kind(noun: Token, pattern: Pattern, stands_before: bool, parse: Parse, parties: Parties) -> RelationKind:
    said, head = _before(noun, parse).keys(), parse.head(noun)
    lesser = bool(said & patterns().words["lesser"]) or (pattern.after is None and _of_a_part(noun, parse, parties))
    one_of = noun.relation == "pobj" and head.text.lower() == "of" and parse.head(head).text.lower() in ("one", "some", "two")
    if lesser and pattern.several is None and pattern.kind in ("leads", "commands"):
        return "member_of"
    if pattern.several is not None and (lesser or one_of or said & {"a", "an"}):
        return pattern.several
    return pattern.before if stands_before and pattern.before is not None else pattern.kind


def _of_a_part(noun: Token, parse: Parse, parties: Parties) -> bool:
    """ "Y's campaign chairman", "Y military chief": the chief of something of theirs, but not "Y group leader"."""
    bodies = patterns().words["bodies"]
    own = [t for t in parse.children(noun, "compound", "amod", "nmod") if t.tag == "NN" and parties.name(t) is None]
    return any(t.text.lower() not in bodies | patterns().words["former"] for t in own)


def _clause(noun: Token, parse: Parse) -> Token:
    """The verb that says of somebody that they are the noun; itself, where none does."""
    head = parse.head(noun)
    if noun.relation == "pobj" and head.text.lower() in ("as", "of"):
        above = parse.head(head)
        if head.text.lower() == "of":
            return _clause(above, parse) if above.text.lower() in ("one", "some", "two") else noun
        return above if above.tag.startswith("VB") else noun
    if noun.relation in ("attr", "oprd") or (noun.relation == "nsubj" and parse.child(head, "attr") is not None):
        return head
    return noun


def _appointed(noun: Token, parse: Parse) -> bool:
    verb = _clause(noun, parse)
    listed = patterns().words
    return verb.text.lower() in listed["appointing"] | listed["becoming"] | listed["replacing"]
