"""lexicon.yaml as a table of word forms, made once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

WORDS = re.compile(r"'s\b(?!-)|\w+(?:'(?!s\b(?!-))\w+)*|[^\w\s]")
"""A phrase's words as spaCy cuts them: "hero's" is two, but "cat's-paw" has no word "'s"."""
DOUBLED = re.compile(r"[^aeiou]{1,2}[aeiou][bgmnpt]")
TAGS = {"nouns": ("NN",), "verbs": ("VB",), "adjectives": ("JJ", "VBN", "VBG"), "adverbs": ("RB",), "phrases": ("",)}
"""Which parts of speech a section's words take, as beginnings of Penn Treebank tags."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One form: its words, why it is loaded (None where the phrase is neutral), and the tags its last word may have."""

    words: tuple[str, ...]
    reason: str | None
    tags: tuple[str, ...]
    leaning: bool = False
    """Whether it judges in some sentences only, so that the rules pass it over."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every form by its first word, longest first; the words of speech beside which a short quotation is no scorn; plain names."""

    entries: Mapping[str, tuple[Entry, ...]]
    speech: frozenset[str]
    plain: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of this room."""
    data = yaml.load(files(__package__).joinpath("lexicon.yaml").read_text("utf-8"), yaml.CSafeLoader)
    table: dict[str, list[Entry]] = {}
    for entry in _entries(data):
        table.setdefault(entry.words[0], []).append(entry)
    entries = {first: tuple(sorted(listed, key=lambda e: -len(e.words))) for first, listed in table.items()}
    return Lexicon(entries, frozenset(data["speech"]), dict(_plain(data["plainly"])))


def plainly(words: str) -> str | None:
    """What someone of neither side might say for a loaded word, None where the lexicon has nothing."""
    return lexicon().plain.get(" ".join(words.lower().split()))


def _plain(data: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each label and its plural."""
    for label, plain in data.items():
        first, *rest = plain.split(" or ")
        yield _with_s(label), " or ".join([_with_s(first), *map(_with_s, rest)]) if " " not in first else plain
        yield label, plain


def _entries(data: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> Iterator[Entry]:
    for phrase in data["neutral"]:
        yield Entry(tuple(WORDS.findall(phrase)), None, ("",))
    for part in ("reasons", "leaning"):
        for reason, sections in data[part].items():
            for section, tags in TAGS.items():
                for listed in sections.get(section, ()):
                    yield from (Entry(words, reason, tags, part == "leaning") for words in _forms(WORDS.findall(listed.lower()), section))


def _forms(words: list[str], section: str) -> Iterator[tuple[str, ...]]:
    """A noun's last word and a verb's first are inflected: "war criminals", "mopped up"."""
    yield tuple(words)
    if section == "nouns":
        yield (*words[:-1], _with_s(words[-1]))
    elif section == "verbs":
        for form in _verb(words[0]):
            yield (form, *words[1:])


def _verb(word: str) -> tuple[str, str, str]:
    if word.endswith("e"):
        stem = past = word[:-1]
    elif DOUBLED.fullmatch(word):
        stem = past = word + word[-1]
    else:
        stem, past = word, re.sub(r"(?<=[^aeiou])y$", "i", word)
    return _with_s(word), f"{past}ed", f"{stem}ing"


def _with_s(word: str) -> str:
    if re.search(r"(s|x|z|ch|sh)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"
