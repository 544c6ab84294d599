"""names, doubts, decide, undo, decisions, packs: as a person and as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STAR = "The Coast Guard of Selm fired on the boats, Anders Brandt said. The Coast Guard fled. Selm is far."
POST = "The Northern Banner Brigade fired first, Anders Brant said. Guards of Selm fled. The Northern Banner Brigade denied it."
PACK = """
pack: selm
title: Selm
actors:
  - {id: selm, name: Selm, kind: country, sources: [invented]}
  - {id: guard, name: Coast Guard of Selm, kind: organization, names: [Northern Banner Brigade], country: selm, sources: [invented]}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    rows = [{"outlet": "Star", "text": STAR, "published": "2024-01-02"}, {"outlet": "Post", "text": POST, "published": "2024-01-05"}]
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    run(tmp_path, "read", "two.jsonl", "--attribution", "rules")
    return tmp_path


def run(folder: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "rawi", *arguments], cwd=folder, capture_output=True, text=True, env=os.environ | {"USER": "lena"}
    )
    assert done.returncode == status, done.stderr
    return done


def test_a_decision_from_doubt_to_undo(ledger: Path) -> None:
    done = run(ledger, "decide", "Coast Guard", "Northern Banner Brigade", "same", "--note", "one fleet")
    assert "are one actor" in done.stdout
    rows = json.loads(run(ledger, "names", "Northern Banner Brigade", "--json").stdout)
    by = {(row["name"], row["outlet"]): row for row in rows}
    assert by["Northern Banner Brigade", "Post"]["only"] and by["Northern Banner Brigade", "Post"]["since"] == "2024-01-05"
    assert any(outlet == "Star" for _, outlet in by)
    (decision,) = json.loads(run(ledger, "decisions", "--json").stdout)
    assert (decision["verdict"], decision["note"], decision["retracted"]) == ("same", "one fleet", False)
    run(ledger, "undo", decision["id"])
    assert {row["outlet"] for row in json.loads(run(ledger, "names", "Northern Banner Brigade", "--json").stdout)} == {"Post"}
    assert "taken back" in run(ledger, "decisions").stdout


def test_decisions_are_carried_to_another_ledger_and_bad_lines_are_named(ledger: Path) -> None:
    run(ledger, "decide", "Coast Guard", "Northern Banner Brigade", "same")
    lines = run(ledger, "decisions", "--ijson").stdout
    (ledger / "lines.ijson").write_text(lines + "no line\n", "utf-8")
    run(ledger, "read", "two.jsonl", "--attribution", "rules", "--ledger", "other.db")
    done = run(ledger, "decisions", "--import", "lines.ijson", "--ledger", "other.db", status=3)
    assert "lines.ijson:2: left out" in done.stderr and "1 decisions taken over" in done.stderr
    assert (
        len({row["outlet"] for row in json.loads(run(ledger, "names", "Northern Banner Brigade", "--ledger", "other.db", "--json").stdout)})
        == 2
    )


def test_a_pack_joins_what_it_knows_and_its_removal_parts_it(ledger: Path) -> None:
    (ledger / "selm.yaml").write_text(PACK, "utf-8")
    run(ledger, "pack", "add", "selm.yaml")
    (actor,) = json.loads(run(ledger, "actors", "Northern Banner Brigade", "--json").stdout)
    assert actor["name"] == "Coast Guard of Selm"
    assert "selm" in run(ledger, "pack", "list").stdout
    run(ledger, "pack", "remove", "selm")
    (actor,) = json.loads(run(ledger, "actors", "Northern Banner Brigade", "--json").stdout)
    assert actor["name"] == "Northern Banner Brigade"
    assert "nobody-knows" in run(ledger, "pack", "remove", "nobody-knows", status=4).stderr


def test_a_broken_pack_changes_nothing(ledger: Path) -> None:
    (ledger / "bad.yaml").write_text("pack: selm\ntitle: x\nactors:\n  - {id: A, name: x, kind: ship, sources: []}\n", "utf-8")
    before = run(ledger, "actors", "--json").stdout
    done = run(ledger, "pack", "add", "bad.yaml", status=1)
    assert "kind is one of" in done.stderr
    assert run(ledger, "actors", "--json").stdout == before


def test_nothing_to_ask_is_said(ledger: Path) -> None:
    assert "decide" in run(ledger, "decisions", status=4).stderr or "doubts" in run(ledger, "decisions", status=4).stderr
