"""Write what was derived from one document: mentions and claims, and what the claims say."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TypeAlias

from rawi.ledger.joining import Printed
from rawi.ledger.packing import pack
from rawi.records import Claim, Event, Maker, Mention, Party, Reading

Row: TypeAlias = tuple[object, ...]
By: TypeAlias = Callable[[Maker], int]


def derive(connection: sqlite3.Connection, n: int, reading: Reading) -> None:
    """Write all of ``reading`` but the document itself, as document ``n``."""
    makers: dict[Maker, int] = {}

    def by(maker: Maker) -> int:
        if maker not in makers:
            makers[maker] = maker_number(connection, maker)
        return makers[maker]

    printed = Printed(reading.mentions)
    first = _write_mentions(connection, n, reading.mentions)
    _insert(connection, "alias", 'document, key, other, start, "end"', [(n, a.key, a.other, *a.span) for a in reading.aliases])
    start = _next(connection, "claim")
    claims = list(enumerate(reading.claims, start=start))
    columns = "n, id, document, spans, text, cue, commitment, evidence, maker, context, firsthand"
    signed = {signature.claim: (signature.context, signature.firsthand) for signature in reading.signature.claims}
    _insert(connection, "claim", columns, [(*_claim(i, n, claim, by), *signed.get(claim.id, (b"", False))) for i, claim in claims])
    _insert(connection, "claim_words", "rowid, text", ((i, claim.text) for i, claim in claims))
    _insert(connection, "link", "claim, position, text, spans, kind, refers_to, key", _links(claims, printed))
    held = ((i, first + m) for i, claim in claims for m in printed.within(claim.content))
    _insert(connection, "claim_mention", "claim, mention", held)
    _write_sayings(connection, n, reading, by)
    _write_relations(connection, n, reading, by, printed)
    for event in reading.events:
        _write_event(connection, n, event, by(event.maker), printed)


def maker_number(connection: sqlite3.Connection, maker: Maker) -> int:
    """The row of ``maker``, made if need be."""
    key = (maker.name, maker.version, pack(maker.settings))
    connection.execute("INSERT OR IGNORE INTO maker (name, version, settings) VALUES (?, ?, ?)", key)
    (n,) = connection.execute("SELECT n FROM maker WHERE name = ? AND version = ? AND settings = ?", key).fetchone()
    return int(n)


def _write_mentions(connection: sqlite3.Connection, n: int, mentions: Sequence[Mention]) -> int:
    """Write mentions in rows that follow each other; return the first."""
    first = _next(connection, "mention")
    rows = (
        (i, n, m.start, m.end, m.text, m.kind, m.refers_to and pack(m.refers_to), pack(m.described), m.key)
        for i, m in enumerate(mentions, start=first)
    )
    _insert(connection, "mention", 'n, document, start, "end", text, kind, refers_to, described, key', rows)
    return first


def _claim(i: int, n: int, claim: Claim, by: By) -> Row:
    spans, cue, evidence = (pack(part) for part in (claim.content, claim.cue, claim.evidence))
    return i, claim.id, n, spans, claim.text, cue, claim.commitment, evidence, by(claim.maker)


def _links(claims: list[tuple[int, Claim]], printed: Printed) -> Iterator[Row]:
    for n, claim in claims:
        for position, link in enumerate(claim.chain):
            yield n, position, link.text, pack(link.spans), link.kind, pack(link.refers_to), printed.source(link)


def _write_sayings(connection: sqlite3.Connection, n: int, reading: Reading, by: By) -> None:
    times = [(n, t.start, t.end, t.text, t.kind, t.value, t.since, t.until, by(t.maker)) for t in reading.times]
    _insert(connection, "time", 'document, start, "end", text, kind, value, since, until, maker', times)
    quantities = [
        (n, q.claim, q.value, q.low, q.high, q.approximate, q.unit, q.of, pack(q.evidence), by(q.maker)) for q in reading.quantities
    ]
    _insert(connection, "quantity", "document, claim, value, low, high, approximate, unit, whole, evidence, maker", quantities)
    loaded = [(n, w.start, w.end, w.text, w.about, w.reason, by(w.maker)) for w in reading.loaded]
    _insert(connection, "loaded", 'document, start, "end", text, about, reason, maker', loaded)


def _write_relations(connection: sqlite3.Connection, n: int, reading: Reading, by: By, printed: Printed) -> None:
    columns = "id, document, claim, kind, since, until, evidence, maker"
    sides = "subject_text, subject_spans, subject, object_text, object_spans, object"
    rows = (
        (r.id, n, r.claim, r.kind, r.since, r.until, pack(r.evidence), by(r.maker), *_side(r.subject, printed), *_side(r.object, printed))
        for r in reading.relations
    )
    _insert(connection, "relation", f"{columns}, {sides}", rows)


def _write_event(connection: sqlite3.Connection, n: int, event: Event, maker: int, printed: Printed) -> None:
    when = (event.date.since, event.date.until, event.date.text) if event.date else (None, None, None)
    place = pack(asdict(event.place)) if event.place else None
    row = _next(connection, "event")
    _insert(
        connection,
        "event",
        "n, id, document, claim, kind, mode, status, since, until, date_text, place, evidence, maker",
        [(row, event.id, n, event.claim, event.kind, event.mode, event.status, *when, place, pack(event.evidence), maker)],
    )
    plain = {"source": event.source, "target": event.target, "instrument": event.instruments}
    rows = [
        (row, role, i, *_party(party, printed), None, None, None, None)
        for role, several in plain.items()
        for i, party in enumerate(several)
    ]
    harm = [(row, "harm", i, *_party(h.who, printed), h.effect, h.low, h.high, h.part) for i, h in enumerate(event.harm)]
    _insert(connection, "party", "event, role, position, text, spans, key, effect, low, high, part", rows + harm)


def _party(party: Party, printed: Printed) -> Row:
    return party.text, pack(party.spans), printed.party(party)


def _side(party: Party, printed: Printed) -> Row:
    return party.text, pack(party.spans), printed.key(party.spans)


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _next(connection: sqlite3.Connection, table: str) -> int:
    (highest,) = connection.execute(f"SELECT max(n) FROM {table}").fetchone()
    return int(highest or 0) + 1
