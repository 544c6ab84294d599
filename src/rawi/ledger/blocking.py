"""Blocking keys: which documents or contents share one and may be compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Literal

from rawi.ledger.packing import ids, unpack_blocks

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]
Kind = Literal["document", "content"]

_WAITING = {
    "document": """SELECT d.n, s.blocks, r.rank
        FROM document d JOIN signature s ON s.document = d.n JOIN document_rank r ON r.document = d.n
        WHERE d.indexed = 0 ORDER BY d.n LIMIT ?""",
    "content": "SELECT n, blocks FROM content WHERE indexed = 0 ORDER BY n LIMIT ?",
}
_ENTER = {
    "document": "INSERT OR IGNORE INTO document_block (document, block, rank) VALUES (?, ?, ?)",
    "content": "INSERT OR IGNORE INTO content_block (content, block) VALUES (?, ?)",
}


def enter(connection: sqlite3.Connection, writing: Writing, kind: Kind, limit: int) -> bool:
    """Put at most ``limit`` new documents or contents into their blocks, in one transaction; False once there is none left.

    Blocks are written here, sorted and many at a time, since one document's alone would touch hundreds of pages.
    """
    with writing():
        waiting = connection.execute(_WAITING[kind], (limit,)).fetchall()
        rows = sorted(((n, block, *rest) for n, blocks, *rest in waiting for block in unpack_blocks(blocks)), key=lambda row: row[1])
        connection.executemany(_ENTER[kind], rows)
        touched = ids({row[1] for row in rows})
        connection.execute(
            f"""INSERT OR IGNORE INTO dirty_{kind}_block SELECT block FROM {kind}_block
                WHERE block IN (SELECT value FROM json_each(?)) GROUP BY block HAVING count(*) > 1""",
            (touched,),
        )
        connection.execute(f"UPDATE {kind} SET indexed = 1 WHERE n IN (SELECT value FROM json_each(?))", (ids(row[0] for row in waiting),))
    return bool(waiting)


def dirty(connection: sqlite3.Connection, kind: Kind, limit: int) -> list[int]:
    """Blocks whose members changed since they were compared, at most ``limit``."""
    return [block for (block,) in connection.execute(f"SELECT block FROM dirty_{kind}_block ORDER BY block LIMIT ?", (limit,))]


def clean(connection: sqlite3.Connection, kind: Kind, blocks: Iterable[int]) -> None:
    """Note, inside the caller's transaction, that ``blocks`` have been compared."""
    connection.executemany(f"DELETE FROM dirty_{kind}_block WHERE block = ?", [(block,) for block in blocks])
