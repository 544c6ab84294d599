"""A sentence tells each event once: "carried out an attack" is one, by whichever of its words it was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rawi.events.happenings.found import Found
from rawi.events.parse import Parse

_ABOVE = 3
"""Steps from a noun up to the verb that tells of the same event: "carried out an attack"."""
_WAYS = frozenset({"dobj", "pobj", "prep", "nsubj", "nsubjpass", "compound", "attr", "agent", "xcomp", "conj", "pcomp", "acl", "advcl"})


def once(events: Iterable[Found], parse: Parse) -> Iterator[Found]:
    """A document's events but those whose word hangs from that of another of the kind; what they know more goes to that one."""
    events = list(events)
    by_word = {i: n for n, event in enumerate(events) for i in event.words}
    inner: set[int] = set()
    joined: defaultdict[int, list[Found]] = defaultdict(list)
    for n, event in enumerate(events):
        token = parse.tokens[event.trigger]
        for _ in range(_ABOVE):
            if token.head == token.index or token.relation not in _WAYS:
                break
            token = parse.head(token)
            other = by_word.get(token.index)
            if other is not None and other != n and events[other].kind == event.kind:
                inner.add(n)
                joined[other].append(event)
                break
    for n, event in enumerate(events):
        if n not in inner:
            roles = {i: role for one in (*joined[n], event) for i, role in one.roles.items() if i not in event.words}
            mode = next((one.mode for one in (event, *joined[n]) if one.mode), None)
            yield replace(event, roles=roles, mode=mode)
