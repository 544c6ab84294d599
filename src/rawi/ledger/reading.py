"""Records back from their rows, one stream a type, in an order that depends on the documents alone."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from rawi.errors import NotFound
from rawi.ledger.packing import pairs, spans, texts
from rawi.ledger.questions import EventQuestion, Question, where, where_events
from rawi.records import (
    UNNAMED,
    Actor,
    Claim,
    Cluster,
    Copy,
    Decision,
    Document,
    Event,
    Given,
    Harm,
    Link,
    Loaded,
    Maker,
    Mention,
    Name,
    Original,
    Party,
    Period,
    Place,
    Quantity,
    Relation,
    Skipped,
    Span,
    Spans,
    Time,
)

DOCUMENT_ORDER = "coalesce(d.path, d.url, ''), coalesce(d.external_id, ''), d.id"
NAMELESS = f"NOT EXISTS (SELECT 1 FROM actor_key WHERE actor = a.id AND key NOT GLOB '{UNNAMED}*')"
"""Whether no document names the actor ``a``, who only takes part in events."""
Rows = Iterator[tuple[Any, ...]]


def makers(connection: sqlite3.Connection) -> Callable[[int], Maker]:
    """A look-up of makers by row that asks for each once."""
    known: dict[int, Maker] = {}

    def maker(n: int) -> Maker:
        if n not in known:
            name, version, settings = connection.execute("SELECT name, version, settings FROM maker WHERE n = ?", (n,)).fetchone()
            known[n] = Maker(name, version, pairs(settings))
        return known[n]

    return maker


def documents(connection: sqlite3.Connection, condition: str = "1", values: tuple[object, ...] = ()) -> Iterator[Document]:
    """Documents by path or URL."""
    columns = "id, external_id, path, url, outlet, title, authors, translators, published, language, genre, text, sha256, notes, frame"
    rows = connection.execute(f"SELECT {columns} FROM document d WHERE {condition} ORDER BY {DOCUMENT_ORDER}", values)
    for id_, external, path, url, outlet, title, authors, translators, published, language, genre, text, sha256, notes, frame in rows:
        yield Document(
            id=id_,
            external_id=external,
            path=path,
            url=url,
            outlet=outlet,
            title=title,
            authors=texts(authors),
            translators=texts(translators),
            published=published,
            language=language,
            genre=genre,
            text=text,
            sha256=sha256,
            notes=texts(notes),
            frame=spans(frame),
        )


def originals(connection: sqlite3.Connection, other_than: Maker | None) -> list[str]:
    """The ids of the documents whose reading another maker made, or of all."""
    maker = makers(connection)
    return [id_ for id_, made in connection.execute("SELECT id, maker FROM document ORDER BY n").fetchall() if maker(made) != other_than]


def original(connection: sqlite3.Connection, document: str) -> Original:
    """The bytes of a document and what came beside them.

    Raises:
        NotFound: no document has this id.
    """
    question = """SELECT o.path, o.url, o.media_type, o.given, o.data
        FROM document d JOIN original o ON o.document = d.n WHERE d.id = ?"""
    row = connection.execute(question, (document,)).fetchone()
    if not row:
        raise NotFound(f"no document has the id {document!r}")
    path, url, media_type, given, data = row
    beside = json.loads(given)
    given = Given(**beside | {part: tuple(beside[part]) for part in ("authors", "translators")})
    return Original(data=zlib.decompress(data), path=path, url=url, media_type=media_type, given=given)


_CHAIN = """SELECT json_group_array(json_array(l.position, l.text, json(l.spans), l.kind, json(l.refers_to), a.actor))
    FROM link l LEFT JOIN actor_key a ON a.key = l.key WHERE l.claim = c.n"""


def claims(connection: sqlite3.Connection, question: Question) -> Iterator[Claim]:
    """Claims that ``question`` asks for, in the order they stand in."""
    conditions = where(connection, question)
    rows = connection.execute(
        f"""SELECT c.id, d.id, c.spans, c.text, c.cue, c.commitment, c.evidence, c.maker, c.cluster, ({_CHAIN})
            FROM document d CROSS JOIN claim c ON c.document = d.n
            LEFT JOIN cluster k ON k.id = c.cluster WHERE {conditions} ORDER BY {DOCUMENT_ORDER}, c.n LIMIT ?""",
        (*conditions.values, question.get("limit", -1)),
    )
    maker = makers(connection)
    for id_, document, content, text, cue, commitment, evidence, made, cluster, chain in rows:
        yield Claim(
            id=id_,
            document=document,
            content=spans(content),
            text=text,
            cue=spans(cue),
            chain=tuple(_link(*row) for _, *row in sorted(json.loads(chain), key=lambda row: int(row[0]))),
            commitment=commitment,
            evidence=spans(evidence),
            maker=maker(made),
            cluster=cluster,
        )


def _link(text: str, printed: list[list[int]], kind: Any, refers_to: list[list[int]], actor: str | None) -> Link:
    return Link(text, _spans(printed), kind, _spans(refers_to), actor)


def _spans(ranges: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in ranges)


def actors(connection: sqlite3.Connection, condition: str = "1", values: tuple[object, ...] = ()) -> Iterator[Actor]:
    """Actors, those in most documents first; of those in one, the named before the others."""
    names = "SELECT json_group_array(json_array(text, documents, json(outlets))) FROM actor_name WHERE actor = a.id"
    most = "SELECT max(documents) FROM actor_name WHERE actor = a.id"
    rows = connection.execute(
        f"SELECT id, name, kind, identifiers, ({names}) FROM actor a WHERE {condition} ORDER BY ({most}) DESC, {NAMELESS}, name, id", values
    )
    for id_, name, kind, identifiers, named in rows:
        listed = sorted(
            (Name(text, count, tuple(outlets)) for text, count, outlets in json.loads(named)), key=lambda n: (-n.documents, n.text)
        )
        yield Actor(id_, name, kind, tuple(listed), pairs(identifiers))


def mentions(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Mention]:
    """Mentions in the order they stand in, with their actors."""
    columns = 'd.id, r.start, r."end", r.text, r.kind, r.refers_to, r.described, r.key, a.actor'
    for id_, start, end, text, kind, refers_to, described, key, actor in _of_documents(connection, columns, "mention", document, "r.key"):
        back = Span(*json.loads(refers_to)) if refers_to else None
        yield Mention(start, end, text, kind, back, tuple(json.loads(described)), key, id_, actor)


def relations(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Relation]:
    """Relations in the order they stand in, with the actors on either side."""
    side = "r.{0}_text, r.{0}_spans, (SELECT actor FROM actor_key WHERE key = r.{0})".format
    columns = f"r.id, d.id, r.claim, {side('subject')}, {side('object')}, r.kind, r.since, r.until, r.evidence, r.maker"
    maker = makers(connection)
    for id_, document_id, claim, *sides, kind, since, until, evidence, made in _of_documents(connection, columns, "relation", document):
        subject, object_ = (Party(text, spans(printed), actor) for text, printed, actor in (sides[:3], sides[3:]))
        yield Relation(
            id=id_,
            document=document_id,
            claim=claim,
            subject=subject,
            object=object_,
            kind=kind,
            since=since,
            until=until,
            evidence=spans(evidence),
            maker=maker(made),
        )


def events(connection: sqlite3.Connection, question: EventQuestion) -> Iterator[Event]:
    """Events that ``question`` asks for, in the order they stand in, with their parties' actors."""
    conditions = where_events(connection, question)
    columns = "r.n, r.id, d.id, r.claim, r.kind, r.mode, r.status, r.since, r.until, r.date_text, r.place, r.evidence, r.maker"
    rows = connection.execute(
        f"""SELECT {columns} FROM document d CROSS JOIN event r ON r.document = d.n
            WHERE {conditions} ORDER BY {DOCUMENT_ORDER}, r.n""",
        tuple(conditions.values),
    )
    maker = makers(connection)
    for n, id_, document, claim, kind, mode, status, since, until, date, place, evidence, made in rows:
        took_part = _parties(connection, n)
        yield Event(
            id=id_,
            document=document,
            claim=claim,
            kind=kind,
            mode=mode,
            status=status,
            source=tuple(party for party, *_ in took_part["source"]),
            target=tuple(party for party, *_ in took_part["target"]),
            instruments=tuple(party for party, *_ in took_part["instrument"]),
            harm=tuple(Harm(effect, party, low, high, bool(part)) for party, effect, low, high, part in took_part["harm"]),
            date=None if date is None else Period(since, until, date),
            place=Place(**json.loads(place)) if place else None,
            evidence=spans(evidence),
            maker=maker(made),
        )


