"""Writes the passages of many styles as an annotated corpus: ``python tools/make_styles.py [FOLDER]``.

``styles.txt``, whose head explains its marks, becomes ``styles.jsonl``, one passage a line, as ``rawi evaluate attribution`` reads it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HEADER = re.compile(r"^# (\S+) (\S+)\n", re.MULTILINE)
MARK = re.compile(r"\[\[(?P<role>[sct])(?P<numbers>\d+(?:,\d+)*)\||\]\]")
ROLES = {"s": "source", "c": "cue", "t": "content"}

Attribution = dict[str, list[list[int]]]


def corpus(source: str) -> str:
    """The lines of the corpus that ``source`` describes."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(source))


def rows(source: str) -> Iterator[dict[str, object]]:
    """One row a passage. What stands before the first header is a note to the reader."""
    _, *parts = HEADER.split(source)
    for identity, style, marked in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        try:
            text, attributions = unmark(marked.strip())
        except ValueError as error:
            raise ValueError(f"passage {identity}: {error}") from error
        yield {"id": identity, "style": style, "text": text, "annotations": [{"annotator": "rawi", "attributions": attributions}]}


def unmark(marked: str) -> tuple[str, list[Attribution]]:
    """The text without its marks, and its attributions in the order of their numbers. Raises ValueError at a mark without its end."""
    text, at = "", 0
    opened: list[tuple[int, re.Match[str]]] = []
    found: dict[int, Attribution] = {}
    for mark in MARK.finditer(marked):
        text, at = text + marked[at : mark.start()], mark.end()
        if mark["role"]:
            opened.append((len(text), mark))
        elif opened:
            start, opening = opened.pop()
            for number in map(int, opening["numbers"].split(",")):
                attribution = found.setdefault(number, {role: [] for role in ROLES.values()})
                attribution[ROLES[opening["role"]]].append([start, len(text)])
        else:
            raise ValueError(f"]] ends no mark, after {text[-30:]!r}")
    text += marked[at:]
    if opened or "[[" in text:
        raise ValueError("[[ begins a mark that does not end or has no role")
    return text, [{role: sorted(spans) for role, spans in found[number].items()} for number in sorted(found)]


def main(folder: Path) -> None:
    """Write ``styles.jsonl`` beside ``styles.txt`` in ``folder``."""
    (folder / "styles.jsonl").write_text(corpus((folder / "styles.txt").read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "evaluation")
