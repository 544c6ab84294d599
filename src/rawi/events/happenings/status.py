"""Whether something is told as done, denied, planned, threatened or only supposed."""

from __future__ import annotations

from rawi.events.moods import moods
from rawi.events.parse import SUBJECTS, Parse
from rawi.events.standing import standing
from rawi.records import EventStatus, Token

_WITH_MODAL = ("AGREE", "THREATEN", "REJECT")
"""Acts of speech that a modal verb makes: "will" is itself a promise or a threat, "will not" a refusal, and neither is yet to come."""


def status_of(kind: str, trigger: Token, parse: Parse) -> EventStatus:
    """The status of an event of ``kind``: as `standing` has it, but that what nobody did, or was done to nobody, is negated."""
    nobody = _nobody(trigger, parse)
    found: EventStatus = "negated" if nobody else standing(trigger, parse)
    refused = kind == "REJECT" and found == "negated" and not nobody and parse.child(trigger, "neg") is not None
    modal = kind in _WITH_MODAL and any(k.tag == "MD" for k in parse.children(trigger))
    return "done" if refused or modal else found


def _nobody(trigger: Token, parse: Parse) -> bool:
    """Whether "no" or "without" stands before it or one of its parties, or "nobody" is one: "no talks", "released no prisoners"."""
    if parse.head(trigger).text.lower() == "without":
        return True
    parties = parse.children(trigger, *SUBJECTS, "dobj")
    counted = [k.text.lower() for one in (trigger, *parties) for k in parse.children(one, "det", "neg", "nummod")]
    return "no" in counted or any(one.text.lower() in moods().nobody for one in parties)
