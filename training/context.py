"""Weighs what stands around a bare surname: ``python -m training.context LEDGER [--write]``.

Nobody has marked which "Hale" is whom, but a document that names someone in full and by surname says so itself. Its full name is hidden,
and the surname held against the full names of the other documents, and against surnames hidden in those, by the clues of
``rawi.actors.context``. A logistic regression is fitted to the full name that fits each surname best and to pairs of surnames, in the
whole ledger and in each week's documents by themselves, since a folder of articles may be a year's news or a story's. Prints the weights
and, for surnames that a fit has not seen (five folds), how many of each tenth of certainty are right.

The figures in docs/actors.md: ``rawi read ../shared/corpora/polnear/train.jsonl --ledger LEDGER --attribution rules``, then this.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import yaml
from numpy.typing import NDArray

from rawi.actors.context import Clue, bare_clues, full_name_clues, weights
from rawi.actors.likeness import MERGE
from rawi.ledger.naming import BESIDE, Profile

FOLDS = 5
ROUNDS = 3
"""Which full name fits best depends on the weights, which are fitted to those."""
PAIRS = 100
"""The most pairs of one surname."""
HEADER = "# How much each clue weighs, in log odds; see context.py. Made by python -m training.context.\n\n"

Numbers = NDArray[np.float64]


class Hidden(NamedTuple):
    """A full name that its document also gives by surname: the key, its last word, the document."""

    surname: str
    document: int
    key: str


class Case(NamedTuple):
    """Two profiles that may be one person's: what is found, of which surname, whether it is right."""

    found: Mapping[str, float]
    surname: str
    right: bool


class Row(NamedTuple):
    """A mention with a key: its document and the day of that, if known, as ISO."""

    document: int
    day: str | None
    key: str
    described: frozenset[str]
    text: str


class Names:
    """Whom some documents of a ledger name."""

    def __init__(self, actors: Mapping[str, str], rows: Iterable[Row]) -> None:
        self.actors = actors
        self.described: defaultdict[int, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.where: defaultdict[str, set[int]] = defaultdict(set)
        hidden: set[Hidden] = set()
        for row in rows:
            self.described[row.document][row.key] |= row.described
            self.where[row.key].add(row.document)
            if row.key.startswith("person:") and " " in row.key and " " not in row.text:
                hidden.add(Hidden(row.key.split()[-1], row.document, row.key))
        self.hidden = sorted(hidden)
        self.ending: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(self.where):
            if key.startswith("person:") and " " in key:
                self.ending[key.split()[-1]].append(key)

    def bare(self, one: Hidden) -> Profile:
        """What the document would say of the surname alone."""
        own = self.described[one.document]
        return Profile(f"person:{one.surname}@{one.document}", 1, frozenset(own[one.key]), frozenset(own) - {one.key}, frozenset())

    def elsewhere(self, key: str, document: int) -> Profile:
        """What the other documents say of a full name."""
        others = sorted(self.where[key] - {document})
        described = frozenset(word for other in others for word in self.described[other][key])
        near = frozenset(other for n in others[:BESIDE] for other in self.described[n]) - {key}
        return Profile(key, len(others), described, near, frozenset())

    def same(self, one: str, other: str) -> bool:
        return self.actors[one] == self.actors[other]


def collections(ledger: Path) -> Iterator[Names]:
    """The whole ledger, then the documents of each week; the day is the published one, else the first that the document's own name has."""
    connection = sqlite3.connect(ledger)
    actors = dict(connection.execute("SELECT key, actor FROM actor_key"))
    question = """SELECT d.n, coalesce(d.published, d.external_id, ''), m.key, m.described, m.text
        FROM mention m JOIN document d ON d.n = m.document WHERE m.key IS NOT NULL AND instr(m.key, '@') = 0 ORDER BY d.id, m.n"""
    rows = [Row(n, _day(dated), key, frozenset(json.loads(words)), text) for n, dated, key, words, text in connection.execute(question)]
    yield Names(actors, rows)
    weeks: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.day:
            weeks[date.fromisoformat(row.day).isocalendar()[:2]].append(row)
    yield from (Names(actors, weeks[week]) for week in sorted(weeks))


def _day(text: str) -> str | None:
    found = re.search(r"\d{4}-\d\d-\d\d", text)
    return found[0] if found else None


def choices(names: Names) -> Iterator[list[Case]]:
    """For each hidden full name, the full names of other documents that its surname may stand for."""
    for one in names.hidden:
        lone = names.bare(one)
        full = [p for key in names.ending[one.surname] if (p := names.elsewhere(key, one.document)).documents]
        named = sum(p.documents for p in full)
        if full:
            yield [_case(full_name_clues(lone, p, named), one.surname, names.same(one.key, p.key)) for p in full]


def pairs(names: Names) -> Iterator[Case]:
    """Surnames hidden in two documents each."""
    chance = random.Random(0)
    for surname, rows in groupby(names.hidden, key=lambda one: one.surname):
        met = [(one, other) for one, other in combinations(list(rows), 2) if one.document != other.document]
        for one, other in chance.sample(met, min(PAIRS, len(met))):
            yield _case(bare_clues(names.bare(one), names.bare(other)), surname, names.same(one.key, other.key))


def _case(found: Iterable[Clue], surname: str, right: bool) -> Case:
    return Case({clue.name: clue.amount for clue in found}, surname, right)


def fit(groups: Sequence[Sequence[Case]], lone: Sequence[Case]) -> dict[str, float]:
    """The weights, to a tenth."""
    fitted = dict(weights())
    for _ in range(ROUNDS):
        cases = [*best(groups, fitted), *lone]
        right = np.array([case.right for case in cases], dtype=float)
        fitted = dict(zip(fitted, _newton(_table(cases, fitted), right).round(1).tolist(), strict=True))
    return fitted


def best(groups: Iterable[Sequence[Case]], by: Mapping[str, float]) -> list[Case]:
    return [max(group, key=lambda case: _worth(case, by)) for group in groups]


def _worth(case: Case, by: Mapping[str, float]) -> float:
    return sum(by[name] * amount for name, amount in case.found.items())


def _table(cases: Sequence[Case], clues: Iterable[str]) -> Numbers:
    return np.array([[case.found.get(clue, 0.0) for clue in clues] for case in cases])


def _newton(table: Numbers, right: Numbers) -> Numbers:
    """Logistic regression, lightly drawn to zero."""
    fitted: Numbers = np.zeros(table.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ fitted))
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.eye(len(fitted))
        fitted += np.linalg.solve(bend, table.T @ (right - chance) - fitted)
    return fitted


