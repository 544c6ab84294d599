"""One module a format, each with ``lines(ledger)``: records to text."""

from rawi.export import csv, jsonl
from rawi.export.jsonl import row

__all__ = ["csv", "jsonl", "row"]
