"""Blocking keys: which documents meet and are compared.

In a block, the first few by rank lead, and each of the others meets these; so a block of few is compared whole, and one of thousands costs
each of them a few comparisons. Ranks come from ids, so who meets whom is a function of the set of documents, and who leads seldom changes.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from rawi.ledger.packing import ids, unpack_blocks

LEADERS = 24

_WAITING = """SELECT d.n, d.id, s.blocks FROM document d JOIN signature s ON s.document = d.n WHERE d.indexed = 0 ORDER BY d.n LIMIT ?"""


def rank(id_: str) -> int:
    """A document's place in every block, by its id."""
    return int(id_[1:13], 16)


def enter(connection: sqlite3.Connection, limit: int) -> bool:
    """Put at most ``limit`` new documents into their blocks, inside the caller's transaction; False once there is none left.

    They are to be compared, and so is who leads a block no more. Blocks are written here, sorted and many at a time, since one document's
    alone would touch hundreds of pages.
    """
    waiting = connection.execute(_WAITING, (limit,)).fetchall()
    coming: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for n, id_, blocks in waiting:
        for block in unpack_blocks(blocks):
            coming[block].append((rank(id_), n))
    changed = {n for n, *_ in waiting}
    for block, new in coming.items():
        leading = _leading(connection, block)
        kept = sorted([*leading, *new])[:LEADERS]
        changed |= {n for _, n in leading} - {n for _, n in kept}
    rows = sorted((block, *one) for block, new in coming.items() for one in new)
    connection.executemany("INSERT OR IGNORE INTO document_block (block, rank, document) VALUES (?, ?, ?)", rows)
    mark(connection, changed)
    connection.execute("UPDATE document SET indexed = 1 WHERE n IN (SELECT value FROM json_each(?))", (ids(n for n, *_ in waiting),))
    return bool(waiting)


def leave(connection: sqlite3.Connection, document: int, id_: str, blocks: Iterable[int]) -> None:
    """Take a document out of its blocks, inside the caller's transaction; who leads one in its place is to be compared."""
    for block in blocks:
        leading = _leading(connection, block, LEADERS + 1)
        if len(leading) > LEADERS and (rank(id_), document) in leading[:LEADERS]:
            mark(connection, [leading[-1][1]])
        connection.execute("DELETE FROM document_block WHERE block = ? AND rank = ? AND document = ?", (block, rank(id_), document))


def met(connection: sqlite3.Connection, document: int) -> set[int]:
    """The documents that ``document`` is compared with."""
    id_, packed = connection.execute(
        "SELECT d.id, s.blocks FROM document d JOIN signature s ON s.document = d.n WHERE d.n = ?", (document,)
    ).fetchone()
    found = set[int]()
    for block in unpack_blocks(packed):
        leading = _leading(connection, block)
        if (rank(id_), document) in leading:
            found |= {n for (n,) in connection.execute("SELECT document FROM document_block WHERE block = ?", (block,))}
        else:
            found |= {n for _, n in leading}
    return found - {document}


def mark(connection: sqlite3.Connection, documents: Iterable[int]) -> None:
    """Note, inside the caller's transaction, that ``documents`` are to be compared with those that they meet."""
    connection.executemany("INSERT OR IGNORE INTO dirty_document VALUES (?)", [(n,) for n in documents])


def _leading(connection: sqlite3.Connection, block: int, most: int = LEADERS) -> list[tuple[int, int]]:
    question = "SELECT rank, document FROM document_block WHERE block = ? ORDER BY rank, document LIMIT ?"
    return connection.execute(question, (block, most)).fetchall()
