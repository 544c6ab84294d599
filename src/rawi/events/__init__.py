"""What claims say: numbers with their units.

::

    code(analysis, claims) -> tuple[Quantity, ...]

Relations, happenings, times and places are not coded yet; their records exist in ``rawi.records``.
"""

from rawi.events.quantities import MAKER, code

__all__ = ["MAKER", "code"]
