"""Where a text's paragraphs lie, whether its lines are wrapped or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.records import Span

LONGEST = 10_000
"""Characters of one paragraph that are parsed at once; the parser's memory grows with it."""

_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s")
_TERMINAL = tuple('.!?:…"”’»')
_WRAPPED = range(45, 121)
"""Lengths of a line that a narrow column would break; a shorter one is a heading or a list item, a longer one a paragraph."""


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of ``text`` in order, none longer than ``LONGEST``.

    A blank line ends a paragraph, and so does a line break, unless the line looks wrapped: of a column's width, without a
    full stop, and followed at once by another line.
    """
    start = end = None
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if start is not None and end is not None:
            if _continues(text[start:end].rpartition("\n")[2], text[end : line.start()]):
                end = line.end()
                continue
            yield from _bounded(text, start, end)
        start, end = line.span()
    if start is not None and end is not None:
        yield from _bounded(text, start, end)


def _continues(line: str, gap: str) -> bool:
    line = line.rstrip()
    return gap == "\n" and len(line) in _WRAPPED and not line.endswith(_TERMINAL)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = start + LONGEST
        for found in _SENTENCE_END.finditer(text, start + LONGEST // 2, cut):
            cut = found.end()
        yield Span(start, cut)
        start = cut
    yield Span(start, end)
