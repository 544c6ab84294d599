"""read, reread, export: what they leave behind and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

REPORT = "Bay council closes ferry\n\nKestrel Bay, 3 May 2031\n\nThe council closed the ferry, the clerk Odile Brankov said on Monday.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_read_makes_rawi_db_and_says_what_to_try_next(run: Run, report: Path) -> None:
    ran = run("read", report)
    assert ran.status == 0
    assert Path("rawi.db").exists()
    assert "1 document read" in ran.err
    assert "Odile Brankov" in ran.out
    assert "rawi claims" in ran.out
    assert "--ledger" not in ran.out
    assert "1 already in the ledger" in run("read", report).err


def test_what_to_try_next_names_the_ledger_that_was_named(run: Run, report: Path) -> None:
    assert "rawi sources --ledger other.db" in run("read", report, "--ledger", "other.db").out


def test_jsonl_without_a_ledger_leaves_none_behind(run: Run, report: Path) -> None:
    ran = run("read", report, "--format", "jsonl")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert rows[0]["type"] == "ledger"
    assert {"document", "claim", "actor"} <= {row["type"] for row in rows}
    assert sorted(path.name for path in Path().iterdir()) == ["report.txt"]


def test_jsonl_with_a_ledger_is_that_ledgers_export(run: Run, report: Path) -> None:
    ran = run("read", report, "--format", "jsonl", "--ledger", "x.db")
    assert ran.out == run("export", "--ledger", "x.db").out


def test_skipped_inputs_are_told_with_reasons_stored_and_end_with_status_three(run: Run, report: Path) -> None:
    Path("empty.txt").touch()
    ran = run("read", report, "empty.txt", "nowhere.txt", "--format", "jsonl", "--ledger", "x.db")
    skipped = [json.loads(line) for line in ran.out.splitlines() if '"skipped"' in line]
    assert ran.status == 3
    assert sorted(row["path"] for row in skipped) == ["empty.txt", "nowhere.txt"]
    assert all(row["reason"] in ran.err for row in skipped)
    shown = run("stats", "--skipped", "--ledger", "x.db").out
    assert "empty.txt" in shown
    assert "nowhere.txt" in shown


def test_the_summary_as_json(run: Run, report: Path) -> None:
    Path("empty.txt").touch()
    summary = json.loads(run("read", report, "empty.txt", "--json").out)
    assert (summary["read"], summary["unchanged"], len(summary["skipped"])) == (1, 0, 1)
    assert summary["words"] == len(REPORT.split())


def test_an_empty_folder_is_nothing_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("read", "empty")
    assert ran.status == 4
    assert "empty" in ran.err


def test_a_ledger_that_is_none_is_an_error_without_a_traceback(run: Run, report: Path) -> None:
    ran = run("read", report, "--ledger", report)
    assert ran.status == 1
    assert "report.txt" in ran.err
    assert report.read_text("utf-8") == REPORT


def test_reread_reads_all_again_and_changes_nothing(run: Run, report: Path) -> None:
    run("read", report)
    before = run("export").out
    assert "0 documents read" in run("reread").err
    ran = run("reread", "--all")
    assert ran.status == 0
    assert "1 document read" in ran.err
    assert run("export").out == before


def test_csv_has_one_claim_a_row_with_whose_it_is(run: Run, report: Path) -> None:
    run("read", report)
    claims = json.loads(run("claims", "--json").out)
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv").out)))
    assert [row["id"] for row in rows] == [claim["id"] for claim in claims]
    assert any("Odile Brankov" in row["source"] for row in rows)


def test_export_to_a_file_is_what_export_prints(run: Run, report: Path) -> None:
    run("read", report)
    assert run("export", "-o", "x.jsonl").out == ""
    assert Path("x.jsonl").read_text("utf-8") == run("export").out
    assert run("export", "-o", "nowhere/x.jsonl").status == 2


def rawi(*arguments: str | Path, stdin: str | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **settings}
    return subprocess.run([sys.executable, "-m", "rawi", *arguments], input=stdin, capture_output=True, text=True, env=environment)


def test_standard_input_is_read(tmp_path: Path) -> None:
    ran = rawi("read", "-", "--format", "jsonl", "--ledger", tmp_path / "x.db", stdin=REPORT)
    assert ran.returncode == 0
    assert any(json.loads(line).get("text", "").strip() == REPORT.strip() for line in ran.stdout.splitlines())


def test_help_answers_at_once() -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "rawi", "--help"], capture_output=True, text=True, env={**os.environ, "COLUMNS": "80"}
    )
    assert ran.returncode == 0
    assert not any(f" {heavy}\n" in ran.stderr for heavy in ("spacy", "numpy", "lxml", "trafilatura", "rawi.pipeline"))


def test_a_pipe_closed_early_is_no_error(examples_ledger: Path) -> None:
    command = f'"{sys.executable}" -m rawi export --ledger "{examples_ledger}" | head -n 1'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert json.loads(ran.stdout)["type"] == "ledger"
    assert ran.stderr == ""


@pytest.mark.parametrize("columns", [80, 120])
def test_in_a_terminal_no_line_is_longer_than_the_terminal(examples_ledger: Path, columns: int) -> None:
    for verb in ("claims", "actors", "sources", "stats"):
        lines = _in_terminal(columns, {"NO_COLOR": "1"}, verb, "--ledger", str(examples_ledger))
        assert len(lines) > 5
        assert not any("\x1b[3" in line for line in lines)  # no colour
        assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in lines) <= columns


def test_in_a_terminal_the_parts_of_a_passage_differ_by_style(examples_ledger: Path) -> None:
    (claim,) = json.loads(rawi("claims", "--commitment", "denied", "--limit", "1", "--json", "--ledger", examples_ledger).stdout)
    shown = "\n".join(_in_terminal(100, {"TERM": "xterm"}, "show", claim["id"], "--ledger", str(examples_ledger)))
    assert "\x1b[33mdenied\x1b[0m" in shown
    assert "[[" not in shown


def _in_terminal(columns: int, settings: dict[str, str], *arguments: str) -> list[str]:
    """What a command prints on a terminal of this width."""
    parent, child = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm", "COLUMNS": str(columns), **settings}
    process = subprocess.Popen([sys.executable, "-m", "rawi", *arguments], stdout=child, stderr=child, env=environment)
    os.close(child)
    printed = b""
    try:
        while chunk := os.read(parent, 65536):
            printed += chunk
    except OSError:  # how a terminal says that the other side is gone
        pass
    os.close(parent)
    assert process.wait() == 0, printed.decode()
    return printed.decode().replace("\r\n", "\n").split("\n")
