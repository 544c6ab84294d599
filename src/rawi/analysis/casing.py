"""Text in capitals with its case given back, so that grammar and names can be read off it; every offset stays as it is.

Old wire reports and many bulletins are in capitals throughout. The encoder does not see case; what it makes of a word tells whether the
word would be written small, with a capital or in capitals (``training/casing.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.tokens import Doc

from rawi import models
from rawi.models.pieces import spelled, word_pieces
from rawi.records import Sentence, Token

from .encoder import vectors

CASES = ("small", "capital", "capitals")
_LETTERS = 24
"""The fewest letters of a paragraph in capitals; a shorter one may be a name."""
_SHARE = 0.8
"""The share of its letters that are capitals."""
_CAPITALS = CASES.index("capitals")
_ACRONYM = 8
"""Letters of the longest word that is written in capitals."""
_DECLARED = 6
"""Letters of the longest that brackets are taken to declare an acronym."""
_CLOSING = frozenset({".", "!", "?", ":", "]"})


def is_in_capitals(text: str) -> bool:
    """Whether a paragraph is written in capitals."""
    cased = sum(c.islower() or c.isupper() for c in text)
    return cased >= _LETTERS and sum(map(str.isupper, text)) >= _SHARE * cased


def recased(docs: Sequence[Doc]) -> list[str]:
    """The texts of a document's paragraphs in capitals, which ``docs`` cut into tokens, as they would be written otherwise.

    A word that the encoder has no single piece for is most likely a name and written in one way throughout: in capitals where it once
    stands alone in brackets ("the Workers' Front (FTO)"), else as is likeliest over all its places.
    """
    paragraphs = [[Token(t.i, t.idx, t.idx + len(t), t.text, "", "", t.i, "", 0) for t in doc] for doc in docs]
    scores = [_scores(tokens) for tokens in paragraphs]
    names = _names(paragraphs, scores)
    return [_written(doc.text, tokens, own, names) for doc, tokens, own in zip(docs, paragraphs, scores, strict=True)]


def _scores(tokens: Sequence[Token]) -> NDArray[np.float32]:
    """(tokens, 3) logarithms of how likely each case is."""
    end = tokens[-1].end if tokens else 0
    found = vectors(tokens, [Sentence(0, len(tokens), 0, end, 0)])
    (scores,) = _network().run(None, {"vectors": found, "pieces": word_pieces([t.text for t in tokens])})
    likely: NDArray[np.float32] = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    likely[[len(t.text) > _ACRONYM for t in tokens], _CAPITALS] = -np.inf
    return likely


def _names(paragraphs: Sequence[Sequence[Token]], scores: Sequence[NDArray[np.float32]]) -> dict[str, int]:
    """The case of each word of several pieces."""
    total: defaultdict[str, NDArray[np.float32]] = defaultdict(lambda: np.zeros(len(CASES), dtype=np.float32))
    for tokens, own in zip(paragraphs, scores, strict=True):
        for token, score in zip(tokens, own, strict=True):
            if token.text.isalpha() and len(spelled(token.text)) > 1:
                total[token.text] += score
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if token.text in total and len(token.text) <= _DECLARED and (before.text, after.text) in (("(", ")"), ("[", "]")):
                total[token.text][_CAPITALS] = np.inf
    return {word: int(score.argmax()) for word, score in total.items()}


def _written(text: str, tokens: Sequence[Token], scores: NDArray[np.float32], names: Mapping[str, int]) -> str:
    letters = list(text)
    for token, case in zip(tokens, scores.argmax(axis=1).tolist(), strict=True):
        case = max(names.get(token.text, case), int(_begins(tokens, token.index)))
        if case < _CAPITALS and len(token.text.lower()) == len(token.text):
            letters[token.start : token.end] = token.text.lower() if case == 0 else token.text[0] + token.text[1:].lower()
    return "".join(letters)


def _begins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token begins a sentence, as far as punctuation tells."""
    before = next((t.text for t in reversed(tokens[:index]) if t.text.strip() and t.text not in "\"'“‘("), ".")
    return before in _CLOSING


@cache
def _network() -> onnxruntime.InferenceSession:
    return models.session("casing")
