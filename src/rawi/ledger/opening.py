"""Open a ledger file: check that it is one, bring its tables up to this version, set how SQLite works on it."""

from __future__ import annotations

import sqlite3
import unicodedata
from importlib import resources
from pathlib import Path

from rawi.errors import LedgerError, LedgerTooNew

APPLICATION = 0x72617769  # "rawi", where SQLite keeps whose file it is
WAIT = 10_000  # milliseconds to wait for another writer
CACHE = 32_000  # KiB of pages kept in memory, whatever the size of the ledger


def open_ledger(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    """A connection to the ledger at ``path``, its tables at this version.

    Raises:
        LedgerTooNew: a newer rawi wrote it.
        LedgerError: there is none and ``create`` is false; it is not a ledger; it is damaged; another process holds it.
    """
    if not path.exists() and (read_only or not create):
        raise LedgerError(f"{path}: there is no ledger here; make one with `rawi read PATH... --ledger {path}`")
    try:
        connection = _connect(path, read_only)
    except sqlite3.OperationalError as error:
        raise LedgerError(f"{path}: cannot be opened ({error}); name a file in a folder you may write to") from error
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        _check(connection, path)
        _migrate(connection, path, read_only)
    except sqlite3.Error as error:
        connection.close()
        raise explain(error, path) from error
    except LedgerError:
        connection.close()
        raise
    return connection


def explain(error: sqlite3.Error, path: Path) -> LedgerError:
    """The error to show for what SQLite says about the ledger at ``path``."""
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return LedgerError(f"{path}: another process is writing to this ledger; wait until it is done, or use another --ledger")
    if "readonly" in str(error):
        return LedgerError(f"{path}: this ledger may only be read; check the permissions of the file and its folder")
    if "full" in str(error):
        return LedgerError(f"{path}: the disk is full; what was stored is safe, free some space and run it again")
    return LedgerError(f"{path}: this file is not a ledger or is damaged ({error}); restore it from a copy, or name another --ledger")


def fold(text: str) -> str:
    """``text`` without case, accents and runs of white space: how names given in a question are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().replace("’", "'").split())


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=WAIT / 1000)
    connection.create_function("fold", 1, lambda text: None if text is None else fold(text), deterministic=True)
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or tables):
        raise LedgerError(f"{path}: this is another program's database, not a ledger; name another --ledger")


def _migrate(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    steps = sorted((step for step in (resources.files(__package__) / "migrations").iterdir() if step.name.endswith(".sql")), key=str)
    version = _version(connection)
    if version > len(steps):
        raise LedgerTooNew(f"{path}: written by a newer rawi (its tables are version {version}, this rawi knows {len(steps)}); update rawi")
    if version == len(steps) and read_only:
        return
    if read_only:
        raise LedgerError(f"{path}: its tables are of an older version ({version}); open it once for writing to bring it up to date")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    for number, step in enumerate(steps, start=1):
        if number > version:
            _apply(connection, number, step.read_text(encoding="utf-8"))


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < number:  # another process may have done it while this one waited
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    # sqlite3's executescript commits what is open, so that a step could be left half done
    statements, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
