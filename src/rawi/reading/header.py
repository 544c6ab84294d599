"""What stands above an article in plain text: site header, headline, byline, translator, date, captions, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rawi.reading import dates
from rawi.reading.lines import Text, is_prose
from rawi.reading.names import has_role, is_outlet, is_person, is_section, people
from rawi.reading.vocabulary import match
from rawi.records import Span

DEPTH = 20
"""Lines within which an article begins."""
AFTER = 4
"""Lines after a standfirst within which its byline may still come."""
TITLE_WORDS = 28
DATELINE = 90
"""Characters within which a dateline ends."""
CRY_WORDS = 12
"""Words within which a question or a cry is a headline and no salutation."""
LABEL = 320
"""Characters above which a line is no label, whatever it begins with."""
_SEPARATOR = re.compile(r"\s+(?:[-–—|»›>•·/]|::)+\s+|\s*[|»›]\s*")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w.'’-]*(?:[ ,]+[^\W\d_][\w.'’-]*){0,6}?(?:\s*\([^\W\d_][\w .'’-]{2,30}\)(?=,))?)?"
    r"(?P<date>(?:,\s*|\s+)(?:[A-Z][A-Za-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][A-Za-z]+\.?)(?:,?\s+(?:\d{4}|\d\d))?)?"
    r"\s*(?P<agency>\([A-Z][^()]{1,40}\))?\s*(?P<dash>[–—_]|--?|:)\s+(?:\[[A-Z]+\]\s+)*"
)
_QUESTION = re.compile(r"[?!…][\"'”’»)]*$")
_WORDS = re.compile(r"[^\W_][\w.'’-]*")
_OPEN = re.compile(r"[,:;–—-]$")


@dataclass(slots=True)
class Found:
    """What the lines said so far."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    published: str | None = None
    frame: list[Span] = field(default_factory=list)


def read_header(lines: list[Text], text: str, title: str | None) -> tuple[Found, int]:
    """What the first lines say, and the index of the first line of prose. ``title`` is the headline where it is known already."""
    found = Found(title=title)
    loose: list[Text] = []
    body = 0
    for body, line in enumerate(lines[:DEPTH]):
        if _same(line.text, title):
            found.frame.append(line.span)
        elif not (is_labelled(line, found) or _is_site(line, found)):
            if is_prose(lines, body) and not _is_question_title(lines, body, loose, found):
                break
            loose.append(line)
    else:
        body = len(lines)
    if body == len(lines):  # nothing but short lines: a list or a poem, of which none can be told to be the headline
        return Found(title=title), 0
    _settle_loose(loose, found, text[lines[body].start :])
    for line in lines[body + 1 : body + AFTER]:
        is_labelled(line, found)
    next((line for line in lines[body : body + AFTER] if _read_dateline(line, found)), None)
    return found, body


def is_labelled(line: Text, found: Found) -> bool:
    """Take in a line that says itself what it is: a byline, a translator, a date, a caption, a piece of the site's furniture."""
    if len(line.text) > LABEL:
        return False
    taken = _is_byline(line.text, found) or _is_dated(line.text, found) or any(match(key, line.text) for key in ("captions", "furniture"))
    if taken:
        found.frame.append(line.span)
    return taken


def _is_byline(line: str, found: Found) -> bool:
    translated = match("translators", line)
    if translated and (names := people(translated["names"])):
        found.translators = found.translators or names
        return True
    signed = match("bylines", line)
    if signed and (names := people(signed["names"])):
        found.authors = found.authors or names
        return True
    name, _, role = re.sub(r"\s*[,|–—]\s*|\s+-\s+", "\0", line, count=1).partition("\0")
    if role and len(line) <= 100 and is_person(name) and has_role(role) and not line.endswith("."):
        found.authors = found.authors or (name,)
        return True
    return bool(re.match(r"(?:by|from) (?:our|the|a|\w+) (?:own )?(?:\w+ )?(?:staff|correspondent|reporter|news desk|bureau)", line, re.I))


def _is_dated(line: str, found: Found) -> bool:
    """A date by itself, or after a place, an outlet or a byline; the rest of the line is read as what it is."""
    date = dates.find(line) if len(line) <= 100 else None
    if not date:
        return False
    if dates.stands_alone(line):
        found.published = found.published or date.iso
        return True
    rest = (line[: date.start] + line[date.end :]).strip(" ,|–—-·•/()")
    if not _is_byline(rest, found):
        if is_outlet(rest):
            found.outlet = found.outlet or rest
        elif is_person(rest) and not re.search(r",\s*$", line[: date.start]):
            found.authors = found.authors or (rest,)
        elif len(rest.split()) > 4 or not all(word[0].isupper() for word in _WORDS.findall(rest)):  # no place
            return False
    found.published = found.published or date.iso
    return True


