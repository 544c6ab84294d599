"""Who is said to have been killed, wounded, missing, detained or driven out, what was damaged, and how many.

::

    find_harm(parse, analysis) -> tuple[Harmed, ...]
"""

from rawi.events.harm.find import find_harm
from rawi.events.harm.stated import Harmed

__all__ = ["Harmed", "find_harm"]
