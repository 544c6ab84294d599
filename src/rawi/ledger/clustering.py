"""What settling clusters needs of the store: which claims are alike, what judging a group of them takes, and where to write clusters."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rawi.ledger import reading
from rawi.ledger.packing import ids, pack
from rawi.ledger.questions import EventQuestion
from rawi.ledger.relating import Writing
from rawi.ledger.storing import invalidate
from rawi.records import Cluster, Commitment, Event, LinkKind


class Cited(NamedTuple):
    """A link of a claim's chain: as printed, what it stands for ("he"), and its actor's id and name."""

    text: str
    kind: LinkKind
    meant: str
    actor: str | None
    name: str | None


class Report(NamedTuple):
    """A claim with what judging it takes. ``original`` is the document that its document is a copy of in the end, else its own."""

    claim: str
    text: str
    commitment: Commitment
    firsthand: bool
    document: str
    outlet: str | None
    published: str | None
    original: str
    chain: tuple[Cited, ...]


class Telling(NamedTuple):
    """An event and the claim on which it rests; where it stands in none, the article's own word for it."""

    event: Event
    report: Report
    unnamed: frozenset[str] = frozenset()
    """Ids of those of the event's actors whom no document names."""


class Clustering:
    """The clusters' part of a ledger."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing

    def open(self, limit: int, least: float) -> list[set[int]]:
        """Whole networks of claims in which some have no cluster, of ``limit`` such: each is like another by ``least`` or more."""
        seeds = [n for (n,) in self._connection.execute("SELECT n FROM claim WHERE cluster IS NULL ORDER BY n LIMIT ?", (limit,))]
        seen = set[int]()
        networks = []
        lone = self._without_pair(seeds)
        for seed in seeds:
            if seed not in seen:
                network = {seed} if seed in lone else self._network(seed, least)
                seen |= network
                networks.append(network)
        return networks

    def alike(self, claims: Collection[int]) -> dict[tuple[str, str], float]:
        """How alike those of ``claims`` are that are alike at all, the first id first, as log odds."""
        question = """SELECT c.id, o.id, a.score FROM json_each(?1) JOIN alike a ON a.claim = value
            JOIN claim c ON c.n = a.claim JOIN claim o ON o.n = a.other WHERE a.other IN (SELECT value FROM json_each(?1))"""
        rows = self._connection.execute(question, (ids(claims),))
        return {(min(claim, other), max(claim, other)): score for claim, other, score in rows}

    def versions(self, claims: Collection[str]) -> dict[str, set[str]]:
        """For each of ``claims`` the claims that give another version of it, all by their ids."""
        question = """SELECT c.id, o.id FROM json_each(?1) JOIN claim c ON c.id = value JOIN alike a ON a.{} = c.n AND a.dispute IS NOT NULL
            JOIN claim o ON o.n = a.{}"""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for sides in (("claim", "other"), ("other", "claim")):
            for claim, other in self._connection.execute(question.format(*sides), (ids(claims),)):
                found[claim].add(other)
        return found

    def documents(self, claims: Collection[int]) -> dict[str, str]:
        """The document of each of ``claims``, both by their ids."""
        question = """SELECT c.id, d.id FROM json_each(?) JOIN claim c ON c.n = value JOIN document d ON d.n = c.document"""
        return dict(self._connection.execute(question, (ids(claims),)))

    def compared(self, documents: Collection[str]) -> dict[str, set[str]]:
        """With which others each of ``documents`` was compared, by their ids."""
        question = """SELECT d.id, o.id FROM json_each(?1) JOIN document d ON d.id = value
            JOIN near n ON n.first = d.n JOIN document o ON o.n = n.second"""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in self._connection.execute(question, (ids(documents),)):
            found[first].add(second)
            found[second].add(first)
        return found

    def reopen(self, claims: Iterable[int]) -> None:
        """Undo the clusters of a whole network, before it is written anew."""
        with self._writing() as connection:
            invalidate(connection, claims)

    def reports(self, claims: Iterable[str]) -> Iterator[Report]:
        """Claims by their ids, in this order."""
        return self._reported("c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id", ids(claims), {})

    def told(self, question: EventQuestion) -> Iterator[Telling]:
        """The events that ``question`` asks for, each with the claim that it rests on, in the order of the documents."""
        roots: dict[int, str] = {}
        for event in reading.events(self._connection, question):
            said = self._reported("c.id = ?", event.claim, roots) if event.claim else iter(())
            yield Telling(event, next(said, None) or self._own_report(event, roots), self._unnamed(event))

    def _reported(self, condition: str, value: str, roots: dict[int, str]) -> Iterator[Report]:
        question = f"""SELECT c.id, c.text, c.commitment, c.firsthand, d.id, d.outlet, d.published, d.n,
            (SELECT json_group_array(json_array(l.position, l.text, l.kind, iif(l.refers_to = '[]', '', substr(d.text,
                json_extract(l.refers_to, '$[0][0]') + 1, json_extract(l.refers_to, '$[0][1]') - json_extract(l.refers_to, '$[0][0]'))),
                a.id, a.name)) FROM link l
                LEFT JOIN actor_key k ON k.key = l.key LEFT JOIN actor a ON a.id = k.actor WHERE l.claim = c.n)
            FROM claim c JOIN document d ON d.n = c.document WHERE {condition}"""
        for id_, text, commitment, firsthand, document, outlet, published, n, chain in self._connection.execute(question, (value,)):
            links = tuple(Cited(*link) for _, *link in sorted(json.loads(chain), key=lambda row: int(row[0])))
            yield Report(id_, text, commitment, bool(firsthand), document, outlet, published, self._known_root(n, roots), links)

    def _own_report(self, event: Event, roots: dict[int, str]) -> Report:
        """What stands in no claim is the article's own word."""
        question = "SELECT outlet, published, n FROM document WHERE id = ?"
        outlet, published, n = self._connection.execute(question, (event.document,)).fetchone()
        return Report(event.id, "", "asserted", False, event.document, outlet, published, self._known_root(n, roots), ())

    def _unnamed(self, event: Event) -> frozenset[str]:
        parties = (*event.source, *event.target, *(harm.who for harm in event.harm))
        question = f"SELECT id FROM actor a WHERE id IN (SELECT value FROM json_each(?)) AND {reading.NAMELESS}"
        return frozenset(id_ for (id_,) in self._connection.execute(question, (ids({p.actor for p in parties if p.actor}),)))

    def _known_root(self, document: int, roots: dict[int, str]) -> str:
        if document not in roots:
            roots[document] = self._root(document)
        return roots[document]

    def write(self, clusters: Iterable[Cluster]) -> None:
        """Write clusters, and of its claims which one each is in."""
        with self._writing() as connection:
            for cluster in clusters:
                connection.execute(
                    "INSERT OR REPLACE INTO cluster VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        cluster.id,
                        cluster.statement,
                        pack(cluster.claims),
                        cluster.status,
                        cluster.voices,
                        pack(cluster.voice_names),
                        pack(cluster.disputed_by),
                        cluster.reason,
                    ),
                )
                connection.executemany("UPDATE claim SET cluster = ? WHERE id = ?", [(cluster.id, claim) for claim in cluster.claims])

    def _without_pair(self, claims: list[int]) -> set[int]:
        question = """SELECT value FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM alike WHERE claim = value)
            AND NOT EXISTS (SELECT 1 FROM alike WHERE other = value)"""
        return {n for (n,) in self._connection.execute(question, (ids(claims),))}

    def _network(self, seed: int, least: float) -> set[int]:
        question = """WITH RECURSIVE same (n) AS (
                SELECT ?1 UNION SELECT a.other FROM same JOIN alike a ON a.claim = same.n WHERE a.score >= ?2
                UNION SELECT a.claim FROM same JOIN alike a ON a.other = same.n WHERE a.score >= ?2
            ) SELECT n FROM same"""
        return {n for (n,) in self._connection.execute(question, (seed, least))}

    def _root(self, document: int) -> str:
        """The id of what ``document`` repeats in the end; where copies credit one another in a circle, the first of them by id."""
        path = [document]
        while row := self._connection.execute("SELECT of FROM copy WHERE document = ?", (path[-1],)).fetchone():
            if row[0] in path:
                path = path[path.index(row[0]) :]
                break
            path.append(row[0])
        else:
            path = path[-1:]
        question = "SELECT min(id) FROM document WHERE n IN (SELECT value FROM json_each(?))"
        return str(self._connection.execute(question, (ids(path),)).fetchone()[0])
