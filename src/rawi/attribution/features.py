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

from .drafts import Draft
from .syntax import Tree

BEFORE, AFTER = 48, 96
"""Tokens around a cue in which its source and content are looked for: 98 contents and 99.9 sources in 100 of PolNeAR's training half."""
WIDTH = BEFORE + 1 + AFTER
FARTHEST = 6
"""Steps in the tree that are told apart; one more stands for another sentence."""
WORD_FEATURES = ("tag", "relation", "entity", "quoted", "boundary", "rules")
CUE_FEATURES = ("up", "down", "steps", "quoted and rule", "sentence and cues")
RULES = 7
"""What the rules can say of a word for a cue, which is told last of its joint feature."""
STEPS, QUOTED_AND_RULE, SENTENCE_AND_CUES = (FARTHEST + 2) ** 2, 9 * RULES, 7 * 9 * 2
"""How many values the joint ones have."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The tags, relations and entity types that training saw often enough, and the number of each."""

    tag: dict[str, int]
    relation: dict[str, int]
    entity: dict[str, int]


class Reach(NamedTuple):
    """For N cues, the tokens within reach of each: (N, WIDTH) token numbers, which of them exist, and their features."""

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
    """The features of one document, whose outermost attributions by rule are ``rules``."""

    def __init__(self, tree: Tree, known: Labels, rules: Sequence[Draft]) -> None:
        self.tree = tree
        self._known = known
        self._rules = list(_flat(rules, 0))
        self._by_cue: dict[int, list[tuple[int, Draft]]] = {}
        self._starts = np.array([t.start for t in tree.tokens], dtype=np.int64)
        for depth, rule in self._rules:
            for index in range(len(tree.tokens))[self._covered(rule.cue)]:
                self._by_cue.setdefault(index, []).append((depth, rule))
        self._sentence = np.array([t.sentence for t in tree.tokens], dtype=np.int64)
        self._quoted = _depths(tree.analysis, self._starts)
        self._relations = [known.relation.get(t.relation, 0) for t in tree.tokens]
        self._heads = [t.head for t in tree.tokens]

    def words(self) -> Integers:
        """(tokens, 6) in the order of `WORD_FEATURES`."""
        tokens, known = self.tree.tokens, self._known
        tags = [known.tag.get(t.tag, 0) for t in tokens]
        entities = [known.entity.get(t.entity, 0) for t in tokens]
        columns = (tags, self._relations, entities, self._quoted, self._boundaries(), self._roles_by_rule())
        return np.stack([np.asarray(c, dtype=np.int64) for c in columns], axis=1) if tokens else np.zeros((0, 6), dtype=np.int64)

    def reach(self, cues: Sequence[range]) -> Reach:
        """What lies around each cue; features (N, WIDTH, 5) in the order of `CUE_FEATURES`."""
        count = len(self.tree.tokens)
        starts = np.array([cue.start for cue in cues], dtype=np.int64)
        wanted = starts[:, None] + np.arange(-BEFORE, AFTER + 1)
        exist = (wanted >= 0) & (wanted < count)
        tokens = np.clip(wanted, 0, max(count - 1, 0))
        columns = np.zeros((*tokens.shape, len(CUE_FEATURES)), dtype=np.int64)
        columns[:, :, 2] = STEPS - 1
        for n, cue in enumerate(cues):
            self._paths(cue, columns[n])
            columns[n, :, 3] = self._rule(cue)[tokens[n]]
        columns[:, :, 3] += RULES * (self._quoted[tokens] * 3 + self._quoted[starts][:, None])
        others, between = _others(cues, tokens, count)
        columns[:, :, 4] = ((np.clip(self._sentence[tokens] - self._sentence[starts][:, None], -3, 3) + 3) * 9 + between) * 2 + others
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
        same = [row for index in cue for row in self._by_cue.get(index, ())]
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

    def _paths(self, cue: range, columns: Integers) -> None:
        """The way through the tree from the cue's head to each token of its sentence: branches and steps, up and down."""
        tree, heads, relation = self.tree, self._heads, self._relations
        head = tree.head(cue)
        chain = [head.index, *(t.index for t in tree.ancestors(head))]
        place = {index: n for n, index in enumerate(chain)}
        sentence = tree.sentence(head)
        first, last = max(sentence.first, cue.start - BEFORE), min(sentence.last, cue.start + AFTER + 1)
        rows = []
        for index in range(first, last):
            below, steps, at = -1, 0, index
            while at not in place and heads[at] != at:
                below, steps, at = at, steps + 1, heads[at]
            up = place.get(at)
            if up is None:
                rows.append((0, 0, STEPS - 1))
            else:
                joint = min(up, FARTHEST) * (FARTHEST + 2) + min(steps, FARTHEST)
                rows.append((relation[chain[up - 1]] if up else 0, relation[below] if steps else 0, joint))
        if rows:
            columns[first - cue.start + BEFORE : last - cue.start + BEFORE, :3] = rows


def _flat(drafts: Sequence[Draft], depth: int) -> list[tuple[int, Draft]]:
    return [row for d in drafts for row in ((depth, d), *_flat(d.inner, depth + 1))]


def _depths(analysis: Analysis, starts: Integers) -> Integers:
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
        found[n, BEFORE : BEFORE + len(cue)] = 0
    between[:, :BEFORE] += 1  # its own beginning is not between
    return np.minimum(found, 1), np.clip(between, -4, 4) + 4
