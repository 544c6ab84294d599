"""Whose word each report rests on in the end, with copies and second-hand chains folded into the first report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from rawi.corroboration.words import content_words
from rawi.records import Commitment, LinkKind


class Link(Protocol):
    """A link of a chain; ``actor`` and ``name`` are its actor's id and name."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> LinkKind: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...


class Report(Protocol):
    """A claim with its document; ``original`` is the document that this one is a copy of in the end, else this one itself."""

    @property
    def claim(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def commitment(self) -> Commitment: ...
    @property
    def document(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def original(self) -> str: ...
    @property
    def chain(self) -> Sequence[Link]: ...


class Voice(NamedTuple):
    """An independent source: what tells it from others, and what to call it."""

    identity: tuple[str, ...]
    name: str


class Heard(NamedTuple):
    """The voices behind some reports; how many documents are copies; which outlets others cite that have a report themselves."""

    voices: tuple[Voice, ...]
    copies: int
    cited: tuple[str, ...]


def order(report: Report) -> tuple[str, str, str]:
    """Earlier published first."""
    return report.published or "9999", report.document, report.claim


def hear(reports: Iterable[Report], among: Iterable[Report]) -> Heard:
    """The independent voices behind ``reports``; chains are followed to the reports ``among`` all that say the same.

    - Of a family of copies only the original speaks, or the first of them where it is not here.
    - A chain through an outlet whose own report is here adds nothing to that report.
    - The article's own voice is its outlet's; without an outlet, the document's.
    - Sources without a name ("officials") are one voice a document.
    - Hearsay with nobody named ("reportedly"), or from a "she" that nobody is known to be, counts only where there is nothing else.
    """
    listed = sorted(reports, key=order)
    first = _speakers(listed)
    outlets = {report.outlet for report in among if report.outlet}
    voices: dict[tuple[str, ...], Voice] = {}
    hearsay: dict[tuple[str, ...], Voice] = {}
    cited = []
    for report in listed:
        if report.document != first[report.original]:
            continue
        through = _through(report, outlets)
        if through:
            cited.append(through)
            continue
        voice = _voice(report)
        kept = hearsay if _vague(report) else voices
        kept.setdefault(voice.identity, voice)
    heard = tuple(voices.values()) or tuple(hearsay.values())[:1] or tuple(_voice(report) for report in listed[:1])
    copies = len({report.document for report in listed if report.document != first[report.original]})
    return Heard(heard, copies, tuple(dict.fromkeys(cited)))


def _vague(report: Report) -> bool:
    if not report.chain:
        return report.commitment in ("reported", "alleged", "believed", "claimed")
    last = report.chain[-1]
    return not last.actor and not content_words(last.text)


def _speakers(reports: Sequence[Report]) -> dict[str, str]:
    """For each original, the document of its family that speaks for all."""
    first: dict[str, str] = {}
    for report in reports:
        if report.document == report.original or report.original not in first:
            first[report.original] = report.document
    return first


def _through(report: Report, outlets: Iterable[str]) -> str | None:
    """The outlet other than its own that the report has it from, if that has a report too."""
    for link in report.chain:
        if link.kind in ("publication", "organization"):
            for outlet in sorted(outlets):
                if outlet != report.outlet and _is(link, outlet):
                    return outlet
    return None


def _is(link: Link, outlet: str) -> bool:
    """Whether the link is the outlet: "the Courier" is The Lower Basin Courier, but an organization must have its whole name."""
    words = set(content_words(outlet))
    printed = [set(content_words(name)) for name in (link.text, link.name) if name]
    return any(found and (found == words or (link.kind == "publication" and found < words)) for found in printed)


def _voice(report: Report) -> Voice:
    if not report.chain:
        return _outlet(report.outlet) if report.outlet else Voice(("document", report.original), "an article without an outlet")
    last = report.chain[-1]
    if last.kind == "unnamed" and not last.actor:
        through = next((link for link in report.chain if link.kind == "publication"), None)
        return Voice(("unnamed", *(content_words(through.text) if through else (report.original,))), _shown(last.text))
    if last.kind == "publication":
        return _outlet(last.name or last.text)
    if last.actor:
        return Voice(("actor", last.actor), last.name or _shown(last.text))
    words = content_words(last.text)
    return Voice(("words", *words) if words else ("document", report.original), _shown(last.text))


def _outlet(name: str) -> Voice:
    return Voice(("outlet", *content_words(name)), _shown(name))


def _shown(text: str) -> str:
    return " ".join(text.split())
