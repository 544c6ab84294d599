"""Memory of reading 1,000 and 10,000 articles: ``python benchmarks/memory.py``.

The peak is that of the resident memory of ``rawi read`` and all its worker processes together, looked at ten times a second. Exit
status 1: the peak over the larger corpus is more than a tenth above that over the smaller.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
PAGE = 4096
EVERY = 0.1
MOST = 1.10


def family(process: int) -> Iterator[int]:
    """The process and all that came of it, as far as they still run (Linux only)."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        for child in children:
            yield from family(int(child))


def resident(process: int) -> int:
    """Bytes of memory a process holds; none once it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def peak(corpus: Path, ledger: Path, workers: int) -> tuple[int, float]:
    """The most bytes held at once while reading ``corpus``, and how many seconds it took."""
    command = [sys.executable, "-m", "rawi", "read", str(corpus), "--ledger", str(ledger), "--workers", str(workers)]
    begun, most = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(resident, family(process.pid))))
            time.sleep(EVERY)
    if process.returncode:
        raise SystemExit(f"rawi read failed with exit status {process.returncode}")
    return most, time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs=2, default=(1_000, 10_000), metavar="N", help="sizes (default 1000 10000)")
    parser.add_argument("--workers", type=int, default=2, help="worker processes (default 2)")
    options = parser.parse_args()
    peaks = []
    print(f"{'articles':>10}{'peak MB':>10}{'seconds':>10}", flush=True)
    for documents in options.documents:
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder) / "corpus.jsonl"
            with corpus.open("wb") as out:
                subprocess.run([sys.executable, str(HERE / "newsmaker.py"), "--documents", str(documents)], stdout=out, check=True)
            most, took = peak(corpus, Path(folder) / "rawi.db", options.workers)
        peaks.append(most)
        print(f"{documents:10,}{most / 1e6:10,.0f}{took:10,.0f}", flush=True)
    ratio = peaks[1] / peaks[0]
    print(f"peak of the second / first {ratio:5.2f}  (at most {MOST})  {'reached' if ratio <= MOST else 'MISSED'}")
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
