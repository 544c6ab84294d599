"""The reading room: paths, URLs, feeds, corpora and archives in, documents out.

>>> for item in find(["articles/"]):                       # doctest: +SKIP
...     document = read(item)
"""

from rawi.reading.finder import find
from rawi.reading.limits import Limits
from rawi.reading.reader import read

__all__ = ["Limits", "find", "read"]
