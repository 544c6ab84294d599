"""What claims say: numbers with their units, lasting ties between actors, when and where.

::

    code(analysis, claims) -> tuple[Quantity, ...]
    relate(analysis, claims) -> tuple[Relation, ...]
    find_times(analysis) -> tuple[Time, ...]
    find_places(analysis) -> tuple[Located, ...]

Happenings are not coded yet; their records exist in ``rawi.records``.
"""

from rawi.events.evidence import MAKER
from rawi.events.places import find_places
from rawi.events.quantities import code
from rawi.events.relations import relate
from rawi.events.times import find_times

__all__ = ["MAKER", "code", "find_places", "find_times", "relate"]
