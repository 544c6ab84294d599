"""Actors measured end to end: articles of several outlets in, who is one with whom held against what people marked.

A corpus is JSON Lines, one topic a line: ``id``, ``documents`` (each ``id``, ``text`` and perhaps ``outlet``) and ``clusters`` (each
``kind`` and ``mentions``: ``document``, ``start``, ``end``). Every marked mention takes the actor of the mention that rawi found on
most of its characters; one on which rawi found none stands alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, NamedTuple, TypeAlias

from rawi import pipeline
from rawi.errors import DamagedInput
from rawi.evaluation.measures import Figure
from rawi.ledger import Ledger
from rawi.records import Mention

KINDS = ("ACTOR", "COUNTRY", "GROUP")
Groups: TypeAlias = list[frozenset["Marked"]]
Measure: TypeAlias = Callable[[Groups, Groups], tuple[float, float]]


class Marked(NamedTuple):
    """One mention that people marked: its document and half-open range of code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorsReport:
    """The figures of one corpus over all its topics: B-cubed (Bagga and Baldwin 1998) and LEA (Moosavi and Strube 2016)."""

    corpus: str
    sha256: str
    topics: int
    mentions: int
    method: Literal["resolved"]
    figures: dict[str, Figure]


def evaluate_actors(path: Path, kinds: Collection[str] = KINDS) -> ActorsReport:
    """Read every document of ``path`` into one ledger and measure its actors. Raises DamagedInput."""
    topics = _load(path)
    found = _read(topics)
    gold = [_marked(topic, kinds) for topic in topics]
    ours = [_taken(groups, found) for groups in gold]
    return ActorsReport(
        corpus=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        topics=len(topics),
        mentions=sum(len(group) for groups in gold for group in groups),
        method="resolved",
        figures={"B-cubed": _figure(gold, ours, b_cubed), "LEA": _figure(gold, ours, lea)},
    )


def _load(path: Path) -> list[dict[str, Any]]:
    try:
        topics = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for topic in topics:
            _marked(topic, KINDS)
            [(document["id"], document["text"]) for document in topic["documents"]]
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedInput(f"{path}: not topics of documents and clusters ({error!r}); see rawi.evaluation.clusters") from error
    if not topics:
        raise DamagedInput(f"{path}: no topic in it; see rawi.evaluation.clusters")
    return topics


def _marked(topic: dict[str, Any], kinds: Collection[str]) -> Groups:
    rows = [cluster["mentions"] for cluster in topic["clusters"] if cluster["kind"] in kinds and cluster["mentions"]]
    return [frozenset(Marked(m["document"], int(m["start"]), int(m["end"])) for m in mentions) for mentions in rows]


def _read(topics: Iterable[dict[str, Any]]) -> dict[str, list[Mention]]:
    """The mentions of actors that rawi finds, by the document's id in the corpus."""
    with TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus.jsonl")
        with corpus.open("w", encoding="utf-8") as file:
            for topic in topics:
                for document in topic["documents"]:
                    row = {key: document[key] for key in ("id", "text", "outlet", "published") if document.get(key)}
                    file.write(json.dumps(row) + "\n")
        with Ledger(Path(folder, "rawi.db")) as ledger:
            pipeline.read([str(corpus)], ledger, pipeline.Options(workers=1, method="rules"))
            names = {document.id: document.external_id or document.id for document in ledger.documents()}
            found = defaultdict(list)
            for mention in ledger.mentions():
                if mention.actor is not None and mention.document is not None:
                    found[names[mention.document]].append(mention)
    return found


def _taken(groups: Groups, found: dict[str, list[Mention]]) -> Groups:
    """The marked mentions grouped by the actor of what rawi found on them."""
    ours = defaultdict(set)
    for mention in (m for group in groups for m in group):
        near = [_fit(mention, m) for m in found.get(mention.document, ()) if m.start < mention.end and mention.start < m.end]
        ours[max(near)[2] if near else repr(mention)].add(mention)
    return [frozenset(group) for group in ours.values()]


def _fit(marked: Marked, m: Mention) -> tuple[int, int, str]:
    """How much of a marked mention is found, how near its length is, and the actor."""
    shared = min(marked.end, m.end) - max(marked.start, m.start)
    return shared, -abs(m.end - m.start - marked.end + marked.start), str(m.actor)


def _figure(gold: list[Groups], ours: list[Groups], measure: Measure) -> Figure:
    """Precision, recall and F1 in percent, the topics' sums together."""

    def share(pairs: Iterable[tuple[Groups, Groups]]) -> float:
        parts = [measure(one, other) for one, other in pairs]
        whole = sum(size for _, size in parts)
        return sum(right for right, _ in parts) / whole if whole else 0.0

    recall, precision = share(zip(gold, ours, strict=True)), share(zip(ours, gold, strict=True))
    f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
    return Figure(round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1))


def b_cubed(one: Groups, other: Groups) -> tuple[float, float]:
    """How much of each mention's group in ``one`` stands in its group in ``other``, summed over mentions; and how many there are."""
    where = {m: group for group in other for m in group}
    return sum(len(group & where[m]) / len(group) for group in one for m in group if m in where), sum(map(len, one))


def lea(one: Groups, other: Groups) -> tuple[float, float]:
    """How many of each group's links in ``one`` stand in ``other``, weighed by its size; a group of one is a link to itself."""
    right = 0.0
    for group in one:
        if len(group) == 1:
            right += group in other
        else:
            right += len(group) * sum(_links(len(group & match)) for match in other) / _links(len(group))
    return right, float(sum(map(len, one)))


def _links(size: int) -> float:
    return size * (size - 1) / 2
