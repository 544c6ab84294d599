"""One record by its id."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeAlias

from rawi.errors import NotFound
from rawi.ledger import reading
from rawi.ledger.questions import EventQuestion, Question
from rawi.records import Actor, Claim, Cluster, Decision, Document, Event, Relation

Named: TypeAlias = Document | Claim | Actor | Relation | Event | Cluster | Decision

SHORTEST = 6  # characters of an id that may stand for it


def find(connection: sqlite3.Connection, id_: str) -> Named:
    """The record whose id is ``id_`` or alone begins with it.

    Raises:
        NotFound: no record has it, more than one begins so, or fewer than six characters are given.
    """
    found = [(table, whole) for table in _TABLES for (whole,) in connection.execute(f"SELECT id FROM {table} WHERE id = ?", (id_,))]
    if not found and len(id_) >= SHORTEST:
        # an id is ASCII, so the last code point bounds every id that begins with the prefix
        between = (id_, id_ + chr(0x10FFFF))
        found = [
            (table, whole)
            for table in _TABLES
            for (whole,) in connection.execute(f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 4", between)
        ]
    if not found:
        raise NotFound(
            f"no record has the id {id_!r}; give at least {SHORTEST} characters of one, as `rawi claims` or `rawi export` shows it"
        )
    if len(found) > 1:
        raise NotFound(f"more than one record's id begins with {id_!r}: {', '.join(whole for _, whole in found)}; give more of it")
    table, whole = found[0]
    return next(_TABLES[table](connection, whole))


def _claim(connection: sqlite3.Connection, id_: str) -> Iterator[Claim]:
    (document,) = connection.execute("SELECT d.id FROM claim c JOIN document d ON d.n = c.document WHERE c.id = ?", (id_,)).fetchone()
    return (claim for claim in reading.claims(connection, Question(document=document)) if claim.id == id_)


def _relation(connection: sqlite3.Connection, id_: str) -> Iterator[Relation]:
    (document,) = connection.execute("SELECT d.id FROM relation r JOIN document d ON d.n = r.document WHERE r.id = ?", (id_,)).fetchone()
    return (relation for relation in reading.relations(connection, document) if relation.id == id_)


def _event(connection: sqlite3.Connection, id_: str) -> Iterator[Event]:
    (document,) = connection.execute("SELECT d.id FROM event r JOIN document d ON d.n = r.document WHERE r.id = ?", (id_,)).fetchone()
    return (event for event in reading.events(connection, EventQuestion(document=document)) if event.id == id_)


_TABLES: dict[str, Callable[[sqlite3.Connection, str], Iterator[Named]]] = {
    "document": lambda connection, id_: reading.documents(connection, "d.id = ?", (id_,)),
    "claim": _claim,
    "actor": lambda connection, id_: reading.actors(connection, "id = ?", (id_,)),
    "relation": _relation,
    "event": _event,
    "cluster": lambda connection, id_: reading.clusters(connection, "id = ?", (id_,)),
    "decision": lambda connection, id_: reading.decisions(connection, "id = ?", (id_,)),
}
