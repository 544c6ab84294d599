"""What comparing documents needs of the store: who meets whom, what each says, where to write who repeats whom and what is alike."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from typing import NamedTuple

from rawi.ledger import blocking
from rawi.ledger.packing import ids, unpack_blocks
from rawi.ledger.storing import invalidate
from rawi.records import CopyKind

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Saying(NamedTuple):
    """A claim as it is compared, with the fields of ``rawi.corroboration.Said``."""

    claim: int
    parts: tuple[tuple[int, str], ...]
    actors: tuple[tuple[int, int, str], ...]
    days: tuple[tuple[str, str], ...]
    counts: tuple[tuple[float | None, float | None, str], ...]
    events: frozenset[str]
    context: bytes


class Member(NamedTuple):
    """A document as it is compared."""

    document: int
    id: str
    outlet: str | None
    published: str | None
    text: str
    minhash: bytes
    subjects: tuple[int, ...]
    sayings: tuple[Saying, ...]


class Repeat(NamedTuple):
    """``document`` repeats ``of``, and perhaps says so."""

    document: int
    of: int
    kind: CopyKind
    similarity: float
    credited: bool


class Alike(NamedTuple):
    """How likely two claims are to say the same, as log odds, and in what they are two versions; ``claim`` has the lower number."""

    claim: int
    other: int
    score: float
    dispute: str | None


class Relating:
    """The part of a ledger in which documents are compared."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing

    def enter(self, limit: int) -> bool:
        """Put at most ``limit`` new documents into their blocks; False once there is none left."""
        with self._writing() as connection:
            return blocking.enter(connection, limit)

    def dirty(self, limit: int) -> list[int]:
        """Documents that are to be compared with those they meet, at most ``limit``."""
        return [n for (n,) in self._connection.execute("SELECT document FROM dirty_document ORDER BY document LIMIT ?", (limit,))]

    def met(self, document: int) -> set[int]:
        """The documents that a document is compared with."""
        return blocking.met(self._connection, document)

    def row(self, id_: str) -> int:
        """The number of the document with this id."""
        (n,) = self._connection.execute("SELECT n FROM document WHERE id = ?", (id_,)).fetchone()
        return int(n)

    def member(self, document: int) -> Member:
        """A document as it is compared."""
        question = """SELECT d.id, d.outlet, d.published, d.text, s.minhash, s.subjects
            FROM document d JOIN signature s ON s.document = d.n WHERE d.n = ?"""
        id_, outlet, published, text, minhash, subjects = self._connection.execute(question, (document,)).fetchone()
        return Member(document, id_, outlet, published, text, minhash, unpack_blocks(subjects), self._sayings(document, text))

    def _sayings(self, document: int, text: str) -> tuple[Saying, ...]:
        question = "SELECT start, \"end\", since, until FROM time WHERE document = ? AND kind = 'DATE' AND since IS NOT NULL"
        times = self._connection.execute(question, (document,)).fetchall()
        actors: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        question = """SELECT cm.claim, m.start, m."end", k.actor FROM claim c JOIN claim_mention cm ON cm.claim = c.n
            JOIN mention m ON m.n = cm.mention JOIN actor_key k ON k.key = m.key WHERE c.document = ? ORDER BY m."end" - m.start, m.start"""
        for claim, *mention in self._connection.execute(question, (document,)):
            actors[claim].append(tuple(mention))
        counts: defaultdict[str, list[tuple[float | None, float | None, str]]] = defaultdict(list)
        question = "SELECT claim, low, high, unit FROM quantity WHERE document = ? ORDER BY n"
        for claim, *quantity in self._connection.execute(question, (document,)):
            counts[claim].append(tuple(quantity))
        events: defaultdict[str, set[str]] = defaultdict(set)
        for claim, kind in self._connection.execute("SELECT claim, kind FROM event WHERE document = ?", (document,)):
            events[claim].add(kind)
        found = []
        claims = self._connection.execute("SELECT n, id, spans, context FROM claim WHERE document = ? ORDER BY n", (document,))
        for n, id_, packed, context in claims:
            spans = json.loads(packed)
            parts = tuple((start, text[start:end]) for start, end in spans)
            days = tuple((since, until or since) for a, b, since, until in times if any(s <= a and b <= e for s, e in spans))
            found.append(Saying(n, parts, tuple(actors[n]), days, tuple(counts[id_]), frozenset(events[id_]), context))
        return tuple(found)

    def write(
        self, document: int, keep: Collection[int], near: Collection[int], repeats: Collection[Repeat], alike: Collection[Alike]
    ) -> None:
        """Replace what is known of a document beside others: those whose claims were held against its own, repeats, likenesses.

        What is known of it beside the documents of ``keep`` stays.
        """
        with self._writing() as connection:
            kept = ids(keep)
            self._write_near(connection, document, kept, near)
            self._write_repeats(connection, document, kept, repeats)
            self._write_alike(connection, document, kept, alike)
            connection.execute("DELETE FROM dirty_document WHERE document = ?", (document,))

    def _write_near(self, connection: sqlite3.Connection, document: int, kept: str, near: Collection[int]) -> None:
        """Whether two documents were compared says what it means that their claims are not alike, so clusters hang on it too."""
        condition = """FROM near WHERE first = ?1 AND second NOT IN (SELECT value FROM json_each(?2))
            OR second = ?1 AND first NOT IN (SELECT value FROM json_each(?2))"""
        old = set(connection.execute(f"SELECT first, second {condition}", (document, kept)))
        new = {(min(document, other), max(document, other)) for other in near}
        if old != new:
            connection.execute(f"DELETE {condition}", (document, kept))
            connection.executemany("INSERT INTO near VALUES (?, ?)", new)
            claims = connection.execute("SELECT n FROM claim WHERE document = ? AND cluster IS NOT NULL", (document,)).fetchall()
            invalidate(connection, [n for (n,) in claims])

    def _write_repeats(self, connection: sqlite3.Connection, document: int, kept: str, repeats: Collection[Repeat]) -> None:
        question = """SELECT document, of, kind, similarity, credited FROM repeat
            WHERE document = ?1 AND of NOT IN (SELECT value FROM json_each(?2))
                OR of = ?1 AND document NOT IN (SELECT value FROM json_each(?2))"""
        old = {Repeat(*row) for row in connection.execute(question, (document, kept))}
        gone, new = old - set(repeats), set(repeats) - old
        connection.executemany("DELETE FROM repeat WHERE document = ? AND of = ?", [repeat[:2] for repeat in gone])
        connection.executemany("INSERT OR REPLACE INTO repeat VALUES (?, ?, ?, ?, ?)", new)
        self._choose(connection, {repeat.document for repeat in gone | new})

    def _write_alike(self, connection: sqlite3.Connection, document: int, kept: str, alike: Collection[Alike]) -> None:
        question = """SELECT a.claim, a.other, a.score, a.dispute FROM claim c JOIN alike a ON a.{} = c.n JOIN claim o ON o.n = a.{}
            WHERE c.document = ?1 AND o.document NOT IN (SELECT value FROM json_each(?2))"""
        both = " UNION ".join(question.format(*sides) for sides in (("claim", "other"), ("other", "claim")))
        old = {Alike(*row) for row in connection.execute(both, (document, kept))}
        gone, new = old - set(alike), set(alike) - old
        connection.executemany("DELETE FROM alike WHERE claim = ? AND other = ?", [pair[:2] for pair in gone])
        connection.executemany("INSERT OR REPLACE INTO alike VALUES (?, ?, ?, ?)", new)
        invalidate(connection, {claim for pair in gone | new for claim in pair[:2]})

    def _choose(self, connection: sqlite3.Connection, documents: Iterable[int]) -> None:
        """Each of ``documents`` is a copy of the one it credits, else of the most similar, else of the earliest."""
        moved = []
        for document in documents:
            best = connection.execute(
                """SELECT p.of, p.kind, p.similarity FROM repeat p JOIN document_rank r ON r.document = p.of
                   WHERE p.document = ? ORDER BY p.credited DESC, p.similarity DESC, r.rank LIMIT 1""",
                (document,),
            ).fetchone()
            if best == connection.execute("SELECT of, kind, similarity FROM copy WHERE document = ?", (document,)).fetchone():
                continue
            connection.execute("DELETE FROM copy WHERE document = ?", (document,))
            if best:
                connection.execute("INSERT INTO copy VALUES (?, ?, ?, ?)", (document, *best))
            moved.append(document)
        invalidate(connection, _said(connection, moved))


def _said(connection: sqlite3.Connection, documents: Collection[int]) -> set[int]:
    """The claims of ``documents`` and of all that repeat them."""
    question = """WITH RECURSIVE repeats (n) AS (
            SELECT value FROM json_each(?) UNION SELECT c.document FROM repeats JOIN copy c ON c.of = repeats.n
        ) SELECT c.n FROM repeats JOIN claim c ON c.document = repeats.n"""
    return {claim for (claim,) in connection.execute(question, (ids(documents),))}
