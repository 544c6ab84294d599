"""What the tables of happenings say of one: names, words, documents, and by whose account, looked up in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import Protocol

from rawi.gazetteer import country
from rawi.records import Actor, Claim, Document, Event, Happening, Party, Toll, Version

KEPT = 512
"""Records of a kind kept at hand."""


class Findable(Protocol):
    """A ledger."""

    def find(self, record: str) -> object: ...


class Recalled:
    """Looks up, in one ledger, what happenings cite."""

    def __init__(self, ledger: Findable) -> None:
        self._find = lru_cache(KEPT)(ledger.find)

    def document(self, event: Event) -> Document:
        """The document of an event."""
        found = self._find(event.document)
        assert isinstance(found, Document)
        return found

    def claim(self, event: Event) -> Claim | None:
        """The claim that an event rests on."""
        found = self._find(event.claim) if event.claim else None
        return found if isinstance(found, Claim) else None

    def actor(self, party: Party) -> Actor | None:
        """The actor that a party is."""
        found = self._find(party.actor) if party.actor else None
        return found if isinstance(found, Actor) else None

    def name(self, party: Party) -> str:
        """The actor's usual name, else the words as printed."""
        actor = self.actor(party)
        return actor.name if actor else " ".join(party.text.split())

    def names(self, parties: Iterable[Party]) -> str:
        """Names with "; " between them."""
        return "; ".join(self.name(party) for party in parties)

    def words(self, event: Event) -> str:
        """The evidence as printed."""
        text = self.document(event).text
        return " … ".join(" ".join(text[start:end].split()) for start, end in event.evidence)

    def account(self, event: Event) -> str:
        """ "Lusk Post > two officials (claimed)"."""
        claim = self.claim(event)
        chain = [" ".join(link.text.split()) for link in claim.chain] if claim else []
        return f"{' > '.join([outlet(self.document(event)), *chain])} ({claim.commitment if claim else 'asserted'})"

    def notes(self, happening: Happening) -> str:
        """The evidence of every event, each with whose account it is."""
        return " | ".join(dict.fromkeys(f"{self.account(event)}: {self.words(event)}" for event in happening.events))

    def documents(self, happening: Happening) -> Iterator[Document]:
        """The documents that tell of it, each once."""
        seen = dict.fromkeys(event.document for event in happening.events)
        yield from (self.document(next(event for event in happening.events if event.document == id_)) for id_ in seen)


def outlet(document: Document) -> str:
    """What to call the article's own voice: its outlet, else its file, else its address, title or id."""
    return document.outlet or (document.path and PurePath(document.path).name) or document.url or document.title or document.id


def country_name(code: str | None) -> str | None:
    """The name of a country by its ISO 3166 alpha-2 code; None where nobody entered it."""
    try:
        return country(code).name if code else None
    except KeyError:
        return None


def number(low: int | None, high: int | None) -> str:
    """ "14", "9 to 14", "at least 9", "up to 14"."""
    if low is None or high is None:
        return f"at least {low}" if low is not None else f"up to {high}"
    return str(low) if low == high else f"{low} to {high}"


def versions(toll: Toll) -> str:
    """ "killed 14 (the ministry, in 2 outlets), 9 (villagers)"."""
    return f"{toll.effect} " + ", ".join(f"{number(version.low, version.high)} ({_voices(version)})" for version in toll.versions)


def _voices(version: Version) -> str:
    names = ", ".join(version.voices)
    return f"{names}, in {version.outlets} outlets" if version.outlets > len(version.voices) else names


def toll_of(happening: Happening, effect: str) -> Toll | None:
    """What is said of one effect."""
    return next((toll for toll in happening.toll if toll.effect == effect), None)
