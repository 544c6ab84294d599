"""Who a cue credits."""

from __future__ import annotations

from rawi.records import Token

from .cues import Found, cites
from .syntax import Tree

_EXPLETIVE = frozenset({"it", "there"})


def find_source(tree: Tree, found: Found) -> tuple[Token, range] | None:
    """Return the head of the source and its tokens, or None where nobody is named."""
    if found.kind == "phrase":
        return _object(tree, found)
    if found.kind == "noun":
        return _holder(tree, found.head)
    if found.kind == "passive":
        return _agent(tree, found.head)
    if found.kind == "adverb":
        return None
    subject = _quoted_speaker(tree, found.head) or tree.subject(found.head)
    if subject is None or (subject.text.lower() in _EXPLETIVE and subject.relation == "nsubj" and found.cue.word in ("seem", "appear")):
        return None
    return subject, _bounded(tree, subject, found)


def _quoted_speaker(tree: Tree, verb: Token) -> Token | None:
    """ "quoted X as saying": the one who says is the one quoted."""
    as_ = tree.tokens[verb.head]
    if verb.relation == "pcomp" and as_.text.lower() == "as":
        return tree.child(tree.tokens[as_.head], "dobj", "nsubjpass")
    return None


def _object(tree: Tree, found: Found) -> tuple[Token, range] | None:
    """ "according to X": X hangs from "to"."""
    to = tree.tokens[found.tokens[-1]]
    head = tree.child(to, "pobj") or tree.child(found.head, "pobj")
    if head is not None and found.cue.word != "according to":
        return _holder(tree, head)
    return (head, _bounded(tree, head, found)) if head else None


def _holder(tree: Tree, noun: Token) -> tuple[Token, range] | None:
    """ "his claim", "the ministry's denial", "allegations by villagers"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        last = max(i for i in tree.subtree(owner) if tree.tokens[i].tag != "POS")
        return owner, range(tree.left[owner.index], last + 1)
    for by in tree.children[noun.index]:
        if by.text.lower() in ("by", "from") and (agent := tree.child(by, "pobj")):
            return agent, tree.subtree(agent)
    under = tree.tokens[noun.head]
    if under.text.lower() == "under" and (subject := tree.subject(tree.tokens[under.head])):  # "acts under the claim of ..."
        return subject, tree.subtree(subject)
    return None


def _agent(tree: Tree, verb: Token) -> tuple[Token, range] | None:
    """ "was denied by X"."""
    for by in tree.children[verb.index]:
        if by.relation == "agent" and (agent := tree.child(by, "pobj")):
            return agent, tree.subtree(agent)
    return None


def _bounded(tree: Tree, head: Token, found: Found) -> range:
    """The head's subtree on its own side of the cue, up to the cue, to a clause that the cue's own verb stands in, or to what it cites."""
    reach = tree.subtree(head)
    first, last = reach[0], reach[-1]
    if head.index < found.tokens[0]:
        last = min(last, found.tokens[0] - 1)
    else:
        first = max(first, found.tokens[-1] + 1)
    for kid in tree.children[head.index]:
        within = tree.left[kid.index] <= found.head.index <= tree.right[kid.index]
        if kid.index > head.index and (within or cites(kid)):
            last = min(last, tree.left[kid.index] - 1)
    return range(first, last + 1)
