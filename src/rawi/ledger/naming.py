"""What settling actors needs of the store: the keys to look at again, how they are named, and where to write the result."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple

from rawi.ledger.packing import ids, pack
from rawi.ledger.storing import invalidate
from rawi.records import Actor

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Named(NamedTuple):
    """One printed form of a key: which kind of mention, in which document of which outlet."""

    key: str
    text: str
    kind: str
    document: int
    outlet: str | None


class Naming:
    """The actors' part of a ledger."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing

    def dirty(self, limit: int) -> list[str]:
        """Keys whose mentions or aliases changed since they were settled, at most ``limit``."""
        return [key for (key,) in self._connection.execute("SELECT key FROM dirty_key ORDER BY key LIMIT ?", (limit,))]

    def aliases(self, keys: Collection[str]) -> list[tuple[str, str]]:
        """Every pair of names that some document says are one, of which ``keys`` has either."""
        question = """SELECT key, other FROM alias WHERE key IN (SELECT value FROM json_each(?1))
            UNION SELECT key, other FROM alias WHERE other IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"""
        return list(self._connection.execute(question, (ids(keys),)))

    def named(self, keys: Collection[str]) -> Iterator[Named]:
        """How ``keys`` are printed: one row a form, kind and document."""
        question = """SELECT DISTINCT m.key, m.text, m.kind, m.document, d.outlet FROM mention m JOIN document d ON d.n = m.document
            WHERE m.key IN (SELECT value FROM json_each(?)) AND m.kind NOT IN ('nominal', 'pronoun')"""
        return (Named(*row) for row in self._connection.execute(question, (ids(keys),)))

    def write(self, keys: Collection[str], actors: Iterable[tuple[Actor, Collection[str]]]) -> None:
        """Replace the actors of ``keys`` by ``actors``, each with its keys; clusters that show one that changed are opened."""
        listed = ids(keys)
        with self._writing() as connection:
            before = self._shown(listed)
            connection.execute(
                "DELETE FROM actor WHERE id IN (SELECT actor FROM actor_key WHERE key IN (SELECT value FROM json_each(?)))", (listed,)
            )
            for actor, own in actors:
                connection.execute("INSERT INTO actor VALUES (?, ?, ?, ?)", (actor.id, actor.name, actor.kind, pack(actor.identifiers)))
                connection.executemany(
                    "INSERT INTO actor_name VALUES (?, ?, ?, ?)", [(actor.id, n.text, n.documents, pack(n.outlets)) for n in actor.names]
                )
                connection.executemany("INSERT INTO actor_key VALUES (?, ?)", [(key, actor.id) for key in own])
            changed = ids(key for key, _ in before ^ self._shown(listed))
            said = """SELECT c.content FROM link l JOIN claim c ON c.n = l.claim
                WHERE l.key IN (SELECT value FROM json_each(?)) AND c.content IS NOT NULL"""
            invalidate(connection, {content for (content,) in connection.execute(said, (changed,))})
            connection.execute("DELETE FROM dirty_key WHERE key IN (SELECT value FROM json_each(?))", (listed,))

    def _shown(self, keys: str) -> set[tuple[str, tuple[str, str]]]:
        question = """SELECT k.key, a.id, a.name FROM actor_key k JOIN actor a ON a.id = k.actor
            WHERE k.key IN (SELECT value FROM json_each(?))"""
        return {(key, (id_, name)) for key, id_, name in self._connection.execute(question, (keys,))}