def _fold(case: Case) -> int:
    return crc32(case.surname.encode()) % FOLDS


def report(told: str, judged: Sequence[tuple[float, bool]]) -> None:
    """Each tenth of certainty: how many, how sure on the whole, how many of them right; then what would be merged."""
    print(told)
    for tenth in range(10):
        some = [row for row in judged if int(row[0] * 10) == tenth]
        if some:
            sure, right = (sum(row[i] for row in some) / len(some) for i in (0, 1))
            print(f"  {tenth / 10:.1f}  {len(some):5}  certainty {sure:.2f}  right {right:.2f}")
    merged = [right for sure, right in judged if sure >= MERGE]
    print(f"  merged {len(merged)} of {len(judged)}, right {100 * sum(merged) / max(len(merged), 1):.1f} in 100")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    groups: list[list[Case]] = []
    lone: list[Case] = []
    for names in collections(given.ledger):
        groups += choices(names)
        lone += pairs(names)
    alone, full = [], []
    for fold in range(FOLDS):
        fitted = fit([g for g in groups if _fold(g[0]) != fold], [case for case in lone if _fold(case) != fold])
        full += [_judged(case, fitted) for case in best((g for g in groups if _fold(g[0]) == fold), fitted)]
        alone += [_judged(case, fitted) for case in lone if _fold(case) == fold]
    report("the best full name for a surname", full)
    report("two surnames", alone)
    fitted = fit(groups, lone)
    print("\n".join(f"{weight:5.1f}  {clue}" for clue, weight in fitted.items()))
    if given.write:
        text = HEADER + yaml.safe_dump(fitted, sort_keys=False, allow_unicode=True)
        Path("src/rawi/actors/context.yaml").write_text(text, "utf-8")


def _judged(case: Case, by: Mapping[str, float]) -> tuple[float, bool]:
    return 1 / (1 + float(np.exp(-_worth(case, by)))), case.right


if __name__ == "__main__":
    main()
