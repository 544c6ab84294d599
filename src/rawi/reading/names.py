"""Whether a few words are a person's name or an outlet's."""

from __future__ import annotations

import re
from functools import cache

from rawi.reading.vocabulary import match, vocabulary, words

_TOKEN = re.compile(r"[^\W\d_][\w'’.-]*$")
_AND = re.compile(r"\s*(?:,|;|&|/|\band\b)\s*", re.I)
_PLACE = re.compile(r"\s+(?:in|from|at|for)\s+[A-Z].*$")
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")


def is_person(text: str, fewest: int = 2) -> bool:
    """Whether it reads as one person's full name: two to five capitalised words, none of them a word of the news."""
    tokens = text.split()
    if not fewest <= len(tokens) <= 5 or not all(map(_TOKEN.match, tokens)):
        return False
    lowered = [token.lower().rstrip(".") for token in tokens]
    if any(token in _common() for token in lowered):
        return False
    return (
        sum(map(_is_named, tokens)) >= fewest and _is_named(tokens[-1]) and all(_is_named(token) or _is_particle(token) for token in tokens)
    )


@cache
def _common() -> frozenset[str]:
    months = frozenset(vocabulary()["months"]) - words("months_as_names")
    return words("not_names") | words("sections") | words("weekdays") | words("roles") | months


def _is_named(token: str) -> bool:
    """Whether a token is a name of its own: "Arvo", "al-Taram"."""
    first, _, rest = token.partition("-")
    return token[0].isupper() or (first in words("particles") and rest[:1].isupper())


def _is_particle(token: str) -> bool:
    return token in words("particles")


def people(text: str) -> tuple[str, ...]:
    """The names in a byline: "A B and C D, Correspondents in E" is two."""
    found: list[str] = []
    for part in _AND.split(_BRACKETS.sub("", text)):
        name = _PLACE.sub("", part).strip(" .:|–—-")
        if not name:
            continue
        if not is_person(name, fewest=1):
            if not found or not (_is_role(name) or all(word[0].isupper() for word in name.split())):
                return ()  # a sentence that begins like a byline
            continue
        found.append(name)
    return tuple(dict.fromkeys(found))


def has_role(text: str) -> bool:
    """Whether it names what someone does at an outlet."""
    return bool(re.search(r"\b(?:" + "|".join(sorted(words("roles"))) + r")s?\b", text, re.I))


def _is_role(text: str) -> bool:
    return has_role(text) or is_outlet(text)


def is_section(text: str) -> bool:
    """Whether it is a section of a site: "World", "Local News"."""
    tokens = text.lower().split()
    return text.lower() in words("sections") or (0 < len(tokens) <= 4 and any(token in words("sections") for token in tokens))


def is_outlet(text: str) -> bool:
    """Whether it reads as an outlet's name: "The Ketran Herald", "Vesharapost", "vesharanews.com"."""
    tokens = text.split()
    if not 0 < len(tokens) <= 6:
        return False
    if match("outlet_domain", text):
        return True
    small = words("particles") | {"the", "of", "and", "for"}
    if not all(token[0].isupper() or token.lower() in small for token in tokens):
        return False
    lowered = [token.lower().strip(".,") for token in tokens]
    marked = any(token in words("outlet_words") for token in (lowered if len(tokens) > 1 else []))
    return marked or any(len(lowered[-1]) > len(ending) + 2 and lowered[-1].endswith(ending) for ending in words("outlet_endings"))
