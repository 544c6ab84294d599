"""What happened against who said it: ``python -m benchmarks.events CORPUS``.

Both rooms in one process, in one run, over the same analysed articles with the encoder's vectors made before: all that ``rawi read``
asks of events (times, relations, quantities, events with harm and places) beside all that it asks of attribution. Rounds alternate and
each side's best counts. Exit status 1: the events room reaches fewer words a second.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from pathlib import Path

import numpy as np

from rawi import attribution, events
from rawi.analysis import analyse
from rawi.evaluation.attribution import document
from rawi.evaluation.corpus import load

LEAST = 1.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="articles as JSON Lines, as rawi evaluate attribution takes them")
    parser.add_argument("--rounds", type=int, default=5, help="(default 5)")
    options = parser.parse_args()
    analyses = list(analyse(map(document, load(options.corpus)), encode=True))
    words = sum(len(a.document.text.split()) for a in analyses)
    gc.freeze()  # as a worker does with what stays
    rounds = []
    for _ in range(options.rounds + 1):
        begun = time.perf_counter()
        claimed = [attribution.attribute(analysis) for analysis in analyses]
        between = time.perf_counter()
        for analysis, claims in zip(analyses, claimed, strict=True):
            times = events.find_times(analysis)
            events.relate(analysis, claims)
            events.code(analysis, claims)
            events.happen(analysis, claims, times)
        rounds.append((between - begun, time.perf_counter() - between))
    said, happened = np.array(rounds[1:]).min(axis=0)
    ratio = said / happened
    print(f"{'attribution':14}{words / said:10,.0f} words/s\n{'events':14}{words / happened:10,.0f} words/s")
    print(f"ratio  {ratio:.2f}  (at least {LEAST})  {'reached' if ratio >= LEAST else 'MISSED'}")
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
