"""What the learned heads are told besides the encoder's vectors: syntax, quotation marks, and what the rules made of it.

Everything is a small whole number that the network looks up; 0 stands for none or unknown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rawi import models
from rawi.records import Analysis, Span

from .drafts import Draft, draft
from .syntax import Tree

REACH = 100
"""Tokens on either side of a cue in which its source and content are looked for; in PolNeAR's training half 99.6 in 100 lie inside."""
FARTHEST = 6
"""Steps in the tree that are told apart."""
WORD_FEATURES = ("tag", "relation", "entity", "quoted", "boundary", "rules")
CUE_FEATURES = ("up", "down", "steps up", "steps down", "sentence", "quoted", "rule", "other cue", "cues between")

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The tags, relations and entity types that training saw often enough, and the number of each."""

    tag: dict[str, int]
    relation: dict[str, int]
    entity: dict[str, int]


class Reach(NamedTuple):
    """For N cues, the tokens within reach of each: (N, 2 * REACH + 1) token numbers, which of them exist, and their features."""

    tokens: Integers
    exist: NDArray[np.bool_]
    features: Integers


@cache
def labels() -> Labels:
    """The labels of the shipped network."""
    return numbered(json.loads((models.FOLDER / "network.json").read_text("utf-8"))["labels"])


def numbered(names: Mapping[str, Sequence[str]]) -> Labels:
    """Number each kind's labels from 1."""
    return Labels(**{kind: {label: n for n, label in enumerate(row, 1)} for kind, row in names.items()})


