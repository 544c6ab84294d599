"""Text and Markdown files."""

from __future__ import annotations

import re

from rawi.reading import html, kinds
from rawi.reading.decode import decode
from rawi.reading.limits import Limits
from rawi.reading.shapes import Extracted
from rawi.records import Given, Original

_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.S)
_FIELD = re.compile(r"^(title|author|authors|date|outlet|lang):[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.M | re.I)


def extract(original: Original, limits: Limits) -> Extracted:
    """A text file as it is; a web page saved under a text file's name is read as the page it is. Raises DamagedInput."""
    if kinds.sniff(original.data[:4096]) == kinds.HTML:
        page = html.extract(original, limits)
        return Extracted(text=page.text, found=page.found, url=page.url, notes=(*page.notes, "a web page under a text file's name"))
    text, notes = decode(original.data, original.name)
    return Extracted(text=text, notes=notes)


def extract_markdown(original: Original, limits: Limits) -> Extracted:
    """A Markdown file as it is, with the fields of its front matter. Raises DamagedInput."""
    text, notes = decode(original.data, original.name)
    matter = _FRONT_MATTER.match(text)
    fields = {key.lower(): value for key, value in _FIELD.findall(matter[1])} if matter else {}
    author = fields.get("author") or fields.get("authors")
    found = Given(
        title=fields.get("title"),
        authors=tuple(part.strip() for part in author.split(",")) if author else (),
        published=fields.get("date"),
        outlet=fields.get("outlet"),
        language=fields.get("lang"),
    )
    return Extracted(text=text[matter.end() :].lstrip("\n") if matter else text, found=found, notes=notes)
