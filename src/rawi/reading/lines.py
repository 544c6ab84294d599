"""A text's lines that have words in them, with where they stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.records import Span

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_CLOSED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
LONG = 30
"""Words from which a line is prose whatever its end."""
WRAPPED = 45
"""Characters from which a line that runs on in the next one is a wrapped paragraph's."""


class Text(NamedTuple):
    """One line without the white space around it; ``row`` counts blank lines too."""

    text: str
    start: int
    end: int
    row: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def split(text: str) -> list[Text]:
    """The lines of ``text`` that are not blank."""
    found: list[Text] = []
    row = at = 0
    for line in _LINE.finditer(text):
        row += text.count("\n", at, line.start())
        at = line.start()
        stripped = line[0].strip()
        start = line.start() + line[0].index(stripped)
        found.append(Text(stripped, start, start + len(stripped), row))
    return found


def is_prose(lines: list[Text], at: int) -> bool:
    """Whether a line is of the article's running text: a sentence, a long line, or a paragraph's first line wrapped by hand."""
    line = lines[at].text
    count = len(line.split())
    return count > LONG or (count >= 6 and bool(_CLOSED.search(line))) or _is_wrapped(lines, at)


def _is_wrapped(lines: list[Text], at: int) -> bool:
    """Whether it runs on in the next line: that starts in lower case, or two more of about the same length follow."""
    run = [lines[at]]
    for line in lines[at + 1 : at + 3]:
        if line.row != run[-1].row + 1:
            break
        run.append(line)
    if len(run) < 2 or len(run[0].text) < WRAPPED:
        return False
    lengths = [len(line.text) for line in run]
    return run[1].text[0].islower() or (
        len(run) == 3 and min(lengths[:2]) >= WRAPPED and max(lengths) <= 100 and lengths[0] - lengths[1] < 25
    )
