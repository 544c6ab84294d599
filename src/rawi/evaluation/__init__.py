"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)`` reads a corpus end to end and gives a ``Report``, ``evaluate_names(pairs)`` compares pairs of names; ``floors``
pins what a change may not fall below.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.names import NamesReport, evaluate_names

__all__ = [
    "Article",
    "Attribution",
    "Count",
    "Figure",
    "Floor",
    "NamesReport",
    "Report",
    "check",
    "evaluate",
    "evaluate_names",
    "load",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
