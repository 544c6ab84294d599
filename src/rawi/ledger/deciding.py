"""What people decide about actors: which names are one, which are not; and what is left for them to decide.

A decision holds between two keys, which are made of the names alone, so that it finds them again after every re-reading. "Same" is
transitive, "different" binds, "unsure" leaves a doubt unasked; the latest decision on a pair counts, and a retracted one stays in the
history.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from rawi.errors import DecisionConflict, InputError, NotFound
from rawi.ledger.opening import fold
from rawi.ledger.packing import texts
from rawi.records import Decision, digest

Verdict = Literal["same", "different", "unsure"]
PREFIXES = ("known:", "name:", "person:", "office:", "group:", "unnamed:")
_JUDGEMENTS: dict[str, Verdict] = {"positive": "same", "negative": "different", "unsure": "unsure"}
"""nomenklatura's words for the verdicts, in its files of resolver edges (``.ijson``)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two actors that may be one: for a person to decide."""

    first: str
    second: str
    """The actors' ids."""
    names: tuple[str, str]
    keys: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


def in_force(connection: sqlite3.Connection) -> dict[tuple[str, str], Decision]:
    """The decision that counts for each pair of keys."""
    rows = connection.execute(
        """SELECT id, subject, other, verdict, by, at, note FROM decision WHERE other IS NOT NULL AND NOT retracted ORDER BY at, id"""
    )
    return {
        (subject, other): Decision(id=id_, subject=subject, other=other, verdict=verdict, by=by, at=at, note=note, retracted=False)
        for id_, subject, other, verdict, by, at, note in rows
    }


def judge(connection: sqlite3.Connection, first: str, second: str, verdict: Verdict, by: str, note: str) -> Decision:
    """Write down that ``first`` and ``second`` (ids, names or keys) are the same, different or undecided; open their actors.

    Raises:
        NotFound: no actor is called so, or several are.
        DecisionConflict: "same" would join what was decided to be different, or the other way round.
    """
    one, other = _keys(connection, first, second)
    return write(connection, made(one, other, verdict, by, datetime.now(UTC).isoformat(timespec="microseconds"), note))


def made(one: str, other: str, verdict: Verdict, by: str, at: str, note: str = "") -> Decision:
    """A decision on two keys."""
    subject, partner = sorted((one, other))
    id_ = "x" + digest(subject, partner, verdict, by, at, note)
    return Decision(id=id_, subject=subject, other=partner, verdict=verdict, by=by, at=at, note=note, retracted=False)


