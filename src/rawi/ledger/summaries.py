"""What is in the ledger, counted."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


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


# A source's claims are those where it is the last link. Without an actor it is told by the words it stands for, else by its own;
# two documents' "officials" are not known to be the same people.
_SOURCES = """
WITH last AS (
    SELECT l.*, c.document, c.commitment, d.outlet,
        CASE WHEN l.refers_to = '[]' THEN l.text ELSE substr(
            d.text, json_extract(l.refers_to, '$[0][0]') + 1, json_extract(l.refers_to, '$[0][1]') - json_extract(l.refers_to, '$[0][0]')
        ) END AS words
    FROM link l JOIN claim c ON c.n = l.claim JOIN document d ON d.n = c.document
    WHERE NOT EXISTS (SELECT 1 FROM link WHERE claim = l.claim AND position > l.position)
)
SELECT coalesce(k.actor, fold(l.words) || iif(l.kind = 'unnamed', ' ' || l.document, '')) AS who,
    k.actor, coalesce(a.name, l.words), l.kind, l.document, l.outlet, l.commitment
FROM last l LEFT JOIN actor_key k ON k.key = l.key LEFT JOIN actor a ON a.id = k.actor
ORDER BY who
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


def sources(connection: sqlite3.Connection) -> list[Source]:
    """Ultimate sources, those with most claims first."""
    found = [_source(list(rows)) for _, rows in groupby(connection.execute(_SOURCES), key=lambda row: str(row[0]))]
    return sorted(found, key=lambda source: (-source.claims, source.name, source.kind))


def _source(rows: list[tuple[str, str | None, str, str, int, str | None, str]]) -> Source:
    _, actors, names, kinds, documents, outlets, commitments = zip(*rows, strict=True)
    return Source(
        name=_most(names),
        actor=actors[0],
        kind=_most(kinds),
        claims=len(rows),
        documents=len(set(documents)),
        outlets=tuple(sorted({outlet for outlet in outlets if outlet})),
        commitments=tuple(sorted(Counter(commitments).items(), key=lambda counted: (-counted[1], counted[0]))),
    )


def _most(values: Iterable[str]) -> str:
    return min(Counter(values).items(), key=lambda counted: (-counted[1], counted[0]))[0]


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
