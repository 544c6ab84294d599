"""Which keys of a block may be one actor.

A bare surname, which its document says no more of, is held against the full names that end or begin with it; full names against each
other; bodies against those that are tied alike. Every pair judged the same or in doubt carries its reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rawi.actors.compare import compare
from rawi.actors.context import Profile, bare_clues, full_name_clues, weighed
from rawi.actors.likeness import DOUBT, MEMBERS, MERGE, Like, full_names, like, prepared, worth
from rawi.actors.names import bare, is_bare
from rawi.actors.spelling import Likeness, likeness
from rawi.actors.structure import structured

FULL_NAMES = 20
"""The most full names that a bare one is held against, those in most documents."""


def alike(block: str, members: Iterable[Profile]) -> Iterator[Like]:
    """Yield the pairs of a block that are one actor, or may be."""
    listed = sorted(members, key=lambda p: (-p.documents, p.key))
    if block.startswith("group "):
        yield from _bare_alone(listed)
    elif block.startswith("bare "):
        yield from _bare(listed)
    elif block.startswith("tie "):
        yield from structured(listed)
    else:
        for one, other in combinations(listed[:MEMBERS], 2):
            if (found := full_names(one, other)) is not None:
                yield found


def _bare(listed: Sequence[Profile]) -> Iterator[Like]:
    """Each bare name against the full ones that it may be a part of, then against its like in other documents."""
    full = [(p, prepared(p.key).words) for p in listed if not is_bare(p.key)]
    lone: defaultdict[str, list[Profile]] = defaultdict(list)
    for p in listed:
        if is_bare(p.key):
            lone[bare(p.key.partition(":")[2])].append(p)
    for word in sorted(lone):
        fits = [p for p, words in full if words and max(likeness(word, words[0]), likeness(word, words[-1])) >= Likeness.SOUND]
        yield from _bare_and_full(lone[word], fits[:FULL_NAMES])
        yield from _bare_alone(lone[word])


def _bare_and_full(lone: Sequence[Profile], full: Sequence[Profile]) -> Iterator[Like]:
    """Each bare name with the full name it fits best; another that fits nearly as well makes it a doubt."""
    named = sum(p.documents for p in full)
    for p in lone:
        found = sorted(((weighed(full_name_clues(p, other, named)), other) for other in full), key=lambda row: (-worth(row[0]), row[1].key))
        if not found:
            continue
        features, best = found[0]
        rivals = (row for row in found[1:] if compare(prepared(best.key), prepared(row[1].key)).score < DOUBT)
        rival = next(rivals, None)
        if rival is not None and worth(features) - worth(rival[0]) < 1.0:
            features = [*features, (f"{rival[1].key.partition(':')[2]} fits as well", -3.0)]
        if (pair := like(p.key, best.key, features)) is not None:
            yield pair


def _bare_alone(lone: Sequence[Profile]) -> Iterator[Like]:
    """Bare names of several documents, each joined to the first that fits."""
    leaders: list[Profile] = []
    for p in lone:
        for leader in leaders[:FULL_NAMES]:
            pair = like(leader.key, p.key, weighed(bare_clues(leader, p)))
            if pair is not None and pair.score >= MERGE:
                yield pair
                break
        else:
            leaders.append(p)
