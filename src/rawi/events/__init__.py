"""What claims say: numbers with their units, lasting ties between actors, and when.

::

    code(analysis, claims) -> tuple[Quantity, ...]
    relate(analysis, claims) -> tuple[Relation, ...]
    find_times(analysis) -> tuple[Time, ...]

Happenings and places are not coded yet; their records exist in ``rawi.records``.
"""

from rawi.events.evidence import MAKER
from rawi.events.quantities import code
from rawi.events.relations import relate
from rawi.events.times import find_times

__all__ = ["MAKER", "code", "find_times", "relate"]
