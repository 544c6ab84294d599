"""Questions about claims and events, as SQL."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from typing import TypedDict

from rawi.errors import NotFound
from rawi.gazetteer import lookup
from rawi.ledger.opening import fold
from rawi.ledger.packing import ids
from rawi.records import Commitment, Effect, EventStatus, Status


class Question(TypedDict, total=False):
    """What to ask of claims; every part given must hold."""

    about: str
    """An actor's name or id: claims whose content mentions it."""
    by: str
    """An actor's name or id, words of a source as printed, or an outlet (for claims in the article's own voice)."""
    commitment: Commitment
    status: Status
    outlet: str
    since: str
    """An ISO date: claims of documents published on it or later."""
    search: str
    """Words that the claim's text has, all of them; "a phrase" in quotation marks; a last * for words that begin so."""
    document: str
    limit: int


class EventQuestion(TypedDict, total=False):
    """What to ask of events; every part given must hold."""

    kind: str
    """PLOVER's, in any case."""
    status: EventStatus
    actor: str
    """An actor's name or id, or words as printed: events in which it takes any part, harmed or harming."""
    place: str
    """Words of a place's name, or a country by its name or ISO 3166 alpha-2 code, for every place in it."""
    since: str
    """An ISO date: events that end on it or later. What has no date is left out."""
    until: str
    """An ISO date: events that begin on it or earlier. What has no date is left out."""
    harm: Effect
    document: str


@dataclass
class Where:
    """Conditions and the values they take."""

    conditions: list[str] = field(default_factory=lambda: ["1"])
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """Another condition that must hold."""
        self.conditions.append(f"({condition})")
        self.values.extend(values)

    def __str__(self) -> str:
        return " AND ".join(self.conditions)


_ABOUT = """c.n IN (SELECT cm.claim FROM actor_key k JOIN mention m ON m.key = k.key JOIN claim_mention cm ON cm.mention = m.n
    WHERE k.actor IN (SELECT value FROM json_each(?)))"""
_BY = """c.n IN (SELECT l.claim FROM actor_key k JOIN link l ON l.key = k.key WHERE k.actor IN (SELECT value FROM json_each(?)))
    OR c.n IN (SELECT claim FROM link WHERE instr(fold(text), ?))
    OR (fold(d.outlet) = ? AND NOT EXISTS (SELECT 1 FROM link WHERE claim = c.n))"""


def where(connection: sqlite3.Connection, question: Question) -> Where:
    """The conditions for ``question`` on ``document d``, ``claim c`` and ``cluster k``.

    Raises:
        NotFound: no actor has the name or id in ``about``.
    """
    found = Where()
    if about := question.get("about"):
        actors = named(connection, about)
        if not actors:
            raise NotFound(f"no actor is called {about!r}; `rawi actors` lists those there are")
        found.add(_ABOUT, ids(actors))
    if by := question.get("by"):
        found.add(_BY, ids(named(connection, by)), fold(by), fold(by))
    if outlet := question.get("outlet"):
        found.add("fold(d.outlet) = ?", fold(outlet))
    if since := question.get("since"):
        found.add("d.published >= ?", since)
    if document := question.get("document"):
        found.add("d.id = ?", document)
    if commitment := question.get("commitment"):
        found.add("c.commitment = ?", commitment)
    if status := question.get("status"):
        found.add("k.status = ?", status)
    if (search := question.get("search")) is not None:
        found.add("c.n IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)", match(search))
    return found


_PARTY = """r.n IN (SELECT event FROM party JOIN actor_key k USING (key) WHERE k.actor IN (SELECT value FROM json_each(?)))
    OR r.n IN (SELECT event FROM party WHERE instr(fold(text), ?))"""
_PLACE = """json_extract(r.place, '$.country') IN (SELECT value FROM json_each(?))
    OR instr(' ' || fold(json_extract(r.place, '$.name')) || ' ', ' ' || ? || ' ')
    OR instr(' ' || fold(json_extract(r.place, '$.text')) || ' ', ' ' || ? || ' ')"""


def where_events(connection: sqlite3.Connection, question: EventQuestion) -> Where:
    """The conditions for ``question`` on ``document d`` and ``event r``."""
    found = Where()
    if document := question.get("document"):
        found.add("d.id = ?", document)
    if kind := question.get("kind"):
        found.add("r.kind = ?", kind.upper())
    if status := question.get("status"):
        found.add("r.status = ?", status)
    if actor := question.get("actor"):
        found.add(_PARTY, ids(named(connection, actor)), fold(actor))
    if place := question.get("place"):
        found.add(_PLACE, ids(_countries(place)), fold(place), fold(place))
    if since := question.get("since"):
        found.add("coalesce(r.until, r.since) >= ?", since)
    if until := question.get("until"):
        found.add("coalesce(r.since, r.until) <= ?", until)
    if harm := question.get("harm"):
        found.add("r.n IN (SELECT event FROM party WHERE effect = ?)", harm)
    return found


def _countries(name: str) -> list[str]:
    """The codes of the countries that ``name`` may mean; two capitals are a code."""
    if re.fullmatch("[A-Z]{2}", name):
        return [name]
    return sorted({entry.country for entry in lookup(name) if entry.kind == "country" and entry.country})


def named(connection: sqlite3.Connection, name: str) -> list[str]:
    """The ids of the actors meant by ``name``: an id, else a whole name, else part of one."""
    whole = "SELECT id FROM actor WHERE id = ?1 UNION SELECT actor FROM actor_name WHERE fold(text) = ?2 ORDER BY 1"
    part = "SELECT DISTINCT actor FROM actor_name WHERE instr(fold(text), ?2) AND ?1 <> '' ORDER BY 1"
    for question in (whole, part):
        if found := [actor for (actor,) in connection.execute(question, (name, fold(name)))]:
            return found
    return []


def match(search: str) -> str:
    """``search`` in FTS5's language: whatever a person types is words and phrases, never an operator or an error."""
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', search.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")):
        text = phrase or word.rstrip("*")
        if re.search(r"\w", text):
            terms.append(f'"{text}"' + ("*" if word.endswith("*") else ""))
    return " AND ".join(terms) or '""'