class Features:
    """The features of one document."""

    def __init__(self, tree: Tree, known: Labels) -> None:
        self.tree = tree
        self._known = known
        self._rules = list(_flat(draft(tree), 0))
        self._starts = [t.start for t in tree.tokens]
        self._sentence = np.array([t.sentence for t in tree.tokens], dtype=np.int64)
        self._quoted = _depths(tree.analysis, self._starts)
        self._relation = np.array([known.relation.get(t.relation, 0) for t in tree.tokens], dtype=np.int64)

    def words(self) -> Integers:
        """(tokens, 6) in the order of `WORD_FEATURES`."""
        tokens, known = self.tree.tokens, self._known
        tags = [known.tag.get(t.tag, 0) for t in tokens]
        entities = [known.entity.get(t.entity, 0) for t in tokens]
        columns = (tags, self._relation, entities, self._quoted, self._boundaries(), self._roles_by_rule())
        return np.stack([np.asarray(c, dtype=np.int64) for c in columns], axis=1) if tokens else np.zeros((0, 6), dtype=np.int64)

    def reach(self, cues: Sequence[range]) -> Reach:
        """What lies around each cue; features (N, 2 * REACH + 1, 9) in the order of `CUE_FEATURES`."""
        count = len(self.tree.tokens)
        starts = np.array([cue.start for cue in cues], dtype=np.int64)
        wanted = starts[:, None] + np.arange(-REACH, REACH + 1)
        exist = (wanted >= 0) & (wanted < count)
        tokens = np.clip(wanted, 0, max(count - 1, 0))
        columns = np.zeros((*tokens.shape, len(CUE_FEATURES)), dtype=np.int64)
        columns[:, :, 2:4] = FARTHEST + 1
        for n, cue in enumerate(cues):
            self._paths(cue, tokens[n], columns[n])
            columns[n, :, 6] = self._rule(cue)[tokens[n]]
        columns[:, :, 4] = np.clip(self._sentence[tokens] - self._sentence[starts][:, None], -3, 3) + 3
        columns[:, :, 5] = self._quoted[tokens] * 3 + self._quoted[starts][:, None]
        columns[:, :, 7], columns[:, :, 8] = _others(cues, tokens, count)
        return Reach(tokens, exist, columns)

    def _boundaries(self) -> Integers:
        """1 where a sentence begins, 2 where a paragraph does."""
        found = np.zeros(len(self.tree.tokens), dtype=np.int64)
        before = -1
        for sentence in self.tree.analysis.sentences:
            found[sentence.first] = 1 + (sentence.paragraph != before)
            before = sentence.paragraph
        return found

    def _roles_by_rule(self) -> Integers:
        """Bits: 1 content, 2 source, 4 cue of an outermost attribution."""
        found = np.zeros(len(self.tree.tokens), dtype=np.int64)
        for depth, rule in self._rules:
            if depth == 0:
                for bit, spans in ((1, rule.content), (2, rule.source), (4, (rule.cue,))):
                    for span in spans:
                        found[self._covered(span)] |= bit
        return found

    def _rule(self, cue: range) -> Integers:
        """What the rules say of this cue: 1 neither, 2 source, 3 content; 4, 5, 6 likewise where they hold it inside another's content."""
        tokens = self.tree.tokens
        found = np.zeros(len(tokens), dtype=np.int64)
        start, end = tokens[cue.start].start, tokens[cue.stop - 1].end
        same = [row for row in self._rules if row[1].cue.start < end and start < row[1].cue.end]
        if same:
            depth, rule = min(same, key=lambda row: row[0])
            offset = 3 * (depth > 0)
            found[:] = 1 + offset
            for value, spans in ((2, rule.source), (3, rule.content)):
                for span in spans:
                    found[self._covered(span)] = value + offset
        return found

    def _covered(self, span: Span) -> slice:
        first, last = np.searchsorted(self._starts, (span.start, span.end))
        return slice(int(first), int(last))

    def _paths(self, cue: range, tokens: Integers, columns: Integers) -> None:
        """The way through the tree from the cue's head to each token of its sentence: branches and steps, up and down."""
        tree = self.tree
        head = tree.head(cue)
        chain = [head, *tree.ancestors(head)]
        place = {token.index: n for n, token in enumerate(chain)}
        sentence = tree.sentence(head)
        first = max(sentence.first, cue.start - REACH)
        for index in range(first, min(sentence.last, cue.start + REACH + 1)):
            below, steps, at = 0, 0, tree.tokens[index]
            while at.index not in place and at.head != at.index:
                below, steps, at = at.index + 1, steps + 1, tree.tokens[at.head]
            up = place.get(at.index)
            if up is not None:
                row = columns[index - cue.start + REACH]
                row[0] = self._relation[chain[up - 1].index] if up else 0
                row[1] = self._relation[below - 1] if below else 0
                row[2:4] = min(up, FARTHEST), min(steps, FARTHEST)


def _flat(drafts: Sequence[Draft], depth: int) -> list[tuple[int, Draft]]:
    return [row for d in drafts for row in ((depth, d), *_flat(d.inner, depth + 1))]


def _depths(analysis: Analysis, starts: Sequence[int]) -> Integers:
    """How many quotations each token stands in, two at most."""
    depths = np.zeros(len(starts), dtype=np.int64)
    for q in analysis.quotations:
        first, last = np.searchsorted(starts, (q.start, q.end))
        depths[first:last] += 1
    return np.minimum(depths, 2)


def _others(cues: Sequence[range], tokens: Integers, count: int) -> tuple[Integers, Integers]:
    """Which tokens belong to another cue, and how many cues begin between this one and the token (4 at most, from 0 to 8)."""
    inside, begun = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    for cue in cues:
        inside[cue.start : cue.stop] += 1
        begun[cue.start] += 1
    passed = np.cumsum(begun)
    found = inside[tokens]
    between = passed[tokens] - np.array([passed[cue.start] for cue in cues], dtype=np.int64)[:, None]
    for n, cue in enumerate(cues):
        found[n, REACH : REACH + len(cue)] = 0
    between[:, :REACH] += 1  # its own beginning is not between
    return np.minimum(found, 1), np.clip(between, -4, 4) + 4
