"""What the heads beside attribution learn from: marked sentences, and MUC-4's messages with their incidents."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rawi.analysis import analyse
from rawi.analysis.windows import Pieces, pieces
from rawi.events.features import ROLES, Labels, above, pair_features, path, word_features
from rawi.events.happenings.phrases import may_be_party
from rawi.records import EVENT_KINDS, Analysis, Sentence, Token
from training.wording.examples import document

INCIDENT_ROLES = ("perpetrator_individuals", "perpetrator_organizations", "human_targets", "physical_targets", "instruments")
INCIDENT_TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY")
IGNORED = -100
SEEN = 8
"""How often a label must occur to be told apart."""
HELD = 10
"""One sentence in so many, by its text, and every so manieth message are held out to measure on."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the network sees it."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    pieces: Pieces
    words: Integers


@dataclass(frozen=True, slots=True)
class Sentences:
    """A marked sentence: the kind of each word (0 none), pairs of a trigger and a word with their features and roles; its events."""

    read: Read
    kinds: Integers
    pairs: Integers
    pair_features: Integers
    roles: Integers
    events: tuple[Mapping[str, Any], ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A message of MUC-4: the role of each word (0 none), and of each type whether it happens (`IGNORED` where that is optional)."""

    read: Read
    roles: Integers
    types: Integers
    id: str
    held: bool


def marked(files: Iterable[Path], corpora: Mapping[str, Path]) -> list[dict[str, Any]]:
    """Rows of marks with their text; a corpus's sentence is cut from it."""
    texts = {(name, row["id"]): row["text"] for name, file in corpora.items() for row in _rows(file)}
    found = [row for file in files for row in _rows(file)]
    return [row if "text" in row else row | {"text": texts[row["corpus"], row["id"]][row["start"] : row["end"]]} for row in found]


def labels_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """What occurs often enough in marked sentences, most frequent first."""
    counts: dict[str, Counter[str]] = {"tag": Counter(), "relation": Counter(), "entity": Counter(), "path": Counter()}
    for row, analysis in zip(rows, _analysed(rows), strict=True):
        tokens = analysis.tokens
        counts["tag"].update(t.tag for t in tokens)
        counts["relation"].update(t.relation for t in tokens)
        counts["entity"].update(t.entity[2:] for t in tokens if t.entity)
        for event in row["events"]:
            trigger = head(tokens, event["trigger"][0])
            up = above(tokens, trigger)
            for name in ROLES[1:]:
                counts["path"].update(path(tokens, head(tokens, span), up) for span in event[name])
    del counts["path"][""]
    least = {"path": 3}
    return {kind: [label for label, times in count.most_common() if times >= least.get(kind, SEEN)] for kind, count in counts.items()}


def sentences(rows: Sequence[Mapping[str, Any]], known: Labels) -> Iterator[Sentences]:
    for row, analysis in zip(rows, _analysed(rows), strict=True):
        tokens = analysis.tokens
        kinds = np.zeros(len(tokens), dtype=np.int64)
        pairs, features, roles = [np.zeros((0, 2), dtype=np.int64)], [np.zeros((0, 2), dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for event in row["events"]:
            trigger = head(tokens, event["trigger"][0])
            for index in _content(tokens, event["trigger"][0], trigger):
                kinds[index] = EVENT_KINDS.index(event["kind"]) + 1
            others = [t.index for t in tokens if may_be_party(t) and t.index != trigger]
            role = dict.fromkeys(others, 0)
            for n, name in enumerate(ROLES[1:], 1):
                role |= {head(tokens, span): n for span in event[name]}
            others = sorted(role)
            pairs.append(np.array([(trigger, other) for other in others], dtype=np.int64).reshape(-1, 2))
            features.append(pair_features(tokens, trigger, others, known))
            roles.append(np.array([role[other] for other in others], dtype=np.int64))
        yield Sentences(
            _read(analysis, known), kinds, np.concatenate(pairs), np.concatenate(features), np.concatenate(roles),
            tuple(row["events"]), crc32(row["text"].encode()) % HELD == 0,
        )  # fmt: skip


def messages(corpus: Path, known: Labels) -> Iterator[Message]:
    rows = list(_rows(corpus))
    for number, (row, analysis) in enumerate(zip(rows, _analysed(rows), strict=True)):
        roles = np.zeros(len(analysis.tokens), dtype=np.int64)
        types = np.zeros(len(INCIDENT_TYPES), dtype=np.int64)
        for incident in sorted(row["incidents"], key=lambda one: not one.get("optional")):  # a must overrules a may
            optional = bool(incident.get("optional"))
            for name in re.split(r"\s*/\s*", incident["type"].upper()):
                if name in INCIDENT_TYPES:
                    types[INCIDENT_TYPES.index(name)] = IGNORED if optional else 1
            for n, role in enumerate(INCIDENT_ROLES, 1):
                for string in (s for names in incident.get(role, ()) for s in names):
                    for found in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", row["text"], re.IGNORECASE):
                        for index in _inside(analysis.tokens, found.span()):
                            roles[index] = IGNORED if optional else n
        yield Message(_read(analysis, known), roles, types, row["id"], number % HELD == 0)


def head(tokens: Sequence[Token], span: Sequence[int]) -> int:
    """The word of a span on which its others hang."""
    inside = _inside(tokens, span) or [0]
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), inside[-1])


def _inside(tokens: Sequence[Token], span: Sequence[int]) -> list[int]:
    return [t.index for t in tokens if t.start < span[1] and span[0] < t.end and t.text.strip()]


def _content(tokens: Sequence[Token], span: Sequence[int], trigger: int) -> set[int]:
    """The words of a trigger that say what it is: its head, its nouns, verbs and adjectives."""
    return {trigger} | {i for i in _inside(tokens, span) if tokens[i].tag[:2] in ("NN", "VB", "JJ")}


def _read(analysis: Analysis, known: Labels) -> Read:
    return Read(analysis.tokens, analysis.sentences, pieces(analysis.tokens), word_features(analysis.tokens, known))


def _analysed(rows: Sequence[Mapping[str, Any]]) -> Iterator[Analysis]:
    return analyse((document(n, row["text"]) for n, row in enumerate(rows)), encode=False)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
