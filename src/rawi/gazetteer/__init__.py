"""Where places are: a table of cities, divisions, countries and regions by all the names they go by in Latin letters.

::

    lookup(name, loosely=False) -> tuple[Entry, ...]    who bears the name, own names first and of those the most populous
    country(code) -> Entry                              a country by its ISO 3166 alpha-2 code
    divisions() -> {code: name}                         the first-level divisions by GeoNames' code
    fold(name) -> str                                   a name without case, marks, apostrophes and hyphens

The gazetteer is evidence and decides nothing: which of its namesakes a text means is for ``rawi.events.places``. What the table is
made of, on what terms, and how it is made again stands in ``card.md``; ``supplement/`` holds what people add to it.
"""

from rawi.gazetteer.folding import fold
from rawi.gazetteer.table import Entry, country, divisions, lookup

__all__ = ["Entry", "country", "divisions", "fold", "lookup"]
