"""Which of two documents repeats the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import eq

from rawi.corroboration.signing import Sketch
from rawi.records import CopyKind

COPY = 0.35
"""Share of the shorter document's shingles that the other has, from which on it is a copy. Independent reports of one event that
quote the same sentences stay below."""
VERBATIM = 0.6
"""The share from which on it is the same text, whole or cut; below, it is rewritten."""
FEWEST_SHINGLES = 30
"""A text shorter than this says too little to be called a copy."""
UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Signed:
    """A document as it is compared."""

    id: str
    outlet: str | None
    published: str | None
    sketch: Sketch
    text: str


@dataclass(frozen=True, slots=True)
class Repeats:
    """``copy`` repeats ``of``; ``credited`` says that it names its outlet."""

    copy: Signed
    of: Signed
    kind: CopyKind
    similarity: float
    credited: bool


def contained(first: Sketch, second: Sketch) -> float:
    """About what share of the shorter one's shingles the longer one has: a cut text is wholly contained in the whole one."""
    shorter, longer = sorted((first.size, second.size))
    if shorter < FEWEST_SHINGLES:
        return 0.0
    likeness: float = sum(map(eq, first.hashes, second.hashes)) / len(first.hashes)
    return round(min(1.0, likeness * (shorter + longer) / (1 + likeness) / shorter), 3)


def repeats(first: Signed, second: Signed) -> Repeats | None:
    """Which of the two repeats the other, None where neither does.

    The copy is the one that credits the other's outlet; else the later published; else the shorter; else the one with the greater id.
    """
    similarity = contained(first.sketch, second.sketch)
    if similarity < COPY:
        return None
    kind: CopyKind = "verbatim" if similarity >= VERBATIM else "rewrite"
    credits = _names(first, second.outlet), _names(second, first.outlet)
    if credits[0] != credits[1] and first.outlet != second.outlet:
        copy, of = (first, second) if credits[0] else (second, first)
        return Repeats(copy, of, kind, similarity, credited=True)
    of, copy = sorted((first, second), key=lambda d: (d.published or UNDATED, -d.sketch.size, d.id))
    return Repeats(copy, of, kind, similarity, credited=False)


def _names(document: Signed, outlet: str | None) -> bool:
    name = re.escape(re.sub("^the ", "", (outlet or "").strip(), flags=re.IGNORECASE))
    return bool(name) and re.search(rf"(?<!\w){name}(?!\w)", document.text, re.IGNORECASE) is not None
