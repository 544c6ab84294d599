"""``kill -9`` at random moments of a run, then the same run again: ``python benchmarks/killed.py``.

After every kill: no process of the run is left over, the ledger opens and passes SQLite's integrity check, and after reading
again its export equals an undisturbed run's, byte for byte. Exit status 1: any of them fails.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).parent
GRACE = 5.0
"""Seconds in which the workers of a killed run must end by themselves."""


def start(corpus: Path, ledger: Path) -> subprocess.Popen[bytes]:
    """``rawi read`` with two workers, in a session of its own so that everything that came of it can be found."""
    command = [sys.executable, "-m", "rawi", "read", str(corpus), "--ledger", str(ledger), "--workers", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def left_over(session: int) -> list[int]:
    """Processes of a session that still run, dead ones nobody has waited for aside (Linux only)."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def export(ledger: Path) -> str:
    """The hash of the whole ledger as JSON Lines."""
    command = [sys.executable, "-m", "rawi", "export", "--ledger", str(ledger), "--format", "jsonl"]
    return hashlib.sha256(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout).hexdigest()


def integrity(ledger: Path) -> str:
    """What SQLite says of the file; "ok" also where the run was killed before there was one."""
    if not ledger.exists():
        return "ok"
    with closing(sqlite3.connect(ledger)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def documents(ledger: Path) -> int:
    """How many documents a killed run had stored."""
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(ledger)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'document'").fetchone()[0]
        return int(connection.execute("SELECT count(*) FROM document").fetchone()[0]) if tables else 0


def kill_and_repeat(corpus: Path, ledger: Path, after: float) -> tuple[int, list[str], str]:
    """Kill a run after so many seconds, read again: documents stored by then, what went wrong, the export's hash."""
    process = start(corpus, ledger)
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + GRACE
    while left_over(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    faults = [f"left over: {pid}" for pid in left_over(process.pid)]
    verdict, stored = integrity(ledger), documents(ledger)
    faults += [] if verdict == "ok" else [f"integrity: {verdict}"]
    again = start(corpus, ledger).wait()
    faults += [f"reading again: exit status {again}"] if again else []
    return stored, faults, export(ledger)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300, help="articles in the run (default 300)")
    parser.add_argument("--kills", type=int, default=20, help="how many runs to kill (default 20)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (default 1)")
    options = parser.parse_args()
    moments, bad = random.Random(options.seed), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = folder / "corpus.jsonl"
        with corpus.open("wb") as out:
            subprocess.run([sys.executable, str(HERE / "newsmaker.py"), "--documents", str(options.documents)], stdout=out, check=True)
        begun = time.perf_counter()
        if start(corpus, folder / "whole.db").wait():
            raise SystemExit("the undisturbed run failed")
        whole, wanted = time.perf_counter() - begun, export(folder / "whole.db")
        print(f"undisturbed: {whole:.1f} s\n{'kill':>4}{'after s':>10}{'stored':>8}  result", flush=True)
        for kill in range(1, options.kills + 1):
            after = moments.uniform(0, whole)
            stored, faults, got = kill_and_repeat(corpus, folder / f"{kill}.db", after)
            faults += [] if got == wanted else ["the export differs"]
            bad += bool(faults)
            print(f"{kill:4}{after:10.2f}{stored:8}  {'; '.join(faults) or 'the same'}", flush=True)
    print(f"{options.kills - bad} of {options.kills} kills left nothing behind")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
