"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)`` reads a corpus end to end and gives a ``Report``; ``evaluate_names(pairs)`` compares pairs of names,
``evaluate_actors(corpus)`` holds actors and ``evaluate_ties(corpus)`` relations against those marked; ``floors`` pins what a change
may not fall below.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.clusters import ActorsReport, evaluate_actors
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.names import NamesReport, evaluate_names
from rawi.evaluation.relations import Tie, TieReport, evaluate_ties, load_ties

__all__ = [
    "ActorsReport",
    "Article",
    "Attribution",
    "Count",
    "Figure",
    "Floor",
    "NamesReport",
    "Report",
    "Tie",
    "TieReport",
    "check",
    "evaluate",
    "evaluate_actors",
    "evaluate_names",
    "evaluate_ties",
    "load",
    "load_ties",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
