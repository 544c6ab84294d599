"""Words a second, rawi end to end against the bare spaCy pipeline: ``python benchmarks/throughput.py``.

Every side reads the same made-up articles as a command of its own, start to finish, a short corpus and a long one. Its rate is the
difference in words over the difference in seconds, so that starting up and loading the model count on neither side. Sides take turns
and medians over rounds are compared, because the machine may be busy. Exit status 1: rawi with one worker does less than 0.7 of
bare spaCy's rate with ``--attribution rules``, 0.5 with the network, or with two workers less than 1.7 times its own with one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
LEAST_OF_BARE, LEAST_OF_ONE = {"rules": 0.7, "learned": 0.5}, 1.7


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of articles and the number of words in them."""

    path: Path
    words: int


def make(folder: Path, documents: int, seed: int) -> Corpus:
    path = folder / f"{documents}-{seed}.jsonl"
    with path.open("wb") as out:
        command = [sys.executable, str(HERE / "newsmaker.py"), "--documents", str(documents), "--seed", str(seed)]
        subprocess.run(command, stdout=out, check=True)
    with path.open(encoding="utf-8") as lines:
        return Corpus(path, sum(len(json.loads(line)["text"].split()) for line in lines))


def command(side: str, corpus: Corpus, folder: Path, method: str) -> list[str]:
    """How a side reads a corpus: "bare", or rawi's number of workers."""
    if side == "bare":
        return [sys.executable, str(HERE / "bare_spacy.py"), str(corpus.path)]
    ledger = Path(tempfile.mkdtemp(dir=folder)) / "rawi.db"
    return [sys.executable, "-m", "rawi", "read", str(corpus.path), "--ledger", str(ledger), "--workers", side, "--attribution", method]


def seconds(side: str, corpus: Corpus, folder: Path, method: str) -> float:
    begun = time.perf_counter()
    subprocess.run(command(side, corpus, folder, method), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300, help="articles in the long corpus (default 300)")
    parser.add_argument("--short", type=int, default=30, help="articles in the short corpus (default 30)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side takes its turn (default 5)")
    parser.add_argument("--seed", type=int, default=1, help="of the made-up articles (default 1)")
    parser.add_argument("--attribution", choices=LEAST_OF_BARE, default="learned", help="how rawi reads (default learned)")
    options = parser.parse_args()
    rates: dict[str, list[float]] = {"bare": [], "1": [], "2": []}
    whole: dict[str, list[float]] = {side: [] for side in rates}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short, long = make(folder, options.short, options.seed + 1), make(folder, options.documents, options.seed)
        for turn in range(options.rounds):
            for side in rates if turn % 2 == 0 else reversed(rates):
                begun, ended = (seconds(side, corpus, folder, options.attribution) for corpus in (short, long))
                rates[side].append((long.words - short.words) / (ended - begun))
                whole[side].append(long.words / ended)
    return show(rates, whole, long, LEAST_OF_BARE[options.attribution])


def show(rates: dict[str, list[float]], whole: dict[str, list[float]], corpus: Corpus, least_of_bare: float) -> int:
    """Print the table and say whether both figures are reached; 0 if so, else 1."""
    print(f"{corpus.words:,} words\n{'':16}{'words/s':>10}{'from':>10}{'to':>10}{'with start-up':>16}")
    for side, name in (("bare", "bare spaCy"), ("1", "rawi, 1 worker"), ("2", "rawi, 2 workers")):
        row = rates[side]
        print(f"{name:16}{median(row):10,.0f}{min(row):10,.0f}{max(row):10,.0f}{median(whole[side]):16,.0f}")
    figures = {
        "rawi, 1 worker / bare spaCy": (median(rates["1"]) / median(rates["bare"]), least_of_bare),
        "rawi, 2 workers / 1 worker": (median(rates["2"]) / median(rates["1"]), LEAST_OF_ONE),
    }
    for name, (figure, least) in figures.items():
        print(f"{name:28} {figure:5.2f}  (at least {least})  {'reached' if figure >= least else 'MISSED'}")
    return 0 if all(figure >= least for figure, least in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
