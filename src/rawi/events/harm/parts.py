"""Those among the harmed that are told apart: "14 people, including three children", "61 dead, 14 of whom were women"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rawi.events.harm.counting import Counting
from rawi.events.harm.phrases import phrase_after
from rawi.events.harm.stated import Stated
from rawi.events.harm.vocabulary import vocabulary
from rawi.events.parse import Parse
from rawi.records import Token

_REACH = 25
_SKIPPED = frozenset({"were", "was", "are", "is", "being", "had", "been"})


def parts(stated: Sequence[Stated], parse: Parse, counting: Counting) -> Iterator[Stated]:
    """Each part of what one sentence states, as a harm of its own; ``stated`` have one harmed each."""
    if not stated:
        return
    before = sorted(stated, key=lambda s: (s.harmed[0].index, -s.trigger.index))
    places = [s.harmed[0].index for s in before]
    first, last = parse.bounds(stated[0].trigger.sentence)
    for token in parse.tokens[first:last]:
        at = bisect_left(places, token.index)
        if not at or token.index - places[at - 1] > _REACH:
            continue
        if (found := _part(token, parse, counting)) is not None and found[0] is not before[at - 1].harmed[0]:
            heads = found[:1] if found[1] is not None else parse.conjuncts(found[0])
            yield from (replace(before[at - 1], harmed=(head,), part=True, count=found[1]) for head in heads if head is not None)


def _part(token: Token, parse: Parse, counting: Counting) -> tuple[Token, Token | None] | None:
    word, words = token.text.lower(), vocabulary().words
    if word in ("including", "included"):
        head = parse.child(token, "pobj", "dobj") or phrase_after(token, parse)
        return (head, None) if head is not None else None
    after = parse.beside(token, 1)
    if word in words["among"] and after is not None and after.text.lower() in ("them", "whom"):
        head = phrase_after(after, parse)
        return (head, None) if head is not None else None
    them = parse.beside(token, 2)
    some = counting.is_number(token) or word in words["gathering"]
    if not some or after is None or them is None or after.text.lower() != "of" or them.text.lower() not in ("them", "whom"):
        return None
    return _of_them(token, them, parse)


def _of_them(number: Token, them: Token, parse: Parse) -> tuple[Token, Token | None] | None:
    """The "women" of "14 of whom were women"; a verb or an adjective there names nobody."""
    after = them
    while (following := parse.beside(after, 1)) is not None and following.text.lower() in _SKIPPED:
        after = following
    head = phrase_after(after, parse)
    return (head, number) if head is not None and head.tag.startswith("NN") else None
