"""One module a format: ``lines(ledger)`` of those of the whole ledger, ``lines(ledger, happenings)`` of those of what happened."""

from rawi.export import acled, csv, jsonl, plover, ucdp
from rawi.export.jsonl import row

__all__ = ["acled", "csv", "jsonl", "plover", "row", "ucdp"]
