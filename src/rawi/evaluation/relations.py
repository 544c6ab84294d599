"""Ties between actors measured end to end: raw text through reading, analysis and events, then held against what people wrote down.

A corpus is JSON Lines, one passage a line: ``{"id", "text", "relations": [{"subject", "kind", "object", "from", "to"}]}``, the sides as
printed. Measures:

- ``named``: the kind is right, and each side shares its name's words with the one written down ("General Obaid", "Tarek Obaid");
- ``exact``: the kind is right, and both sides are printed as written down, leading articles left out;
- ``dated``: as ``named``, and both dates are right;
- ``sides``: as ``named``, whatever the kind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rawi.analysis import analyse
from rawi.evaluation.measures import Count, Figure
from rawi.evaluation.passages import as_read, load_rows
from rawi.events import relate
from rawi.records import RELATION_KINDS, Relation


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation as people write it down."""

    subject: str
    kind: str
    object: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the ties it states."""

    id: str
    text: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class TieError:
    """A tie that was missed or invented."""

    passage: str
    kind: str
    """``missed`` or ``invented``."""
    tie: Tie


@dataclass(frozen=True, slots=True)
class TieReport:
    """The figures of one corpus of ties."""

    corpus: str
    sha256: str
    passages: int
    figures: dict[str, Figure]
    errors: tuple[TieError, ...]


Same: TypeAlias = Callable[[Tie, Tie], bool]


def load_ties(path: Path) -> tuple[Passage, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    return load_rows(path, _passage, "a passage with ties", __name__)


def evaluate_ties(corpus: Path) -> TieReport:
    """Read every passage of ``corpus`` as rawi reads any text, and measure its ties. Raises InputError."""
    passages = load_ties(corpus)
    analyses = analyse(as_read(passage.id, passage.text) for passage in passages)
    found = [tuple(_tie(relation) for relation in relate(analysis, ())) for analysis in analyses]
    pairs = list(zip(passages, found, strict=True))
    figures = {name: sum((_count(p.ties, ties, same) for p, ties in pairs), Count()).figure for name, same in MEASURES.items()}
    errors = tuple(error for passage, ties in pairs for error in _errors(passage, ties))
    return TieReport(corpus.name, hashlib.sha256(corpus.read_bytes()).hexdigest(), len(passages), figures, errors)


def _named(marked: Tie, found: Tie) -> bool:
    return marked.kind == found.kind and _sides(marked, found)


def _sides(marked: Tie, found: Tie) -> bool:
    pairs = ((marked.subject, found.subject), (marked.object, found.object))
    return all(_words(one) <= _words(other) or _words(other) <= _words(one) for one, other in pairs)


def _exact(marked: Tie, found: Tie) -> bool:
    pairs = ((marked.subject, found.subject), (marked.object, found.object))
    return marked.kind == found.kind and all(_words(one) == _words(other) for one, other in pairs)


def _dated(marked: Tie, found: Tie) -> bool:
    return _named(marked, found) and (marked.since, marked.until) == (found.since, found.until)


MEASURES: dict[str, Same] = {"named": _named, "exact": _exact, "dated": _dated, "sides": _sides}


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().split()) - {"the", "a", "an"}


def _matched(marked: Sequence[Tie], found: Sequence[Tie], same: Same) -> dict[int, int]:
    """Each marked tie's found one, each used once, in order."""
    pairs: dict[int, int] = {}
    for i, tie in enumerate(marked):
        free = (j for j, other in enumerate(found) if j not in pairs.values() and same(tie, other))
        if (j := next(free, None)) is not None:
            pairs[i] = j
    return pairs


def _count(marked: Sequence[Tie], found: Sequence[Tie], same: Same) -> Count:
    return Count(len(_matched(marked, found, same)), len(found), len(marked))


def _errors(passage: Passage, found: Sequence[Tie]) -> Iterator[TieError]:
    pairs = _matched(passage.ties, found, _named)
    yield from (TieError(passage.id, "missed", tie) for i, tie in enumerate(passage.ties) if i not in pairs)
    yield from (TieError(passage.id, "invented", tie) for j, tie in enumerate(found) if j not in pairs.values())


def _passage(row: dict[str, object]) -> Passage:
    identity, text, ties = row["id"], row["text"], row["relations"]
    if not (isinstance(identity, str) and isinstance(text, str) and isinstance(ties, list)):
        raise ValueError("id and text are strings, relations is a list")
    listed = tuple(Tie(tie["subject"], tie["kind"], tie["object"], tie.get("from"), tie.get("to")) for tie in ties)
    if unknown := {tie.kind for tie in listed} - set(RELATION_KINDS):
        raise ValueError(f"no kinds of relation: {', '.join(sorted(unknown))}")
    return Passage(identity, text, listed)


def _tie(relation: Relation) -> Tie:
    return Tie(relation.subject.text, relation.kind, relation.object.text, relation.since, relation.until)
