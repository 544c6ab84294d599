"""What is known of a document, from what came beside it, what its format says, and its first and last lines, in this order."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from rawi.reading import dates
from rawi.reading.footer import read_footer
from rawi.reading.header import Found, read_header
from rawi.reading.lines import split
from rawi.reading.shapes import Extracted
from rawi.records import Given, Span, Spans


@dataclass(frozen=True, slots=True)
class Known:
    """The settled metadata, the ranges of the text that are not the article's prose, and notes on what was not understood."""

    given: Given
    frame: Spans
    notes: tuple[str, ...] = ()


def settle(given: Given, extracted: Extracted) -> Known:
    """The metadata of one document. What came beside it wins, then its format's fields, then what its lines say."""
    known = _prefer(given, extracted.found)
    found = examine(extracted.text, known.title)
    written = Given(outlet=found.outlet, title=found.title, authors=found.authors, translators=found.translators, published=found.published)
    published = dates.normalise(known.published)
    notes = (f"date not understood: {known.published}",) if known.published and not published else ()
    settled = _prefer(replace(known, published=published), written)
    authors = tuple(author for author in settled.authors if author != settled.outlet)  # programs sign with the house's name
    return Known(replace(settled, authors=authors), _merged(found.frame, extracted.text), notes)


def examine(text: str, title: str | None = None) -> Found:
    """What a text's first and last lines say; ``title`` is its headline where that is known already."""
    lines = split(text)
    found, body = read_header(lines, text, title)
    read_footer(lines, text, body, found)
    return found


def _prefer(first: Given, second: Given) -> Given:
    return Given(**{each.name: getattr(first, each.name) or getattr(second, each.name) for each in fields(Given)})


def _merged(spans: list[Span], text: str) -> Spans:
    """Spans in order, those with only white space between them as one."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
