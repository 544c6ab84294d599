"""What kind of text a document is, by a sum of weighted features that ``genre.yaml`` lists and explains."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from rawi.records import GENRES, Genre, Spans

START = 400
ENOUGH = 60
"""Words from which a rate per hundred means something."""
_QUOTED = re.compile(r"“[^“”\n]{0,3000}[”\n]|\"[^\"\n]{0,3000}[\"\n]|(?<!\w)‘[^‘’\n]{3,600}’(?!\w)")
_WORD = re.compile(r"\w+")


class Feature(NamedTuple):
    """One line of ``genre.yaml``."""

    genre: Genre
    why: str
    where: str
    pattern: re.Pattern[str]
    weight: float
    most: float
    after: int
    below: float | None
    above: float | None


class Reason(NamedTuple):
    """What one feature added to a genre's score."""

    genre: Genre
    why: str
    points: float


def judge(text: str, frame: Spans, title: str | None = None) -> Genre:
    """The genre of a text of which ``frame`` is not the article's prose; ``title`` is its headline where that stands beside it."""
    scores: dict[Genre, float] = defaultdict(float)
    for reason in reasons(text, frame, title):
        scores[reason.genre] += reason.points
    order: list[Genre] = list(dict.fromkeys(feature.genre for feature in _features()))
    reached = [genre for genre in order if scores[genre] >= _rules()["threshold"][genre]]
    return max(reached, key=lambda genre: scores[genre], default="other")


def reasons(text: str, frame: Spans, title: str | None = None) -> list[Reason]:
    """Every feature found in a text, with the points it gives."""
    framed = "\n".join([(title or "")[:START], *(text[start:end] for start, end in frame)])
    article = _without(text, frame)
    places = {"frame": framed, "start": article.lstrip()[:START], "prose": _QUOTED.sub(" ", article), "lines": article}
    count = len(_WORD.findall(places["prose"]))
    found = (Reason(feature.genre, feature.why, _points(feature, places[feature.where], count)) for feature in _features())
    return [reason for reason in found if reason.points]


def _points(feature: Feature, text: str, count: int) -> float:
    found = sum(1 for _ in feature.pattern.finditer(text))
    if feature.below is not None or feature.above is not None:
        rate = 100 * found / count if count >= ENOUGH else None
        low, high = feature.below, feature.above
        return feature.weight if rate is not None and (low is None or rate < low) and (high is None or rate > high) else 0.0
    return min(feature.most, max(0, found - feature.after) * feature.weight)


def _without(text: str, frame: Spans) -> str:
    parts, at = [], 0
    for start, end in frame:
        parts.append(text[at:start])
        at = end
    return "".join([*parts, text[at:]])


@cache
def _rules() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(Path(__file__).with_name("genre.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return loaded


@cache
def _features() -> tuple[Feature, ...]:
    return tuple(_feature(row) for row in _rules()["features"])


def _feature(row: dict[str, Any]) -> Feature:
    if row["genre"] not in GENRES:
        raise ValueError(f"genre.yaml: no genre {row['genre']!r}; the choices are {', '.join(GENRES)}")
    flags = re.M | (0 if row.get("case") else re.I)
    if row["in"] == "lines":
        flags = re.M
    return Feature(
        genre=row["genre"],
        why=row["why"],
        where=row["in"],
        pattern=re.compile(row["pattern"], flags),
        weight=row["weight"],
        most=row.get("most", row["weight"]),
        after=row.get("after", 0),
        below=row.get("below"),
        above=row.get("above"),
    )
