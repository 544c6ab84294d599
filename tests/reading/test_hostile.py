"""One hostile file of each kind: each is answered, and nothing but an InputError comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.hostile import judge, write_good
from benchmarks.hostile_files import KINDS, write

from rawi.errors import InputError
from rawi.reading import Limits, find, read
from rawi.records import Original


def test_every_hostile_file_is_answered_and_every_good_one_read(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    hostile = write(folder, len(KINDS) + 8, heavy=False)
    good = write_good(folder, 13)
    rows: list[dict[str, str | None]] = []
    for item in find([str(folder)]):
        if not isinstance(item, Original):
            rows.append({"type": "skipped", "path": item.path, "reason": item.reason})
            continue
        try:
            rows.append({"type": "document", "path": read(item).path})
        except InputError as problem:
            rows.append({"type": "skipped", "path": item.path, "reason": str(problem)})
    assert judge(rows, hostile, good) == []
    assert all((row["path"] or "").encode("utf-8") for row in rows)


def test_the_check_sees_what_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    hostile = write(folder, 8, heavy=False)
    assert len(judge([], hostile, write_good(folder, 2))) == 10


@pytest.mark.parametrize("unit", ["“", "‘a ", '"a ', " ", "A,", "a-", " | ", "who is ", "12 March 2024 ", "By A B\n"])
def test_no_repetition_makes_reading_slow(unit: str) -> None:
    text = f"x{unit * (200_000 // len(unit))}x"
    document = read(Original(data=text.encode(), media_type="text/plain"), Limits(read_seconds=8))
    assert document.text == text
