"""Words as the encoder's word pieces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rawi.models import FOLDER

PIECES = 4
"""Pieces of a word that are looked at; few words have more."""

_DOUBLE = {"''": '"', "``": '"'}
"""Double quotation marks of two characters, which the encoder was not made with."""


@cache
def tokenizer() -> Tokenizer:
    """The encoder's own tokenizer."""
    read = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    read.no_truncation()
    read.no_padding()
    return read


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> tuple[int, ...]:
    """The ids of a word's pieces; none for a blank."""
    return tuple(tokenizer().encode(_DOUBLE.get(word, word), add_special_tokens=False).ids)


def word_pieces(words: Sequence[str]) -> NDArray[np.int64]:
    """(words, `PIECES`) ids of word pieces, filled with the number of all pieces."""
    none = tokenizer().get_vocab_size()
    found = np.full((len(words), PIECES), none, dtype=np.int64)
    for row, word in zip(found, words, strict=True):
        ids = spelled(word)[:PIECES]
        row[: len(ids)] = ids
    return found
