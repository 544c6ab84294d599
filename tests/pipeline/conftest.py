"""Short invented articles, as many as asked for, each different."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PEOPLE = ("Ilsa Varnholt", "Tomas Querrin", "Odile Brankov", "Peder Ansgard", "Mirja Tolvanen")
TOWNS = ("Kestrel Bay", "Orland", "Vessing", "Harrowmere", "Tulsk", "Marrin", "Old Fennick")
DEEDS = ("closed the {} depot", "opened a road to {}", "counted 14 boats at {}", "moved the {} market", "hired guards in {}")


def article(number: int) -> str:
    person, town, deed = PEOPLE[number % 5], TOWNS[number % 7], DEEDS[number // 7 % 5].format(TOWNS[(number + 3) % 7])
    return (
        f"News from {town}, number {number}\n\nThe council of {town} {deed} on day {number}, {person} said.\n\n"
        f'"We knew nothing of it before day {number}," the clerk of {town} told reporters. He denied that {number + 5} men were paid.\n'
    )


@pytest.fixture
def write() -> Callable[[Path, int], Path]:
    """Write so many articles into a folder."""

    def write(folder: Path, count: int) -> Path:
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:04}.txt").write_text(article(number), "utf-8")
        return folder

    return write
