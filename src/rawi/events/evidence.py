"""What every record of this room says of its origin: who made it, which claim its words stand in, whether they are the article's prose."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.records import Claim, Maker, Spans

MAKER = Maker("rawi.events", "4")


def within(evidence: Spans, frame: Spans) -> bool:
    """Whether some of ``evidence`` lies in ``frame``."""
    return any(span.start < edge.end and edge.start < span.end for edge in frame for span in evidence)


def smallest(evidence: Spans, claims: Sequence[Claim]) -> str | None:
    """The id of the smallest claim whose content contains ``evidence``."""

    def holds(claim: Claim) -> bool:
        return all(any(start <= span.start and span.end <= end for start, end in claim.content) for span in evidence)

    holding = [(sum(end - start for start, end in claim.content), claim.id) for claim in claims if holds(claim)]
    return min(holding)[1] if holding else None
