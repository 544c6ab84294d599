"""Attribution against the bare forward pass of its encoder: ``python benchmarks/attribution.py CORPUS``.

Both on one thread, in one run, over the same analysed articles: rawi from vectors to drafted attributions, the encoder alone over the
same windows. Rounds alternate and each side's best counts. Exit status 1: rawi reaches less than 0.8 of its words a second.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from rawi.analysis import analyse
from rawi.analysis.encoder import session, vectors
from rawi.analysis.windows import pieces, windows
from rawi.attribution.learned import learned_drafts
from rawi.attribution.syntax import Tree
from rawi.evaluation.attribution import document
from rawi.evaluation.corpus import load

LEAST = 0.8


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="articles as JSON Lines, as rawi evaluate attribution takes them")
    parser.add_argument("--rounds", type=int, default=3, help="(default 3)")
    options = parser.parse_args()
    analyses = list(analyse(map(document, load(options.corpus)), encode=False))
    words = sum(len(a.document.text.split()) for a in analyses)
    rows = []
    for analysis in analyses:
        ids, starts = pieces(analysis.tokens)
        rows += [ids[starts[w.start] : starts[w.stop]][None] for w in windows(starts, analysis.sentences)]

    def bare() -> None:
        for row in rows:
            session().run(None, {"ids": row})

    def rawi() -> None:
        for analysis in analyses:
            learned_drafts(Tree(analysis), vectors(analysis.tokens, analysis.sentences))

    times = np.array([(seconds(bare), seconds(rawi)) for _ in range(options.rounds + 1)][1:]).min(axis=0)
    ratio = times[0] / times[1]
    print(f"{'bare encoder':14}{words / times[0]:10,.0f} words/s\n{'attribution':14}{words / times[1]:10,.0f} words/s")
    print(f"ratio  {ratio:.2f}  (at least {LEAST})  {'reached' if ratio >= LEAST else 'MISSED'}")
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
