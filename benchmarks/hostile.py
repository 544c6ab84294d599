"""Nothing is lost and nothing breaks: `rawi read` over 300 hostile files among 50 good ones.

Run from the repository's root: ``python -m benchmarks.hostile [--count 300] [--good 50]``. It checks that every good file is read,
that every hostile one is answered by a ``skipped`` record with a reason (or rightly read), that the exit code says that some were
skipped, and that all processes together stay under 1.5 GB. Exits 1 where any of it does not hold.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.hostile_files import Kind, answers, write
from benchmarks.papers import FORMATS, article

MEMORY = 1_500_000_000
"""Bytes that all processes together may hold."""
SOME_SKIPPED = 3
PAGE = 4096
LIMIT = 1800
"""Seconds after which the run counts as hung."""


def main() -> int:
    """Make the files, read them, print the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300, help="hostile files (default 300)")
    parser.add_argument("--good", type=int, default=50, help="good files among them (default 50)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "articles"
        hostile = write(folder, asked.count, heavy=True)
        good = write_good(folder, asked.good)
        code, peak, seconds = run(folder, Path(temporary))
        rows = [json.loads(line) for line in (Path(temporary) / "out.jsonl").read_text("utf-8").splitlines()]
        failures = judge(rows, hostile, good)
        if code != SOME_SKIPPED:
            failures.append(f"exit code {code}, not {SOME_SKIPPED}: {(Path(temporary) / 'errors').read_text('utf-8')[-2000:]}")
    if peak > MEMORY:
        failures.append(f"peak memory {peak / 1e6:,.0f} MB, over {MEMORY / 1e6:,.0f} MB")
    table(rows, hostile)
    print(f"\n{len(good)} good and {len(hostile)} hostile in {seconds:.0f} s, peak memory {peak / 1e6:,.0f} MB, exit code {code}")
    print("\n".join(f"FAILED {failure}" for failure in failures) or "all held")
    return 1 if failures else 0


def write_good(folder: Path, count: int) -> list[str]:
    """Good articles in every format by turns; their paths."""
    paths = []
    for number, suffix in zip(range(count), list(FORMATS) * count, strict=False):
        path = folder / f"good-{number:03}{suffix}"
        path.write_bytes(FORMATS[suffix](article(number)))
        paths.append(str(path))
    return paths


def run(folder: Path, temporary: Path) -> tuple[int, int, float]:
    """The command's exit code, the most memory that it and its children held at once, and its seconds."""
    command = [sys.executable, "-m", "rawi", "read", str(folder), "--ledger", str(temporary / "ledger.db"), "--format", "jsonl"]
    began, peak = time.monotonic(), 0
    with (
        (temporary / "out.jsonl").open("wb") as out,
        (temporary / "errors").open("wb") as errors,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors) as process,
    ):
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            if time.monotonic() - began > LIMIT:
                process.kill()
            time.sleep(0.05)
    return process.returncode, peak, time.monotonic() - began


def family(process: int) -> list[int]:
    """A process and all that its threads started, as Linux lists them."""
    try:
        children = [child for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(member for child in children for member in family(int(child)))]


def resident(process: int) -> int:
    """Bytes of memory a process holds; what processes share counts for each."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def judge(rows: list[dict[str, str | None]], hostile: dict[str, Kind], good: list[str]) -> list[str]:
    """What does not hold, a sentence each."""
    failures = []
    for path in good:
        types = Counter(row["type"] for row in answers(path, rows) if not row.get("document"))
        if not types["document"] or types["skipped"]:
            failures.append(f"{path}: a good file, not read")
    for path, kind in hostile.items():
        found = answers(path, rows)
        skipped = [row for row in found if row["type"] == "skipped"]
        if not all(row.get("reason") for row in skipped):
            failures.append(f"{path}: skipped without a reason")
        if not skipped and not (kind.readable and found):
            failures.append(f"{path}: {kind.name}: {'read as if it were good' if found else 'lost without a word'}")
    return failures


def table(rows: list[dict[str, str | None]], hostile: dict[str, Kind]) -> None:
    """Print what became of each kind, with one reason."""
    outcome: dict[str, Counter[str]] = {}
    reasons: dict[str, str] = {}
    for path, kind in hostile.items():
        for row in answers(path, rows):
            outcome.setdefault(kind.name, Counter())[row["type"] or ""] += 1
            if row["type"] == "skipped":
                reasons[kind.name] = (row["reason"] or "").replace(path, "", 1).lstrip(": ")
    print(f"{'kind':42}{'read':>6}{'skipped':>9}  reason")
    for name, counts in outcome.items():
        print(f"{name:42}{counts['document']:6}{counts['skipped']:9}  {reasons.get(name, '')[:90]}")


if __name__ == "__main__":
    sys.exit(main())
