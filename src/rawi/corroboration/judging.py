"""Whether a claim stands alone, is echoed, is corroborated or is contested."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rawi.corroboration.voices import Heard, Report, hear, order
from rawi.records import Cluster, Status, digest

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def judge(reports: Collection[Report]) -> Cluster:
    """The cluster of ``reports``, which all say the same thing or deny it.

    ``voices`` counts the independent ultimate sources that affirm it. A voice that affirms and one that denies make it contested;
    two that affirm and none that denies, corroborated; one in several documents, echoed; one in one, single. Where it is only
    denied, no voice affirms it and it is single or echoed.
    """
    listed = sorted(reports, key=order)
    affirming = [report for report in listed if report.commitment != "denied"]
    denying = [report for report in listed if report.commitment == "denied"]
    affirmed = hear(affirming, affirming)
    denied = hear(denying, denying)
    status = _status(listed, affirmed, denied)
    claims = tuple(sorted(report.claim for report in listed))
    return Cluster(
        id="k" + digest(claims[0]),
        statement=" ".join((affirming or listed)[0].text.split()),
        claims=claims,
        status=status,
        voices=len(affirmed.voices),
        voice_names=tuple(voice.name for voice in affirmed.voices),
        disputed_by=tuple(sorted(report.claim for report in denying)) if affirming else (),
        reason=_reason(listed, affirmed, denied),
    )


def _status(reports: Sequence[Report], affirmed: Heard, denied: Heard) -> Status:
    if affirmed.voices and denied.voices:
        return "contested"
    if len(affirmed.voices) > 1:
        return "corroborated"
    return "echoed" if len({report.document for report in reports}) > 1 else "single"


def _reason(reports: Sequence[Report], affirmed: Heard, denied: Heard) -> str:
    documents = _count(len({report.document for report in reports}), "report")
    if not affirmed.voices:
        return _sentence(f"{documents}, only of a denial, by {_names(denied)}; nobody here affirms it")
    parts = []
    if affirmed.copies:
        parts.append("one is a copy" if affirmed.copies == 1 else f"{_number(affirmed.copies)} are copies")
    if affirmed.cited:
        parts.append(f"{' and '.join(affirmed.cited)} {'is' if len(affirmed.cited) == 1 else 'are'} cited by others")
    if denied.voices:
        parts.append(f"denied by {_names(denied)}")
    why = f": {'; '.join(parts)}" if parts else ""
    return _sentence(f"{documents}, {_count(len(affirmed.voices), 'voice')} ({_names(affirmed)}){why}")


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _names(heard: Heard) -> str:
    names = [voice.name for voice in heard.voices]
    shown = names[:3] + ([f"{_number(len(names) - 3)} more"] if len(names) > 3 else [])
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _count(n: int, noun: str) -> str:
    return f"{_number(n)} {noun}{'' if n == 1 else 's'}"


def _number(n: int) -> str:
    return _COUNTS[n] if n < len(_COUNTS) else str(n)
