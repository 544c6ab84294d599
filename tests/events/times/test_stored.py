"""Time expressions reach the ledger and its export."""

import json
from pathlib import Path

import rawi
from rawi.export import jsonl


def test_the_ledger_of_the_examples_has_times(examples_ledger: Path) -> None:
    with rawi.Ledger(examples_ledger, read_only=True) as ledger:
        times = list(ledger.times())
        rows = [row for line in jsonl.lines(ledger) if (row := json.loads(line))["type"] == "time"]
    assert len(times) == len(rows) > 10
    assert any(row["from"] and row["from"] <= row["to"] for row in rows)
