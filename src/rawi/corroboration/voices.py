"""Whose word reports rest on in the end, with copies, echoes and second-hand chains folded into the voice that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.corroboration.speakers import Report, Speaker, outlet_of, same_voice, speaker, vague


@dataclass(frozen=True, slots=True)
class Heard:
    """The names of the voices behind some reports; how many documents are copies; which outlets with a report others cite."""

    voices: tuple[str, ...]
    copies: int
    cited: tuple[str, ...]


def order(report: Report) -> tuple[str, str, str]:
    """Earlier published first."""
    return report.published or "9999", report.document, report.claim


def hear(reports: Iterable[Report], among: Iterable[Report]) -> Heard:
    """The independent voices behind ``reports``; chains are followed to the reports ``among`` all that say the same.

    - Of a family of copies only the original speaks, or the first of them where it is not here.
    - A chain through an outlet whose own report is here, or through one that is not named, adds nothing to the reports before it.
    - An outlet's own voice is one where it is the first to say it or tells it at first hand; else it echoes.
    - Two who are one person, or a body and who speaks for it, are one voice; sources without a name are one a document.
    - Hearsay with nobody named ("reportedly") counts only where there is nothing else.
    """
    listed = sorted(reports, key=order)
    first = _families(listed)
    outlets = {report.outlet for report in among if report.outlet}
    groups: list[list[Speaker]] = []
    cited, echoes = list[str](), list[Report]()
    for report in listed:
        through = outlet_of(report, outlets)
        if report.document != first[report.original]:
            continue
        if through or (through == "" and groups):
            cited.append(through)
        elif vague(report) or (not report.chain and not report.firsthand and groups):
            echoes.append(report)
        else:
            _add(groups, speaker(report))
    if not groups:
        for report in (echoes or listed)[:1]:
            _add(groups, speaker(report))
    copies = len({report.document for report in listed if report.document != first[report.original]})
    voices = tuple(max((one.name for one in speakers), key=len) for speakers in groups)
    return Heard(voices, copies, tuple(dict.fromkeys(filter(None, cited))))


def _add(groups: list[list[Speaker]], found: Speaker) -> None:
    """Into the group of the first speaker that is the same voice, else as a group of its own."""
    group = next((speakers for speakers in groups if any(same_voice(found, other) for other in speakers)), None)
    if group is None:
        groups.append(group := [])
    group.append(found)


def _families(reports: Sequence[Report]) -> dict[str, str]:
    """For each original, the document of its family that speaks for all."""
    first: dict[str, str] = {}
    for report in reports:
        if report.document == report.original or report.original not in first:
            first[report.original] = report.document
    return first
