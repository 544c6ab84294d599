"""A printed name as a key: what is left when case, accents, titles and ways of spelling are taken away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from rawi.packs import states
from rawi.records import MentionKind

_APOSTROPHES = "'’‘ʼʻʿʾ`´"
_POSSESSIVE = re.compile(f"[{_APOSTROPHES}]s?$")
_DROPPED = re.compile(f"[{_APOSTROPHES}.]")
_DASHES = re.compile(r"[\u2010-\u2015]")
_WORDS = re.compile(r"[^\W_]+")
_ISATION = re.compile(r"isation(s?)$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """names.yaml."""

    titles: frozenset[str]
    legal: frozenset[str]
    article: re.Pattern[str]
    spelling: dict[str, str]
    names: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The words of this room."""
    data = yaml.load(files(__package__).joinpath("names.yaml").read_text("utf-8"), yaml.CSafeLoader)
    article = re.compile(rf"\b(?:{'|'.join(data['articles'])})-(?=\w)")
    return Vocabulary(frozenset(data["titles"]), frozenset(data["legal"]), article, data["spelling"], data["names"])


@lru_cache(maxsize=4096)
def key(text: str, kind: MentionKind) -> str | None:
    """The key of a name, None where nothing is left of it.

    A person's begins with ``person:``, an office's with ``office:``, that of many without a name with ``group:``, every other with
    ``name:``: whether a name is an organization's, a country's or a place's is often unclear, but a man called Badr is not the
    organization Badr.
    """
    words = fold(text)
    if kind == "person":
        while len(words) > 1 and words[0] in vocabulary().titles:
            words = words[1:]
    else:
        while len(words) > 1 and words[-1] in vocabulary().legal:
            words = words[:-1]
    if not words:
        return None
    if kind == "many":
        return f"group:{words[-1]}"
    name = " ".join(words)
    if kind == "person":
        return f"person:{name}"
    if kind == "office":
        return f"office:{name}"
    own = _states().get(name) or (_seats().get(name) if kind == "country" else None)
    return f"name:{own or vocabulary().names.get(name, name)}"


def state_of(word: str) -> str | None:
    """The folded name of the state whose name ``word`` is."""
    return _states().get(" ".join(fold(word))) if word[:1].isupper() else None


def is_state(key: str) -> bool:
    """Whether a key is a state's."""
    return key.removeprefix("name:") in _states().values()


def is_bare(key: str) -> bool:
    """Whether a key is one word that a document says no more of."""
    return "@" in key


def bare(name: str) -> str:
    """A name without the document that it is bound to."""
    return name.partition("@")[0]


@cache
def _states() -> dict[str, str]:
    """The words for a state, folded, and its own name, folded."""
    return {" ".join(fold(word)): " ".join(fold(name)) for word, name in states().names.items()}


@cache
def _seats() -> dict[str, str]:
    return {" ".join(fold(word)): " ".join(fold(name)) for word, name in states().seats.items()}


def fold(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents, apostrophes, a leading "the", a possessive ending; one spelling for several."""
    plain = shown(text)
    if not plain.isascii():
        plain = "".join([c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)])
        plain = _DASHES.sub("-", plain)
    plain = plain.casefold()
    if plain.replace(" ", "").isalnum():
        words = plain.split()
    else:
        plain = _DROPPED.sub("", plain).replace("&", " and ")
        words = _WORDS.findall(vocabulary().article.sub("al ", plain))
    if words and words[0] == "el" and len(words) > 1:
        words[0] = "al"
    if "isation" not in plain and vocabulary().spelling.keys().isdisjoint(words):
        return tuple(words)
    return tuple(part for word in words for part in _spell(word).split())


def shown(text: str) -> str:
    """A name as it is shown: without line breaks, a leading "the" or a possessive ending."""
    name = " ".join(text.split())
    if name[:4] in ("the ", "The "):
        name = name[4:] or name
    return name if name[-2:].isalnum() else _POSSESSIVE.sub("", name)


def _spell(word: str) -> str:
    spelling = vocabulary().spelling
    return spelling.get(word) or (_ISATION.sub(r"ization\1", word) if "isation" in word else word)
