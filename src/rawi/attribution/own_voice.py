"""What the article says in its own voice: clauses that can be true or false by themselves and that nobody else is credited with."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.records import Sentence, Spans, Token

from .lexicon import lexicon
from .syntax import SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST = 4
"""Words of a clause that says something."""


def own_clauses(tree: Tree, attributed: bytearray) -> Iterator[Spans]:
    """Yield each such clause; ``attributed`` marks the characters that others answer for."""
    for sentence in tree.analysis.sentences:
        if not _states(tree, sentence):
            continue
        heads = [t for t in tree.tokens[sentence.first : sentence.last] if t.head == t.index or _stands_alone(tree, t)]
        for head in heads:
            apart = {i for h in heads if h.index != head.index and head.index in _above(tree, h) for i in tree.subtree(h)}
            indexes = tuple(i for i in tree.subtree(head) if i not in apart and not attributed[tree.tokens[i].start])
            if head.index in indexes and _finite(tree, head) and _subject_kept(tree, head, indexes):
                yield from _clause(tree, indexes)


def _clause(tree: Tree, indexes: tuple[int, ...]) -> Iterator[Spans]:
    while indexes and _only_joins(tree, tree.tokens[indexes[0]]):
        indexes = indexes[1:]
    while indexes and tree.tokens[indexes[-1]].relation == "cc":
        indexes = indexes[:-1]
    words = sum(tree.tokens[i].text[0].isalnum() for i in indexes)
    if words >= _FEWEST:
        yield tree.spans(indexes)


def _only_joins(tree: Tree, token: Token) -> bool:
    return token.relation in ("cc", "mark", "punct") and token.text[0] not in '“"‘«'


def _states(tree: Tree, sentence: Sentence) -> bool:
    """No question, no part of the frame, no quotation."""
    if tree.text[: sentence.end].rstrip("”\"'’) ").endswith("?"):
        return False
    if any(s < sentence.end and sentence.start < e for s, e in tree.analysis.document.frame):
        return False
    return not any(q.start <= sentence.start and sentence.end <= q.end for q in tree.quotations)


def _above(tree: Tree, token: Token) -> set[int]:
    return {t.index for t in tree.ancestors(token)}


def _stands_alone(tree: Tree, t: Token) -> bool:
    """A clause inside a sentence that says something of its own: coordinated, contrasted, or an aside with "who" or "which"."""
    if not t.tag.startswith(("VB", "MD")) or not tree.child(t, *SUBJECTS):
        return False
    if t.relation == "conj" or any(k.text.lower() == "whose" for subject in tree.children[t.index] for k in tree.children[subject.index]):
        return True
    if t.relation == "advcl":
        mark = tree.child(t, "mark")
        return mark is not None and mark.text.lower() in lexicon().words["contrast"]
    if t.relation == "relcl":
        first = tree.left[t.index]
        return first > 0 and tree.tokens[first - 1].text in (",", "and", "—", "–")
    return t.relation == "ccomp" and tree.tokens[t.head].tag.startswith("VB") and any(k.text == ";" for k in tree.children[t.head])


def _finite(tree: Tree, head: Token) -> bool:
    return head.tag in _FINITE or any(k.relation in ("aux", "auxpass") and k.tag in _FINITE for k in tree.children[head.index])


def _subject_kept(tree: Tree, head: Token, indexes: tuple[int, ...]) -> bool:
    subject = tree.child(head, *SUBJECTS, "expl", "attr")
    return subject is not None and subject.index in indexes