def _is_site(line: Text, found: Found) -> bool:
    """A site header ("Country News - Section - Outlet"), a section by itself, or headline and outlet as a page's title has them."""
    if len(line.text) > LABEL:
        return False
    parts = [part for part in _SEPARATOR.split(line.text) if part]
    if len(parts) < 2:
        taken = is_section(line.text) and line.text.lower() == line.text.lower().rstrip(".") and len(line.text.split()) <= 2
    elif all(len(part.split()) <= 5 for part in parts) and any(map(is_section, parts)):
        taken = True
        found.outlet = found.outlet or _outlet_of(parts)
    else:
        taken = _is_page_title(parts, line, found)
    if taken:
        found.frame.append(line.span)
    return taken


def _outlet_of(parts: list[str]) -> str | None:
    names = [part for part in parts if not is_section(part) and not dates.find(part)] or [
        part for part in (parts[-1], parts[0]) if is_outlet(part)
    ]
    marked = [part for part in reversed(names) if is_outlet(part)]
    return next(iter([*marked, *reversed(names)]), None)


def _is_page_title(parts: list[str], line: Text, found: Found) -> bool:
    first, last = parts[0], parts[-1]
    if found.title or len(line.text.split()) > TITLE_WORDS:
        return False
    if is_outlet(last) and len(last.split()) <= 4 and len(first.split()) >= 4:
        found.outlet, found.title = found.outlet or last, line.text[: line.text.rindex(last)].rstrip(" -–—|»›>•·/:")
    elif is_outlet(first) and len(first.split()) <= 4 and len(last.split()) >= 4:
        found.outlet, found.title = found.outlet or first, line.text[line.text.index(first) + len(first) :].lstrip(" -–—|»›>•·/:")
    return found.title is not None


def _is_question_title(lines: list[Text], at: int, loose: list[Text], found: Found) -> bool:
    """A headline may be a question or a cry; it then stands first and by itself."""
    line = lines[at]
    alone = at + 1 < len(lines) and lines[at + 1].row > line.row + 1
    return not found.title and not loose and alone and len(line.text.split()) <= CRY_WORDS and bool(_QUESTION.search(line.text))


def _settle_loose(loose: list[Text], found: Found, body: str) -> None:
    """Lines that do not say what they are: outlet, headline, bare author's name, captions and tags, told by order and look."""
    titles = [line for line in loose if _may_be_title(line.text)]
    if not found.title:
        masthead = len(titles) > 1 and is_outlet(titles[0].text) and not found.outlet
        if masthead:
            found.outlet = _cased(titles.pop(0).text)
        plain = [line for line in titles if not (is_person(line.text) and len(titles) > 1) and not _same(line.text, found.outlet)]
        long = [line for line in plain if len(line.text.split()) >= 3]
        if is_person(titles[0].text) if titles else False:
            found.title = (long or titles)[0].text
        else:
            found.title = plain[0].text if plain else None
    for line in loose:
        if _same(line.text, found.title) or not _may_be_author(line.text, body):
            if not found.outlet and is_outlet(line.text) and not _same(line.text, found.title):
                found.outlet = _cased(line.text)
        elif not found.authors:
            found.authors = (line.text,)
        found.frame.append(line.span)


def _may_be_title(line: str) -> bool:
    return 1 < len(line.split()) <= TITLE_WORDS and not line[0].islower() and not _OPEN.search(line) and not line.endswith(".")


def _may_be_author(line: str, body: str) -> bool:
    """A bare name signs the article unless the article speaks of it: then it is a caption, a place or a tag."""
    return is_person(line) and body.count(line) == len(re.findall(rf"^{re.escape(line)} is (?:a|an|the) ", body, re.M))


def _read_dateline(line: Text, found: Found) -> bool:
    """The place, date and agency before an article's first sentence."""
    start = _DATELINE.match(line.text[:DATELINE])
    if not start or not _is_dateline(start, line.text[start.end() : start.end() + 1]):
        return False
    found.frame.append(Span(line.start, line.start + start.end()))
    date = dates.find(start[0])
    found.published = found.published or (date.iso if date else None)
    if start["agency"]:
        found.outlet = found.outlet or start["agency"].strip("()")
    return True


def _is_dateline(start: re.Match[str], follows: str) -> bool:
    """Whether the start of a line is a dateline: by its date, its agency, its capitals, or a short place before a long dash."""
    place, dash = start["place"] or "", start["dash"]
    if start["date"] or (start["agency"] and dash != ":"):
        return bool(place or start["agency"])
    if dash in (":", "_"):
        return False
    short = place and len(place.split()) <= 3 and all(word[0].isupper() for word in place.split())
    return (len(place) > 2 and place.isupper()) or bool(short and dash in ("–", "—", "--") and follows.isupper())


def _same(one: str, other: str | None) -> bool:
    return other is not None and one.casefold().split() == other.casefold().split()


def _cased(name: str) -> str:
    """A masthead in capitals as it is written elsewhere; an acronym stays."""
    return " ".join(word.capitalize() if len(word) > 3 or word == "THE" else word for word in name.split()) if name.isupper() else name
