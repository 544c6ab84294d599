"""What stands below an article in plain text: sign-off, credits, copyright, buttons, links to other articles."""

from __future__ import annotations

import re

from rawi.reading.header import Found, is_labelled
from rawi.reading.lines import Text, is_prose
from rawi.reading.names import has_role, is_outlet, is_person
from rawi.reading.vocabulary import match

_SIGNED = re.compile(r"^[–—-]+\s*")


def read_footer(lines: list[Text], text: str, body: int, found: Found) -> None:
    """Take what the last lines say into ``found``, from the last one up to where the article ends."""
    last = _cut(lines, body, found)
    while last > body + 1 and _takes(lines, last - 1, text, found):
        last -= 1


def _cut(lines: list[Text], body: int, found: Found) -> int:
    """Where "Related articles" or the like stands alone in the second half: all from there on is not the article."""
    half = body + max(1, (len(lines) - body) // 2)
    for at in range(half, len(lines)):
        if match("endings", lines[at].text):
            found.frame.extend(line.span for line in lines[at:])
            return at
    return len(lines)


def _takes(lines: list[Text], at: int, text: str, found: Found) -> bool:
    line = lines[at]
    if is_labelled(line, found):
        return True
    taken = _is_credit(line.text, found) or _is_note(line, text, found) or _is_signature(lines, at, text, found)
    if taken:
        found.frame.append(line.span)
    return taken


def _is_credit(line: str, found: Found) -> bool:
    credit = match("copyright", line) or match("source", line)
    if not credit:
        return False
    outlet = credit["outlet"].strip(" .,|")
    if not found.outlet and (is_outlet(outlet) or (line[0] in "©(Cc" and 0 < len(outlet.split()) <= 4)):
        found.outlet = outlet
    return True


def _is_note(line: Text, text: str, found: Found) -> bool:
    """ "Lena Arvo is a columnist": a note on the author, where the article itself does not speak of that person."""
    note = match("author_note", line.text)
    if not note or not has_role(line.text) or not is_person(note["names"]):
        return False
    name = note["names"]
    if name in found.authors or text.count(name) == 1:
        found.authors = found.authors or (name,)
        return True
    return False


def _is_signature(lines: list[Text], at: int, text: str, found: Found) -> bool:
    """A name alone below the last sentence signs the article, unless the article speaks of that person."""
    name = _SIGNED.sub("", lines[at].text)
    if not is_person(name) or not is_prose(lines, at - 1) or lines[at].row == lines[at - 1].row:
        return False
    if name not in found.authors and text.count(name) > 1:
        return False
    found.authors = found.authors or (name,)
    return True
