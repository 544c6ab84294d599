"""Which known actor of a pack a key may be, and how sure that is.

A pack is evidence: a name that stands in it counts for as much as it is telling (three words more than one, an acronym least), and the
text must agree: the kind of the name, the country, the others it is tied to, an office it has held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rawi.actors.compare import MERGE as SURE
from rawi.actors.compare import compare
from rawi.actors.context import Profile
from rawi.actors.likeness import Like, blocks, like, prepared
from rawi.actors.names import bare, fold, is_bare, key
from rawi.packs import Known, Pack
from rawi.records import UNNAMED

PREFIX = "known:"
_LONG = 6
"""Letters of a word that few names share."""


@dataclass(frozen=True)
class Registry:
    """The known actors of some packs, to look up by name."""

    packs: tuple[Pack, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Known]:
        return {actor.id: actor for pack in self.packs for actor in pack.actors}

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Known, ...]]:
        """Actors by each of their names, folded."""
        return _listed((name, actor) for actor in self.by_id.values() for name in _names(actor))

    @cached_property
    def by_block(self) -> Mapping[str, tuple[tuple[str, Known], ...]]:
        """The names that share a block with others, as ``likeness`` makes blocks, each with its actor."""
        found: defaultdict[str, list[tuple[str, Known]]] = defaultdict(list)
        for actor in self.by_id.values():
            for name in dict.fromkeys(_names(actor)):
                made = f"{'person' if actor.kind == 'person' else 'name'}:{name}"
                for block in blocks(made):
                    if not block.startswith(("bare ", "letters ")):
                        found[block].append((made, actor))
        return {block: tuple(rows) for block, rows in found.items()}

    @cached_property
    def by_surname(self) -> Mapping[str, tuple[Known, ...]]:
        """Persons by the first and the last word of each of their names."""
        return _listed(
            (word, actor)
            for actor in self.by_id.values()
            if actor.kind == "person"
            for words in map(str.split, _names(actor))
            if len(words) > 1
            for word in (words[0], words[-1])
        )

    @cached_property
    def offices(self) -> Mapping[str, frozenset[str]]:
        """For each person, the words of the offices it has held: "prime minister", "minister"."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for office in self.by_id.values():
            for holder in office.holders:
                words = office.name.lower().partition(" of ")[0]
                held[holder.person] |= {words, words.split()[-1]}
        return {person: frozenset(words) for person, words in held.items()}

    @cached_property
    def beside(self) -> Mapping[str, frozenset[str]]:
        """For each actor, the folded names of those it is tied to and of its country."""
        tied: defaultdict[str, set[str]] = defaultdict(set)
        for actor in self.by_id.values():
            for other in (*(t.object for t in actor.ties), *(h.person for h in actor.holders), actor.of, actor.country, actor.part_of):
                if other is not None:
                    tied[actor.id].add(other)
                    if other != actor.country:
                        tied[other].add(actor.id)
        return {id_: frozenset(name for other in others for name in _names(self.by_id[other])) for id_, others in tied.items()}


def recognise(profile: Profile, registry: Registry) -> Iterator[Like]:
    """Yield the known actor that ``profile`` is, or may be; of several that fit alike, each as a doubt."""
    if profile.key.startswith(UNNAMED):
        return
    name = profile.key.partition(":")[2]
    candidates = registry.by_surname.get(bare(name), ()) if is_bare(profile.key) else registry.by_name.get(name, ())
    candidates = candidates or _otherwise_spelt(profile.key, registry)
    found = sorted(((_features(profile, known, registry), known) for known in candidates), key=lambda row: (-_worth(row[0]), row[1].id))
    close = [row for row in found if _worth(found[0][0]) - _worth(row[0]) < 1.0]
    for features, known in close:
        rival = [("another known actor fits as well", -2.0)] if len(close) > 1 else []
        if (found_like := like(profile.key, PREFIX + known.id, [*features, *rival])) is not None:
            yield found_like


def _otherwise_spelt(key: str, registry: Registry) -> tuple[Known, ...]:
    """Known actors of which a name is surely this one in another spelling."""
    rows = {row for block in blocks(key) for row in registry.by_block.get(block, ())}
    return tuple({known.id: known for name, known in sorted(rows, key=lambda row: row[0]) if _is_spelling(key, name)}.values())


def _is_spelling(key: str, name: str) -> bool:
    return key.partition(":")[0] == name.partition(":")[0] and compare(prepared(key), prepared(name)).score >= SURE


def _features(profile: Profile, known: Known, registry: Registry) -> list[tuple[str, float]]:
    prefix, _, name = profile.key.partition(":")
    words = bare(name).split()
    if is_bare(profile.key):
        found = [("a surname in the pack", -0.5)]
    elif name not in registry.by_name:
        found = [("a name in the pack, spelt otherwise", 2.5)]
    elif len(words) > 1:
        found = [("a name in the pack", 3.0)]
    else:
        found = [("a name in the pack, of one word", 1.5 if len(words[0]) >= _LONG else 0.8)]
    if known.kind == "country" and prefix == "name":
        found.append(("it is a country's", 2.0))
    if prefix == "person" and known.kind != "person":
        found.append(("but it was read as a person's", -(5.0 - min(len(words), 4))))
    elif prefix != "person" and known.kind == "person":
        found.append(("but it was not read as a person's", -(4.0 - min(len(words), 3))))
    return [*found, *_agreement(profile, known, registry)]


def _agreement(profile: Profile, known: Known, registry: Registry) -> Iterator[tuple[str, float]]:
    if held := profile.described & registry.offices.get(known.id, frozenset()):
        yield f"{', '.join(sorted(held))}, as in the pack", 2.0
    near = {other.partition(":")[2] for other in profile.near}
    if known.country and near.intersection(_names(registry.by_id[known.country])):
        yield f"beside {registry.by_id[known.country].name}", 1.0
    country = set(_names(registry.by_id[known.country])) if known.country else set()
    if tied := (near & registry.beside.get(known.id, frozenset())) - country:
        yield f"beside {', '.join(sorted(tied)[:3])}, tied to it in the pack", 1.0 * min(2, len(tied))


def _worth(features: Iterable[tuple[str, float]]) -> float:
    return sum(points for _, points in features)


def _names(actor: Known) -> Iterator[str]:
    """Its names as keys have them, without the kind."""
    for name in actor.every_name:
        made = key(name, actor.kind) if actor.kind != "office" else " ".join(fold(name))
        if made:
            yield made.rpartition(":")[2]


def _listed(rows: Iterable[tuple[str, Known]]) -> dict[str, tuple[Known, ...]]:
    found: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    for name, actor in rows:
        found[name][actor.id] = actor
    return {name: tuple(actors.values()) for name, actors in found.items()}
