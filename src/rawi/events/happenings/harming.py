"""Which event did which harm: the one whose words state it, else the nearest that can have done it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rawi.events.happenings.found import Found
from rawi.events.harm import Harmed
from rawi.events.parse import Parse
from rawi.records import Harm

_BY: Mapping[str, frozenset[str]] = {
    "killed": frozenset({"ASSAULT"}),
    "wounded": frozenset({"ASSAULT"}),
    "missing": frozenset({"ASSAULT", "COERCE"}),
    "detained": frozenset({"COERCE", "ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE"}),
    "damaged": frozenset({"ASSAULT", "PROTEST", "COERCE"}),
}
"""The kinds of event that do each harm."""
_BEFORE = 2
"""Sentences before a harm in which its event may be told: a toll comes after the attack."""
_UP = 4


def harms(events: Sequence[Found], stated: Sequence[Harmed], parse: Parse) -> dict[int, tuple[Harm, ...]]:
    """For each event by its trigger, the harm that is told of it. What is denied, planned or supposed is none; no event, no harm."""
    found: defaultdict[int, list[Harm]] = defaultdict(list)
    for harmed in stated:
        event = _event(harmed, events, parse) if harmed.standing == "done" else None
        if event is not None:
            found[event.trigger].append(Harm(harmed.effect, harmed.who, harmed.low, harmed.high, harmed.part))
    return {trigger: tuple(row) for trigger, row in found.items()}


def _event(harmed: Harmed, events: Sequence[Found], parse: Parse) -> Found | None:
    own = next((e for e in events if harmed.trigger in e.words), None)
    if own is not None:
        return own
    sentence = parse.tokens[harmed.trigger].sentence
    able = [e for e in events if e.kind in _BY[harmed.effect] and 0 <= sentence - parse.tokens[e.trigger].sentence <= _BEFORE]
    above = set(_above(harmed.trigger, parse))
    return min(
        able,
        key=lambda e: (
            sentence - parse.tokens[e.trigger].sentence,
            e.trigger not in above and harmed.trigger not in _above(e.trigger, parse),
            abs(e.trigger - harmed.trigger),
        ),
        default=None,
    )


def _above(index: int, parse: Parse) -> list[int]:
    found = []
    for _ in range(_UP):
        if parse.tokens[index].head == index:
            break
        index = parse.tokens[index].head
        found.append(index)
    return found
