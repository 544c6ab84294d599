"""Attacks: what the network makes of a whole report, told with the assaults that its sentences tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rawi.events.happenings.found import Found
from rawi.events.happenings.learned import Incident
from rawi.events.happenings.phrases import may_be_party
from rawi.events.parse import Parse

_ROLES = ("", "source", "source", "target", "target", "instrument")
"""MUC-4's individuals and organizations that did it, persons and things it was done to, and its instruments."""
_MODES = (None, "explosives", "abduct", "arson", "robbery")
"""PLOVER's mode for MUC-4's attack, bombing, kidnapping, arson and robbery."""
SURE = 0.5
"""How sure the network must be of a word's role in an incident, and of a type."""
LEAST, LESS = 0.85, 0.55
"""How sure it must be of an assault where the report as a whole tells of no incident, and by how much less where it surely does."""
DOUBTED = 0.4
"""How likely a word must be to have any role in a report's incidents to be party to an assault because its sentence says so."""
NEAR = 2
"""Sentences before an assault, or after it, whose words may tell of it."""


def with_incidents(events: Sequence[Found], incident: Incident, parse: Parse) -> list[Found]:
    """The events without assaults that neither sentence nor report is sure of; each with the parties that the report gives it."""
    likely = float(incident.types.max())
    events = [e for e in events if e.kind != "ASSAULT" or e.chance >= LEAST - LESS * likely]
    assaults = [e for e in events if e.kind == "ASSAULT"]
    if not assaults:
        return list(events)
    told_in: defaultdict[int, list[Found]] = defaultdict(list)
    for assault in assaults:
        told_in[parse.tokens[assault.trigger].sentence].append(assault)
    given: dict[int, dict[int, str]] = {e.trigger: {} for e in assaults}
    for index, role in _heads(incident, parse):
        sentence = parse.tokens[index].sentence
        near = (e for at in range(sentence - NEAR, sentence + NEAR + 1) for e in told_in.get(at, ()))
        nearest = min(near, key=lambda e: (_away(parse, e.trigger, index), abs(e.trigger - index)), default=None)
        if nearest is not None and index not in nearest.words:
            given[nearest.trigger][index] = role
    return [_told(e, given[e.trigger], incident) if e.kind == "ASSAULT" else e for e in events]


def _heads(incident: Incident, parse: Parse) -> list[tuple[int, str]]:
    """The words that head a party of an incident."""
    found = []
    for token in parse.tokens:
        role = int(incident.roles[token.index])
        if role and incident.chances[token.index] >= SURE and may_be_party(token):
            above = token.head
            inside = token.relation in ("compound", "nmod", "amod", "poss") and incident.roles[above] == role
            if not inside:
                found.append((token.index, _ROLES[role]))
    return found


def _away(parse: Parse, trigger: int, index: int) -> int:
    return abs(parse.tokens[trigger].sentence - parse.tokens[index].sentence)


def _told(event: Found, given: dict[int, str], incident: Incident) -> Found:
    tells = bool(incident.types.max() >= SURE)
    own = {index: role for index, role in event.roles.items() if not tells or incident.chances[index] >= DOUBTED}
    mode = event.mode
    if mode is None:
        types = incident.types[list(event.words)].max(axis=0)
        best = int(types[1:].argmax()) + 1
        mode = _MODES[best] if types[best] >= SURE else None
    return replace(event, roles={**own, **given}, mode=mode)
