"""What settling actors needs of the store: keys and their blocks, what is known of each, how alike they are, where to write actors."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import NamedTuple

from rawi.ledger.blocking import mark
from rawi.ledger.deciding import in_force
from rawi.ledger.packing import ids, pack, pairs, texts
from rawi.ledger.storing import invalidate
from rawi.records import Actor

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]
BESIDE = 30
"""The most documents of a key that say whom it stands beside: those with the smallest ids."""


_ACTORS = "SELECT key, actor FROM actor_key WHERE key IN (SELECT value FROM json_each(?))"


class Named(NamedTuple):
    """One printed form of a key: which kind of mention, in which document of which outlet."""

    key: str
    text: str
    kind: str
    document: int
    outlet: str | None


class Profile(NamedTuple):
    """What the documents say of a key: how many name it, what describes it, which keys stand beside it, whom it is tied to."""

    key: str
    documents: int
    described: frozenset[str]
    near: frozenset[str]
    ties: frozenset[tuple[str, str]]
    """Kind and other key of each tie; the kind has "of " before it where the key is the tie's object: "of leads"."""


def _packed(profile: Profile) -> tuple[str, int, str, str, str]:
    parts = (pack(sorted(part)) for part in (profile.described, profile.near, profile.ties))
    described, near, ties = parts
    return profile.key, profile.documents, described, near, ties


class Like(NamedTuple):
    """Two keys that are one actor or may be."""

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


