"""Words and phrases that set off an event, looked up in triggers.yaml: which kinds they may mean, and in which mode."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, TypeAlias

import yaml

from rawi.events.patterns import plural, verb_forms
from rawi.records import Token

NONE = "none"
GAP = 3
"""Words that ``_`` stands for at most."""
_PARTS = re.compile(r"['’]s?$|-|(?:[^-'’]|['’](?!s?$))+")
Sort = Literal["verb", "noun", "phrase", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One written form of an entry: its words, ``_`` among them; what it may mean, the likeliest first."""

    words: tuple[str, ...]
    sort: Sort
    kinds: tuple[str, ...]
    mode: str | None

    @property
    def weight(self) -> tuple[int, bool]:
        """A longer entry outranks a shorter, a listed one an ambiguous."""
        return len(self.words), self.sort != "ambiguous"


class Trigger(NamedTuple):
    """Words of a sentence that an entry has: their numbers over the document, and the entry."""

    words: tuple[int, ...]
    entry: Entry


def triggers(tokens: Sequence[Token]) -> Iterator[Trigger]:
    """The triggers among ``tokens`` (of a document), in text order, none overlapping; of two the one that begins first, then the longer."""
    entries, lower = lexicon(), [t.text.lower() for t in tokens]
    at = 0
    while at < len(tokens):
        begun = entries.get(lower[at])
        found = _at(at, tokens, lower, begun) if begun is not None else None
        if found is not None:
            yield found
        at = found.words[-1] - tokens[0].index + 1 if found else at + 1


def _at(at: int, tokens: Sequence[Token], lower: Sequence[str], begun: Mapping[str, Sequence[Entry]]) -> Trigger | None:
    """The trigger that begins at ``at``, of the entries that ``begun`` with its word."""
    best: Trigger | None = None
    after = lower[at + 1 : at + 2 + GAP]
    for second in (*after[:1], *(f"_ {word}" for word in dict.fromkeys(after)), ""):
        for entry in begun.get(second, ()):
            if best is not None and best.entry.weight >= entry.weight:
                break
            matched = _match(entry.words, 0, at, lower)
            if matched and _fits(entry, [tokens[i] for i in matched]):
                best = Trigger(tuple(tokens[i].index for i in matched), entry)
                break
    return best


def _match(words: Sequence[str], n: int, at: int, lower: Sequence[str]) -> list[int] | None:
    """The places of ``words[n:]`` from ``at`` on."""
    if n == len(words):
        return []
    if words[n] == "_":
        for skipped in range(GAP + 1):
            if skipped and not any(c.isalnum() for c in lower[at + skipped - 1 : at + skipped]):
                return None
            rest = _match(words, n + 1, at + skipped, lower) if at + skipped < len(lower) else None
            if rest is not None:
                return rest
        return None
    if at >= len(lower) or lower[at] != words[n]:
        return None
    rest = _match(words, n + 1, at + 1, lower)
    return None if rest is None else [at, *rest]


def _fits(entry: Entry, matched: Sequence[Token]) -> bool:
    """Whether the words are the part of speech that the entry is."""
    if entry.sort == "verb":
        return any(t.tag.startswith("VB") for t in matched)
    if entry.sort == "noun":
        return matched[-1].tag.startswith("NN")
    return entry.sort == "phrase" or matched[0].tag[:2] in ("NN", "VB", "JJ", "RB", "IN")


Lexicon: TypeAlias = Mapping[str, Mapping[str, Sequence[Entry]]]
"""Entries by their first word and the next, "" for none, "_ word" after a gap; those that outrank others first."""


@cache
def lexicon() -> Lexicon:
    """The entries of triggers.yaml."""
    found: defaultdict[str, defaultdict[str, set[Entry]]] = defaultdict(lambda: defaultdict(set))
    for entry in _entries(yaml.load(files(__package__).joinpath("triggers.yaml").read_text("utf-8"), yaml.CSafeLoader)):
        found[entry.words[0]][" ".join(entry.words[1:3] if entry.words[1:2] == ("_",) else entry.words[1:2])].add(entry)
    return {
        first: {second: sorted(row, key=lambda e: (e.weight, e.words, e.kinds), reverse=True) for second, row in rows.items()}
        for first, rows in found.items()
    }


def _entries(data: dict[str, Any]) -> Iterator[Entry]:
    irregular, ambiguous = data.pop("irregular"), data.pop("ambiguous")
    for kind, modes in data.items():
        for mode, listed in modes.items():
            told = None if mode == "-" else mode
            for verb in listed.get("verbs", ()):
                yield from (Entry(words, "verb", (kind,), told) for words in _verb(verb, irregular))
            for noun in listed.get("nouns", ()):
                yield from (Entry(words, "noun", (kind,), told) for words in _noun(noun))
            yield from (Entry(_split(*phrase.split()), "phrase", (kind,), told) for phrase in listed.get("phrases", ()))
    for word, kinds in ambiguous.items():
        forms = {*_verb(word, irregular), *_noun(word)}
        yield from (Entry(words, "ambiguous", tuple(kinds), None) for words in forms)


def _verb(text: str, irregular: Mapping[str, Sequence[str]]) -> set[tuple[str, ...]]:
    """Every form of a verb; of several words the first is inflected."""
    base, *rest = text.split()
    forms = verb_forms(base, {"past": irregular[base]} if base in irregular else {})
    return {_split(form, *rest) for form in forms}


def _noun(text: str) -> set[tuple[str, ...]]:
    """A noun and its plural; of several words the last is inflected."""
    *rest, last = text.split()
    return {_split(*rest, form) for form in (last, plural(last))}


def _split(*words: str) -> tuple[str, ...]:
    """The words as the analysis parts them: "cease - fire", "donors ' conference"."""
    return tuple(part for word in words for part in _PARTS.findall(word))
