"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)`` and ``evaluate_loaded(corpus)`` read a corpus end to end and give a report;
``floors`` pins what a change may not fall below.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.loaded import LoadedReport, evaluate_loaded
from rawi.evaluation.measures import Count, Figure

__all__ = [
    "Article",
    "Attribution",
    "Count",
    "Figure",
    "Floor",
    "LoadedReport",
    "Report",
    "check",
    "evaluate",
    "evaluate_loaded",
    "load",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
