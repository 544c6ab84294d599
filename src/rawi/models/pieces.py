"""Words as the encoder's word pieces."""

from __future__ import annotations

from functools import cache, lru_cache

from tokenizers import Tokenizer

from rawi.models import FOLDER

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
