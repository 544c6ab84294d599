"""What depends on many documents is a function of the set of them: not of their order, nor of what was killed when."""

from __future__ import annotations

import pickle
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.export import jsonl
from rawi.ledger import Ledger
from rawi.pipeline.settle import settle
from rawi.records import Alias, Maker, Quantity, Reading, Span

Tell = Callable[..., Reading]

PEOPLE = ("Ane Dorr", "Ivo Tamm", "Colonel Ane Dorr", "Dorr", "officials", None)
OUTLETS = ("The Lusk Post", "Corvin News", "Radio Ebbe", None)
SAYINGS = (
    "{} guards closed the water mill at Lusk before dawn",
    "{} shells hit the granary behind Ferry Road last night",
    "traders from the coast bought {} barges of the harbour office",
    "the ferry line to Ebbe owes its pilots {} months of wages",
    "{} teachers of the lower school signed a letter against Mayor Quist",
    "surveyors found {} cracks under the eastern dam",
)


def export(path: Path) -> list[str]:
    with Ledger(path) as ledger:
        return list(jsonl.lines(ledger))


def filled(path: Path, readings: Sequence[Reading], every: int = 1000) -> list[str]:
    with Ledger(path) as ledger:
        for number, reading in enumerate(readings, start=1):
            ledger.store(reading)
            if number % every == 0:
                settle(ledger)
        settle(ledger)
    return export(path)


@pytest.fixture(scope="module")
def corpus(tell: Tell) -> list[Reading]:
    """Sixty reports that repeat, deny and copy one another."""
    rng = random.Random(7)
    readings: list[Reading] = []
    for number in range(60):
        said = []
        for _ in range(6):
            saying, who = rng.choice(SAYINGS), rng.choice(PEOPLE)
            content = saying.format(rng.choice(("two", "3", "40", "some")))
            denied = who == "Ivo Tamm" and saying == SAYINGS[0]
            said.append((who, ("denied that" if denied else "said") if who else "", content, "denied" if denied else "claimed"))
        if readings and rng.random() < 0.2:
            copied = rng.choice(readings).document.text
            said += [(None, "", sentence, "asserted") for sentence in copied.split(". ") if sentence]
        opening = rng.choice(("", "The Ebbe Ferry Board (EFB) met. ", "Under EFB rules. ", "Corvin News reports. "))
        told = tell(f"{number:03}.txt", rng.choice(OUTLETS), rng.choice((None, f"2024-03-{1 + number % 28:02}")), *said, opening=opening)
        if "Ferry Board" in opening:  # two documents explain the short name, perhaps not alike
            long = rng.choice(("name:ebbe ferry board", "name:ebbe flood bureau"))
            told = replace(told, aliases=(Alias("person:ivo tamm", long, Span(4, 26)),))
        readings.append(told)
    return readings


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, corpus: list[Reading]) -> list[str]:
    return filled(tmp_path_factory.mktemp("settle") / "all.db", corpus)


def test_there_is_something_to_settle(undisturbed: list[str]) -> None:
    text = "\n".join(undisturbed)
    for found in ("actor", "copy", "cluster"):
        assert f'"type": "{found}"' in text
    for status in ("corroborated", "contested"):
        assert f'"status": "{status}"' in text


@pytest.mark.parametrize(("seed", "every"), [(1, 1), (2, 7), (3, 25), (4, 1000)])
def test_order_and_batches_of_arrival_change_nothing(
    tmp_path: Path, corpus: list[Reading], undisturbed: list[str], seed: int, every: int
) -> None:
    shuffled = random.Random(seed).sample(corpus, len(corpus))
    assert filled(tmp_path / "rawi.db", shuffled, every) == undisturbed


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_some_documents_in_any_order_with_any_replaced(
    tmp_path_factory: pytest.TempPathFactory, corpus: list[Reading], data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(corpus), min_size=1, max_size=8, unique_by=lambda r: r.document.id))
    shuffled = data.draw(st.permutations(chosen))
    again = data.draw(st.lists(st.sampled_from(chosen), max_size=4))
    blank = [replace(r, claims=(), mentions=(), aliases=(), signature=replace(r.signature, claims=())) for r in again]
    folder = tmp_path_factory.mktemp("some")
    assert filled(folder / "a.db", chosen) == filled(folder / "b.db", [*shuffled, *blank, *again], data.draw(st.integers(1, 5)))


