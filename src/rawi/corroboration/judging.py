"""Whether a claim stands alone, is echoed, is corroborated or is contested."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rawi.corroboration.polarity import implied, negated
from rawi.corroboration.speakers import Report, same_voice, shown, speaker
from rawi.corroboration.voices import Heard, hear, order
from rawi.records import Cluster, Status, digest

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def judge(reports: Collection[Report], versions: Collection[Report] = ()) -> Cluster:
    """The cluster of ``reports``, which all say the same thing or deny it; ``versions`` cannot be true beside it.

    ``voices`` counts the independent ultimate sources that affirm it. A voice that affirms and one that denies or gives another version
    make it contested; two that affirm and none that denies, corroborated; one in several documents, echoed; one in one, single. Where it is
    only denied, no voice affirms it and it is single or echoed. What a voice says last is what it says.
    """
    listed = sorted(reports, key=order)
    affirming, denying = _sides(listed)
    others = [report for report in versions if report.commitment != "denied" and not negated(report.text)]
    affirming, denying = _withdrawn(affirming, [*denying, *others])
    affirmed = hear(affirming, affirming)
    denied = hear(denying, denying)
    status = _status(listed, affirmed, denied)
    claims = tuple(sorted(report.claim for report in listed))
    return Cluster(
        id="k" + digest(claims[0]),
        statement=shown((affirming or listed)[0].text),
        claims=claims,
        status=status,
        voices=len(affirmed.voices),
        voice_names=affirmed.voices,
        disputed_by=tuple(sorted(report.claim for report in denying)) if affirming else (),
        reason=_reason(listed, affirmed, denied),
    )


def _sides(reports: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """Those that affirm and those that deny: by the commitment, or by a negative where others say the same without one."""
    plain = [report for report in reports if report.commitment != "denied" and not negated(report.text)]
    some = bool(plain) and not all(implied(report.text) for report in plain)
    denying = [report for report in reports if report.commitment == "denied" or (some and negated(report.text))]
    return [report for report in reports if report not in denying], denying


def _withdrawn(affirming: list[Report], denying: list[Report]) -> tuple[list[Report], list[Report]]:
    """The same without what a voice said before it said the opposite; said on one day, what it affirms stays."""

    def later(report: Report, opposite: Sequence[Report], *, ties: bool) -> bool:
        when = order(report)[0]
        said = (order(other)[0] for other in opposite if same_voice(speaker(report), speaker(other)))
        return any(other > when or (ties and other == when) for other in said)

    stay = [report for report in affirming if not later(report, denying, ties=False)]
    return stay, [report for report in denying if not later(report, affirming, ties=True)]


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
    names = list(heard.voices)
    shown = names[:3] + ([f"{_number(len(names) - 3)} more"] if len(names) > 3 else [])
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


def _count(n: int, noun: str) -> str:
    return f"{_number(n)} {noun}{'' if n == 1 else 's'}"


def _number(n: int) -> str:
    return _COUNTS[n] if n < len(_COUNTS) else str(n)
