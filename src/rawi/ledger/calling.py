"""Who calls an actor what: names by outlet, how often, from when to when."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from rawi.ledger.opening import fold


@dataclass(frozen=True, slots=True)
class Calling:
    """One name of an actor in one outlet's documents. Dates are ISO, of the documents that have one."""

    name: str
    outlet: str | None
    mentions: int
    documents: int
    since: str | None
    until: str | None
    only: bool
    """No other outlet of this ledger uses the name, though others speak of the actor."""


_CALLED = """SELECT m.text, d.outlet, count(*), count(DISTINCT m.document), min(d.published), max(d.published)
    FROM actor_key k JOIN mention m ON m.key = k.key JOIN document d ON d.n = m.document
    WHERE k.actor = ? AND m.kind NOT IN ('nominal', 'pronoun') AND NOT (m.kind IN ('office', 'many') AND m.refers_to IS NOT NULL)
    GROUP BY fold(m.text), d.outlet ORDER BY count(DISTINCT m.document) DESC, count(*) DESC, m.text, d.outlet"""


def callings(connection: sqlite3.Connection, actor: str) -> list[Calling]:
    """Every name of the actor with this id, by outlet; the most used first."""
    rows = connection.execute(_CALLED, (actor,)).fetchall()
    outlets: defaultdict[str, set[str | None]] = defaultdict(set)
    for name, outlet, *_ in rows:
        outlets[fold(name)].add(outlet)
    several = len({outlet for _, outlet, *_ in rows if outlet is not None}) > 1
    return [
        Calling(name, outlet, mentions, documents, since, until, several and outlet is not None and outlets[fold(name)] == {outlet})
        for name, outlet, mentions, documents, since, until in rows
    ]
