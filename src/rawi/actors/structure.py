"""Structure speaks: two bodies with the same leader, the same members and the same bloc may be one under unlike names.

Never a merge, always a question to a person: one man can lead a party and its militia.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rawi.actors.context import Profile
from rawi.actors.likeness import MEMBERS, MERGE, Like, like, prepared
from rawi.actors.names import bare
from rawi.actors.spelling import sound

_WEIGHTS: Mapping[str, tuple[str, float]] = {
    "of leads": ("led by", 1.2),
    "of commands": ("commanded by", 1.0),
    "of founded": ("founded by", 0.9),
    "of represents": ("represented by", 0.6),
    "of member_of": ("have as a member", 0.6),
    "of part_of": ("have as a part", 0.6),
    "member_of": ("are a member of", 0.4),
    "part_of": ("are a part of", 0.4),
    "of finances": ("financed by", 0.4),
    "of supports": ("supported by", 0.3),
    "controls": ("control", 0.4),
}
"""How each tie is told, and what it weighs where two share it, in log odds; by judgement, since no corpus marks such pairs."""
_ALIKE = -1.5
"""Two bodies that share nothing yet."""


def tied(profile: Profile) -> tuple[str, ...]:
    """The blocks of a body by whom it is tied to, as that one's name sounds."""
    if not profile.key.startswith("name:"):
        return ()
    return tuple(sorted({f"tie {kind} {heard(other)}" for kind, other in profile.ties if kind in _WEIGHTS}))


def heard(key: str) -> str:
    """A key's name by its sounds, the same for its spellings; a person's by the last word, which may be all that a document has."""
    words = prepared(key).words[-1:] if key.startswith("person:") else prepared(key).words
    return " ".join(sorted(sound(word).bare for word in words))


def structured(members: Sequence[Profile]) -> Iterator[Like]:
    """Yield the pairs of bodies in a block that are tied alike, as doubts."""
    for one, other in combinations(members[:MEMBERS], 2):
        if any(key == other.key for _, key in one.ties):
            continue
        shared = list(_shared(one, other))
        if len(shared) > 1:
            found = like(one.key, other.key, [("unlike names", _ALIKE), *shared, *_together(one, other)])
            if found is not None:
                yield found._replace(score=min(found.score, round(MERGE - 0.001, 3)))


def _shared(one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
    ours, theirs = _heard(one.ties), _heard(other.ties)
    for tie in sorted(ours.keys() & theirs.keys()):
        told, weight = _WEIGHTS[tie[0]]
        yield f"both {told} {ours[tie]}", weight


def _heard(ties: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    return {(kind, heard(other)): bare(other.partition(":")[2]) for kind, other in sorted(ties) if kind in _WEIGHTS}


def _together(one: Profile, other: Profile) -> Iterator[tuple[str, float]]:
    if other.key in one.near:
        yield "a document names both", -1.0
