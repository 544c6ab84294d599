"""Find the words that attribute: verbs, "according to", nouns, adverbs, a headline's colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.records import Token

from .lexicon import Cue, lexicon
from .syntax import Tree

_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_STANDPOINT = re.compile(r"in|by|from", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in its place: the token that carries it, the tokens that belong to it, and what the lexicon says of it."""

    head: Token
    tokens: range
    cue: Cue
    kind: str
    """``verb``, ``passive``, ``phrase``, ``noun``, ``adverb`` or ``colon``."""
    negated: bool = False


def find_cues(tree: Tree) -> Iterator[Found]:
    """Yield every candidate in text order; whether it attributes is decided by what source and content it has."""
    words = lexicon()
    for token in tree.tokens:
        form = token.text.lower()
        if form == "according" and _next_is(tree, token, "to"):
            yield Found(token, range(token.index, token.index + 2), Cue("according to", "claimed"), "phrase")
        elif token.tag == "IN" and _STANDPOINT.fullmatch(form) and (noun := _standpoint(tree, token)):
            yield Found(token, range(token.index, token.index + 1), Cue(f"{form} {noun.text.lower()}", "claimed"), "phrase")
        elif token.tag.startswith("VB") and token.relation not in _AUXILIARY and form in words.verbs:
            yield _verb(tree, token, words.verbs[form])
        elif token.tag.startswith("NN") and form in words.nouns:
            yield Found(token, range(token.index, token.index + 1), words.nouns[form], "noun")
        elif form in words.adverbs and token.tag.startswith("RB"):
            yield Found(token, range(token.index, token.index + 1), words.adverbs[form], "adverb")


def cites(verb: Token) -> bool:
    """Whether a verb is an aside that names a further source: "citing two officials", "which quoted a nurse"."""
    cue = lexicon().verbs.get(verb.text.lower())
    return cue is not None and cue.word in ("cite", "quote") and (verb.tag == "VBG" or verb.relation == "relcl")


def _next_is(tree: Tree, token: Token, word: str) -> bool:
    return token.index + 1 < len(tree.tokens) and tree.tokens[token.index + 1].text.lower() == word


def _standpoint(tree: Tree, preposition: Token) -> Token | None:
    """ "in her view", "by the ministry's reckoning": the noun, if somebody holds it."""
    noun = tree.child(preposition, "pobj")
    if noun is None or noun.text.lower() not in lexicon().words["standpoints"]:
        return None
    return noun if tree.child(noun, "poss") else None


def _verb(tree: Tree, token: Token, cue: Cue) -> Found:
    first = token.index
    kids = {k.index: k for k in tree.children[token.index]}
    while (
        (before := kids.get(first - 1)) and (before.relation in _AUXILIARY or before.relation == "advmod") and before.text.lower() != "to"
    ):
        first -= 1
    passive = tree.child(token, "auxpass") is not None or (
        token.tag == "VBN" and token.relation in ("acl", "advcl") and not _had(tree, token)
    )
    return Found(token, range(first, token.index + 1), cue, "passive" if passive else "verb", tree.negated(token))


def _had(tree: Tree, token: Token) -> bool:
    return tree.child(token, "aux") is not None
