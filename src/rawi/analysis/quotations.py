"""Quotation marks: typographic, straight, angled, nested, unbalanced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.records import Quotation, Span

_CLOSES = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", "``": "''"}
_MARK = re.compile(r"``|''|[“”„«»‹›‘’\"']")
_STRAIGHT = ('"', "'", "''")


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of ``text``, outermost first where they nest.

    One that its paragraph does not close runs to the paragraph's end: papers open each paragraph of a long quotation anew and
    close only the last.
    """
    found = [q for p in paragraphs for q in _in_paragraph(text, p)]
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quotation]:
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, *paragraph):
        mark, at = match[0], match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        closing = _closing(mark, before, after, open_marks)
        if closing is not None:
            for _ in open_marks[closing + 1 :]:
                open_marks.pop()
            yield Quotation(open_marks.pop()[1], match.end(), len(open_marks), True)
        elif _opens(mark, before, after):
            open_marks.append((mark, at))
    for depth, (mark, at) in enumerate(open_marks):
        if mark in ('"', "“", "„", "«", "''", "``") and paragraph.end - at > 1:
            yield Quotation(at, paragraph.end, depth, False)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in _CLOSES:
        return mark in "«‹" or not after.isspace()  # French sets a space inside its marks
    return mark in _STRAIGHT and not before.isalnum() and not after.isspace()


def _closing(mark: str, before: str, after: str, open_marks: list[tuple[str, int]]) -> int | None:
    """Return which of ``open_marks`` this mark closes."""
    if mark in "’'" and (after.isalnum() or (before.isspace() and not after.isspace())):
        return None
    for depth in range(len(open_marks) - 1, -1, -1):
        opened = open_marks[depth][0]
        straight = opened in _STRAIGHT and mark == opened and not (before.isspace() and not after.isspace())
        if straight or mark in _CLOSES.get(opened, ()) or (opened == "“" and mark == '"') or (opened == '"' and mark == "”"):
            return depth
    return None
