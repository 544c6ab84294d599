"""Lines on pages into paragraphs: running heads out, line ends and hyphens joined."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

GAP = 1.25
"""Times the usual distance between lines from which a distance starts a paragraph."""
TYPE = 0.1
"""Share by which the size of type differs in a heading."""
SHORT = 0.75
"""Share of the longest line below which a full stop at a line's end closes the paragraph."""
EDGE = 2
"""Lines at the top and the bottom of a page where running heads stand."""
_CLOSED = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_HYPHEN = re.compile(r"(\w+)-$")
_DIGITS = re.compile(r"\d+")


class Line(NamedTuple):
    """One line of type: its words, how high on the page (points), how large (points)."""

    text: str
    top: float
    size: float


def flow(pages: list[list[Line]], patterns: dict[str, Any]) -> str:
    """The pages' lines as paragraphs separated by blank lines."""
    pages = _without_running_heads(pages, patterns["page_number"])
    lines = [(line, number) for number, page in enumerate(pages) for line in page]
    if not lines:
        return ""
    usual = _usual_gap(pages)
    width = max(len(line.text) for line, _ in lines)
    words = Counter(re.findall(r"\w+(?:-\w+)*", " ".join(line.text for line, _ in lines).lower()))
    paragraphs = [lines[0][0].text]
    for (before, page), (line, next_page) in pairwise(lines):
        if _parted(before, line, usual if page == next_page else None, width):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.text, words, patterns["compounds"])
    return "\n\n".join(paragraphs)


def _usual_gap(pages: list[list[Line]]) -> float:
    gaps = [a.top - b.top for page in pages for a, b in pairwise(page) if a.top - b.top > 1]
    return median(sorted(gaps)[: max(1, len(gaps) * 3 // 4)]) if gaps else 0.0


def _parted(before: Line, line: Line, usual: float | None, width: int) -> bool:
    """Whether a paragraph ends between two lines; ``usual`` is None between pages."""
    ended = bool(_CLOSED.search(before.text)) and len(before.text) < SHORT * width
    gap = before.top - line.top
    if usual is None or ended or gap < -1:  # a line higher than the one before is the next column's first
        return ended
    if before.size and abs(before.size - line.size) > TYPE * before.size:
        return True
    return usual > 0 and gap > GAP * usual


def _joined(text: str, line: str, words: Counter[str], compounds: list[str]) -> str:
    if text.endswith("\u00ad"):
        return text[:-1] + line
    broken = _HYPHEN.search(text)
    follows = re.match(r"\w+", line)
    if not broken or not follows:
        return f"{text} {line}"
    first, second = broken[1].lower(), follows[0].lower()
    if follows[0][0].isupper() or follows[0][0].isdigit() or words[f"{first}-{second}"]:
        return text + line
    keeps = first in compounds and not words[first + second]
    return text + line if keeps else text[:-1] + line


def _without_running_heads(pages: list[list[Line]], page_number: str) -> list[list[Line]]:
    """Without page numbers, and without what stands at the same edge of most pages, whatever its digits."""
    numbered = re.compile(page_number, re.I)
    pages = [[line for number, line in enumerate(page) if not (_at_edge(number, page) and numbered.match(line.text))] for page in pages]
    if len(pages) < 3:
        return pages
    at_edge = Counter(key for page in pages for key in {_key(line) for number, line in enumerate(page) if _at_edge(number, page)})
    running = {key for key, count in at_edge.items() if count > len(pages) / 2}
    first = {key: next(n for n, page in enumerate(pages) if key in map(_key, page)) for key in running}
    return [
        [
            line
            for position, line in enumerate(page)
            if not (_at_edge(position, page) and _key(line) in running and first[_key(line)] != number)
        ]
        for number, page in enumerate(pages)
    ]


def _at_edge(number: int, page: list[Line]) -> bool:
    return number < EDGE or number >= len(page) - EDGE


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())
