"""Whether something is told as done, denied, planned, threatened or only supposed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from rawi.events.parse import SUBJECTS, Parse
from rawi.events.patterns import patterns
from rawi.records import EventStatus, Token

_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "pobj", "dobj", "conj", "prep", "relcl"})
_STEPS = 5


def status_of(kind: str, trigger: Token, parse: Parse) -> EventStatus:
    """The status of an event of ``kind``: "will not" is itself a refusal, "will" a promise or a threat, and neither is yet to come."""
    found = status(trigger, parse)
    own = {k.tag for k in parse.children(trigger)} | {k.relation for k in parse.children(trigger)}
    if (kind == "REJECT" and found == "negated" and "neg" in own) or (kind in ("AGREE", "THREATEN", "REJECT") and "MD" in own):
        return "done"
    return found


def status(trigger: Token, parse: Parse) -> EventStatus:
    """Read off the words around ``trigger`` and those it hangs from."""
    if parse.asks(trigger):
        return "hypothetical"
    token = trigger
    for _ in range(_STEPS):
        found = _around(token, parse)
        if found is not None:
            return found
        if token.head == token.index or token.relation not in _CLAUSES:
            break
        above = parse.head(token)
        found = _under(above, token, parse)
        if found is not None:
            return found
        if token.relation in ("ccomp", "relcl", "advcl") and _finite(token, parse):
            break
        token = above
    return "done"


def _around(token: Token, parse: Parse) -> EventStatus | None:
    children = parse.children(token)
    objects = [k for one in parse.children(token, "dobj", "nsubjpass", "nsubj") for k in parse.children(one, "det", "neg", "nummod")]
    if any(k.text.lower() == "no" for k in objects):
        return "negated"
    words = {k.text.lower() for k in children}
    conditions = patterns().words["conditions"]
    if any(k.relation == "neg" for k in children) or "never" in words or "no" in {k.text.lower() for k in children if k.relation == "det"}:
        return "negated"
    subject = parse.child(token, *SUBJECTS)
    if subject is not None and (
        subject.text.lower() in patterns().words["nobody"] or any(k.text.lower() == "no" for k in parse.children(subject, "det"))
    ):
        return "negated"
    if any(k.relation == "mark" and k.text.lower() in conditions for k in children):
        return "hypothetical"
    modal = next((k.text.lower() for k in children if k.tag == "MD"), None)
    if modal in moods()["future"]:
        return "planned"
    if modal in moods()["modals"]:
        return "hypothetical"
    return None


def _under(above: Token, token: Token, parse: Parse) -> EventStatus | None:
    """What the word above makes of a clause that does not stand by itself."""
    word = above.text.lower()
    if word == "without":
        return "negated"
    if (
        token.relation in ("ccomp", "relcl", "advcl", "conj")
        and _finite(token, parse)
        and word not in moods()["denials"] | moods()["threats"]
    ):
        return None
    if token.relation == "advcl" and not any(k.tag == "TO" for k in parse.children(token, "aux")):
        return None
    if word in moods()["denials"]:
        return "negated"
    if word in moods()["threats"]:
        return "threatened"
    to = any(k.tag == "TO" for k in parse.children(token, "aux"))
    if to and above.tag in ("VBZ", "VBP", "VBD") and word in moods()["be"]:
        return "planned"
    if word in moods()["plans"] and (to or token.relation in ("dobj", "pobj", "xcomp")):
        return "planned"
    if word in moods()["wishes"] and (to or token.relation in ("pobj", "dobj", "xcomp")):
        return "hypothetical"
    return None


def _finite(token: Token, parse: Parse) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP") or any(k.tag in ("VBD", "VBZ", "VBP") for k in parse.children(token, "aux", "auxpass"))


@cache
def moods() -> Mapping[str, frozenset[str]]:
    """The lists of moods.yaml."""
    data = yaml.load(files("rawi.events").joinpath("moods.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {name: frozenset(words) for name, words in data.items()}
