"""Write one document's reading: its row, its derived records, and what there is to settle because of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Literal

from rawi.ledger.blocking import leave
from rawi.ledger.deriving import derive, maker_number
from rawi.ledger.packing import ids, pack, pack_blocks, printable, unpack_blocks
from rawi.records import Document, Original, Reading, Skipped

# the order respects what refers to what
_DERIVED = ("claim", "mention", "alias", "relation", "event", "time", "quantity", "loaded")


def store(connection: sqlite3.Connection, reading: Reading) -> Literal["new", "replaced"]:
    """Write ``reading`` inside the caller's transaction; what an earlier reading of the document left is replaced."""
    document = reading.document
    row = connection.execute("SELECT n FROM document WHERE id = ?", (document.id,)).fetchone()
    if row:
        _forget(connection, row[0], document.id)
    n = _write_document(connection, document, maker_number(connection, reading.maker))
    _write_original(connection, n, reading.original)
    connection.execute(
        "INSERT INTO signature (document, minhash, subjects, blocks) VALUES (?, ?, ?, ?)",
        (n, reading.signature.minhash, pack_blocks(reading.signature.subjects), pack_blocks(reading.signature.blocks)),
    )
    derive(connection, n, reading)
    _mark_keys(connection, n)
    connection.execute(
        "DELETE FROM skipped WHERE document = ? OR (document IS NULL AND path = ?)",
        (document.id, reading.original.url or printable(reading.original.path)),
    )
    for gap in reading.gaps:
        skip(connection, gap)
    return "replaced" if row else "new"


def skip(connection: sqlite3.Connection, skipped: Skipped) -> None:
    """Note what could not be read; the same thing twice is one row."""
    start, end = skipped.span or (None, None)
    connection.execute(
        'INSERT OR IGNORE INTO skipped (path, document, start, "end", reason) VALUES (?, ?, ?, ?, ?)',
        (printable(skipped.path), skipped.document, start, end, printable(skipped.reason)),
    )


def invalidate(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Undo the clusters that ``claims`` are in, and those that they dispute, so that settling makes them anew."""
    question = """WITH changed (n) AS (SELECT value FROM json_each(?))
        SELECT cluster FROM changed JOIN claim USING (n) WHERE cluster IS NOT NULL
        UNION SELECT o.cluster FROM changed JOIN alike a ON a.claim = changed.n JOIN claim o ON o.n = a.other
            WHERE a.dispute IS NOT NULL AND o.cluster IS NOT NULL
        UNION SELECT o.cluster FROM changed JOIN alike a ON a.other = changed.n JOIN claim o ON o.n = a.claim
            WHERE a.dispute IS NOT NULL AND o.cluster IS NOT NULL"""
    clusters = ids(cluster for (cluster,) in connection.execute(question, (ids(claims),)))
    connection.execute("UPDATE claim SET cluster = NULL WHERE cluster IN (SELECT value FROM json_each(?))", (clusters,))
    connection.execute("DELETE FROM cluster WHERE id IN (SELECT value FROM json_each(?))", (clusters,))


def _forget(connection: sqlite3.Connection, n: int, id_: str) -> None:
    """Remove what was derived from document ``n``."""
    _mark_keys(connection, n)
    blocks = connection.execute("SELECT blocks FROM signature WHERE document = ?", (n,)).fetchone()
    leave(connection, n, id_, unpack_blocks(blocks[0]))
    connection.execute("DELETE FROM signature WHERE document = ?", (n,))
    connection.execute(
        "INSERT INTO document_words (document_words, rowid, title, text) SELECT 'delete', n, title, text FROM document WHERE n = ?", (n,)
    )
    connection.execute("INSERT INTO claim_words (claim_words, rowid, text) SELECT 'delete', n, text FROM claim WHERE document = ?", (n,))
    claims = [claim for (claim,) in connection.execute("SELECT n FROM claim WHERE document = ?", (n,))]
    invalidate(connection, claims)
    for side in ("claim", "other"):
        connection.execute(f"DELETE FROM alike WHERE {side} IN (SELECT value FROM json_each(?))", (ids(claims),))
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (n,))


def _mark_keys(connection: sqlite3.Connection, n: int) -> None:
    connection.execute("INSERT OR IGNORE INTO dirty_key SELECT key FROM mention WHERE document = ? AND key IS NOT NULL", (n,))
    for column in ("key", "other"):
        connection.execute(f"INSERT OR IGNORE INTO dirty_key SELECT {column} FROM alias WHERE document = ?", (n,))


def _write_document(connection: sqlite3.Connection, document: Document, maker: int) -> int:
    row = asdict(document) | {
        "path": printable(document.path),
        "authors": pack(document.authors),
        "translators": pack(document.translators),
        "notes": pack(document.notes),
        "frame": pack(document.frame),
        "maker": maker,
        "indexed": 0,
    }
    columns = ", ".join(row)
    values = ", ".join(f":{column}" for column in row)
    changes = ", ".join(f"{column} = excluded.{column}" for column in row)
    (n,) = connection.execute(
        f"INSERT INTO document ({columns}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {changes} RETURNING n", row
    ).fetchone()
    connection.execute("INSERT INTO document_words (rowid, title, text) VALUES (?, ?, ?)", (n, document.title, document.text))
    return int(n)


def _write_original(connection: sqlite3.Connection, n: int, original: Original) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO original (document, path, url, media_type, given, data) VALUES (?, ?, ?, ?, ?, ?)",
        (n, printable(original.path), original.url, original.media_type, pack(asdict(original.given)), zlib.compress(original.data)),
    )
