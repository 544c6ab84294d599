"""A document's words around some spans, the spans marked: by style in a terminal, by brackets in a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from rawi.records import Span, Spans


@dataclass(frozen=True, slots=True)
class Mark:
    """How one sort of span is shown."""

    style: str
    before: str
    after: str


MARKS: Mapping[str, Mark] = {
    "content": Mark("bold", "[[", "]]"),
    "cue": Mark("yellow", "{", "}"),
    "source": Mark("cyan", "<", ">"),
    "loaded": Mark("magenta", "*", "*"),
}
"""What the claim says, the word that gives it, whose word it is, and the words that judge."""

Marked = Mapping[str, Spans]
"""Spans by the names of ``MARKS``."""


def around(text: str, spans: Iterable[Span], context: int = 1) -> Span:
    """The paragraphs that ``spans`` touch, and ``context`` more before and after."""
    spans = tuple(spans)
    paragraphs = [found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", text)]
    touched = [i for i, (start, end) in enumerate(paragraphs) if any(span.start < end and start < span.end for span in spans)]
    if not touched:
        return Span(0, len(text))
    return Span(paragraphs[max(0, touched[0] - context)][0], paragraphs[min(len(paragraphs) - 1, touched[-1] + context)][1])


def show_passage(out: Console, text: str, marked: Marked, window: Span) -> None:
    """Print ``window`` of ``text`` with what is ``marked`` in it, and a line that explains the marks."""
    if out.is_terminal:
        passage = Text(text)
        for name, spans in marked.items():
            for span in spans:
                passage.stylize(MARKS[name].style, *span)
        out.print(passage[window.start : window.end])
        legend = Text().join(Text(f"{name}  ", MARKS[name].style) for name in marked if marked[name])
    else:
        print(bracketed(text, marked, window), file=out.file)
        legend = Text("  ".join(f"{MARKS[name].before}{name}{MARKS[name].after}" for name in marked if marked[name]))
    out.print()
    out.print(legend)


def bracketed(text: str, marked: Marked, window: Span) -> str:
    """``window`` of ``text`` with brackets around what is ``marked``; longer spans open before shorter ones and close after."""
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, list[tuple[int, str]]] = {}
    for name, spans in marked.items():
        for span in spans:
            opening.setdefault(span.start, []).append((-span.end, MARKS[name].before))
            closing.setdefault(span.end, []).append((-span.start, MARKS[name].after))
    parts = []
    for i in range(window.start, window.end + 1):
        parts += [mark for _, mark in sorted(closing.get(i, ()))]
        parts += [mark for _, mark in sorted(opening.get(i, ()))] if i < window.end else []
        parts.append(text[i : min(i + 1, window.end)])
    return "".join(parts)
