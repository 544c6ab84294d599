"""Corpora of annotated attributions, one article a line, as PolNeAR's are.

``{"id", "text", "annotations": [{"annotator", "attributions": [{"source", "cue", "content"}]}]}``, where each role is a
list of ``[start, end]``: half-open ranges of code points in ``text``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rawi.evaluation.passages import load_rows
from rawi.records import Span, Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is credited with saying what: three sets of spans, each of which may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One text and, for each of its annotators, the attributions they marked."""

    id: str
    text: str
    annotations: tuple[tuple[Attribution, ...], ...]


def load(path: Path) -> tuple[Article, ...]:
    """Read a corpus. Raises DamagedInput, naming the line, where it is not one."""
    return load_rows(path, _article, "an annotated article", __name__)


def attributions(rows: Sequence[Mapping[str, Sequence[Sequence[int]]]]) -> tuple[Attribution, ...]:
    """The attributions of one annotator, or of one prediction, from their JSON form."""
    return tuple(Attribution(*(tuple(Span(s, e) for s, e in row.get(role, ())) for role in ("source", "cue", "content"))) for row in rows)


def _article(row: Mapping[str, object]) -> Article:
    identity, text, annotations = row["id"], row["text"], row["annotations"]
    if not (isinstance(identity, str) and isinstance(text, str) and isinstance(annotations, list) and annotations):
        raise ValueError("id and text are strings, annotations is a list of at least one")
    return Article(identity, text, tuple(attributions(a["attributions"]) for a in annotations))
