"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)`` reads a corpus end to end and gives a ``Report``; ``floors`` pins what a change may not fall below.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.measures import Count, Figure

__all__ = [
    "Article",
    "Attribution",
    "Count",
    "Figure",
    "Floor",
    "Report",
    "check",
    "evaluate",
    "load",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
