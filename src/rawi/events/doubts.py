"""Whether a clause states what its verb says: not where it denies, asks or only supposes it; no longer where it says it is over."""

from __future__ import annotations

from typing import Literal

from rawi.events.parse import SUBJECTS, Parse
from rawi.events.patterns import patterns
from rawi.records import Token

Standing = Literal["stands", "over", "not stated"]


def standing(clause: Token, parse: Parse) -> Standing:
    """Read off ``clause`` and the verbs it depends on, up to where a clause of its own begins."""
    if parse.asks(clause):
        return "not stated"
    found: Standing = "stands"
    verb: Token | None = clause
    while verb is not None:
        here = _here(verb, parse)
        if here == "not stated":
            return here
        found = "over" if here == "over" else found
        verb, here = _above(verb, parse)
        if here == "not stated":
            return here
        found = "over" if here == "over" else found
    return found


def _here(verb: Token, parse: Parse) -> Standing:
    """What the words around one verb make of it."""
    words, children = patterns().words, parse.children(verb)
    if any(k.text.lower() == "longer" for k in children):
        return "over"
    said = {k.text.lower() for k in children if k.relation in ("neg", "mark", "advmod", "preconj", "cc", "det") and k.index < verb.index}
    if any(k.relation == "neg" for k in children) or said & words["conditions"] or "never" in said:
        return "not stated"
    if any(k.tag == "MD" for k in children if k.relation == "aux"):
        return "not stated"
    subject = parse.child(verb, *SUBJECTS)
    around = [] if subject is None else [subject, *parse.children(subject, "det", "preconj", "cc", "neg")]
    if any(t.text.lower() in words["nobody"] for t in around):
        return "not stated"
    once = any(k.text.lower() in words["former"] and k.relation == "advmod" and _later(k, subject) for k in children)
    return "over" if once else "stands"


def _later(adverb: Token, subject: Token | None) -> bool:
    """ "Once Hale left" says when, "Hale once led" that it is over."""
    return subject is None or adverb.index > subject.index or adverb.text.lower() != "once"


def _above(verb: Token, parse: Parse) -> tuple[Token | None, Standing]:
    """The verb that ``verb`` depends on in the same clause, and what it makes of it."""
    words, head = patterns().words, parse.head(verb)
    governor = head.text.lower()
    if any(k.tag == "TO" for k in parse.children(verb, "aux")):
        if verb.relation == "xcomp" and governor == "used":
            return None, "over"
        return (head, "stands") if verb.relation == "xcomp" and governor in words["real"] else (None, "not stated")
    if verb.relation == "xcomp":
        if governor in words["unreal_verbs"]:
            return None, "not stated"
        return head, "over" if governor in words["ended"] else "stands"
    if verb.relation == "pcomp":
        return parse.head(head), "not stated" if governor in words["unreal_prepositions"] else "stands"
    if verb.relation in ("acl", "ccomp") and parse.child(verb, "mark") and any(k.text.lower() == "no" for k in parse.children(head, "det")):
        return None, "not stated"
    if verb.relation == "advcl" and verb.tag == "VBG" and any(k.tag == "MD" for k in parse.children(head, "aux")):
        return None, "not stated"
    if verb.relation == "conj" and head.tag.startswith("VB") and parse.child(verb, *SUBJECTS) is None:
        return head, "stands"
    return None, "stands"
