"""Events as the network finds them: triggers with their kinds, then who has which part in each; and the incidents of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rawi.events.features import ROLES, Integers, pair_features, word_features
from rawi.events.happenings.found import Found
from rawi.events.happenings.modes import mode_of
from rawi.events.happenings.network import Scores, labels, shipped
from rawi.events.happenings.phrases import may_be_party
from rawi.events.parse import Parse
from rawi.events.triggers import Trigger, triggers
from rawi.records import EVENT_KINDS, Analysis, Token

LIKELY = 0.5
"""How sure the network must be that a word tells an event; by held-out marked sentences."""
LISTED = 0.4
"""The same where the lexicon has the word for the kind."""
PARTY = 0.5
"""How sure it must be of a word's part in an event."""
LIKELIEST = (("source", 0.2), ("target", 0.1))
"""How sure where no word is sure: most events have a source, and a target that stands further off is told with less confidence."""
LONG = 120
"""Words of a sentence that are asked for their part."""
TOGETHER = 64
"""Events whose parties are asked for at once."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What the network makes of a document as a report of attacks: each word's role (0 none), how sure, and its types."""

    roles: Integers
    chances: Scores
    types: Scores


def find(analysis: Analysis, parse: Parse) -> tuple[list[Found], Incident]:
    """Every event of a document in text order, and its incidents."""
    assert analysis.vectors is not None
    tokens = analysis.tokens
    triggered = list(triggers(tokens))
    listed = {index: found for found in triggered for index in found.words}
    words, kinds = shipped().words(analysis.vectors, word_features(tokens, labels(), triggered))
    events = [
        event
        for sentence in analysis.sentences
        for event in _triggered(tokens[sentence.first : sentence.last], _chances(kinds[sentence.first : sentence.last]), listed, parse)
    ]
    told = [one for at in range(0, len(events), TOGETHER) for one in _with_roles(events[at : at + TOGETHER], analysis, words)]
    scores, types = shipped().incidents(words)
    chances = _chances(scores)
    return told, Incident(chances.argmax(1), 1 - chances[:, 0], (1 / (1 + np.exp(-types))).astype(np.float32))


def _chances(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Scores = raised / raised.sum(axis=1, keepdims=True)
    return found


def _triggered(tokens: Sequence[Token], chances: Scores, listed: dict[int, Trigger], parse: Parse) -> Iterator[Found]:
    """The triggers of a sentence; words of one kind that hang on each other or stand together are one."""
    kinds: dict[int, str] = {}
    chance: dict[int, float] = {}
    some, best = 1 - chances[:, 0], chances[:, 1:].argmax(axis=1)
    for at in np.flatnonzero(some >= min(LISTED, LIKELY)).tolist():
        token, kind = tokens[at], EVENT_KINDS[best[at]]
        entry = listed[token.index].entry if token.index in listed else None
        least = LISTED if entry is not None and kind in entry.kinds else LIKELY
        if some[at] >= least and any(map(str.isalnum, token.text)):
            kinds[token.index], chance[token.index] = kind, float(some[at])
    groups: list[list[int]] = []
    for index, kind in kinds.items():
        near = (g for g in groups if kinds[g[0]] == kind and any(_linked(parse.tokens[index], parse.tokens[other]) for other in g))
        group = next(near, None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    for group in groups:
        top = parse.top(group)
        words = (top, *(i for i in group if i != top))
        yield Found(
            words,
            kinds[top],
            mode_of(kinds[top], [listed[i].entry for i in words if i in listed]),
            chance=max(map(chance.__getitem__, words)),
        )


def _linked(one: Token, other: Token) -> bool:
    return one.head == other.index or other.head == one.index or abs(one.index - other.index) == 1


def _with_roles(events: Sequence[Found], analysis: Analysis, words: Scores) -> list[Found]:
    """The events with their parties."""
    asked = [(event.trigger, _others(event, analysis)) for event in events]
    pairs = np.array([(trigger, other) for trigger, others in asked for other in others], dtype=np.int64).reshape(-1, 2)
    features = np.concatenate([pair_features(analysis.tokens, trigger, others, labels()) for trigger, others in asked])
    chances = _chances(shipped().roles(words, pairs, features)) if len(pairs) else np.zeros((0, len(ROLES)), dtype=np.float32)
    found, at = [], 0
    for event, (_, others) in zip(events, asked, strict=True):
        found.append(replace(event, roles=_roles(others, chances[at : at + len(others)])))
        at += len(others)
    return found


def _roles(others: Sequence[int], chances: Scores) -> dict[int, str]:
    """Which of the words have a part: those that surely have one, and for a part that none surely has the likeliest."""
    best = chances[:, 1:].argmax(axis=1) + 1
    roles = {others[n]: ROLES[best[n]] for n in np.flatnonzero(chances[np.arange(len(best)), best] >= PARTY).tolist()}
    for role, least in LIKELIEST:
        left = [n for n, other in enumerate(others) if other not in roles]
        if left and role not in roles.values():
            column = chances[left, ROLES.index(role)]
            if column.max() >= least:
                roles[others[left[int(column.argmax())]]] = role
    return roles


def _others(event: Found, analysis: Analysis) -> list[int]:
    """The words that may take part in an event."""
    sentence = analysis.sentences[analysis.tokens[event.trigger].sentence]
    first = max(sentence.first, event.trigger - LONG // 2)
    return [t.index for t in analysis.tokens[first : min(sentence.last, first + LONG)] if may_be_party(t) and t.index not in event.words]
