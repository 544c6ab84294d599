"""The store: one SQLite file, safe at any moment, that answers questions about everything read."""

from rawi.ledger.calling import Calling
from rawi.ledger.clustering import Telling
from rawi.ledger.deciding import Doubt, Verdict, from_ijson, to_ijson
from rawi.ledger.ledger import Ledger, Record
from rawi.ledger.questions import EventQuestion, Question
from rawi.ledger.summaries import Source, Stats

__all__ = [
    "Calling",
    "Doubt",
    "EventQuestion",
    "Ledger",
    "Question",
    "Record",
    "Source",
    "Stats",
    "Telling",
    "Verdict",
    "from_ijson",
    "to_ijson",
]