def _parties(connection: sqlite3.Connection, event: int) -> defaultdict[str, list[tuple[Any, ...]]]:
    """Who takes part in an event, by role: the party and, where it is harmed, how and how many."""
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT p.role, p.text, p.spans, k.actor, p.effect, p.low, p.high, p.part FROM party p LEFT JOIN actor_key k ON k.key = p.key "
        "WHERE p.event = ? ORDER BY p.role, p.position",
        (event,),
    )
    for role, text, printed, actor, *harm in rows:
        found[role].append((Party(text, spans(printed), actor), *harm))
    return found


def times(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Time]:
    """Time expressions in the order they stand in."""
    maker = makers(connection)
    columns = 'd.id, r.start, r."end", r.text, r.kind, r.value, r.since, r.until, r.maker'
    for id_, start, end, text, kind, value, since, until, made in _of_documents(connection, columns, "time", document):
        yield Time(document=id_, start=start, end=end, text=text, kind=kind, value=value, since=since, until=until, maker=maker(made))


def quantities(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Quantity]:
    """Quantities in the order they stand in."""
    maker = makers(connection)
    columns = "d.id, r.claim, r.value, r.low, r.high, r.approximate, r.unit, r.whole, r.evidence, r.maker"
    for id_, claim, value, low, high, approximate, unit, whole, evidence, made in _of_documents(connection, columns, "quantity", document):
        yield Quantity(
            document=id_,
            claim=claim,
            value=value,
            low=low,
            high=high,
            approximate=bool(approximate),
            unit=unit,
            of=whole,
            evidence=spans(evidence),
            maker=maker(made),
        )


