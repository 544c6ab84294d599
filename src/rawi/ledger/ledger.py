"""The ledger: one SQLite file that holds everything read, and answers questions about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypeAlias, TypeVar, Unpack

from rawi.errors import NotFound
from rawi.ledger import calling, deciding, finding, reading, storing, summaries
from rawi.ledger.calling import Calling
from rawi.ledger.clustering import Clustering, Telling
from rawi.ledger.deciding import Doubt, Verdict
from rawi.ledger.naming import Naming
from rawi.ledger.opening import explain, open_ledger
from rawi.ledger.packing import ids, pack
from rawi.ledger.questions import EventQuestion, Question, match, named
from rawi.ledger.relating import Relating
from rawi.records import (
    Actor,
    Claim,
    Cluster,
    Copy,
    Decision,
    Document,
    Event,
    Loaded,
    Maker,
    Mention,
    Original,
    Quantity,
    Reading,
    Relation,
    Skipped,
    Time,
    digest,
)

T = TypeVar("T")
Record: TypeAlias = Document | Claim | Actor | Mention | Relation | Event | Time | Quantity | Loaded | Cluster | Copy | Decision | Skipped


class Ledger:
    """A ledger file. Use it as a context manager, or call ``close``.

    What is stored is safe when ``store`` returns, whatever happens to the process. Answers are streams: a corpus need not fit in memory.

    Args:
        path: the SQLite file.
        create: make the file where there is none.
        read_only: never write, and do not disturb one who does.

    Raises:
        LedgerTooNew: a newer rawi wrote it.
        LedgerError: there is no ledger, it is damaged, it is something else, or (from any method) another process holds it.
    """

    def __init__(self, path: str | PathLike[str], *, create: bool = True, read_only: bool = False) -> None:
        self.path = Path(path)
        self._connection = open_ledger(self.path, create=create, read_only=read_only)
        self.naming = Naming(self._connection, self._writing)
        self.relating = Relating(self._connection, self._writing)
        self.clustering = Clustering(self._connection, self._writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file free."""
        self._connection.close()

    # --- writing ------------------------------------------------------------------------------------------------------

    def current(self, sha256: str, maker: Maker) -> bool:
        """Whether the original with this digest is stored and ``maker`` made the reading of it."""
        made = "SELECT m.name, m.version, m.settings FROM document d JOIN maker m ON m.n = d.maker WHERE d.sha256 = ?"
        with self._explained():
            found = self._connection.execute(made, (sha256,)).fetchall()
        return bool(found) and all(row == (maker.name, maker.version, pack(maker.settings)) for row in found)

    def store(self, reading: Reading) -> Literal["new", "replaced"]:
        """Write one document's reading in one transaction; an earlier reading of the same document is replaced, decisions are kept."""
        with self._writing() as connection:
            return storing.store(connection, reading)

    def skip(self, skipped: Skipped) -> None:
        """Note what could not be read. A document read later from the same path takes the note away."""
        with self._writing() as connection:
            storing.skip(connection, skipped)

    def originals(self, other_than: Maker | None = None) -> list[str]:
        """The ids of the documents whose reading ``other_than`` did not make, or of all; ``original`` has the bytes of each."""
        with self._explained():
            return reading.originals(self._connection, other_than)

    def original(self, document: str) -> Original:
        """The bytes of the document with this id as they came, with what came beside them.

        Raises:
            NotFound: no document has this id.
        """
        with self._explained():
            return reading.original(self._connection, document)

    def decide(self, subject: str, verdict: str, by: str, note: str = "") -> Decision:
        """Write down what a person decided about the record with id ``subject``.

        Raises:
            NotFound: no record has this id.
        """
        whole = self.find(subject).id
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        decision = Decision(
            id="x" + digest(whole, verdict, by, at, note), subject=whole, verdict=verdict, by=by, at=at, note=note, retracted=False
        )
        with self._writing() as connection:
            connection.execute("INSERT INTO decision VALUES (?, ?, NULL, ?, ?, ?, ?, 0)", (decision.id, whole, verdict, by, at, note))
        return decision

    def judge(self, first: str, second: str, verdict: Verdict, by: str, note: str = "") -> Decision:
        """Write down that two actors (ids, names or keys) are the same, different or undecided. `pipeline.settle` carries it out.

        Raises:
            NotFound: no actor is called so, or several are.
            DecisionConflict: an earlier decision says otherwise.
        """
        with self._writing() as connection:
            return deciding.judge(connection, first, second, verdict, by, note)

    def adopt(self, decision: Decision) -> Decision:
        """Write down what was decided elsewhere on two keys. Raises DecisionConflict."""
        with self._writing() as connection:
            return deciding.write(connection, decision)

    def doubts(self, merge: float) -> Iterator[Doubt]:
        """Pairs of actors that may be one and that nobody has decided on, the likeliest first; ``merge`` is from where pairs are joined."""
        return self._told(deciding.doubts(self._connection, merge))

    def add_pack(self, name: str, yaml: str) -> None:
        """Keep a pack of known actors; one of the same name is replaced. `pipeline.settle` carries it out."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO pack VALUES (?, ?)", (name, yaml))
            self._recognise_again(connection)

    def remove_pack(self, name: str) -> None:
        """Forget a pack. Raises NotFound where there is none of this name."""
        with self._writing() as connection:
            if not connection.execute("DELETE FROM pack WHERE name = ?", (name,)).rowcount:
                raise NotFound(f"no pack {name!r} was added to this ledger; `rawi pack list` shows those there are")
            self._recognise_again(connection)

    def packs(self) -> list[tuple[str, str]]:
        """The packs that were added: name and YAML, by name."""
        with self._explained():
            return self._connection.execute("SELECT name, yaml FROM pack ORDER BY name").fetchall()

    def _recognise_again(self, connection: sqlite3.Connection) -> None:
        connection.execute("INSERT OR IGNORE INTO dirty_key SELECT DISTINCT key FROM mention WHERE key IS NOT NULL")

    def retract(self, decision: str) -> Decision:
        """Take a decision back; it stays in the history as retracted.

        Raises:
            NotFound: no decision has this id.
        """
        found = self.find(decision)
        if not isinstance(found, Decision):
            raise NotFound(f"{decision} is not a decision; `rawi export` lists the decisions and their ids")
        with self._writing() as connection:
            connection.execute("UPDATE decision SET retracted = 1 WHERE id = ?", (found.id,))
            deciding.reopen(connection, found)
        return next(reading.decisions(self._connection, "id = ?", (found.id,)))

    # --- asking -------------------------------------------------------------------------------------------------------

    def documents(self, search: str | None = None) -> Iterator[Document]:
        """All documents, or those whose title or text has the words of ``search``."""
        if search is None:
            return self._told(reading.documents(self._connection))
        found = "d.n IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)"
        return self._told(reading.documents(self._connection, found, (match(search),)))

    def claims(self, **question: Unpack[Question]) -> Iterator[Claim]:
        """The claims that meet every part of the question.

        Raises:
            NotFound: no actor has the name or id in ``about``.
        """
        return self._told(reading.claims(self._connection, question))

    def actors(self, name: str | None = None) -> Iterator[Actor]:
        """All actors, or those with this id, name or part of a name."""
        if name is None:
            return self._told(reading.actors(self._connection))
        with self._explained():
            found = ids(named(self._connection, name))
        return self._told(reading.actors(self._connection, "id IN (SELECT value FROM json_each(?))", (found,)))

    def callings(self, actor: str) -> list[Calling]:
        """The names of the actor with this id, by outlet, the most used first."""
        with self._explained():
            return calling.callings(self._connection, actor)

    def mentions(self, document: str | None = None) -> Iterator[Mention]:
        """Mentions of all documents or of one."""
        return self._told(reading.mentions(self._connection, document))

    def relations(self, document: str | None = None) -> Iterator[Relation]:
        """Relations of all documents or of one."""
        return self._told(reading.relations(self._connection, document))

    def events(self, **question: Unpack[EventQuestion]) -> Iterator[Event]:
        """The events that meet every part of the question."""
        return self._told(reading.events(self._connection, question))

    def told(self, **question: Unpack[EventQuestion]) -> Iterator[Telling]:
        """The events that meet every part of the question, each with the claim that it rests on: for `corroboration.join`."""
        return self._told(self.clustering.told(question))

    def times(self, document: str | None = None) -> Iterator[Time]:
        """Time expressions of all documents or of one."""
        return self._told(reading.times(self._connection, document))

    def quantities(self, document: str | None = None) -> Iterator[Quantity]:
        """Quantities of all documents or of one."""
        return self._told(reading.quantities(self._connection, document))

    def loaded(self, document: str | None = None) -> Iterator[Loaded]:
        """Loaded words of all documents or of one."""
        return self._told(reading.loaded(self._connection, document))

    def clusters(self) -> Iterator[Cluster]:
        """All clusters."""
        return self._told(reading.clusters(self._connection))

    def copies(self) -> Iterator[Copy]:
        """All copies."""
        return self._told(reading.copies(self._connection))

    def decisions(self) -> Iterator[Decision]:
        """All decisions, retracted ones too, oldest first."""
        return self._told(reading.decisions(self._connection))

    def skips(self) -> Iterator[Skipped]:
        """All that could not be read."""
        return self._told(reading.skips(self._connection))

    def sources(self) -> list[summaries.Source]:
        """Whom claims rest on in the end, those with most claims first."""
        with self._explained():
            return summaries.sources(self._connection)

    def stats(self) -> summaries.Stats:
        """Everything counted."""
        with self._explained():
            return summaries.stats(self._connection)

    def find(self, record: str) -> finding.Named:
        """The record with this id, or with the only id that begins so (six characters or more).

        Raises:
            NotFound: there is none, or more than one.
        """
        with self._explained():
            return finding.find(self._connection, record)

    def records(self) -> Iterator[Record]:
        """Everything, type by type, in an order that depends on the documents alone and not on when they came."""
        yield from self.documents()
        yield from self.claims()
        yield from self.actors()
        yield from (mention for mention in self.mentions() if mention.actor)
        yield from self.relations()
        yield from self.events()
        yield from self.times()
        yield from self.quantities()
        yield from self.loaded()
        yield from self.clusters()
        yield from self.copies()
        yield from self.decisions()
        yield from self.skips()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or none."""
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite may have given it up by itself, on a full disk for one
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's complaints become LedgerErrors."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise  # a record that contradicts itself: a fault of rawi's, which no remedy of the user's could mend
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def _told(self, records: Iterator[T]) -> Iterator[T]:
        with self._explained():
            yield from records
