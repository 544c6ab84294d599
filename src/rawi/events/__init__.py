"""What claims say: numbers with their units, and lasting ties between actors.

::

    code(analysis, claims) -> tuple[Quantity, ...]
    relate(analysis, claims) -> tuple[Relation, ...]

Happenings, times and places are not coded yet; their records exist in ``rawi.records``.
"""

from rawi.events.evidence import MAKER
from rawi.events.quantities import code
from rawi.events.relations import relate

__all__ = ["MAKER", "code", "relate"]
