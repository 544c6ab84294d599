"""Who takes part, as printed: the noun phrase of a word without its article, its numbers and what is said of it after."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.parse import Parse
from rawi.records import Party, Span, Token

_INNER = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "case", "npadvmod", "det", "neg"})
_LEFT_OUT = frozenset({"DT", "PDT", "CD", "PRP$", "HYPH", ",", "``", "''", "RB", "IN", "JJS", "JJR", ":", "-LRB-", "-RRB-", "WDT"})
_LONGEST = 12


def may_be_party(token: Token) -> bool:
    """Whether a word can head someone or something that takes part."""
    if token.tag in ("PRP", "DT", "WP", "CD"):
        return token.relation not in ("det", "nummod", "poss", "predet")
    if token.tag.startswith("NN"):
        return token.relation != "compound" or bool(token.entity)
    return token.tag.startswith("JJ") and token.entity.endswith(("NORP", "GPE"))


def party(head: int, parse: Parse, text: str, names: Sequence[Span]) -> Party:
    """The party that the token ``head`` is of; a name it stands in is whole."""
    token = parse.tokens[head]
    own = next((name for name in names if name.start <= token.start and token.end <= name.end), None)
    start, end = (own.start, own.end) if own else (token.start, token.end)
    first = head
    for child in sorted(parse.children(token), key=lambda t: -t.index):
        if child.relation in _INNER and first - _LONGEST < child.index < first:
            first = _first(child, parse)
    before = [t for t in parse.tokens[first:head] if t.end <= start]
    while before and before[0].tag in _LEFT_OUT:
        before = before[1:]
    inside = [name for name in names if before and name.start < before[0].start < name.end]  # begins in the midst of a name
    start = min([start, *(t.start for t in before[:1]), *(name.start for name in inside)])
    return Party(text[start:end], (Span(start, end),))


def _first(token: Token, parse: Parse) -> int:
    """The first token of what hangs from ``token``."""
    first = token.index
    for child in parse.children(token):
        if token.index - _LONGEST < child.index < first:
            first = min(first, child.index)
    return first
