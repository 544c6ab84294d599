"""Claims as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from rawi.export.csv import COLUMNS, lines
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import Reading


def table(ledger: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines(ledger)), newline="")))


def test_a_claim_is_a_row_with_its_source_status_and_document(tmp_path: Path, tell: Callable[..., Reading]) -> None:
    with Ledger(tmp_path / "rawi.db") as ledger:
        said = ("Ane Dorr", "said", 'guards "closed"\nthe mill', "claimed")
        ledger.store(tell("a.txt", "Lusk Post", "2024-01-02", said, (None, "", "It rained", "asserted")))
        settle(ledger)
        first, second = table(ledger)
    assert tuple(first) == COLUMNS
    assert first["claim"] == 'guards "closed"\nthe mill'
    assert (first["source"], first["cue"], first["commitment"]) == ("Ane Dorr", "said", "claimed")
    assert (first["status"], first["voices"]) == ("single", "1")
    assert (first["outlet"], first["published"], first["where"]) == ("Lusk Post", "2024-01-02", "a.txt")
    assert (second["source"], second["status"], second["voices"]) == ("", "single", "1")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(tmp_path: Path, tell: Callable[..., Reading], start: str) -> None:
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(tell(f"{start}a.txt", f"{start}outlet", None, (None, "", f"{start}HYPERLINK(1)", "asserted")))
        (only,) = table(ledger)
    assert only["claim"] == f"'{start}HYPERLINK(1)"
    assert only["outlet"] == f"'{start}outlet"
    assert not any(cell.startswith(start) for cell in only.values())