def write(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """Write a decision on two keys; one that is written already stays as it is. Raises DecisionConflict."""
    _check(in_force(connection), decision)
    connection.execute(
        "INSERT OR IGNORE INTO decision (id, subject, other, verdict, by, at, note, retracted) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        (decision.id, decision.subject, decision.other, decision.verdict, decision.by, decision.at, decision.note),
    )
    reopen(connection, decision)
    return decision


def reopen(connection: sqlite3.Connection, decision: Decision) -> None:
    """Have the actors of a decision's keys made again."""
    if decision.other is not None:
        connection.executemany("INSERT OR IGNORE INTO open_key VALUES (?)", [(decision.subject,), (decision.other,)])


def doubts(connection: sqlite3.Connection, merge: float) -> Iterator[Doubt]:
    """Pairs of actors that may be one and that nobody has decided on, the likeliest first."""
    decided = in_force(connection)
    rows = connection.execute(
        """SELECT l.first, l.second, max(l.score), l.reasons, a.id, a.name, b.id, b.name FROM likeness l
            JOIN actor_key f ON f.key = l.first JOIN actor_key s ON s.key = l.second
            JOIN actor a ON a.id = f.actor JOIN actor b ON b.id = s.actor
            WHERE a.id <> b.id GROUP BY l.first, l.second ORDER BY max(l.score) DESC, l.first, l.second"""
    )
    seen = set()
    for first, second, score, reasons, a, name, b, other in rows:
        pair = tuple(sorted((a, b)))
        if (first, second) not in decided and pair not in seen:
            seen.add(pair)
            why = (*texts(reasons), *(("what joins them would join two that are not one",) if score >= merge else ()))
            yield Doubt(a, b, (name, other), (first, second), score, why)


def to_ijson(decisions: Iterable[Decision]) -> Iterator[str]:
    """The decisions in force on pairs as lines of nomenklatura's resolver files: target, source, judgement, score, user, time."""
    names: dict[str, str] = {verdict: judgement for judgement, verdict in _JUDGEMENTS.items()}
    latest = {(d.subject, d.other): d for d in decisions if d.other is not None and not d.retracted}
    for d in latest.values():
        if d.other is not None:
            yield json.dumps([*sorted((d.subject, d.other), reverse=True), names[d.verdict], None, d.by, d.at], ensure_ascii=False)


def from_ijson(line: str, wikidata: Mapping[str, str]) -> Decision | None:
    """The decision of a line; None for one that judges nothing. ``wikidata`` has the keys of known items.

    Raises:
        InputError: the line is not of this format, or names what no key is.
    """
    try:
        target, source, judgement, _, user, at = json.loads(line)
    except (ValueError, TypeError) as error:
        raise InputError(f"not a line of nomenklatura's format (target, source, judgement, score, user, time): {line[:80]!r}") from error
    if judgement == "no_judgement":
        return None
    if judgement not in _JUDGEMENTS:
        raise InputError(f"{judgement!r} is none of {', '.join(_JUDGEMENTS)}")
    one, other = (wikidata.get(str(id_), str(id_)) for id_ in (target, source))
    for key in (one, other):
        if not key.startswith(PREFIXES):
            raise InputError(f"{key!r} is neither a key of this ledger nor a Wikidata item of its packs")
    return made(one, other, _JUDGEMENTS[judgement], str(user or "import"), str(at or ""))


def _keys(connection: sqlite3.Connection, first: str, second: str) -> tuple[str, str]:
    """The keys that two ids or names mean: an actor's first where they are two actors'; where one, what was decided to be the same in it,
    else the keys that the names are printed under."""
    (one, actor), (other, second_actor) = _meant(connection, first), _meant(connection, second)
    if actor == second_actor:
        keys = {key for (key,) in connection.execute("SELECT key FROM actor_key WHERE actor = ?", (actor,))}
        same = [pair for pair, decision in in_force(connection).items() if decision.verdict == "same" and keys.issuperset(pair)]
        if len(same) == 1:
            return same[0]
        one, other = _printed(connection, first) or one, _printed(connection, second) or other
    if one == other:
        raise NotFound(f"{first!r} and {second!r} are one name for this ledger; `rawi actors` shows an actor's keys")
    return one, other


def _meant(connection: sqlite3.Connection, text: str) -> tuple[str, str]:
    """The first key and the actor of a key, an id or a printed name. Raises NotFound for none and for several actors."""
    found = connection.execute("SELECT key, actor FROM actor_key WHERE key = ?1 OR actor = ?1", (text,)).fetchall()
    found = (
        found
        or connection.execute(
            "SELECT k.key, k.actor FROM actor_name n JOIN actor_key k ON k.actor = n.actor WHERE fold(n.text) = ?", (fold(text),)
        ).fetchall()
    )
    actors = sorted({actor for _, actor in found})
    if len(actors) > 1:
        raise NotFound(f"{len(actors)} actors are called {text!r}: {', '.join(actors[:5])}; give an id")
    if not found:
        raise NotFound(f"no actor is called {text!r}; `rawi actors` lists those there are")
    key, actor = min(found, key=lambda row: (not row[0].startswith("known:"), row[0]))
    return str(key), str(actor)


def _printed(connection: sqlite3.Connection, text: str) -> str | None:
    """The first key under which a name is printed, or the key itself."""
    question = """SELECT min(key) FROM mention WHERE (fold(text) = ?1 AND kind NOT IN ('nominal', 'pronoun')) OR key = ?2"""
    (key,) = connection.execute(question, (fold(text), text)).fetchone()
    return None if key is None else str(key)


def _check(decided: dict[tuple[str, str], Decision], new: Decision) -> None:
    """Raise DecisionConflict where the chain of "same" and a "different" would contradict each other."""
    one, other = new.subject, new.other or new.subject
    held = [d for pair, d in decided.items() if pair != (one, other)]
    group = _joined(held, one)
    if new.verdict == "different" and other in group:
        raise DecisionConflict(f"{one} and {other} were decided to be the same, through others; `rawi decisions` lists them")
    if new.verdict != "same":
        return
    both = group | _joined(held, other)
    against = next((d for d in held if d.verdict == "different" and d.subject in both and d.other in both), None)
    if against is not None:
        raise DecisionConflict(
            f"{against.by} decided on {against.at[:10]} that {against.subject} and {against.other} are different; "
            f"`rawi undo {against.id}` takes that back"
        )


def _joined(decided: Iterable[Decision], key: str) -> set[str]:
    """All keys that "same" joins to ``key``."""
    pairs = [(d.subject, d.other) for d in decided if d.verdict == "same" and d.other is not None]
    group, grown = set[str](), {key}
    while grown:
        group |= grown
        grown = {end for pair in pairs if group & set(pair) for end in pair} - group
    return group
