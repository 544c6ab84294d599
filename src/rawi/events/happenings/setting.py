"""Where and when something is said to have happened: the place and the time of its own words, else the only ones of its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from rawi.events.happenings.found import Found
from rawi.events.parse import Parse
from rawi.records import Located, Period, Place, Time


class Printed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Words = TypeVar("Words", bound=Printed)
_ABOVE = 3
"""Words up from which a time or place may hang: "was found dead on Monday"."""


class Settings:
    """The times and places of a document by sentence."""

    def __init__(self, parse: Parse, times: Sequence[Time], places: Sequence[Located]) -> None:
        self._parse = parse
        self._times = self._by_sentence(t for t in times if t.since is not None and t.kind in ("DATE", "TIME"))
        self._places = self._by_sentence(p for p in places if not p.acting)

    def when(self, event: Found) -> Period | None:
        """The days that the event's time covers; None where its sentence gives none, or several that are not its own."""
        found = self._own(event, self._times, frozenset())
        return Period(found.since, found.until, found.text) if found else None

    def where(self, event: Found) -> Place | None:
        heads = frozenset(index for index, role in event.roles.items() if role == "place")
        found = self._own(event, self._places, heads)
        return found.place if found else None

    def _by_sentence(self, rows: Iterable[Words]) -> dict[int, list[Words]]:
        found: dict[int, list[Words]] = {}
        tokens, at = self._parse.tokens, 0
        for row in sorted(rows, key=lambda r: (r.start, -r.end)):
            while at < len(tokens) and tokens[at].end <= row.start:
                at += 1
            if at < len(tokens):
                found.setdefault(tokens[at].sentence, []).append(row)
        return found

    def _own(self, event: Found, listed: dict[int, list[Words]], heads: Collection[int]) -> Words | None:
        """What covers one of ``heads``, else what hangs from the event's words or those above them, else the only one."""
        tokens = self._parse.tokens
        rows = listed.get(tokens[event.trigger].sentence, [])
        named = [row for row in rows if any(row.start < tokens[i].end and tokens[i].start < row.end for i in heads)]
        if named or not rows:
            return next(iter(named), None)
        hanging = [row for row in rows if self._hangs(row, event.trigger)]
        return hanging[0] if hanging else rows[0] if len(rows) == 1 else None

    def _hangs(self, row: Words, trigger: int) -> bool:
        tokens = self._parse.tokens
        at = next(t for t in self._parse.sentence(trigger) if t.end > row.start)
        above = {trigger}
        for _ in range(_ABOVE):
            if tokens[at.index].head in above:
                return True
            if at.head == at.index or at.relation in ("ccomp", "relcl", "advcl", "conj"):
                return False
            at = tokens[at.head]
        return False
