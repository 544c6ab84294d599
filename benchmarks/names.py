"""Pairs of names a second: ``python -m benchmarks.names``.

``compare`` against two plain baselines of the same run, difflib's ratio and rapidfuzz's token_sort_ratio, on the near names that
benchmarks/near_names.py makes, each compared with its twin and with others of its kind. One core; the fastest of some rounds.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from benchmarks.near_names import pairs
from rapidfuzz import fuzz

from rawi.actors.compare import compare, prepare
from rawi.records import MentionKind

OTHERS = 9
"""Names that each is compared with besides its twin."""
ROUNDS = 3

Text = tuple[str, MentionKind]


def made(count: int, seed: int) -> list[tuple[Text, Text]]:
    """``count`` pairs of twins and for each ``OTHERS`` pairs with a name of the same kind, shuffled."""
    draw = random.Random(seed)
    twins = [((pair.first.name, pair.first.kind), (pair.second.name, pair.second.kind)) for pair in pairs(count, seed)]
    kinds: dict[str, list[Text]] = {}
    for _, second in twins:
        kinds.setdefault(second[1], []).append(second)
    mixed = twins + [(first, draw.choice(kinds[first[1]])) for first, _ in twins for _ in range(OTHERS)]
    draw.shuffle(mixed)
    return mixed


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Of one core: of the first round, which meets every word for the first time, and the least of all."""
    spent = list[float]()
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return spent[0], min(spent)


def main() -> None:
    """Time the three and print pairs a second."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pairs", type=int, default=1000, help="pairs of twins; ten times as many are compared")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    work = made(given.pairs, given.seed)
    distinct = sorted({text for pair in work for text in pair})
    compare(prepare("Ada", "person"), prepare("Eda", "person"))  # reads the vocabulary
    names = {text: prepare(*text) for text in distinct}
    preparing, _ = seconds(lambda: [prepare(*text) for text in distinct])
    first, comparing = seconds(lambda: [compare(names[one], names[other]) for one, other in work])
    _, sorting = seconds(lambda: [fuzz.token_sort_ratio(one[0], other[0]) for one, other in work])
    _, matching = seconds(lambda: [SequenceMatcher(None, one[0], other[0]).ratio() for one, other in work])
    print(f"{len(work)} pairs of {len(distinct)} names")
    for what, spent in (
        ("compare, words known", comparing),
        ("compare, words met for the first time, each name prepared once", preparing + first),
        ("rapidfuzz.fuzz.token_sort_ratio", sorting),
        ("difflib.SequenceMatcher.ratio", matching),
    ):
        print(f"  {what}: {len(work) / spent:,.0f} pairs a second, {matching / spent:.2f} times difflib's")


if __name__ == "__main__":
    main()