class Naming:
    """The actors' part of a ledger."""

    def __init__(self, connection: sqlite3.Connection, writing: Writing) -> None:
        self._connection = connection
        self._writing = writing

    def dirty(self, limit: int) -> list[str]:
        """Keys whose mentions or aliases changed since they were put into blocks, at most ``limit``."""
        return self._column("SELECT key FROM dirty_key ORDER BY key LIMIT ?", limit)

    def enter(self, profiles: Mapping[Profile, Collection[str]]) -> None:
        """Put each key into its blocks, or out of all where nothing names it any more; its actor is opened, its blocks are dirty."""
        keys = ids(profile.key for profile in profiles)
        listed = "(SELECT value FROM json_each(?))"
        with self._writing() as connection:
            connection.execute(f"INSERT OR IGNORE INTO dirty_key_block SELECT DISTINCT block FROM key_block WHERE key IN {listed}", (keys,))
            connection.execute(f"DELETE FROM key_block WHERE key IN {listed}", (keys,))
            connection.execute(f"DELETE FROM key_profile WHERE key IN {listed}", (keys,))
            named = {profile: blocks for profile, blocks in profiles.items() if profile.documents}
            rows = sorted((block, profile.key) for profile, blocks in named.items() for block in blocks)
            connection.executemany("INSERT INTO key_block VALUES (?, ?)", rows)
            connection.executemany("INSERT OR IGNORE INTO dirty_key_block VALUES (?)", [(block,) for block, _ in rows])
            connection.executemany(
                "INSERT INTO key_profile VALUES (?, ?, ?, ?, ?)", [_packed(profile) for profile in sorted(named, key=lambda p: p.key)]
            )
            connection.executemany("INSERT OR IGNORE INTO open_key VALUES (?)", [(profile.key,) for profile in profiles])
            connection.execute(f"DELETE FROM dirty_key WHERE key IN {listed}", (keys,))

    def dirty_blocks(self, limit: int) -> list[str]:
        """Blocks whose members changed since they were compared, at most ``limit``."""
        return self._column("SELECT block FROM dirty_key_block ORDER BY block LIMIT ?", limit)

    def members(self, blocks: Collection[str]) -> dict[str, list[Profile]]:
        """The keys in each block that more than one shares, with what is known of them."""
        found: dict[str, list[Profile]] = {block: [] for block in blocks}
        rows = self._connection.execute(
            """WITH shared AS (
                SELECT block FROM key_block WHERE block IN (SELECT value FROM json_each(?)) GROUP BY block HAVING count(*) > 1
            ) SELECT b.block, p.key, p.documents, p.described, p.near, p.ties
            FROM shared s JOIN key_block b ON b.block = s.block JOIN key_profile p ON p.key = b.key ORDER BY b.block, p.key""",
            (ids(blocks),),
        )
        for block, key, documents, described, near, ties in rows:
            found[block].append(Profile(key, documents, frozenset(texts(described)), frozenset(texts(near)), frozenset(pairs(ties))))
        return found

    def profiles(self, keys: Collection[str]) -> list[Profile]:
        """What is known of each of ``keys``."""
        listed = ids(keys)
        where = "key IN (SELECT value FROM json_each(?))"
        documents = dict(
            self._connection.execute(f"SELECT key, count(DISTINCT document) FROM mention WHERE {where} GROUP BY key", (listed,))
        )
        described: defaultdict[str, set[str]] = defaultdict(set)
        for key, words in self._connection.execute(f"SELECT DISTINCT key, described FROM mention WHERE {where}", (listed,)):
            described[key].update(texts(words))
        near: defaultdict[str, set[str]] = defaultdict(set)
        beside = f"""WITH named AS (
                SELECT key, document, row_number() OVER (PARTITION BY key ORDER BY id) AS rank
                FROM (SELECT DISTINCT m.key, m.document, d.id FROM mention m JOIN document d ON d.n = m.document WHERE m.{where})
            ) SELECT DISTINCT n.key, o.key FROM named n JOIN mention o ON o.document = n.document
            WHERE n.rank <= {BESIDE} AND o.key <> n.key AND instr(o.key, '@') = 0"""
        for key, other in self._connection.execute(beside, (listed,)):
            near[key].add(other)
        ties = self._ties(listed)
        return [Profile(key, documents.get(key, 0), frozenset(described[key]), frozenset(near[key]), frozenset(ties[key])) for key in keys]

    def _ties(self, keys: str) -> defaultdict[str, set[tuple[str, str]]]:
        found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        question = """SELECT subject, kind, object FROM relation WHERE subject IN (SELECT value FROM json_each(?1)) AND object IS NOT NULL
            UNION SELECT object, 'of ' || kind, subject FROM relation
            WHERE object IN (SELECT value FROM json_each(?1)) AND subject IS NOT NULL"""
        for key, kind, other in self._connection.execute(question, (keys,)):
            found[key].add((kind, other))
        return found

    def write_likeness(self, found: Mapping[str, Iterable[Like]]) -> None:
        """Replace the pairs of each block by those ``found`` in it; the actors of keys whose pairs changed are opened."""
        with self._writing() as connection:
            for block, pairs in found.items():
                old = set(connection.execute("SELECT first, second, score, reasons FROM likeness WHERE block = ?", (block,)))
                new = {(like.first, like.second, like.score, pack(like.reasons)) for like in pairs}
                connection.execute("DELETE FROM likeness WHERE block = ?", (block,))
                connection.executemany("INSERT INTO likeness VALUES (?, ?, ?, ?, ?)", [(block, *row) for row in sorted(new)])
                opened = sorted({key for row in old ^ new for key in row[:2]})
                connection.executemany("INSERT OR IGNORE INTO open_key VALUES (?)", [(key,) for key in opened])
            connection.executemany("DELETE FROM dirty_key_block WHERE block = ?", [(block,) for block in found])

    def open(self, limit: int) -> list[str]:
        """Keys whose actor is to be made again, at most ``limit``."""
        return self._column("SELECT key FROM open_key ORDER BY key LIMIT ?", limit)

    def likeness(self, keys: Collection[str]) -> list[Like]:
        """Every pair of which ``keys`` has either, the surest score of each."""
        columns = "first, second, max(score), reasons FROM likeness WHERE"
        question = f"""SELECT {columns} first IN (SELECT value FROM json_each(?1)) GROUP BY first, second
            UNION SELECT {columns} second IN (SELECT value FROM json_each(?1)) GROUP BY first, second ORDER BY 1, 2"""
        return [Like(first, second, score, texts(why)) for first, second, score, why in self._connection.execute(question, (ids(keys),))]

    def decided(self) -> list[tuple[str, str, str]]:
        """Pairs of keys and the verdict in force on each: "same", "different" or "unsure"."""
        return [(*pair, decision.verdict) for pair, decision in sorted(in_force(self._connection).items())]

    def aliases(self, keys: Collection[str]) -> list[tuple[str, str]]:
        """Every pair of names that some document says are one, of which ``keys`` has either."""
        question = """SELECT key, other FROM alias WHERE key IN (SELECT value FROM json_each(?1))
            UNION SELECT key, other FROM alias WHERE other IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"""
        return list(self._connection.execute(question, (ids(keys),)))

    def named(self, keys: Collection[str]) -> Iterator[Named]:
        """How ``keys`` are printed: one row a form, kind and document."""
        question = """SELECT DISTINCT m.key, m.text, m.kind, m.document, d.outlet FROM mention m JOIN document d ON d.n = m.document
            WHERE m.key IN (SELECT value FROM json_each(?)) AND m.kind NOT IN ('nominal', 'pronoun')
            AND NOT (m.kind IN ('office', 'many') AND m.refers_to IS NOT NULL)"""
        return (Named(*row) for row in self._connection.execute(question, (ids(keys),)))

    def write(self, keys: Collection[str], actors: Iterable[tuple[Actor, Collection[str]]]) -> None:
        """Replace the actors of ``keys`` by ``actors``, each with its keys; clusters that show one that changed are opened."""
        listed = ids(keys)
        with self._writing() as connection:
            before, old = self._shown(listed), dict(connection.execute(_ACTORS, (listed,)))
            connection.execute(
                "DELETE FROM actor WHERE id IN (SELECT actor FROM actor_key WHERE key IN (SELECT value FROM json_each(?)))", (listed,)
            )
            for actor, own in actors:
                connection.execute("INSERT INTO actor VALUES (?, ?, ?, ?)", (actor.id, actor.name, actor.kind, pack(actor.identifiers)))
                connection.executemany(
                    "INSERT INTO actor_name VALUES (?, ?, ?, ?)", [(actor.id, n.text, n.documents, pack(n.outlets)) for n in actor.names]
                )
                connection.executemany("INSERT INTO actor_key VALUES (?, ?)", [(key, actor.id) for key in own])
            changed = ids(key for key, _ in before ^ self._shown(listed))
            said = "SELECT claim FROM link WHERE key IN (SELECT value FROM json_each(?))"
            invalidate(connection, {claim for (claim,) in connection.execute(said, (changed,))})
            mark(connection, self._mentioning(_moved(old, dict(connection.execute(_ACTORS, (listed,))))))
            connection.execute("DELETE FROM open_key WHERE key IN (SELECT value FROM json_each(?))", (listed,))

    def _mentioning(self, keys: Iterable[str]) -> list[int]:
        """The documents in which one of ``keys`` is mentioned."""
        question = "SELECT DISTINCT document FROM mention WHERE key IN (SELECT value FROM json_each(?))"
        return [n for (n,) in self._connection.execute(question, (ids(keys),))]

    def _shown(self, keys: str) -> set[tuple[str, tuple[str, str]]]:
        question = """SELECT k.key, a.id, a.name FROM actor_key k JOIN actor a ON a.id = k.actor
            WHERE k.key IN (SELECT value FROM json_each(?))"""
        return {(key, (id_, name)) for key, id_, name in self._connection.execute(question, (keys,))}

    def _column(self, question: str, value: object) -> list[str]:
        return [found for (found,) in self._connection.execute(question, (value,))]


def _moved(old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    """Keys that are one actor with others than before.

    Of the keys that were one and still are, the most stay where they are, however their actor is called now: so a name that joins a
    great power does not have all be compared again that was ever said of it.
    """
    together: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for key, actor in old.items():
        together[actor, new.get(key)].add(key)
    most = dict[tuple[int, str | None], set[str]]()
    for pair, keys in together.items():
        for side in enumerate(pair):
            most[side] = max(most.get(side, set()), keys, key=lambda found: (len(found), sorted(found)))
    stay = {key for pair, keys in together.items() if all(most[side] is keys for side in enumerate(pair)) for key in keys}
    return set(old) - stay
