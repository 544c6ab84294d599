"""The example articles, read once for all tests that ask a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def examples_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of ``examples/``, read in this process; treat it as read-only."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    rawi.read(ROOT / "examples", ledger=path, workers=1)
    return path
