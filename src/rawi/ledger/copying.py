"""What settling copies needs of the store: blocks of documents to compare, and where to write who repeats whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rawi.ledger import blocking
from rawi.ledger.blocking import Writing
from rawi.ledger.packing import ids
from rawi.ledger.storing import invalidate
from rawi.records import CopyKind


class Member(NamedTuple):
    """A document in a block, with what tells a copy from its original."""

    document: int
    id: str
    outlet: str | None
    published: str | None
    minhash: bytes


class Near(NamedTuple):
    """A pair found in a block: ``document`` repeats ``of``, and perhaps says so."""

    document: int
    of: int
    kind: CopyKind
    similarity: float
    credited: bool


class Copying:
    """The copies' part of a ledger."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing

    def enter(self, limit: int) -> bool:
        """Put at most ``limit`` new documents into their blocks; False once there is none left."""
        return blocking.enter(self._connection, self._writing, "document", limit)

    def dirty(self, limit: int) -> list[int]:
        """Blocks whose members changed since they were compared, at most ``limit``."""
        return blocking.dirty(self._connection, "document", limit)

    def members(self, block: int) -> Iterator[Member]:
        """The documents in a block, earlier published first."""
        question = """SELECT d.n, d.id, d.outlet, d.published, s.minhash FROM document_block b
            JOIN document d ON d.n = b.document JOIN signature s ON s.document = d.n WHERE b.block = ? ORDER BY b.rank"""
        return (Member(*row) for row in self._connection.execute(question, (block,)))

    def text(self, document: int) -> str:
        """The text of a document, by row."""
        (text,) = self._connection.execute("SELECT text FROM document WHERE n = ?", (document,)).fetchone()
        return str(text)

    def write(self, found: dict[int, list[Near]]) -> None:
        """Replace the pairs of each block by those ``found`` in it; clusters with a report that changed its original are opened."""
        with self._writing() as connection:
            changed = set[int]()
            for block, pairs in found.items():
                old = {
                    Near(*row)
                    for row in connection.execute("SELECT document, of, kind, similarity, credited FROM near WHERE block = ?", (block,))
                }
                if old != set(pairs):
                    changed |= {pair.document for pair in old.symmetric_difference(pairs)}
                    connection.execute("DELETE FROM near WHERE block = ?", (block,))
                    connection.executemany("INSERT INTO near VALUES (?, ?, ?, ?, ?, ?)", [(block, *pair) for pair in pairs])
            self._choose(changed)
            blocking.clean(connection, "document", found)

    def _choose(self, documents: Iterable[int]) -> None:
        """Each of ``documents`` is a copy of the one it credits, else of the most similar, else of the earliest."""
        moved = []
        for document in documents:
            best = self._connection.execute(
                """SELECT p.of, p.kind, p.similarity FROM near p JOIN document_rank r ON r.document = p.of
                   WHERE p.document = ? ORDER BY p.credited DESC, p.similarity DESC, r.rank LIMIT 1""",
                (document,),
            ).fetchone()
            if best == self._connection.execute("SELECT of, kind, similarity FROM copy WHERE document = ?", (document,)).fetchone():
                continue
            self._connection.execute("DELETE FROM copy WHERE document = ?", (document,))
            if best:
                self._connection.execute("INSERT INTO copy VALUES (?, ?, ?, ?)", (document, *best))
            moved.append(document)
        invalidate(self._connection, self._said(moved))

    def _said(self, documents: Collection[int]) -> set[int]:
        """The contents of ``documents`` and of all that repeat them."""
        question = """WITH RECURSIVE repeats (n) AS (
                SELECT value FROM json_each(?) UNION SELECT c.document FROM repeats JOIN copy c ON c.of = repeats.n
            ) SELECT DISTINCT c.content FROM repeats JOIN claim c ON c.document = repeats.n WHERE c.content IS NOT NULL"""
        return {content for (content,) in self._connection.execute(question, (ids(documents),))}
