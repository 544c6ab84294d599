"""Events by the lexicon and the parse alone, where there are no vectors for the network."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.happenings.found import Found
from rawi.events.happenings.modes import mode_of
from rawi.events.happenings.phrases import may_be_party
from rawi.events.parse import Parse
from rawi.events.triggers import NONE, Entry, triggers
from rawi.records import Analysis, Token

_OF_NOUN = {
    "by": "source",
    "of": "target",
    "against": "target",
    "on": "target",
    "with": "target",
    "to": "target",
    "from": "target",
    "between": "source",
}
_OF_VERB = ("on", "to", "with", "against", "from", "for", "at", "over", "of")
"""Prepositions whose object a verb without another object is done to, the likeliest first."""
_WHOSE = frozenset({"of", "with", "from", "to", "against", "for"})
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_TIMES = ("DATE", "TIME")
_BODILY = frozenset({"ASSAULT", "COERCE"})
"""Kinds that things suffer, not only whose they are."""


def find(analysis: Analysis, parse: Parse) -> Iterator[Found]:
    """Every unambiguous entry of the lexicon, with subject, object and prepositions as parties."""
    for sentence in analysis.sentences:
        for words, entry in triggers(analysis.tokens[sentence.first : sentence.last]):
            if entry.sort != "ambiguous" and entry.kinds[0] != NONE:
                yield _event(words, entry, parse)


def _event(words: tuple[int, ...], entry: Entry, parse: Parse) -> Found:
    kind = entry.kinds[0]
    top = parse.top(words)
    rest = tuple(i for i in words if i != top)
    parties = _roles(parse.tokens[top], parse)
    if kind not in _BODILY:
        parties = ((i, role) for index, given in parties for i, role in _whose(index, given, parse))
    return Found((top, *rest), kind, mode_of(kind, [entry]), {i: role for i, role in parties if i not in words})


def _roles(trigger: Token, parse: Parse) -> Iterator[tuple[int, str]]:
    """Who did it to whom, by the parse; the surer ways first."""
    if parse.is_verb(trigger):
        yield from _of_verb(trigger, parse)
    else:
        yield from _of_noun(trigger, parse)


def _of_verb(trigger: Token, parse: Parse) -> Iterator[tuple[int, str]]:
    passive = parse.passive(trigger)
    yield from _joined(parse.subject(trigger), "target" if passive else "source", parse)
    objects = parse.agents(trigger) if passive else parse.direct(trigger)
    for one in objects:
        yield from _joined(one, "source" if passive else "target", parse)
    if passive or objects:
        return
    for preposition in _OF_VERB:
        found = list(parse.objects(trigger, preposition))
        if found:
            yield from (row for one in found for row in _joined(one, "target", parse))
            return
    for clause in parse.children(trigger, "ccomp", "xcomp"):
        yield from _joined(parse.child(clause, "nsubj", "nsubjpass"), "target", parse)


def _of_noun(trigger: Token, parse: Parse) -> Iterator[tuple[int, str]]:
    yield from _joined(parse.child(trigger, "poss"), "source", parse)
    for child in parse.children(trigger, "amod", "compound"):
        if child.entity.endswith(("NORP", "GPE")):
            yield from _joined(child, "source", parse)
    for prep in parse.children(trigger, "prep", "agent"):
        for one in parse.children(prep, "pobj"):
            yield from _joined(one, _OF_NOUN.get(prep.text.lower(), ""), parse)


def _joined(token: Token | None, role: str, parse: Parse) -> Iterator[tuple[int, str]]:
    """``token`` and what is joined to it."""
    if token is not None and role:
        yield from ((t.index, role) for t in parse.conjuncts(token) if may_be_party(t) and not t.entity.endswith(_TIMES))


def _whose(index: int, role: str, parse: Parse) -> Iterator[tuple[int, str]]:
    """For something of somebody's that it is done to, that one: "rejected Hale's plan"."""
    token = parse.tokens[index]
    alone = role == "source" or token.entity.endswith(_ACTORS)
    found = [] if alone else [t.index for t in _of(token, parse) if t.entity.endswith(_ACTORS) and may_be_party(t)]
    yield from ((i, role) for i in found or [index])


def _of(noun: Token, parse: Parse) -> Iterator[Token]:
    """Whose it is, by its possessive, its adjective or its prepositions."""
    yield from parse.children(noun, "poss", "amod", "compound")
    for prep in parse.children(noun, "prep"):
        if prep.text.lower() in _WHOSE:
            yield from parse.children(prep, "pobj")
