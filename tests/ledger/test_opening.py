"""What happens to a file that is no ledger, or that somebody else uses."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from rawi.errors import LedgerError, LedgerTooNew
from rawi.ledger import Ledger, opening
from rawi.records import Reading, Skipped


def test_a_new_ledger_passes_sqlites_own_check_and_is_a_rawi_file(tmp_path: Path) -> None:
    Ledger(tmp_path / "new.db").close()
    connection = sqlite3.connect(tmp_path / "new.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"rawi", "big"),)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_ledger_that_is_not_there_is_not_made_unasked(tmp_path: Path, options: dict[str, bool]) -> None:
    with pytest.raises(LedgerError, match=r"none\.db: there is no ledger here; make one with `rawi read"):
        Ledger(tmp_path / "none.db", **options)
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear editor, " * 400)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger(path)
    assert path.read_text() == "Dear editor, " * 400


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "songs.db")
    connection.execute("CREATE TABLE song (title)")
    connection.close()
    with pytest.raises(LedgerError, match="another program's database"):
        Ledger(tmp_path / "songs.db")
    connection = sqlite3.connect(tmp_path / "songs.db")
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("song",)]
    connection.close()


def test_a_ledger_of_a_newer_rawi_is_refused(tmp_path: Path) -> None:
    Ledger(tmp_path / "new.db").close()
    connection = sqlite3.connect(tmp_path / "new.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LedgerTooNew, match=r"version 99.*update rawi"):
        Ledger(tmp_path / "new.db")


def test_a_ledger_cut_off_in_the_middle_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cut.db"
    Ledger(path).close()
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(LedgerError, match="damaged"), Ledger(path) as ledger:
        ledger.skip(Skipped(path="a.txt", reason="empty"))
        list(ledger.records())


def test_a_second_writer_is_told_that_another_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 50)
    with Ledger(tmp_path / "one.db") as first, Ledger(tmp_path / "one.db") as second:
        with first._writing(), pytest.raises(LedgerError, match="another process is writing"):
            second.skip(Skipped(path="a.txt", reason="empty"))
        second.skip(Skipped(path="a.txt", reason="empty"))
        assert len(list(first.skips())) == 1


def test_a_ledger_opened_for_reading_only_cannot_be_written(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    with Ledger(tmp_path / "one.db") as ledger:
        ledger.store(tell("a.txt", None, None, (None, "", "the bridge at Lusk is closed", "asserted")))
    with Ledger(tmp_path / "one.db", read_only=True) as ledger:
        assert [claim.text for claim in ledger.claims()] == ["the bridge at Lusk is closed"]
        with pytest.raises(LedgerError, match="may only be read"):
            ledger.skip(Skipped(path="a.txt", reason="empty"))


def test_readers_see_the_ledger_while_another_writes(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    with Ledger(tmp_path / "one.db") as writer, Ledger(tmp_path / "one.db", read_only=True) as reader:
        with writer._writing() as connection:
            connection.execute("INSERT INTO skipped (path, reason) VALUES ('a.txt', 'empty')")
            assert list(reader.skips()) == []
        assert len(list(reader.skips())) == 1
