"""Which mention a source, a party or a content stands on, by where they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rawi.records import Link, Mention, Party, Spans

# a link of these kinds is a person, or one of the others by name; an unnamed source or a document is no actor
_PERSONAL = {"person": True, "organization": False, "publication": False, "office": False}
_BROAD = {"country", "place"}  # "Lower Ostrava's Harbour Guard" is the guard


class Printed:
    """The named mentions of one document, to look up by span."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._named = [(number, mention) for number, mention in enumerate(mentions) if mention.key]
        self._persons = {mention.key for _, mention in self._named if mention.kind == "person"}

    def within(self, spans: Spans) -> Iterator[int]:
        """The numbers of the mentions that lie within one of ``spans``."""
        for number, mention in self._named:
            if any(start <= mention.start and mention.end <= end for start, end in spans):
                yield number

    def key(self, spans: Spans, *, personal: bool | None = None, owned: Party | None = None) -> str | None:
        """The key of the mention that ``spans`` are headed by: one of them itself, else the first in them, else the least they lie in.

        A place comes after what lies in it; a person whose the party ``owned`` is does not count.
        """
        found = [
            (*_fit(mention, spans), mention.kind in _BROAD, mention.start, -mention.end, mention.key)
            for _, mention in self._named
            if (personal is None or (mention.key in self._persons) == personal)
            and any(mention.start < end and start < mention.end for start, end in spans)
            and not (owned and _owns(mention, owned))
        ]
        return min(found)[-1] if found else None

    def party(self, party: Party) -> str | None:
        """The key of the one that takes part: of "Hale's car" it is nobody's, and not Hale's."""
        return self.key(party.spans, owned=party)

    def source(self, link: Link) -> str | None:
        """The key of the one ``link`` names or refers to, None where it names nobody."""
        if link.kind not in _PERSONAL:
            return None
        personal = _PERSONAL[link.kind]
        return self.key(link.refers_to, personal=personal) or self.key(link.spans, personal=personal)


def _fit(mention: Mention, spans: Spans) -> tuple[int, int]:
    """0 for one of the spans, 1 for what lies in one, 2 for what reaches beyond, by its length."""
    if (mention.start, mention.end) in spans:
        return 0, 0
    inside = any(start <= mention.start and mention.end <= end for start, end in spans)
    return (1, 0) if inside else (2, mention.end - mention.start)


def _owns(mention: Mention, party: Party) -> bool:
    """Whether the party is said to be a person's: "Hale's car"."""
    after = mention.end - party.spans[0].start
    return mention.kind == "person" and 0 < after < len(party.text) and party.text[after] in "'’"
