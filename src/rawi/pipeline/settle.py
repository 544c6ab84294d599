"""Bring up to date what depends on more than one document: actors, then copies, then clusters.

Each step takes a bounded page of what changed from the store, works it out and writes it in one transaction, which also takes it off
the list. A run killed anywhere leaves the rest on the list; and since every step's result is a function of what is stored, not of when
it came, the next run ends where an undisturbed one would have.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import chain

from rawi import actors, corroboration
from rawi.corroboration import Signed
from rawi.ledger.copying import Member, Near
from rawi.ledger.naming import Like
from rawi.ledger.protocol import Clustering, Copying, Naming, Store
from rawi.packs import parse, shipped

KEYS = 500
DOCUMENTS = 500
CONTENTS = 5000
BLOCKS = 500
PAIRS = 10_000
GROUPS = 200


def settle(ledger: Store) -> None:
    """Settle everything that changed in ``ledger`` since it was last settled; with nothing changed, do nothing."""
    registry = _registry(ledger)
    while keys := ledger.naming.dirty(KEYS):
        _recognise(ledger.naming, keys, registry)
    while names := ledger.naming.dirty_blocks(BLOCKS):
        _settle_likeness(ledger.naming, names)
    while keys := ledger.naming.open(KEYS):
        _settle_actors(ledger.naming, keys, registry)
    while ledger.copying.enter(DOCUMENTS):
        pass
    while blocks := ledger.copying.dirty(BLOCKS):
        _settle_copies(ledger.copying, blocks)
    while ledger.clustering.enter(CONTENTS):
        pass
    while blocks := ledger.clustering.dirty(BLOCKS):
        _settle_pairs(ledger.clustering, blocks)
    while networks := ledger.clustering.open(CONTENTS):
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


def _settle_copies(copying: Copying, blocks: list[int]) -> None:
    for block in blocks:
        rows: dict[str, int] = {}
        members = (_signed(copying, member, rows) for member in copying.members(block))
        found = [
            Near(rows[r.copy.id], rows[r.of.id], r.kind, r.similarity, r.credited)
            for _, _, r in corroboration.pairs(members, corroboration.repeats)
        ]
        copying.write({block: found})


def _signed(copying: Copying, member: Member, rows: dict[str, int]) -> Signed:
    rows[member.id] = member.document
    return Signed(member.id, member.outlet, member.published, corroboration.unpack(member.minhash), partial(copying.text, member.document))


def _settle_pairs(clustering: Clustering, blocks: list[int]) -> None:
    found: dict[int, list[tuple[int, int]]] = {}
    waiting = 0
    for block in blocks:
        members = ((content, frozenset(words.split())) for content, words in clustering.members(block))
        found[block] = [(member[0], leader[0]) for member, leader, _ in corroboration.pairs(members, _same)]
        waiting += len(found[block])
        if waiting > PAIRS:  # a block may have very many
            clustering.write_pairs(found)
            found, waiting = {}, 0
    clustering.write_pairs(found)


def _same(first: tuple[int, frozenset[str]], second: tuple[int, frozenset[str]]) -> bool | None:
    return corroboration.same(first[1], second[1]) or None


def _settle_clusters(clustering: Clustering, networks: list[set[int]]) -> None:
    clustering.reopen(chain.from_iterable(networks))
    groups = list[set[int]]()
    for network in networks:
        groups += corroboration.gather(network, clustering.like) if len(network) > 1 else [network]
    for start in range(0, len(groups), GROUPS):
        _write_clusters(clustering, groups[start : start + GROUPS])


def _write_clusters(clustering: Clustering, groups: list[set[int]]) -> None:
    group_of = {content: number for number, group in enumerate(groups) for content in group}
    reports = defaultdict(list)
    for content, report in clustering.reports(group_of):
        reports[group_of[content]].append(report)
    clustering.write((corroboration.judge(reports[number]), group) for number, group in enumerate(groups))
