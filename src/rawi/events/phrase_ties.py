"""Ties that an adjective, a participle or a preposition states: "loyal to Y", "under the command of Y", "the Y-backed X"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.parse import Parse
from rawi.events.parties import Parties
from rawi.events.patterns import Pattern, patterns
from rawi.events.stated import Stated
from rawi.records import Mention, Token

_HYPHENS = frozenset({"-", "‐", "‑", "–"})


def phrase_ties(token: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What the phrase that begins with ``token`` states."""
    for pattern in patterns().phrases.get(token.text.lower(), ()):
        found = _other(token, pattern, parse, parties)
        if found is None:
            continue
        words, other = found
        holder, clause = _holder(token, parse)
        if other and holder is not None and (holders := parties.of(holder, token.index)):
            yield Stated(kind=pattern.kind, subject=holders, object=other, words=words, clause=clause, turned=pattern.reversed)
            return


def compound_ties(token: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What "Y-backed" states of the noun that it stands before."""
    pattern = patterns().compounds.get(token.text.lower())
    if pattern is None:
        return
    hyphen, name = parse.beside(token, -1), parse.beside(token, -2)
    if hyphen is None or name is None or hyphen.text not in _HYPHENS or (other := parties.name(name)) is None:
        return
    holders = [m for m in _described(token, parse, parties) if m != other]
    if holders:
        yield Stated(kind=pattern.kind, subject=holders, object=[other], words=(token,), clause=token, turned=not pattern.reversed)


def name_ties(token: Token, parse: Parse, parties: Parties) -> Iterator[Stated]:
    """What "Hale of the River Party" and "the River Party's Hale" state."""
    name = parties.name(token)
    if name is None or name.kind != "person" or token.end != name.end:
        return
    after = [m for t in parse.objects(token, "of") for m in parties.of(t)]
    owner = parse.child(token, "poss")
    other = after or (parties.of(owner) if owner is not None else [])
    of = next((k for k in parse.children(token, "prep") if k.text.lower() == "of"), token)
    before = parse.beside(of, -1)
    former = before is not None and before.text.lower() in patterns().words["former"]
    if bodies := [m for m in other if parties.side(m) == "body"]:
        yield Stated(kind="member_of", subject=[name], object=bodies, words=(of,), clause=token, former=former)


def _described(token: Token, parse: Parse, parties: Parties) -> list[Mention]:
    """Whom a compound describes: the noun it hangs from, by way of others before it."""
    noun = parse.head(token)
    while noun.relation in ("compound", "amod", "nmod") and noun.head > noun.index:
        noun = parse.head(noun)
    return parties.of(noun, noun.index) if noun.tag.startswith("NN") else []


def _other(token: Token, pattern: Pattern, parse: Parse, parties: Parties) -> tuple[tuple[Token, ...], list[Mention]] | None:
    """The words of the phrase and whom it names, None where ``token`` does not begin it."""
    words: tuple[Token, ...] = (token,)
    last = token
    for word in pattern.between:
        following = next((k for k in parse.children(last, "pobj") if k.text.lower() == word), None)
        if following is None:
            return None
        words, last = (*words, following), following
    (preposition,) = pattern.prepositions
    after = [m for t in parse.objects(last, preposition) for m in parties.of(t)]
    if not after and pattern.between and (owner := parse.child(last, "poss")) is not None:
        after = parties.of(owner)
    return words, after


def _holder(token: Token, parse: Parse) -> tuple[Token | None, Token]:
    """Of whom the phrase is said, and the word whose mood it shares."""
    head = parse.head(token)
    if token.tag.startswith("VB") and token.relation not in ("amod", "acomp", "oprd"):
        return (parse.subject(token) if parse.passive(token) or parse.child(token, "dobj") is None else None), token
    if head.tag.startswith("NN") or token.relation == "amod":
        return head, token
    if head.tag.startswith("VB") and head.index != token.index:
        placed = parse.child(head, "dobj") if head.text.lower() in patterns().words["placing"] and not parse.passive(head) else None
        return placed or parse.subject(head), head
    return None, token
