"""rawi from Python, as docs/api.md describes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import rawi

ARTICLE = "The council of {0} closed the ferry on day {1}, the clerk said. He denied that {1} men were paid.\n"


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "script.py").write_text(code, "utf-8")
    return subprocess.run([sys.executable, "script.py"], cwd=folder, capture_output=True, text=True)


def test_importing_rawi_loads_nothing_heavy(tmp_path: Path) -> None:
    ran = python("import rawi, sys; print({'spacy', 'numpy', 'sqlite3', 'rich'} & set(sys.modules), rawi.__version__)", tmp_path)
    assert ran.stdout.split() == ["set()", rawi.__version__]


def test_a_script_without_a_main_guard_reads_with_several_processes_and_runs_once(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(30):
        (tmp_path / "articles" / f"{number}.txt").write_text(ARTICLE.format("Orland", number), "utf-8")
    ran = python("import rawi\nprint('begin')\nprint(rawi.read('articles', workers=2).read)\n", tmp_path)
    assert ran.stdout.split() == ["begin", "30"]
    assert ran.stderr == ""


def test_an_answer_has_the_words_and_whose_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE.format("Orland", 7), "utf-8")
    assert rawi.read(tmp_path / "a.txt", ledger=tmp_path / "x.db").read == 1
    with rawi.Ledger(tmp_path / "x.db") as ledger:
        said = {(claim.commitment, claim.chain[0].text) for claim in ledger.claims() if claim.chain}
    assert ("claimed", "the clerk") in said
    assert ("denied", "He") in said


def test_a_path_that_is_not_there_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (skipped,) = rawi.read(tmp_path / "nowhere", ledger=tmp_path / "x.db").skipped
    assert "no such file" in skipped.reason


def test_what_rawi_does_not_have_is_told_with_what_it_has() -> None:
    with pytest.raises(AttributeError, match="reread"):
        rawi.__getattr__("digest")
