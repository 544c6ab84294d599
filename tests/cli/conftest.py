"""The command line as a person uses it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from rawi.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    out: str
    err: str
    status: int


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder, its output going to a pipe."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAWI_LEDGER", raising=False)

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["rawi", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        out, err = capsys.readouterr()
        return Ran(out, err, status)

    return run


@pytest.fixture
def ask(run: Run, examples_ledger: Path) -> Run:
    """Run a command on the ledger of the example articles."""
    return lambda *arguments: run(*arguments, "--ledger", examples_ledger)
