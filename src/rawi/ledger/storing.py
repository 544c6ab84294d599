"""Write one document's reading: its row, its derived records, and what there is to settle because of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Literal

from rawi.ledger.deriving import derive, maker_number
from rawi.ledger.packing import ids, number, pack, pack_blocks, printable, unpack_blocks
from rawi.records import Document, Original, Reading, Skipped

# the order respects what refers to what
_DERIVED = ("claim", "mention", "alias", "relation", "event", "time", "quantity", "loaded")


def store(connection: sqlite3.Connection, reading: Reading) -> Literal["new", "replaced"]:
    """Write ``reading`` inside the caller's transaction; what an earlier reading of the document left is replaced."""
    document = reading.document
    row = connection.execute("SELECT n FROM document WHERE id = ?", (document.id,)).fetchone()
    old = set[int]()
    if row:
        old = _forget(connection, row[0])
    n = _write_document(connection, document, maker_number(connection, reading.maker))
    _write_original(connection, n, reading.original)
    connection.execute(
        "INSERT INTO signature (document, minhash, blocks) VALUES (?, ?, ?)",
        (n, reading.signature.minhash, pack_blocks(reading.signature.blocks)),
    )
    contents = _write_contents(connection, reading)
    derive(connection, n, reading, contents)
    _settle_contents(connection, old, set(contents.values()))
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


def invalidate(connection: sqlite3.Connection, contents: Iterable[int]) -> None:
    """Undo the clusters that ``contents`` are in, so that settling makes them anew."""
    clusters = ids(
        cluster
        for (cluster,) in connection.execute(
            "SELECT DISTINCT cluster FROM content WHERE n IN (SELECT value FROM json_each(?)) AND cluster IS NOT NULL", (ids(contents),)
        )
    )
    connection.execute("UPDATE content SET cluster = NULL WHERE cluster IN (SELECT value FROM json_each(?))", (clusters,))
    connection.execute("DELETE FROM cluster WHERE id IN (SELECT value FROM json_each(?))", (clusters,))


def _forget(connection: sqlite3.Connection, n: int) -> set[int]:
    """Remove what was derived from document ``n``; return the contents its claims had."""
    _mark_keys(connection, n)
    contents = {c for (c,) in connection.execute("SELECT content FROM claim WHERE document = ? AND content IS NOT NULL", (n,))}
    blocks = connection.execute("SELECT blocks FROM signature WHERE document = ?", (n,)).fetchone()
    rank = connection.execute("SELECT rank FROM document_rank WHERE document = ?", (n,)).fetchone()[0]
    _leave_blocks(connection, "document", [(block, rank, n) for block in unpack_blocks(blocks[0])])
    connection.execute("DELETE FROM signature WHERE document = ?", (n,))
    connection.execute(
        "INSERT INTO document_words (document_words, rowid, title, text) SELECT 'delete', n, title, text FROM document WHERE n = ?", (n,)
    )
    connection.execute("INSERT INTO claim_words (claim_words, rowid, text) SELECT 'delete', n, text FROM claim WHERE document = ?", (n,))
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (n,))
    return contents


def _leave_blocks(connection: sqlite3.Connection, kind: Literal["document", "content"], rows: list[tuple[object, ...]]) -> None:
    where = "block = ? AND rank = ? AND document = ?" if kind == "document" else "block = ? AND content = ?"
    connection.executemany(f"DELETE FROM {kind}_block WHERE {where}", rows)
    connection.executemany(f"INSERT OR IGNORE INTO dirty_{kind}_block (block) VALUES (?)", [(row[0],) for row in rows])


def _settle_contents(connection: sqlite3.Connection, old: set[int], new: set[int]) -> None:
    """Open the clusters of every content that gained or lost a claim, and drop contents that nobody says any more."""
    invalidate(connection, old | new)
    gone = connection.execute(
        """SELECT n, blocks FROM content WHERE n IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.content = content.n)""",
        (ids(old - new),),
    ).fetchall()
    for n, blocks in gone:
        _leave_blocks(connection, "content", [(block, n) for block in unpack_blocks(blocks)])
        connection.execute("DELETE FROM content WHERE n = ?", (n,))


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


def _write_contents(connection: sqlite3.Connection, reading: Reading) -> dict[str, int]:
    """Write what the claims say, folded to words; return the content's row for each claim that has one."""
    signed = [(number(s.words), s) for s in reading.signature.claims if s.words]
    connection.executemany(
        "INSERT OR IGNORE INTO content (n, words, blocks) VALUES (?, ?, ?)",
        [(n, " ".join(s.words), pack_blocks(s.blocks)) for n, s in signed],
    )
    return {s.claim: n for n, s in signed}
