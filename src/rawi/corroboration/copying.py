"""Which of two documents repeats the other: cut, or rewritten in other words.

Rewritten wire text shares few runs of words with its source (Silcock et al. 2023, NEWS-COPY: 30 in 100 three-word runs), but its claims,
names and numbers are those of the source, while another report of the same event has some of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import eq

import yaml

from rawi.corroboration.comparing import Likeness
from rawi.corroboration.signing import Sketch, unpack
from rawi.corroboration.subjects import named
from rawi.corroboration.words import content_words
from rawi.records import CopyKind

COPY = 0.35
"""Share of the shorter document's runs of three words that the other has, from which on it is a copy whatever else is so. Independent
reports of one event that quote the same sentences stay below."""
VERBATIM = 0.6
"""The share from which on it is the same text, whole or cut; below, it is rewritten."""
FEWEST_SHINGLES = 30
"""A text shorter than this says too little to be called a copy."""
FEW = 3
"""What is added to how many numbers, names or words a document has, since all of two are fewer than all of ten."""
UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Signed:
    """A document as its copies are found: the stems of its words, of its names, and how many claims it has."""

    id: str
    outlet: str | None
    published: str | None
    text: str
    sketch: Sketch
    words: frozenset[str]
    names: frozenset[str]
    claims: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """``copy`` repeats ``of``; ``credited`` says that it names its outlet."""

    copy: Signed
    of: Signed
    kind: CopyKind
    similarity: float
    credited: bool


@cache
def weights() -> dict[str, float]:
    """What each reason adds to the log odds that one repeats the other."""
    found: dict[str, float] = yaml.safe_load(files(__package__).joinpath("copying.yaml").read_text("utf-8"))["weights"]
    return found


def signed(id_: str, outlet: str | None, published: str | None, text: str, minhash: bytes, claims: int) -> Signed:
    """A document as it is looked at for copies; ``minhash`` is its signature's."""
    return Signed(id_, outlet, published, text, unpack(minhash), frozenset(content_words(text)), named(text), claims)


def repeats(first: Signed, second: Signed, alike: Iterable[Likeness]) -> Repeats | None:
    """Which of the two repeats the other, None where neither does; ``alike`` are their claims that are.

    The copy is the one that credits the other's outlet; else the later published; else the shorter; else the one with the greater id.
    One that names its own outlet ("told the Star") has been told something itself, and rewrites nobody.
    """
    if min(first.sketch.size, second.sketch.size) < FEWEST_SHINGLES:
        return None
    found = resemblance(first, second, alike)
    kind: CopyKind = "verbatim" if found["runs"] >= VERBATIM else "rewrite"
    if found["runs"] < COPY and weights()["always"] + sum(weights()[name] * value for name, value in found.items()) < 0:
        return None
    credits = _names(first, second.outlet), _names(second, first.outlet)
    credited = credits[0] != credits[1] and first.outlet != second.outlet
    if credited:
        copy, of = (first, second) if credits[0] else (second, first)
    else:
        of, copy = sorted((first, second), key=lambda d: (d.published or UNDATED, -d.sketch.size, d.id))
    if found["runs"] < COPY and _names(copy, copy.outlet):
        return None
    return Repeats(copy, of, kind, round(max(found["runs"], found["claims"]), 3), credited)


def resemblance(first: Signed, second: Signed, alike: Iterable[Likeness]) -> dict[str, float]:
    """Shares of the shorter document, from 0 to 1, that the other one has: runs of three words, claims, numbers, names, words."""
    numbers = tuple(frozenset(word for word in one.words if word[0].isdigit()) for one in (first, second))
    return {
        "runs": contained(first.sketch, second.sketch),
        "claims": _paired(alike) / max(min(first.claims, second.claims), 1),
        "numbers": _shared(*numbers),
        "names": _shared(first.names, second.names),
        "words": _shared(first.words, second.words),
    }


def contained(first: Sketch, second: Sketch) -> float:
    """About what share of the shorter one's shingles the longer one has: a cut text is wholly contained in the whole one."""
    shorter, longer = sorted((first.size, second.size))
    likeness: float = sum(map(eq, first.hashes, second.hashes)) / len(first.hashes)
    return round(min(1.0, likeness * (shorter + longer) / (1 + likeness) / max(shorter, 1)), 3)


def _paired(alike: Iterable[Likeness]) -> int:
    """How many pairs of claims say the same thing and are each other's most alike."""
    best = dict[tuple[int, int], Likeness]()
    pairs = [found for found in alike if found.score >= 0]
    for found in sorted(pairs, key=lambda found: (-found.score, found.claim, found.other)):
        best.setdefault((0, found.claim), found)
        best.setdefault((1, found.other), found)
    return sum(best[0, found.claim] is best[1, found.other] is found for found in pairs)


def _shared(first: Set[str], second: Set[str]) -> float:
    return len(first & second) / (min(len(first), len(second)) + FEW)


def _names(document: Signed, outlet: str | None) -> bool:
    name = re.escape(re.sub("^the ", "", (outlet or "").strip(), flags=re.IGNORECASE))
    return bool(name) and re.search(rf"(?<!\w){name}(?!\w)", document.text, re.IGNORECASE) is not None
