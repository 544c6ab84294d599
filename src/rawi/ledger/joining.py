"""Which mention a source, a party or a content stands on, by where they are printed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set

from rawi.records import UNNAMED, Link, Mention, Party, Spans

# a link of these kinds is a person, or one of the others by name; an unnamed source or a document is no actor
_PERSONAL = {"person": True, "organization": False, "publication": False, "office": False}
_BROAD = {"country", "place"}  # "Lower Ostrava's Harbour Guard" is the guard


class Printed:
    """The mentions of one document that have a key, to look up by span."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        keyed = ((number, mention) for number, mention in enumerate(mentions) if mention.key)
        self._keyed = sorted(keyed, key=lambda one: one[1].start)
        self._starts = [mention.start for _, mention in self._keyed]
        self._longest = max((mention.end - mention.start for _, mention in self._keyed), default=0)
        self._persons = {mention.key for _, mention in self._keyed if mention.kind == "person" and _named(mention)}

    def within(self, spans: Spans) -> Iterator[int]:
        """The numbers of the mentions of somebody named that lie within one of ``spans``."""
        yield from sorted({n for n, m in self._about(spans) if _named(m) and any(s <= m.start and m.end <= e for s, e in spans)})

    def key(self, spans: Spans, *, personal: bool | None = None) -> str | None:
        """The key of the name that ``spans`` are headed by: one of them itself, else the first in them, else the least they lie in.

        A place comes after what lies in it.
        """
        named = (m for _, m in self._about(spans) if _named(m))
        return _head((m for m in named if personal is None or (m.key in self._persons) == personal), spans, _BROAD)

    def party(self, party: Party) -> str | None:
        """The key of the one that takes part, named or not: of "Hale's car" it is nobody, and of "Danish gunmen" not the Danes."""
        return _head((m for _, m in self._about(party.spans) if not _owns(m, party)), party.spans, _BROAD | {"group"})

    def _about(self, spans: Spans) -> Iterator[tuple[int, Mention]]:
        """Those that may overlap one of ``spans``, with their numbers."""
        for start, end in spans:
            yield from self._keyed[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]

    def source(self, link: Link) -> str | None:
        """The key of the one ``link`` names or refers to, None where it names nobody."""
        if link.kind not in _PERSONAL:
            return None
        personal = _PERSONAL[link.kind]
        return self.key(link.refers_to, personal=personal) or self.key(link.spans, personal=personal)


def _named(mention: Mention) -> bool:
    return not str(mention.key).startswith(UNNAMED)


def _head(mentions: Iterable[Mention], spans: Spans, broad: Set[str]) -> str | None:
    found = [
        (*_fit(mention, spans), mention.kind in broad, mention.start, -mention.end, mention.key)
        for mention in mentions
        if any(mention.start < end and start < mention.end for start, end in spans)
    ]
    return min(found)[-1] if found else None


def _fit(mention: Mention, spans: Spans) -> tuple[int, int]:
    """0 for one of the spans, 1 for what lies in one, 2 for what reaches beyond, by its length."""
    if (mention.start, mention.end) in spans:
        return 0, 0
    inside = any(start <= mention.start and mention.end <= end for start, end in spans)
    return (1, 0) if inside else (2, mention.end - mention.start)


def _owns(mention: Mention, party: Party) -> bool:
    """Whether the party is said to be a person's: "Hale's car"."""
    after = mention.end - party.spans[0].start if party.spans else 0
    return mention.kind == "person" and 0 < after < len(party.text) and party.text[after] in "'’"
