"""What is in the ledger, counted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Someone that claims end with: an actor, or words that name nobody."""

    name: str
    actor: str | None
    kind: str
    claims: int
    documents: int
    outlets: tuple[str, ...]
    commitments: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts by type of record and by what the records say; ``published`` is the first and last date."""

    records: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    commitments: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    genres: tuple[tuple[str, int], ...]
    published: tuple[str | None, str | None]


# a source's claims are counted where it is the last link; its name is the actor's, else as most often printed
_SOURCES = """
WITH last AS (
    SELECT l.claim, l.text, l.kind, k.actor, fold(l.text) AS words FROM link l LEFT JOIN actor_key k ON k.key = l.key
    WHERE l.position = (SELECT max(position) FROM link WHERE claim = l.claim)
), said AS (
    SELECT coalesce(a.name, '') AS called, l.actor, l.words, l.text, l.kind, c.commitment, c.document, d.outlet,
        coalesce(l.actor, l.words) AS who
    FROM last l JOIN claim c ON c.n = l.claim JOIN document d ON d.n = c.document LEFT JOIN actor a ON a.id = l.actor
), counted AS (SELECT who, commitment, count(*) AS n FROM said GROUP BY who, commitment)
SELECT coalesce(nullif(max(s.called), ''), min(s.text)), max(s.actor), min(s.kind), count(*), count(DISTINCT s.document),
    (SELECT json_group_array(outlet) FROM (SELECT DISTINCT outlet FROM said WHERE who = s.who AND outlet IS NOT NULL ORDER BY outlet)),
    (SELECT json_group_array(json_array(commitment, n)) FROM (SELECT * FROM counted WHERE who = s.who ORDER BY n DESC, commitment))
FROM said s GROUP BY s.who ORDER BY count(*) DESC, 1
"""

_RECORDS = [
    "document",
    "claim",
    "actor",
    "mention",
    "relation",
    "event",
    "time",
    "quantity",
    "loaded",
    "cluster",
    "copy",
    "decision",
    "skipped",
]


def sources(connection: sqlite3.Connection) -> Iterator[Source]:
    """Ultimate sources, those with most claims first."""
    for name, actor, kind, claims, documents, outlets, commitments in connection.execute(_SOURCES):
        counts = tuple((commitment, count) for commitment, count in json.loads(commitments))
        yield Source(name, actor, kind, claims, documents, tuple(json.loads(outlets)), counts)


def stats(connection: sqlite3.Connection) -> Stats:
    """Everything counted, most frequent first."""

    def counts(column: str, table: str) -> tuple[tuple[str, int], ...]:
        question = f"SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
        return tuple(connection.execute(question))

    return Stats(
        records=tuple((table, connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in _RECORDS),
        outlets=counts("outlet", "document"),
        commitments=counts("commitment", "claim"),
        statuses=counts("status", "cluster"),
        languages=counts("language", "document"),
        genres=counts("genre", "document"),
        published=connection.execute("SELECT min(published), max(published) FROM document").fetchone(),
    )
