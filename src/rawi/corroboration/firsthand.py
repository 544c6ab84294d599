"""Whether an article tells what its own people saw or did: then its own voice is a source, and no echo of others."""

from __future__ import annotations

import re

from rawi.records import Document

_OWN = frozenset({"statement", "bulletin"})
"""Genres in which an outlet speaks of its own doings."""
_SPOKEN = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|‘[^’]*’")
_SELF = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|my|(?:this|our|own) (?:reporter|correspondent|colleague|newspaper|paper))\b")


def firsthand(document: Document, at: int) -> bool:
    """Whether the paragraph at offset ``at`` speaks in the first person outside quotations, or the document is a statement."""
    start = document.text.rfind("\n", 0, at) + 1
    end = document.text.find("\n", at)
    paragraph = document.text[start : end if end >= 0 else None]
    return document.genre in _OWN or _SELF.search(_SPOKEN.sub(" ", paragraph)) is not None
