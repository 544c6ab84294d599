"""Words that stand for a place named before: "there", "the town", "the same area"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.events.places.names import Named
from rawi.events.places.vocabulary import vocabulary
from rawi.events.places.words import Words
from rawi.records import Token

_SENTENCES = 1
"""Sentences that a word may look back."""
_LAST = 8
"""Names that are looked back at."""
_TOWNS = ("city", "town", "village", "quarter")
_CLASSES = {"city": _TOWNS, "division": ("division",), "camp": ("camp",), "any": (*_TOWNS, "camp", "district", "division", "region")}


def references(words: Words, names: Sequence[Named], kinds: Sequence[str | None]) -> Iterator[tuple[int, int, int]]:
    """First token, one past the last, and which of ``names`` is meant; ``kinds`` of None are not to be meant.

    Only where it is safe: one place of the right class is named in the sentence so far or, where none is, in the one before.
    """
    back, at = vocabulary().back, 0
    for token in words.tokens:
        while at < len(names) and names[at].end <= token.index:
            at += 1
        called = back.get(words.lower[token.index])
        if called and (first := _refers(words, token)) is not None:
            since = max(0, at - _LAST)
            meant = _meant(words, token, names[since:at], _CLASSES[called], kinds[since:at])
            if meant is not None:
                yield first, token.index + 1, since + meant


def _refers(words: Words, token: Token) -> int | None:
    """Where the words that refer begin; None where they do not: "there is", "the town of X", "a northern town"."""
    word, sentence = words.lower[token.index], token.sentence
    if word == "there":
        return token.index if token.relation != "expl" and token.tag == "RB" else None
    if token.tag not in ("NN", "NNP") or any(words.parse.children(token, "relcl", "acl", "appos", "poss", "compound")):
        return None
    after, beyond = words.beside(token.index + 1, sentence), words.token(token.index + 2, sentence)
    if after in ("of", "'s", "’s", "where", "-") or token.relation == "compound" or (after in ("in", "near") and words.named(beyond)):
        return None
    at = token.index - 1 - (words.beside(token.index - 1, sentence) == "same")
    return at if words.beside(at, sentence) in ("the", "that", "this") else None


def _meant(words: Words, token: Token, names: Sequence[Named], classes: Sequence[str], kinds: Sequence[str | None]) -> int | None:
    for back in range(_SENTENCES + 1):
        here = [i for i, n in enumerate(names) if n.sentence == token.sentence - back and kinds[i] in classes]
        if here:
            same = len({names[i].folded for i in here}) == 1
            return here[-1] if same or (words.lower[token.index] in ("there", "area") and back == 0) else None
    return None
