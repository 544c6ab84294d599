"""The store: one SQLite file, safe at any moment, that answers questions about everything read."""

from rawi.ledger.calling import Calling
from rawi.ledger.deciding import Doubt, Verdict, from_ijson, to_ijson
from rawi.ledger.ledger import Ledger, Record
from rawi.ledger.questions import Question
from rawi.ledger.summaries import Source, Stats

__all__ = ["Calling", "Doubt", "Ledger", "Question", "Record", "Source", "Stats", "Verdict", "from_ijson", "to_ijson"]
