"""How well rawi reads, measured on annotated text it was not written for.

``evaluate(corpus)``, ``evaluate_actors``, ``evaluate_ties``, ``evaluate_loaded``, ``evaluate_times``, ``evaluate_places``,
``evaluate_events``, ``evaluate_incidents``, ``evaluate_harm`` and ``evaluate_cascades`` read a corpus end to end and hold attributions,
actors, relations, loaded words, time expressions, places, events, harm and what is corroborated against what people marked;
``evaluate_names(pairs)`` compares pairs of names; ``floors`` pins what a change may not fall below.
"""

from rawi.evaluation.attribution import Report, evaluate
from rawi.evaluation.cascades import CascadesReport, evaluate_cascades
from rawi.evaluation.clusters import ActorsReport, evaluate_actors
from rawi.evaluation.corpus import Article, Attribution, load
from rawi.evaluation.events import EventsReport, evaluate_events
from rawi.evaluation.floors import Floor, check, name_of, read_floors, settle, write_floors
from rawi.evaluation.harm import HarmReport, evaluate_harm, load_harm
from rawi.evaluation.incidents import IncidentsReport, evaluate_incidents
from rawi.evaluation.loaded import LoadedReport, evaluate_loaded
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.names import NamesReport, evaluate_names
from rawi.evaluation.places import PlacesReport, evaluate_places, load_places
from rawi.evaluation.relations import Tie, TieReport, evaluate_ties, load_ties
from rawi.evaluation.times import TimesReport, evaluate_times, load_times

__all__ = [
    "ActorsReport",
    "Article",
    "Attribution",
    "CascadesReport",
    "Count",
    "EventsReport",
    "Figure",
    "Floor",
    "HarmReport",
    "IncidentsReport",
    "LoadedReport",
    "NamesReport",
    "PlacesReport",
    "Report",
    "Tie",
    "TieReport",
    "TimesReport",
    "check",
    "evaluate",
    "evaluate_actors",
    "evaluate_cascades",
    "evaluate_events",
    "evaluate_harm",
    "evaluate_incidents",
    "evaluate_loaded",
    "evaluate_names",
    "evaluate_places",
    "evaluate_ties",
    "evaluate_times",
    "load",
    "load_harm",
    "load_places",
    "load_ties",
    "load_times",
    "name_of",
    "read_floors",
    "settle",
    "write_floors",
]
