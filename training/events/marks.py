"""Turns marks written as text into JSON Lines: ``python -m training.events.marks FILE... > sentences.jsonl``.

A file has blocks parted by blank lines: ``# `` and the sentence; for one of a corpus ``@ corpus id start end``; then a line an event,
``kind | mode | status | trigger | source | target | instruments | place``, parts parted by ``;``, ``-`` for none, ``@2`` after words that
mean their second occurrence. Sentences of a corpus are written as offsets only.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIELDS = ("trigger", "source", "target", "instrument", "place")


def blocks(path: Path) -> Iterator[list[str]]:
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        if lines := [line for line in block.splitlines() if line.strip()]:
            yield lines


def row(lines: list[str]) -> dict[str, Any]:
    """One block.

    Raises:
        ValueError: words that the sentence does not have.
    """
    text = lines[0].removeprefix("# ").strip()
    origin = [line.split()[1:] for line in lines[1:] if line.startswith("@ ")]
    events = [_event(text, line) for line in lines[1:] if not line.startswith("@ ")]
    if origin:
        corpus, *name, start, end = origin[0]
        return {"corpus": corpus, "id": " ".join(name), "start": int(start), "end": int(end), "events": events}
    return {"text": text, "events": events}


def _event(text: str, line: str) -> dict[str, Any]:
    kind, mode, status, *parts = (part.strip() for part in line.split("|"))
    found = {name: [_span(text, words) for words in _listed(part)] for name, part in zip(FIELDS, parts, strict=True)}
    return {"kind": kind, "mode": None if mode == "-" else mode, "status": status, **found}


def _listed(part: str) -> list[str]:
    return [] if part == "-" else [words.strip().removeprefix("near: ") for words in part.split(" ; ")]


def _span(text: str, words: str) -> tuple[int, int]:
    marked = re.fullmatch(r"(.*?)@(\d)", words)
    words, times = (marked[1], int(marked[2])) if marked else (words, 1)
    found = [m.start() for m in re.finditer(re.escape(words), text)]
    if not marked:  # the first as a whole word, if there is one
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] or found
    if len(found) < times:
        raise ValueError(f"no {words!r} in {text!r}")
    return found[times - 1], found[times - 1] + len(words)


if __name__ == "__main__":
    for path in sys.argv[1:]:
        for lines in blocks(Path(path)):
            print(json.dumps(row(lines), ensure_ascii=False))
