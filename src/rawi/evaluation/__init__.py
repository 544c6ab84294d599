"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)`` reads a corpus end to end and gives a ``Report``; ``floors`` pins what a change may not fall below.
``evaluate_ties(corpus)`` does so for relations.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.relations import Tie, TieReport, evaluate_ties, load_ties

__all__ = [
    "Article",
    "Attribution",
    "Count",
    "Figure",
    "Floor",
    "Report",
    "Tie",
    "TieReport",
    "check",
    "evaluate",
    "evaluate_ties",
    "load",
    "load_ties",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
