"""Keys of all documents as actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from rawi.actors.known import PREFIX as KNOWN
from rawi.actors.likeness import contradict
from rawi.actors.names import shown
from rawi.packs import Known
from rawi.records import UNNAMED, Actor, ActorKind, Name, digest

# in the order in which a tie is decided
_KINDS: tuple[ActorKind, ...] = ("organization", "person", "country", "group", "office")


_COMPARED = 20
"""The most keys of a group that another's are held against."""


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


def resolve(aliases: Iterable[tuple[str, str]], likes: Iterable[Like] = (), decided: Iterable[tuple[str, str, str]] = ()) -> dict[str, str]:
    """For each key in ``aliases`` (pairs of a short name's key and a long one's), ``likes`` and ``decided``: its actor's first key.

    What people decided to be the same is joined first; then a short name and its long one, where all documents that explain it agree
    (where they do not, each document has given its own mentions the long name's key, and the short name stands for itself); then the
    surest pairs. What would join two known actors, or two keys decided to be different, is not joined.
    """
    long = defaultdict(set)
    for key, other in aliases:
        long[key].add(other)
    verdicts = {(one, other): verdict for one, other, verdict in decided}
    surest = sorted(likes, key=lambda like: (-like.score, like.first, like.second))
    likely = [(like.first, like.second) for like in surest if verdicts.get((like.first, like.second)) != "unsure"]
    pairs = [
        *(pair for pair, verdict in verdicts.items() if verdict == "same"),
        *((key, *long[key]) for key in sorted(long) if len(long[key]) == 1),
        *likely,
    ]
    groups = _Groups({*chain(long, *long.values(), *pairs)}, [pair for pair, verdict in verdicts.items() if verdict == "different"])
    for number, (one, other) in enumerate(pairs):
        groups.join(one, other, sure=number < len(pairs) - len(likely))
    return {key: groups.root(key) for key in groups.parent}


class _Groups:
    """Keys joined to groups, some of which must not be joined."""

    def __init__(self, keys: Iterable[str], different: Iterable[tuple[str, str]]) -> None:
        self.parent = {key: key for key in keys}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        """For each root, the keys that its group must not hold."""
        self._members = {key: {key} for key in self.parent}
        for one, other in different:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def root(self, key: str) -> str:
        """The first key of the group: a known actor's, else the smallest."""
        while self.parent[key] != key:
            key = self.parent[key]
        return key

    def join(self, one: str, other: str, sure: bool) -> None:
        """Make one group of two, unless it must not be; what is not sure also where a name in one is not that of a name in the other."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda k: (not k.startswith(KNOWN), k))
        if first == second or second.startswith(KNOWN) or self._apart[first] & self._members[second]:
            return
        if not sure and not first.startswith(KNOWN) and self._contradict(first, second):
            return
        self.parent[second] = first
        self._members[first] |= self._members.pop(second)
        self._apart[first] |= self._apart.pop(second, set())

    def _contradict(self, first: str, second: str) -> bool:
        ours, theirs = (sorted(self._members[root])[:_COMPARED] for root in (first, second))
        return any(contradict(one, other) for one in ours for other in theirs)


def describe(key: str, namings: Iterable[Naming], known: Known | None = None) -> Actor | None:
    """The actor whose first key is ``key``, as ``namings`` print it and ``known`` knows it.

    None where most of them are of a place, or there is none.
    """
    kinds: Counter[str] = Counter()
    forms: defaultdict[str, _Form] = defaultdict(lambda: _Form(set(), set()))
    for naming in namings:
        kinds["group" if naming.kind == "many" else naming.kind] += 1
        many = naming.kind == "many" and not key.startswith(UNNAMED)
        form = forms[shown(naming.text).lower() if many else shown(naming.text)]
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
