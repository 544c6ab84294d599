"""Names as the table knows them: without case, marks and hyphens, and, one step further, without the habits of transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['’‘`´ʻʼʾʿ′]")
_OTHER = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset(
    {"al", "el", "ul", "il", "ad", "ed", "ud", "ar", "er", "as", "es", "us", "ash", "esh", "at", "et", "an", "en", "az", "ez"}
)
"""The Arabic article and its assimilated forms, as the words they are printed as."""
_HEARD = (
    (re.compile(r"(?<=[aeiou])h$"), ""),  # Baqubah, Baquba
    (re.compile("ph"), "f"),
    (re.compile("(?<=[dtgkz])h|(?<=s)s?h"), ""),  # Dhi, Thi, Zi Qar
    (re.compile("q|ck|c(?=[^hiey]|$)"), "k"),
    (re.compile("oo|ou|ow|aw|au|[ow]"), "u"),  # Douma, Duma; Dawr, Dour
    (re.compile("ee|iy|yi|y|j(?=[aeiou])|ii"), "i"),  # Hodeidiya, Hodeidia
    (re.compile("ai|ei|e"), "a"),  # Deir, Dair; Hasake, Hasaka
    (re.compile("ia"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """``name`` in plain small letters and single spaces: "Ḩamāh" and "HAMAH" are "hamah". Letters of other scripts are spelled out."""
    plain = _APOSTROPHES.sub("", name)
    if not plain.isascii():
        marked = unicodedata.normalize("NFKD", plain)
        plain = _APOSTROPHES.sub("", anyascii("".join(c for c in marked if not unicodedata.combining(c))))
    return _OTHER.sub(" ", plain.lower()).strip()


@lru_cache(maxsize=1 << 14)
def loose(folded: str) -> str:
    """A folded name without what transliterations from Arabic, Persian and Cyrillic differ in: articles, doubled letters, vowels' colour.

    Empty where too little is left to tell a name by. It is asked only where the name itself is unknown.
    """
    words = [word for word in folded.split() if word not in _ARTICLES]
    heard = " ".join(filter(None, map(_heard, words)))
    return heard if len(heard) > 3 else ""


def unarticled(folded: str) -> str:
    """A folded name without the Arabic article before it: "qaim" of "al qaim"; the name itself where it has none."""
    article, _, rest = folded.partition(" ")
    return rest if article in _ARTICLES and len(rest) > 3 else folded


def _heard(word: str) -> str:
    for pattern, instead in _HEARD:
        word = pattern.sub(instead, word)
    return word
