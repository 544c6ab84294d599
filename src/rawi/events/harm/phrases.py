"""From a word to the phrase beside it, where the parse is not to be relied on: bulletins, headlines, lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.events.parse import Parse
from rawi.records import Token

_REACH = 12
_IN_PHRASE = frozenset({"nummod", "quantmod", "amod", "compound", "nmod", "det", "poss", "advmod", "npadvmod", "case", "predet"})


def phrase_after(token: Token, parse: Parse) -> Token | None:
    """The head of the noun phrase or number that begins right after ``token``."""
    for away in range(1, _REACH):
        word = parse.beside(token, away)
        if word is None or word.tag in (".", ",", ":", "IN", "TO", "MD") or (word.tag.startswith("VB") and word.relation not in _IN_PHRASE):
            break
        if word.tag.startswith(("NN", "CD", "PRP")) and word.tag != "PRP$":
            return _climb(word, token, parse)
    return None


def phrase_before(token: Token, parse: Parse) -> Token | None:
    """The noun or number right before ``token``: the "men" of "2 men hurt"."""
    before = parse.beside(token, -1)
    while before is not None and before.tag in ("RB", "RBR"):
        before = parse.beside(before, -1)
    return before if before is not None and before.tag.startswith(("NN", "CD")) else None


def _climb(word: Token, after: Token, parse: Parse) -> Token:
    for _ in range(_REACH):
        head = parse.head(word)
        nominal = head.tag.startswith(("NN", "CD", "JJ", "VBN")) and head.sentence == word.sentence
        if word.relation not in _IN_PHRASE or head.index <= after.index or not nominal or head.index == word.index:
            return word
        word = head
    return word


def listed(first: Token, parse: Parse) -> Iterator[Token]:
    """``first`` and all that are joined to it, or to the name beside it: "the mayor, Ruben Soto, and two guards"."""
    for token in parse.conjuncts(first):
        yield token
        for apposed in parse.children(token, "appos") if token.tag in ("NN", "NNP") else ():
            yield from (t for t in parse.conjuncts(apposed) if t is not apposed)


def following(verb: Token, rest: Sequence[frozenset[str]], parse: Parse) -> tuple[Token, ...] | None:
    """The words of ``rest`` after ``verb``, in order, each hanging on it or on one of them; None where one is missing."""
    found: list[Token] = []
    away = 1
    for words in rest:
        while (word := parse.beside(verb, away)) is not None and away < _REACH:
            away += 1
            if word.text.lower() in words and _hangs(word, [verb, *found], parse):
                found.append(word)
                break
        else:
            return None
    return tuple(found) if len(found) == len(rest) else None


def _hangs(word: Token, on: Sequence[Token], parse: Parse) -> bool:
    """Whether ``word`` depends on one of ``on`` within a few steps, or stands right after one."""
    above, indices = word, {t.index for t in on}
    if word.relation == "pobj":
        return word.head in indices or word.index - 1 == on[-1].index
    if len(on) == 1 and word.tag.startswith("NN"):
        return word.head == on[0].index or word.index - 1 == on[0].index
    for _ in range(3):
        if above.head in indices or above.index - 1 in indices:
            return True
        above = parse.head(above)
    return False


def antecedent(token: Token, parse: Parse) -> Token:
    """The noun that "who", "which" or "whose" stands for, else ``token``."""
    if token.tag not in ("WP", "WDT", "WP$"):
        return token
    verb = token
    for _ in range(_REACH):
        if verb.relation == "relcl":
            return parse.head(verb)
        verb = parse.head(verb)
    return token
