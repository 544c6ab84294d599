"""Bring up to date what depends on more than one document: actors, then copies, then clusters.

Each step takes a bounded page of what changed from the store, works it out and writes it in one transaction, which also takes it off
the list. A run killed anywhere leaves the rest on the list; and since every step's result is a function of what is stored, not of when
it came, the next run ends where an undisturbed one would have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from rawi import actors, corroboration
from rawi.corroboration import Likeness, Prepared, Said, Signed
from rawi.ledger.naming import Like
from rawi.ledger.protocol import Clustering, Naming, Relating, Store
from rawi.ledger.relating import Alike, Repeat
from rawi.packs import parse, shipped

KEYS = 500
DOCUMENTS = 500
BLOCKS = 500
CLAIMS = 5000
TOGETHER = 500
"""Claims whose clusters are made and written in one transaction, whole networks of them."""
REMEMBERED = 2000
"""Documents kept ready to be compared: about 90 MB."""


def settle(ledger: Store) -> None:
    """Settle everything that changed in ``ledger`` since it was last settled; with nothing changed, do nothing."""
    registry = _registry(ledger)
    while keys := ledger.naming.dirty(KEYS):
        _recognise(ledger.naming, keys, registry)
    while names := ledger.naming.dirty_blocks(BLOCKS):
        _settle_likeness(ledger.naming, names)
    while keys := ledger.naming.open(KEYS):
        _settle_actors(ledger.naming, keys, registry)
    while ledger.relating.enter(DOCUMENTS):
        pass
    read = lru_cache(REMEMBERED)(partial(_read, ledger.relating))
    done = set[int]()
    while documents := ledger.relating.dirty(DOCUMENTS):
        for document in documents:
            _relate(ledger.relating, document, read, done)
            done.add(document)
    while networks := ledger.clustering.open(CLAIMS, corroboration.ALIKE):
        _settle_clusters(ledger.clustering, networks)


def _registry(ledger: Store) -> actors.Registry:
    """The actors that the shipped packs and the ledger's own know."""
    return actors.Registry((*shipped(), *(parse(yaml, name, shipped()) for name, yaml in ledger.packs())))


def _recognise(naming: Naming, keys: list[str], registry: actors.Registry) -> None:
    profiles = naming.profiles(keys)
    naming.write_likeness({f"pack {p.key}": [Like(*like) for like in actors.recognise(p, registry)] for p in profiles})
    naming.enter({p: (*actors.blocks(p.key), *actors.tied(p)) for p in profiles})


def _settle_likeness(naming: Naming, blocks: list[str]) -> None:
    members = naming.members(blocks)
    naming.write_likeness({block: [Like(*like) for like in actors.alike(block, members[block])] for block in blocks})


def _settle_actors(naming: Naming, opened: list[str], registry: actors.Registry) -> None:
    decided = naming.decided()
    keys, new = set[str](), set(opened)
    aliases, likes = set[tuple[str, str]](), set[Like]()
    while new:
        keys |= new
        aliases.update(naming.aliases(new))
        likes.update(like for like in naming.likeness(new) if like.score >= actors.MERGE)
        joined = (*aliases, *(like[:2] for like in likes), *(pair for *pair, verdict in decided if verdict == "same" and keys & set(pair)))
        new = {key for pair in joined for key in pair} - keys
    first = actors.resolve(aliases, likes, [row for row in decided if row[0] in keys and row[1] in keys])
    own: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        own[first.get(key, key)].append(key)
    described = (
        (actors.describe(root, naming.named(several), registry.by_id.get(root.removeprefix(actors.PREFIX))), several)
        for root, several in own.items()
    )
    naming.write(keys, [(actor, several) for actor, several in described if actor])


@dataclass(frozen=True, slots=True)
class _Told:
    """A document, as its copies are found and as its claims are compared."""

    row: int
    signed: Signed
    subjects: frozenset[int]
    claims: Prepared


def _read(relating: Relating, document: int) -> _Told:
    member = relating.member(document)
    claims = corroboration.prepare([Said(*saying) for saying in member.sayings], member.published)
    signed = corroboration.signed(member.id, member.outlet, member.published, member.text, member.minhash, len(claims.claims))
    return _Told(document, signed, frozenset(member.subjects), claims)


def _relate(relating: Relating, document: int, read: Callable[[int], _Told], done: Set[int]) -> None:
    """Hold a document against those it meets, save those that were held against it already since it came."""
    told, met = read(document), relating.met(document)
    near, repeats = list[int](), list[Repeat]()
    alike = [_stored(found) for found in corroboration.compare(told.claims, told.claims)]
    for row in sorted(met - done):
        other = read(row)
        if not corroboration.related(told.subjects, other.subjects):
            continue
        first, second = sorted((told, other), key=lambda one: one.signed.id)
        likeness = list(corroboration.compare(first.claims, second.claims))
        if found := corroboration.repeats(first.signed, second.signed, likeness):
            rows = {first.signed.id: first.row, second.signed.id: second.row}
            repeats.append(Repeat(rows[found.copy.id], rows[found.of.id], found.kind, found.similarity, found.credited))
        near.append(row)
        alike += map(_stored, likeness)
    relating.write(document, met & done, near, repeats, alike)


def _stored(found: Likeness) -> Alike:
    return Alike(min(found.claim, found.other), max(found.claim, found.other), found.score, found.dispute)


def _settle_clusters(clustering: Clustering, networks: list[set[int]]) -> None:
    clustering.reopen(chain.from_iterable(networks))
    waiting = set[int]()
    for network in networks:
        waiting |= network
        if len(waiting) >= TOGETHER:
            _write_clusters(clustering, waiting)
            waiting = set()
    _write_clusters(clustering, waiting)


def _write_clusters(clustering: Clustering, claims: set[int]) -> None:
    """Gather whole networks of claims, and judge each group."""
    of = clustering.documents(claims)
    groups = corroboration.gather(of, clustering.alike(claims), clustering.compared(set(of.values())), of)
    versions = clustering.versions(of)
    known = {report.claim: report for report in clustering.reports({*of, *chain.from_iterable(versions.values())})}
    clustering.write(
        corroboration.judge(
            [known[claim] for claim in group],
            [known[other] for other in sorted(set().union(*(versions.get(claim, ()) for claim in group)) - group)],
        )
        for group in groups
    )
