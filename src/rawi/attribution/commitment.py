"""How far the words stand behind the content, read off the cue, its negation and its hedges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rawi.records import Commitment, Link, Span, Spans, Token

from .drafts import SHORT, Draft
from .lexicon import lexicon
from .syntax import SUBJECTS, Tree

_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_PARTS = SUBJECTS | _PREDICATES | {"dobj"}
_DISTANT: dict[str, Commitment] = {"accusing": "alleged", "suspecting": "believed", "distant": "reported"}
_OF_NOBODY: dict[Commitment, Commitment] = {"claimed": "reported"}
"""What a cue commits to where it names nobody: "it was said", "is reported to"."""

Committed: TypeAlias = tuple[Commitment, Spans]
"""A commitment and the words that set it."""


def commitment_of(tree: Tree, d: Draft, chain: tuple[Link, ...], content: Spans) -> Committed:
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


def own_commitment(tree: Tree, content: Spans) -> Committed:
    """Return the commitment of a clause in the article's own voice, and the hedge that sets it."""
    tokens = list(tree.within(content))
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


def _distance(tree: Tree, tokens: Sequence[Token]) -> Committed | None:
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


def conjuncts(tree: Tree, content: Spans) -> list[Spans]:
    """Return what a content joins by "and" at its top, each part with the subject they share; a content in quotation marks stays whole."""
    if any(q.start < e and s < q.end for q in tree.quotations for s, e in content):
        return [content]
    inside = {t.index: t for t in tree.within(content)}
    root = next((t for t in inside.values() if t.tag.startswith("VB") and (t.head not in inside or t.head == t.index)), None)
    joined = [t for t in _joined(tree, root) if t.index in inside] if root else []
    subject = tree.child(root, *SUBJECTS) if root else None
    taken = {i for t in joined for i in tree.subtree(t)}
    parts = [[i for i in inside if i not in taken and inside[i].relation != "cc"]]
    for t in joined:
        own = tree.child(t, *SUBJECTS) or subject
        part = set(tree.subtree(t)) - {i for other in joined if other.head == t.index for i in tree.subtree(other)}
        parts.append([i for i in inside if i in part or (own and i in tree.subtree(own))])
    return [spans for part in parts if (spans := tree.spans(part))]


def _joined(tree: Tree, root: Token) -> Iterator[Token]:
    for kid in tree.children[root.index]:
        if kid.relation == "conj" and kid.tag.startswith("VB"):
            yield kid
            yield from _joined(tree, kid)


def _future(tree: Tree, content: Spans) -> Span | None:
    """The word that puts the content's main clause in the future: "will" on its verb, "likely to" under it."""
    words = lexicon().words
    inside = list(tree.within(content))
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
