"""Keys of all documents as actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from rawi.actors.known import PREFIX as KNOWN
from rawi.actors.names import shown
from rawi.packs import Known
from rawi.records import Actor, ActorKind, Name, digest

# in the order in which a tie is decided
_KINDS: tuple[ActorKind, ...] = ("organization", "person", "country", "group", "office")


class Naming(Protocol):
    """How a key is printed in a document: text, kind of mention, document, outlet."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def document(self) -> object: ...
    @property
    def outlet(self) -> str | None: ...


class Like(Protocol):
    """Two keys that are one actor."""

    @property
    def first(self) -> str: ...
    @property
    def second(self) -> str: ...
    @property
    def score(self) -> float: ...


class _Form(NamedTuple):
    documents: set[object]
    outlets: set[str]


def resolve(aliases: Iterable[tuple[str, str]], likes: Iterable[Like] = ()) -> dict[str, str]:
    """For each key in ``aliases`` (pairs of a short name's key and a long one's) and ``likes``, the first key of the same actor.

    A short name is one with its long name only where all documents that explain it agree; where they do not, each document
    has given its own mentions the long name's key, and the short name stands for itself. The surest pairs are joined first, and what
    would make two known actors one is not joined.
    """
    long = defaultdict(set)
    for key, other in aliases:
        long[key].add(other)
    same = [(like.first, like.second) for like in sorted(likes, key=lambda like: (-like.score, like.first, like.second))]
    parent = {key: key for key in chain(long, *long.values(), *same)}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for key, other in (*((key, *long[key]) for key in sorted(long) if len(long[key]) == 1), *same):
        first, second = sorted((root(key), root(other)), key=lambda k: (not k.startswith(KNOWN), k))
        if first == second or not second.startswith(KNOWN):
            parent[second] = first
    return {key: root(key) for key in parent}


def describe(key: str, namings: Iterable[Naming], known: Known | None = None) -> Actor | None:
    """The actor whose first key is ``key``, as ``namings`` print it and ``known`` knows it.

    None where most of them are of a place, or there is none.
    """
    kinds: Counter[str] = Counter()
    forms: defaultdict[str, _Form] = defaultdict(lambda: _Form(set(), set()))
    for naming in namings:
        kinds[naming.kind] += 1
        form = forms[shown(naming.text)]
        form.documents.add(naming.document)
        if naming.outlet:
            form.outlets.add(naming.outlet)
    kind = known.kind if known else max(_KINDS, key=lambda k: kinds[k])
    if not kinds or (known is None and (kinds[kind] == 0 or kinds["place"] > kinds[kind])):
        return None
    for text in known.every_name if known else ():
        forms.setdefault(shown(text), _Form(set(), set()))
    names = sorted(
        (Name(text, len(form.documents), tuple(sorted(form.outlets))) for text, form in forms.items()), key=lambda n: (-n.documents, n.text)
    )
    name = known.name if known else _office(key, names) or _name(names)
    return Actor("a" + digest(key), name, kind, tuple(names), known.identifiers if known else ())


def _office(key: str, names: Sequence[Name]) -> str | None:
    """ "Prime Minister of Kenya": an office is shown with the state whose it is."""
    kind, _, words = key.partition(":")
    if kind != "office" or "@" in words:
        return None
    return f"{names[0].text[:1].upper()}{names[0].text[1:]} of {words.rpartition(' of ')[2].title()}"


def _name(names: Collection[Name]) -> str:
    """The name to show: a full one, not an acronym or a bare surname; then the one in most documents, the longest, the first."""
    full = [name for name in names if " " in name.text] or names
    return min(full, key=lambda name: (-name.documents, -len(name.text), name.text)).text