def test_what_a_newer_reading_dropped_is_gone_from_what_was_settled(tmp_path: Path, corpus: list[Reading]) -> None:
    newer = [replace(old, claims=old.claims[:3], maker=Maker("rawi", "2")) for old in corpus]
    replaced = filled(tmp_path / "a.db", [*corpus, *newer], every=len(corpus))
    assert replaced == filled(tmp_path / "b.db", newer)


def test_settling_twice_writes_nothing(tmp_path: Path, corpus: list[Reading]) -> None:
    filled(tmp_path / "rawi.db", corpus[:10])
    with Ledger(tmp_path / "rawi.db") as ledger:
        before = ledger._connection.total_changes
        settle(ledger)
        assert ledger._connection.total_changes == before


# a process that runs the same thing again and again, each time in a child that it kills after a while
KILLER = """
import os, pickle, random, signal, sys, time
from rawi.ledger import Ledger
from rawi.pipeline import settle as room

room.KEYS, room.BLOCKS, room.TOGETHER, room.CLAIMS, room.DOCUMENTS = 5, 5, 5, 20, 5
with open(sys.argv[2], "rb") as file:
    readings = pickle.load(file)
rng, killed, status = random.Random(11), 0, 1
while status != 0:
    child = os.fork()
    if child == 0:
        with Ledger(sys.argv[1]) as ledger:
            for reading in readings:
                if not ledger.current(reading.document.sha256, reading.maker):
                    ledger.store(reading)
            room.settle(ledger)
        os._exit(0)
    if killed < 30:
        time.sleep(rng.uniform(0, 0.1))
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    killed += status == signal.SIGKILL
    assert status in (0, signal.SIGKILL), "it failed by itself"
    with Ledger(sys.argv[1]) as ledger:
        assert ledger._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
print(killed)
"""


def test_killed_at_any_moment_and_run_again_it_ends_the_same(tmp_path: Path, corpus: list[Reading], undisturbed: list[str]) -> None:
    (tmp_path / "readings").write_bytes(pickle.dumps(corpus))
    command = [sys.executable, "-c", KILLER, str(tmp_path / "rawi.db"), str(tmp_path / "readings")]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    assert int(ran.stdout) > 5
    assert export(tmp_path / "rawi.db") == undisturbed


def test_reports_of_one_pattern_are_not_all_held_against_all(tmp_path: Path, tell: Tell) -> None:
    readings = [
        tell(
            f"{n:04}.txt",
            "Radio Ebbe",
            "2024-05-01",
            ("Ivo Tamm", "said", f"{n} guards of regiment {n % 97} left Lusk for the coast", "claimed"),
        )
        for n in range(2, 402)
    ]
    filled(tmp_path / "rawi.db", readings)
    with closing(sqlite3.connect(tmp_path / "rawi.db")) as ledger:
        ((pairs,),) = ledger.execute("SELECT count(*) FROM near")
    assert 400 * 24 / 2 < pairs < 400 * 399 / 4


def test_a_version_that_is_dropped_disputes_no_more(tmp_path: Path, tell: Tell) -> None:
    def counted(path: str, who: str, many: str, value: float) -> Reading:
        told = tell(path, f"Radio {who}", "2024-05-01", (who, "said", f"{many} people were killed in the mill at Lusk", "claimed"))
        (claim,) = told.claims
        number = Quantity(
            document=claim.document,
            claim=claim.id,
            value=value,
            low=value,
            high=value,
            approximate=False,
            unit="people",
            of=None,
            evidence=claim.content,
            maker=claim.maker,
        )
        return replace(told, quantities=(number,))

    def statuses(ledger: Ledger) -> list[str]:
        settle(ledger)
        return [cluster.status for cluster in ledger.clusters()]

    nine, fourteen = counted("nine.txt", "Ane Dorr", "nine", 9.0), counted("fourteen.txt", "Ivo Tamm", "fourteen", 14.0)
    with Ledger(tmp_path / "rawi.db") as ledger:
        ledger.store(nine)
        ledger.store(fourteen)
        assert statuses(ledger) == ["contested", "contested"]
        ledger.store(replace(fourteen, claims=(), quantities=(), maker=Maker("rawi", "2")))
        assert statuses(ledger) == ["single"]
