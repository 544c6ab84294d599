"""Names of one document as keys, and which of them it says are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rawi.actors.acronyms import declared
from rawi.actors.context import COURTESY
from rawi.actors.names import key, state_of
from rawi.actors.parts import GENERIC, prepare
from rawi.records import Alias, Document, Mention, Span

_NAMELESS = ("nominal", "pronoun")
_OFTENER = 2


def identify(document: Document, mentions: Iterable[Mention]) -> tuple[tuple[Mention, ...], tuple[Alias, ...]]:
    """``mentions`` with their keys, and the aliases that the text declares.

    A mention that refers to another has its key; a part of a person's name has the key of the whole one, if only one fits, else it is
    bound to the document by its id, since many are called so, and so are "the Front" and its like; a short name that the text explains
    has the long one's. A description or pronoun that stands for nobody has none.
    """
    listed = tuple(mentions)
    own = {m: None if m.kind in _NAMELESS else key(m.text, m.kind) for m in listed}
    home = _home(own)
    whole = _whole(_persons(listed, own)) | _bodies({k for m, k in own.items() if k and m.kind == "organization"})
    aliases = _aliases(document.text, listed)
    long = {alias.key: alias.other for alias in aliases}
    by_span = {Span(m.start, m.end): m for m in listed}

    def final(mention: Mention) -> str | None:
        found = own[_referent(mention, by_span)] or own[mention]
        if found is None:
            return None
        if found.startswith("group:"):
            return f"{found}@{document.id}"
        if found.startswith("office:"):
            return _office(found, mention.described, home) or f"{found}@{document.id}"
        found = whole.get(found, found)
        found = long.get("name:" + found.partition(":")[2], found)
        return f"{found}@{document.id}" if " " not in found and (found.startswith("person:") or _is_generic(found)) else found

    return tuple(replace(m, key=final(m)) for m in listed), aliases


def _referent(mention: Mention, by_span: dict[Span, Mention]) -> Mention:
    seen = {mention}
    while mention.refers_to in by_span and (found := by_span[mention.refers_to]) not in seen:
        mention = found
        seen.add(mention)
    return mention


def _home(own: Mapping[Mention, str | None]) -> str | None:
    """The name of the country that a document is mostly about."""
    times = Counter(k.removeprefix("name:") for m, k in own.items() if m.kind == "country" and k)
    (first, most), (_, second) = (*times.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= _OFTENER * second and most else None


def _office(found: str, described: Iterable[str], home: str | None) -> str | None:
    """The office of the one state that the text names with it, else of the document's own country."""
    named = {state for word in described if (state := state_of(word))}
    state = named.pop() if len(named) == 1 else home if not named else None
    return f"{found} of {state}" if state else None


class _Person(NamedTuple):
    """One name of a person in a document: where it stands first, how often, and what describes it."""

    words: tuple[str, ...]
    first: int
    times: int
    described: frozenset[str]


def _persons(mentions: Iterable[Mention], own: Mapping[Mention, str | None]) -> list[_Person]:
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if (k := own[mention]) and k.startswith("person:"):
            found.setdefault(k, []).append(mention)
    return [
        _Person(
            tuple(k.removeprefix("person:").split()),
            min(m.start for m in listed),
            len(listed),
            frozenset(word for m in listed for word in m.described),
        )
        for k, listed in found.items()
    ]


def _whole(persons: Sequence[_Person]) -> dict[str, str]:
    """For each key that is the end or the first word of a longer one's: that one, if only one fits or one is named far more often."""
    found = {}
    for short in persons:
        longer = [p for p in persons if len(p.words) > len(short.words) and not _apart(short, p)]
        ends = [p for p in longer if p.words[-len(short.words) :] == short.words]
        begins = [p for p in longer if p.words[: len(short.words)] == short.words]
        fits = sorted(ends or begins, key=lambda p: (-p.times, p.first))
        if fits and (len(fits) == 1 or fits[0].times >= _OFTENER * fits[1].times):
            found[_key(short)] = _key(fits[0])
    return {short: found.get(long, long) for short, long in found.items()}


def _bodies(keys: set[str]) -> dict[str, str]:
    """ "The Front", "the Guard": for each one-word name of a body the only longer one that it begins or ends."""
    found = {}
    for short in (k for k in keys if " " not in k):
        word = short.removeprefix("name:")
        fits = [k for k in keys if " " in k and word in (k.removeprefix("name:").split()[0], k.split()[-1])]
        if len(fits) == 1:
            found[short] = fits[0]
    return found


def _is_generic(key_: str) -> bool:
    """A body's name of one word that many bodies have: "the Front"."""
    kind, _, word = key_.partition(":")
    return kind == "name" and GENERIC in prepare(word, "organization").weights


def _key(person: _Person) -> str:
    return "person:" + " ".join(person.words)


def _apart(short: _Person, long: _Person) -> bool:
    """ "President Sade" is not his wife, who is named in full after him and described otherwise."""
    return short.first < long.first and bool(short.described - COURTESY) and not short.described & long.described


def _aliases(text: str, mentions: Sequence[Mention]) -> tuple[Alias, ...]:
    names = {m.end: m.start for m in mentions if m.kind not in _NAMELESS}
    found: dict[str, Alias] = {}
    for short, (start, end), evidence in declared(text, names):
        key_, other = key(short, "organization"), key(text[start:end], "organization")
        if key_ and other and key_ != other:
            found.setdefault(key_, Alias(key_, other, evidence))
    return tuple(alias for alias in found.values() if alias.other not in found)
