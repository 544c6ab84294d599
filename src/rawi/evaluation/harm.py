"""Harm measured end to end: raw text through reading, analysis and events, then held against what people wrote down.

A corpus is JSON Lines, one passage a line: ``{"id", "text", "harm": [{"effect", "who": {"start", "end", "text"}, "low", "high",
"standing", "part"}]}``; ``who`` is the phrase that says who or what, ``part`` says that they are among those of another harm. A harm
found is held against one that is marked, each used once, where their effect is the same and their phrases share characters. Measures:

- ``counted``: and both numbers are right;
- ``harmed``: whatever the numbers;
- ``standing``: as ``counted``, and how it stands is right (done, negated, planned, threatened, hypothetical).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, get_args

from rawi.analysis import analyse
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.passages import as_read, load_rows
from rawi.events.harm import Harmed, find_harm
from rawi.events.parse import Parse
from rawi.records import Effect, EventStatus, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A harm as people write it down."""

    effect: str
    who: Span
    text: str
    low: int | None
    high: int | None
    standing: str
    part: bool


@dataclass(frozen=True, slots=True)
class HarmPassage:
    """A text and the harm it states."""

    id: str
    text: str
    harm: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class HarmError:
    """A harm that was missed or invented; one counted otherwise is both."""

    passage: str
    kind: str
    """``missed`` or ``invented``."""
    harm: Marked


@dataclass(frozen=True, slots=True)
class HarmReport:
    """The figures of one corpus of harm."""

    corpus: str
    sha256: str
    method: str
    passages: int
    harms: int
    figures: dict[str, Figure]
    errors: tuple[HarmError, ...]


Same: TypeAlias = Callable[[Marked, Marked], bool]


def load_harm(path: Path) -> tuple[HarmPassage, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    return load_rows(path, _passage, "a passage with harm", __name__)


def evaluate_harm(corpus: Path) -> HarmReport:
    """Read every passage of ``corpus`` as rawi reads any text, and measure its harm. Raises InputError."""
    passages = load_harm(corpus)
    found = [tuple(map(_found, find_harm(Parse(analysis), analysis))) for analysis in analyse(as_read(p.id, p.text) for p in passages)]
    pairs = list(zip(passages, found, strict=True))
    figures = {name: sum((_count(p.harm, harm, same) for p, harm in pairs), Count()).figure for name, same in MEASURES.items()}
    return HarmReport(
        corpus=corpus.name,
        sha256=hashlib.sha256(corpus.read_bytes()).hexdigest(),
        method="rules",
        passages=len(passages),
        harms=sum(len(passage.harm) for passage in passages),
        figures=figures,
        errors=tuple(error for passage, harm in pairs for error in _errors(passage, harm)),
    )


def _harmed(marked: Marked, found: Marked) -> bool:
    return marked.effect == found.effect and marked.who.start < found.who.end and found.who.start < marked.who.end


def _counted(marked: Marked, found: Marked) -> bool:
    return _harmed(marked, found) and (marked.low, marked.high) == (found.low, found.high)


def _stands(marked: Marked, found: Marked) -> bool:
    return _counted(marked, found) and marked.standing == found.standing


MEASURES: dict[str, Same] = {"counted": _counted, "harmed": _harmed, "standing": _stands}


def _matched(marked: Sequence[Marked], found: Sequence[Marked], same: Same) -> dict[int, int]:
    """Each marked harm's found one, each used once, in order."""
    pairs: dict[int, int] = {}
    for i, harm in enumerate(marked):
        free = (j for j, other in enumerate(found) if j not in pairs.values() and same(harm, other))
        if (j := next(free, None)) is not None:
            pairs[i] = j
    return pairs


def _count(marked: Sequence[Marked], found: Sequence[Marked], same: Same) -> Count:
    return Count(len(_matched(marked, found, same)), len(found), len(marked))


def _errors(passage: HarmPassage, found: Sequence[Marked]) -> Iterator[HarmError]:
    pairs = _matched(passage.harm, found, _stands)
    yield from (HarmError(passage.id, "missed", harm) for i, harm in enumerate(passage.harm) if i not in pairs)
    yield from (HarmError(passage.id, "invented", harm) for j, harm in enumerate(found) if j not in pairs.values())


def _passage(row: dict[str, Any]) -> HarmPassage:
    identity, text = row["id"], row["text"]
    if not (isinstance(identity, str) and isinstance(text, str)):
        raise ValueError("id and text are strings")
    return HarmPassage(identity, text, tuple(_marked(harm, text) for harm in row["harm"]))


def _marked(row: dict[str, Any], text: str) -> Marked:
    who = row["who"]
    if text[who["start"] : who["end"]] != who["text"]:
        raise ValueError(f"the text has no {who['text']!r} there")
    if row["effect"] not in get_args(Effect) or row["standing"] not in get_args(EventStatus):
        raise ValueError(f"no effect or no standing: {row['effect']}, {row['standing']}")
    return Marked(row["effect"], Span(who["start"], who["end"]), who["text"], row["low"], row["high"], row["standing"], row["part"])


def _found(harmed: Harmed) -> Marked:
    who = harmed.who
    return Marked(harmed.effect, who.spans[0], who.text, harmed.low, harmed.high, harmed.standing, harmed.part)
