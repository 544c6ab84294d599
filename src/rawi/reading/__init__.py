"""The reading room: paths, URLs, feeds, corpora and archives in, documents out.

>>> for item in find(["articles/"]):                       # doctest: +SKIP
...     document = read(item)
"""

from rawi.reading.finder import find
from rawi.reading.limits import Limits
from rawi.reading.reader import read
from rawi.records import Maker

MAKER = Maker("rawi.reading", "1")

__all__ = ["MAKER", "Limits", "find", "read"]
