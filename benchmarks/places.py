"""How fast places are looked up and found, and what the table takes of memory: ``python -m benchmarks.places``.

Names are drawn from the table, each place alike; one in three is spoiled so that nobody bears it. ``--text`` names a file of JSON Lines
articles whose places are found too, against the time that their analysis takes. One core. Exit status 1: a look-up takes 50
microseconds or more in the mean, or opening the table 0.5 s.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from pathlib import Path

MICROSECONDS = 50.0
SECONDS = 0.5


def kilobytes() -> int:
    """Most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def drawn(count: int, seed: int) -> list[str]:
    """Names of places, every third with letters of no place."""
    from rawi.gazetteer.table import table

    draw = random.Random(seed)
    rows = (draw.randrange(len(table())) for _ in range(count))
    return [table().entry(row).name + ("xq" if n % 3 == 0 else "") for n, row in enumerate(rows)]


def looking(count: int, seed: int) -> bool:
    """Time opening and looking up, and say whether both are fast enough."""
    before = kilobytes()
    begun = time.perf_counter()
    from rawi.gazetteer import lookup
    from rawi.gazetteer.table import table

    lookup("Nowhere")
    opened = time.perf_counter() - begun
    names = drawn(count, seed)
    spent = list[float]()
    for name in names:
        begun = time.perf_counter()
        lookup(name, loosely=True)
        spent.append(1e6 * (time.perf_counter() - begun))
    spent.sort()
    mean = sum(spent) / count
    print(f"{len(table()):,} places; importing and opening {opened:.3f} s, at most {SECONDS}")
    print(
        f"{count:,} look-ups: mean {mean:.1f}, median {spent[count // 2]:.1f}, 99 in 100 below {spent[count * 99 // 100]:.0f} microseconds"
    )
    print(f"memory {(kilobytes() - before) / 1024:.0f} MB, pages of the table that were read included")
    return mean < MICROSECONDS and opened < SECONDS


def finding(path: Path, count: int) -> None:
    """Time the places of articles against their analysis."""
    from rawi.analysis import analyse
    from rawi.evaluation.attribution import document
    from rawi.evaluation.corpus import load
    from rawi.events import find_places

    begun = time.perf_counter()
    analyses = list(analyse(map(document, load(path)[:count])))
    analysed = time.perf_counter() - begun
    find_places(analyses[0])
    begun = time.perf_counter()
    found = sum(len(find_places(analysis)) for analysis in analyses)
    spent = time.perf_counter() - begun
    words, share = sum(len(analysis.tokens) for analysis in analyses), 100 * spent / analysed
    print(f"{len(analyses)} articles, {words:,} tokens: {found:,} places in {spent:.2f} s, {share:.0f} in 100 of the analysis")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=20_000, help="(default 20,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path, help="articles as rawi evaluate attribution takes them")
    parser.add_argument("--articles", type=int, default=40, help="of these, how many (default 40)")
    options = parser.parse_args()
    fast = looking(options.names, options.seed)
    if options.text:
        finding(options.text, options.articles)
    return 0 if fast else 1


if __name__ == "__main__":
    sys.exit(main())
