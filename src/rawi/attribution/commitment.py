"""How far the words stand behind the content, read off the cue, its negation and its hedges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rawi.records import Commitment, Link, Span, Spans, Token

from .drafts import SHORT, Draft
from .lexicon import lexicon
from .syntax import SUBJECTS, Tree

_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_PARTS = SUBJECTS | _PREDICATES | {"dobj"}
_DISTANT: dict[str, Commitment] = {"accusing": "alleged", "suspecting": "believed", "distant": "reported"}
_OF_NOBODY: dict[Commitment, Commitment] = {"claimed": "reported"}
"""What a cue commits to where it names nobody: "it was said", "is reported to"."""


def commitment_of(tree: Tree, d: Draft, chain: tuple[Link, ...], content: Spans) -> tuple[Commitment, Spans]:
    """Return the commitment and the words that set it."""
    value, evidence = d.found.cue.commitment, [d.cue]
    words = tree.text[slice(*content[0])].lower() if content else ""
    if d.found.negated and value == "denied":
        value = "claimed"
    elif d.found.negated and value in ("believed", "admitted", "alleged"):
        value = "denied" if value == "admitted" else value
    elif d.found.cue.word == "claim" and "responsibility" in [*tree.text[slice(*d.cue)].lower().split(), *words.split()[:3]]:
        value = "admitted"
    elif not chain and value in _OF_NOBODY:
        value = "reported"
    elif value == "claimed" and (hedge := _future(tree, content)):
        value, evidence = "predicted", [*evidence, hedge]
    return value, tuple(evidence)


def own_commitment(tree: Tree, indexes: Iterable[int], content: Spans) -> tuple[Commitment, Spans]:
    """Return the commitment of a clause in the article's own voice, and the hedge that sets it."""
    tokens = [tree.tokens[i] for i in indexes]
    if hedge := _future(tree, content):
        return "predicted", (hedge,)
    if hedge := next((_span(k) for t in _roots(tree, tokens) for k in tree.children[t.index] if _possible(k)), None):
        return "believed", (hedge,)
    return _distance(tree, tokens) or ("asserted", ())


def _roots(tree: Tree, tokens: Sequence[Token]) -> Iterator[Token]:
    inside = {t.index for t in tokens}
    return (t for t in tokens if t.head not in inside or t.head == t.index)


def _possible(kid: Token) -> bool:
    return kid.relation == "aux" and kid.text.lower() in lexicon().words["possible"]


def _distance(tree: Tree, tokens: Sequence[Token]) -> tuple[Commitment, Spans] | None:
    """An adjective on the clause's own subject or object ("the alleged raid"), or a predicate held in quotation marks."""
    words = lexicon().words
    for root in _roots(tree, tokens):
        for part in tree.children[root.index]:
            if part.relation not in _PARTS:
                continue
            for kid in tree.children[part.index]:
                whole = Span(tree.tokens[tree.left[kid.index]].start, kid.end)  # "so-called" is three tokens
                for name, value in _DISTANT.items():
                    if tree.text[slice(*whole)].lower() in words[name]:
                        return value, (whole,)
            if part.relation in _PREDICATES and (quoted := _held(tree, part)):
                return "reported", (quoted,)
    return None


def _held(tree: Tree, part: Token) -> Span | None:
    """The quotation marks around a word or two: somebody else's words, with nobody named."""
    for q in tree.quotations:
        if q.start < part.start and part.end < q.end and len(tree.text[q.start : q.end].split()) < SHORT:
            return Span(q.start, q.end)
    return None


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _future(tree: Tree, content: Spans) -> Span | None:
    """The word that puts the content's main clause in the future: "will" on its verb, "likely to" under it."""
    words = lexicon().words
    rest = (tree.tokens[i] for i in range(_first(tree, content), len(tree.tokens))) if content else ()
    inside = list(takewhile(lambda t: t.end <= content[-1].end, rest))
    held = {t.index for t in inside}
    for t in inside:
        if t.head in held and t.head != t.index:
            continue
        for kid in tree.children[t.index]:
            if kid.relation == "aux" and kid.text.lower() in words["future"]:
                return Span(kid.start, kid.end)
            if kid.relation == "acomp" and kid.text.lower() in words["likely"] and tree.child(kid, "xcomp", "ccomp"):
                return Span(kid.start, kid.end)
        if t.tag.startswith("VB") and tree.child(t, *SUBJECTS):
            return None
    return None


def _first(tree: Tree, content: Spans) -> int:
    """The first token of the content, by bisection."""
    low, high = 0, len(tree.tokens)
    while low < high:
        middle = (low + high) // 2
        if tree.tokens[middle].start < content[0].start:
            low = middle + 1
        else:
            high = middle
    return low
