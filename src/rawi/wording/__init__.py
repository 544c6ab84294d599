"""Words that judge instead of naming.

::

    weigh(analysis, mentions) -> tuple[Loaded, ...]
    plainly(words) -> str | None

Each is marked with the reason it counts as loaded, in quotations as well as outside, and the reason says which. It is no verdict on
the article or on whom it is about.
"""

from rawi.wording.lexicon import plainly
from rawi.wording.loaded import MAKERS, weigh

__all__ = ["MAKERS", "plainly", "weigh"]
