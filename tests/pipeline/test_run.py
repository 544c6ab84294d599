"""From paths to a ledger: nothing twice, nothing lost, the same whatever was stopped when and by how many it was done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rawi import pipeline
from rawi.export import jsonl
from rawi.ledger import Ledger
from rawi.pipeline import Options, Summary
from rawi.records import Maker, Reading

Write = Callable[[Path, int], Path]


def read(paths: Iterable[Path], ledger: Path, workers: int = 1) -> Summary:
    with Ledger(ledger) as opened:
        return pipeline.read(map(str, paths), opened, Options(workers=workers))


def export(ledger: Path) -> str:
    with Ledger(ledger, read_only=True) as opened:
        return "".join(jsonl.lines(opened))


def start(folder: Path, ledger: Path, workers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "rawi", "read", str(folder), "--ledger", str(ledger), "--workers", str(workers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def stored(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    try:
        with Ledger(ledger, read_only=True) as opened:
            return sum(1 for _ in opened.documents())
    except Exception:  # not made yet
        return 0


def wait_until_stored(ledger: Path, count: int, process: subprocess.Popen[str]) -> None:
    for _ in range(600):
        if stored(ledger) >= count or process.poll() is not None:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was stored in time")


def test_reading_the_same_again_changes_nothing(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 5)
    first = read([folder], tmp_path / "x.db")
    before = export(tmp_path / "x.db")
    again = read([folder], tmp_path / "x.db")
    assert (first.read, first.unchanged) == (5, 0)
    assert (again.read, again.unchanged) == (0, 5)
    assert export(tmp_path / "x.db") == before


def test_the_same_bytes_under_two_names_are_one_document_by_its_first_name(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 1)
    (folder / "0001.txt").write_bytes((folder / "0000.txt").read_bytes())
    summary = read([folder], tmp_path / "x.db")
    with Ledger(tmp_path / "x.db") as ledger:
        (document,) = ledger.documents()
    assert (summary.read, summary.unchanged) == (1, 1)
    assert document.path is not None
    assert document.path.endswith("0000.txt")


def test_what_cannot_be_read_is_skipped_with_its_reason_and_the_rest_is_read(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 3)
    (folder / "0001.txt").write_bytes(b"")
    (folder / "0002a.pdf").write_bytes(b"%PDF-1.7 torn off")
    summary = read([folder, tmp_path / "nowhere"], tmp_path / "x.db")
    assert summary.read == 2
    assert [Path(skipped.path or "").name for skipped in summary.skipped] in (
        ["0001.txt", "0002a.pdf", "nowhere"],
        ["nowhere", "0001.txt", "0002a.pdf"],
    )
    with Ledger(tmp_path / "x.db") as ledger:
        assert {skipped.reason for skipped in ledger.skips()} == {skipped.reason for skipped in summary.skipped}


def test_a_document_that_is_too_large_is_skipped_and_the_rest_of_its_batch_is_read(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 3)
    (folder / "0001.txt").write_text("He said that he said. " * 40_000, "utf-8")
    summary = read([folder], tmp_path / "x.db")
    assert summary.read == 2
    assert len(summary.skipped) == 1


def test_many_processes_store_what_one_stores(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 40)
    one, two = read([folder], tmp_path / "1.db"), read([folder], tmp_path / "2.db", workers=2)
    assert one.read == two.read == 40
    assert one.words == two.words
    assert export(tmp_path / "1.db") == export(tmp_path / "2.db")


def test_reread_reads_what_an_earlier_maker_read(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 2)
    read([folder], tmp_path / "x.db")
    before = export(tmp_path / "x.db")
    with Ledger(tmp_path / "x.db") as ledger:
        assert pipeline.reread(ledger).read == 0
        outcome = pipeline.work(pipeline.Job((ledger.original(next(ledger.documents()).id),)))[0]
        assert isinstance(outcome, Reading)
        ledger.store(_by(outcome, Maker("rawi", "0.0.1")))
        assert pipeline.reread(ledger).read == 1
        assert pipeline.reread(ledger, Options(everything=True)).read == 2
    assert export(tmp_path / "x.db") == before


def _by(reading: Reading, maker: Maker) -> Reading:
    from dataclasses import replace

    return replace(reading, maker=maker)


def test_progress_is_told_for_every_document(tmp_path: Path, write: Write) -> None:
    folder = write(tmp_path / "articles", 4)
    (folder / "0001.txt").write_bytes(b"")
    told: list[tuple[str, int]] = []
    with Ledger(tmp_path / "x.db") as ledger:
        pipeline.read([str(folder)], ledger, Options(workers=1, watcher=lambda stage, documents: told.append((stage, documents))))
    assert told[0] == ("count", 4)
    assert told[1:-1] == [("read", 1)] * 4
    assert told[-1] == ("settle", 0)


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_stores_what_is_being_read_and_the_next_run_goes_on(tmp_path: Path, write: Write, workers: int) -> None:
    folder, ledger = write(tmp_path / "articles", 120), tmp_path / "x.db"
    process = start(folder, ledger, workers)
    wait_until_stored(ledger, 1, process)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "again" in told
    assert "Traceback" not in told
    done = stored(ledger)
    assert 0 < done < 120
    assert read([folder], ledger).read == 120 - done
    read([folder], tmp_path / "undisturbed.db")
    assert export(ledger) == export(tmp_path / "undisturbed.db")


def test_workers_end_when_the_reading_process_is_killed(tmp_path: Path, write: Write) -> None:
    folder, ledger = write(tmp_path / "articles", 120), tmp_path / "x.db"
    process = start(folder, ledger, 2)
    wait_until_stored(ledger, 1, process)
    workers = _children(process.pid)
    process.kill()
    process.communicate()
    assert len(workers) == 2
    for _ in range(100):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    raise AssertionError("workers outlived the process that started them")


def _children(pid: int) -> set[int]:
    return {int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()}
