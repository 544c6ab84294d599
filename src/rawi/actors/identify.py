"""Names of one document as keys, and which of them it says are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rawi.actors.acronyms import declared
from rawi.actors.names import key
from rawi.records import Alias, Document, Mention, Span

_NAMELESS = ("nominal", "pronoun")


def identify(document: Document, mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[Alias, ...]]:
    """``mentions`` with their keys, and the aliases that the text declares.

    A mention that refers to another has its key; a part of a person's name has the key of the whole one, if only one fits; a short
    name that the text explains has the long one's. A description or pronoun that stands for nobody has none.
    """
    listed = tuple(mentions)
    own = {m: None if m.kind in _NAMELESS else key(m.text, m.kind) for m in listed}
    whole = _whole({k for k in own.values() if k and k.startswith("person:")})
    aliases = _aliases(document.text, listed)
    long = {alias.key: alias.other for alias in aliases}
    by_span = {Span(m.start, m.end): m for m in listed}

    def final(mention: Mention) -> str | None:
        found = own[_referent(mention, by_span)] or own[mention]
        if found is None:
            return None
        found = whole.get(found, found)
        return long.get("name:" + found.partition(":")[2], found)

    return tuple(replace(m, key=final(m)) for m in listed), aliases


def _referent(mention: Mention, by_span: dict[Span, Mention]) -> Mention:
    seen = {mention}
    while mention.refers_to in by_span and (found := by_span[mention.refers_to]) not in seen:
        mention = found
        seen.add(mention)
    return mention


def _whole(keys: set[str]) -> dict[str, str]:
    """For each key that is the end or the first word of exactly one longer one: that one."""
    names = {k: k.removeprefix("person:").split() for k in keys}
    found = {}
    for short, words in names.items():
        longer = [(k, other) for k, other in names.items() if len(other) > len(words)]
        ends = [k for k, other in longer if other[-len(words) :] == words]
        begins = [k for k, other in longer if other[:1] == words]
        fits = ends or begins
        if len(fits) == 1:
            found[short] = fits[0]
    return {short: found.get(long, long) for short, long in found.items()}


def _aliases(text: str, mentions: Sequence[Mention]) -> tuple[Alias, ...]:
    names = {m.end: m.start for m in mentions if m.kind not in _NAMELESS}
    found: dict[str, Alias] = {}
    for short, (start, end), evidence in declared(text, names):
        key_, other = key(short, "organization"), key(text[start:end], "organization")
        if key_ and other and key_ != other:
            found.setdefault(key_, Alias(key_, other, evidence))
    return tuple(alias for alias in found.values() if alias.other not in found)