def loaded(connection: sqlite3.Connection, document: str | None = None) -> Iterator[Loaded]:
    """Loaded words in the order they stand in."""
    maker = makers(connection)
    columns = 'd.id, r.start, r."end", r.text, a.actor, r.reason, r.maker'
    for id_, start, end, text, about, reason, made in _of_documents(connection, columns, "loaded", document, "r.about"):
        yield Loaded(document=id_, start=start, end=end, text=text, about=about, reason=reason, maker=maker(made))


def _of_documents(connection: sqlite3.Connection, columns: str, table: str, document: str | None, key: str = "") -> Rows:
    join = f"LEFT JOIN actor_key a ON a.key = {key}" if key else ""
    condition = "d.id = ?1" if document is not None else "?1 IS NULL"
    return connection.execute(
        f"""SELECT {columns} FROM document d CROSS JOIN {table} r ON r.document = d.n {join}
            WHERE {condition} ORDER BY {DOCUMENT_ORDER}, r.n""",
        (document,),
    )


def clusters(connection: sqlite3.Connection, condition: str = "1", values: tuple[object, ...] = ()) -> Iterator[Cluster]:
    """Clusters by id."""
    columns = "id, statement, claims, status, voices, voice_names, disputed_by, reason"
    for id_, statement, claimed, status, voices, names, disputed, reason in connection.execute(
        f"SELECT {columns} FROM cluster WHERE {condition} ORDER BY id", values
    ):
        yield Cluster(
            id=id_,
            statement=statement,
            claims=texts(claimed),
            status=status,
            voices=voices,
            voice_names=texts(names),
            disputed_by=texts(disputed),
            reason=reason,
        )


def copies(connection: sqlite3.Connection) -> Iterator[Copy]:
    """Copies in the order of the documents."""
    for document, of, kind, similarity in connection.execute(
        f"""SELECT d.id, o.id, c.kind, c.similarity FROM copy c JOIN document d ON d.n = c.document JOIN document o ON o.n = c.of
            ORDER BY {DOCUMENT_ORDER}"""
    ):
        yield Copy(document=document, of=of, kind=kind, similarity=similarity)


def decisions(connection: sqlite3.Connection, condition: str = "1", values: tuple[object, ...] = ()) -> Iterator[Decision]:
    """Decisions in the order they were taken."""
    for id_, subject, other, verdict, by, at, note, retracted in connection.execute(
        f"SELECT id, subject, other, verdict, by, at, note, retracted FROM decision WHERE {condition} ORDER BY at, id", values
    ):
        yield Decision(id=id_, subject=subject, other=other, verdict=verdict, by=by, at=at, note=note, retracted=bool(retracted))


def skips(connection: sqlite3.Connection) -> Iterator[Skipped]:
    """What could not be read, by path."""
    for path, document, start, end, reason in connection.execute(
        """SELECT path, document, start, "end", reason FROM skipped
            ORDER BY coalesce(path, ''), coalesce(document, ''), start, "end", reason"""
    ):
        yield Skipped(path=path, reason=reason, document=document, span=None if start is None else Span(start, end))
