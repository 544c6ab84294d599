"""What claims say: numbers with their units, lasting ties between actors, what happened, when and where.

::

    code(analysis, claims) -> tuple[Quantity, ...]
    relate(analysis, claims) -> tuple[Relation, ...]
    find_times(analysis) -> tuple[Time, ...]
    find_places(analysis) -> tuple[Located, ...]
    happen(analysis, claims, times) -> tuple[Event, ...]
"""

from rawi.events.evidence import MAKER
from rawi.events.happenings import happen
from rawi.events.places import find_places
from rawi.events.quantities import code
from rawi.events.relations import relate
from rawi.events.times import find_times

__all__ = ["MAKER", "code", "find_places", "find_times", "happen", "relate"]
