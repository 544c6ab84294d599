"""How far the words stand behind the content, read off the cue, its negation and its hedges."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.records import Commitment, Link, Span, Spans

from .drafts import Draft
from .lexicon import lexicon
from .syntax import SUBJECTS, Tree

_OF_NOBODY = {"claimed": "reported"}
"""What a cue commits to where it names nobody: "it was said", "is reported to"."""


def commitment_of(tree: Tree, d: Draft, chain: tuple[Link, ...], content: Spans) -> tuple[Commitment, Spans]:
    """Return the commitment and the words that set it."""
    value, evidence = d.found.cue.commitment, [d.cue]
    words = tree.text[slice(*content[0])].lower() if content else ""
    if d.found.negated and value == "denied":
        value = "claimed"
    elif d.found.negated and value in ("believed", "admitted", "alleged"):
        value = "denied" if value == "admitted" else value
    elif d.found.cue.word == "claim" and "responsibility" in words.split()[:3]:
        value = "admitted"
    elif not chain and value in _OF_NOBODY:
        value = "reported"
    elif value == "claimed" and (hedge := _future(tree, content)):
        value, evidence = "predicted", [*evidence, hedge]
    return value, tuple(evidence)


def own_commitment(tree: Tree, indexes: Iterable[int], content: Spans) -> tuple[Commitment, Spans]:
    """Return the commitment of a clause in the article's own voice."""
    hedge = _future(tree, content)
    return ("predicted", (hedge,)) if hedge else ("asserted", ())


def _future(tree: Tree, content: Spans) -> Span | None:
    """The word that puts the content's main clause in the future: "will" on its verb, "likely to" under it."""
    words = lexicon().words
    inside = [t for t in tree.tokens[_first(tree, content) :] if t.end <= content[-1].end] if content else []
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
