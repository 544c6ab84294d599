"""What settling clusters needs of the store: contents to compare, the claims of a group of them, and where to write clusters."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rawi.ledger import blocking, reading
from rawi.ledger.blocking import Writing
from rawi.ledger.packing import ids, pack
from rawi.ledger.questions import EventQuestion
from rawi.ledger.storing import invalidate
from rawi.records import Cluster, Commitment, Event, LinkKind


class Cited(NamedTuple):
    """A link of a claim's chain; ``name`` is its actor's."""

    text: str
    kind: LinkKind
    actor: str | None
    name: str | None


class Report(NamedTuple):
    """A claim with what judging it takes. ``original`` is the document that its document is a copy of in the end, else its own."""

    claim: str
    text: str
    commitment: Commitment
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

    def enter(self, limit: int) -> bool:
        """Put at most ``limit`` new contents into their blocks; False once there is none left."""
        return blocking.enter(self._connection, self._writing, "content", limit)

    def dirty(self, limit: int) -> list[int]:
        """Blocks whose members changed since they were compared, at most ``limit``."""
        return blocking.dirty(self._connection, "content", limit)

    def members(self, block: int) -> Iterator[tuple[int, str]]:
        """The contents in a block with their words, in the order of their numbers."""
        question = "SELECT o.n, o.words FROM content_block b JOIN content o ON o.n = b.content WHERE b.block = ? ORDER BY b.content"
        return self._connection.execute(question, (block,))

    def write_pairs(self, found: dict[int, list[tuple[int, int]]]) -> None:
        """Replace the pairs of each block by those ``found`` in it; the clusters of contents that gained or lost one are opened."""
        with self._writing() as connection:
            changed = set[int]()
            for block, pairs in found.items():
                old = set(connection.execute("SELECT content, leader FROM alike WHERE block = ?", (block,)))
                if old != set(pairs):
                    changed |= {content for pair in old.symmetric_difference(pairs) for content in pair}
                    connection.execute("DELETE FROM alike WHERE block = ?", (block,))
                    connection.executemany("INSERT INTO alike VALUES (?, ?, ?)", [(block, *pair) for pair in pairs])
            invalidate(connection, changed)
            blocking.clean(connection, "content", found)

    def open(self, limit: int) -> list[set[int]]:
        """Whole networks of contents that are alike, one with another, in which some have no cluster: of ``limit`` such contents."""
        seeds = [n for (n,) in self._connection.execute("SELECT n FROM content WHERE cluster IS NULL ORDER BY n LIMIT ?", (limit,))]
        seen = set[int]()
        networks = []
        lone = self._without_pair(seeds)
        for seed in seeds:
            if seed not in seen:
                network = {seed} if seed in lone else self._network(seed)
                seen |= network
                networks.append(network)
        return networks

    def like(self, content: int) -> set[int]:
        """The contents that a content is alike with."""
        question = "SELECT leader FROM alike WHERE content = ?1 UNION SELECT content FROM alike WHERE leader = ?1"
        return {n for (n,) in self._connection.execute(question, (content,))}

    def reopen(self, contents: Iterable[int]) -> None:
        """Undo the clusters of a whole network, before it is written anew."""
        with self._writing() as connection:
            invalidate(connection, contents)

    def reports(self, contents: Iterable[int]) -> Iterator[tuple[int, Report]]:
        """The claims of ``contents``, each with its content, in the order of their ids."""
        return self._reported("c.content IN (SELECT value FROM json_each(?)) ORDER BY c.id", ids(contents), {})

    def told(self, question: EventQuestion) -> Iterator[Telling]:
        """The events that ``question`` asks for, each with the claim that it rests on, in the order of the documents."""
        roots: dict[int, str] = {}
        for event in reading.events(self._connection, question):
            said = self._reported("c.id = ?", event.claim, roots) if event.claim else iter(())
            yield Telling(event, next((report for _, report in said), None) or self._own_report(event, roots), self._unnamed(event))

    def _reported(self, condition: str, value: str, roots: dict[int, str]) -> Iterator[tuple[int, Report]]:
        question = f"""SELECT c.content, c.id, c.text, c.commitment, d.id, d.outlet, d.published, d.n,
            (SELECT json_group_array(json_array(l.position, l.text, l.kind, a.id, a.name)) FROM link l
                LEFT JOIN actor_key k ON k.key = l.key LEFT JOIN actor a ON a.id = k.actor WHERE l.claim = c.n)
            FROM claim c JOIN document d ON d.n = c.document WHERE {condition}"""
        for content, id_, text, commitment, document, outlet, published, n, chain in self._connection.execute(question, (value,)):
            links = tuple(Cited(*link) for _, *link in sorted(json.loads(chain), key=lambda row: int(row[0])))
            yield content, Report(id_, text, commitment, document, outlet, published, self._known_root(n, roots), links)

    def _own_report(self, event: Event, roots: dict[int, str]) -> Report:
        """What stands in no claim is the article's own word."""
        question = "SELECT outlet, published, n FROM document WHERE id = ?"
        outlet, published, n = self._connection.execute(question, (event.document,)).fetchone()
        return Report(event.id, "", "asserted", event.document, outlet, published, self._known_root(n, roots), ())

    def _unnamed(self, event: Event) -> frozenset[str]:
        parties = (*event.source, *event.target, *(harm.who for harm in event.harm))
        question = f"SELECT id FROM actor a WHERE id IN (SELECT value FROM json_each(?)) AND {reading.NAMELESS}"
        return frozenset(id_ for (id_,) in self._connection.execute(question, (ids({p.actor for p in parties if p.actor}),)))

    def _known_root(self, document: int, roots: dict[int, str]) -> str:
        if document not in roots:
            roots[document] = self._root(document)
        return roots[document]

    def write(self, clusters: Iterable[tuple[Cluster, Collection[int]]]) -> None:
        """Write clusters, each with its contents."""
        with self._writing() as connection:
            for cluster, contents in clusters:
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
                connection.executemany("UPDATE content SET cluster = ? WHERE n = ?", [(cluster.id, n) for n in contents])

    def _without_pair(self, contents: list[int]) -> set[int]:
        question = """SELECT value FROM json_each(?1) WHERE NOT EXISTS (SELECT 1 FROM alike WHERE content = value)
            AND NOT EXISTS (SELECT 1 FROM alike WHERE leader = value)"""
        return {n for (n,) in self._connection.execute(question, (ids(contents),))}

    def _network(self, seed: int) -> set[int]:
        question = """WITH RECURSIVE same (n) AS (
                SELECT ? UNION SELECT CASE a.content WHEN same.n THEN a.leader ELSE a.content END
                FROM same JOIN alike a ON a.content = same.n OR a.leader = same.n
            ) SELECT n FROM same JOIN content USING (n)"""
        return {n for (n,) in self._connection.execute(question, (seed,))}

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
