"""Text in capitals with its case given back, so that grammar and names can be read off it; every offset stays as it is.

Old wire reports and many bulletins are in capitals throughout. The encoder does not see case; what it makes of a word tells whether the
word would be written small, with a capital or in capitals (``training/casing.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime
from spacy.tokens import Doc

from rawi import models
from rawi.models.pieces import word_pieces
from rawi.records import Sentence, Token

from .encoder import vectors

CASES = ("small", "capital", "capitals")
_LETTERS = 24
"""The fewest letters of a paragraph in capitals; a shorter one may be a name."""
_SHARE = 0.8
"""The share of its letters that are capitals."""
_CLOSING = frozenset({".", "!", "?", ":", "]"})


def is_in_capitals(text: str) -> bool:
    """Whether a paragraph is written in capitals."""
    cased = sum(c.islower() or c.isupper() for c in text)
    return cased >= _LETTERS and sum(map(str.isupper, text)) >= _SHARE * cased


def recased(doc: Doc) -> str:
    """The text of a paragraph in capitals, which ``doc`` cut into tokens, as it would be written otherwise."""
    tokens = [Token(t.i, t.idx, t.idx + len(t), t.text, "", "", t.i, "", 0) for t in doc]
    found = vectors(tokens, [Sentence(0, len(tokens), 0, len(doc.text), 0)])
    (scores,) = _network().run(None, {"vectors": found, "pieces": word_pieces([t.text for t in tokens])})
    cases = np.argmax(scores, axis=1).tolist()
    letters = list(doc.text)
    for token, case in zip(tokens, cases, strict=True):
        case = max(case, int(_begins(tokens, token.index)))
        if case < 2 and len(token.text.lower()) == len(token.text):
            letters[token.start : token.end] = token.text.lower() if case == 0 else token.text[0] + token.text[1:].lower()
    return "".join(letters)


def _begins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token begins a sentence, as far as punctuation tells."""
    before = next((t.text for t in reversed(tokens[:index]) if t.text.strip() and t.text not in "\"'“‘("), ".")
    return before in _CLOSING


@cache
def _network() -> onnxruntime.InferenceSession:
    return models.session("casing")
