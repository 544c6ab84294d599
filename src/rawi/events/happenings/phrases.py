"""Who takes part, as printed: the noun phrase of a word without its article, its numbers and what is said of it after.

Two kinds of words are no party alone: those that count ("dozens of miners" are miners) and those that only say in what company ("members
of the council"). Their lists are in phrases.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from rawi.events.parse import Parse
from rawi.records import Party, Span, Token

_INNER = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "punct", "case", "npadvmod", "det", "neg"})
_LEFT_OUT = frozenset(
    {"DT", "PDT", "CD", "PRP$", "WP$", "HYPH", ",", "``", "''", "RB", "IN", "JJS", "JJR", ":", "-LRB-", "-RRB-", "WDT", "POS"}
)
_LONGEST = 12
_DEEPEST = 3
"""Times that "of" is followed: "one of the members of the council"."""


def may_be_party(token: Token) -> bool:
    """Whether a word can head someone or something that takes part."""
    if token.tag in ("PRP", "DT", "WP", "CD"):
        return token.relation not in ("det", "nummod", "poss", "predet")
    if token.tag.startswith("NN"):
        return token.relation != "compound" or bool(token.entity)
    return token.tag.startswith("JJ") and token.entity.endswith(("NORP", "GPE"))


def party(head: int, parse: Parse, text: str, names: Sequence[Span]) -> Party:
    """The party that the token ``head`` is of; a name it stands in is whole."""
    span = _span(parse.tokens[head], parse, names, _DEEPEST)
    return Party(text[span.start : span.end], (span,))


def _span(token: Token, parse: Parse, names: Sequence[Span], deep: int) -> Span:
    own = next((name for name in names if name.start <= token.start and token.end <= name.end), None)
    after = next(parse.objects(token, "of"), None) if deep and own is None else None
    word = token.text.lower()
    if after is not None and after.index > token.index and (word in _words()["counts"] or token.tag == "CD"):
        return _span(after, parse, names, deep - 1)
    start, end = (own.start, own.end) if own else (token.start, token.end)
    before = _before(token, parse, start)
    inside = [name for name in names if before and name.start < before[0].start < name.end]  # begins in the midst of a name
    start = min([start, *(t.start for t in before[:1]), *(name.start for name in inside)])
    if after is not None and after.index > token.index and word in _words()["companies"]:
        end = max(end, _span(after, parse, names, deep - 1).end)
    return Span(start, end)


def _before(token: Token, parse: Parse, start: int) -> list[Token]:
    """The words of the phrase before ``start``, from the first that says what it is of."""
    first = token.index
    for child in sorted(parse.children(token), key=lambda t: -t.index):
        if child.relation in _INNER and first - _LONGEST < child.index < first:
            first = _first(child, parse)
    before = [t for t in parse.tokens[first : token.index] if t.end <= start]
    aged = next((i for i, t in enumerate(before) if t.text.lower() == "old" and i and before[i - 1].text == "-"), -1)
    before = before[aged + 1 :]
    while before and (before[0].tag in _LEFT_OUT or before[0].text.lower() in _words()["vague"]):
        before = before[1:]
    return before


def _first(token: Token, parse: Parse) -> int:
    """The first token of what hangs from ``token``."""
    first = token.index
    for child in parse.children(token):
        if token.index - _LONGEST < child.index < first:
            first = min(first, child.index)
    return first


@cache
def _words() -> dict[str, frozenset[str]]:
    data: dict[str, list[str]] = yaml.load(files(__package__).joinpath("phrases.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {name: frozenset(listed) for name, listed in data.items()}
