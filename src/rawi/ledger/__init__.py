"""The store: one SQLite file, safe at any moment, that answers questions about everything read."""

from rawi.ledger.ledger import Ledger, Record
from rawi.ledger.questions import Question
from rawi.ledger.summaries import Source, Stats

__all__ = ["Ledger", "Question", "Record", "Source", "Stats"]
