"""How what a verb or a noun tells stands in the words around it: done, denied, planned, threatened, or only supposed."""

from __future__ import annotations

from rawi.events.moods import GOVERNING, moods
from rawi.events.parse import SUBJECTS, Parse
from rawi.records import EventStatus, Token

_REACH = 10
"""Words above it that are looked at."""
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})


def standing(clause: Token, parse: Parse) -> EventStatus:
    """Read off ``clause``, a verb or a noun, and the words it depends on, up to where a clause of its own begins."""
    if parse.asks(clause):
        return "hypothetical"
    at, seen = clause, {clause.index}
    for _ in range(_REACH):
        found = _here(at, parse)
        if found is not None:
            return found
        above, found = _above(at, parse)
        if found is not None:
            return found
        if above is None or above.index in seen:
            return "done"
        at = above
        seen.add(at.index)
    return "done"


def denied(clause: Token, parse: Parse) -> bool:
    """Whether the clause itself is denied: "not", "never", "without" before it."""
    if clause.relation == "pcomp" and parse.head(clause).text.lower() == "without":
        return True
    return any(k.relation == "neg" or k.text.lower() == "never" for k in parse.children(clause)) and not _only(clause, parse)


def _here(at: Token, parse: Parse) -> EventStatus | None:
    """What the words right beside it make of it."""
    children = parse.children(at)
    if at.tag.startswith("NN"):
        return _governed({k.text.lower() for k in children if k.relation == "amod"})
    if _supposed(at, parse) or _commanded(at, parse):
        return "hypothetical"
    modal = next((k.text.lower() for k in children if k.tag == "MD"), None)
    if denied(at, parse) or any(k.relation in ("preconj", "cc") and k.text.lower() == "neither" and k.index < at.index for k in children):
        return "negated"
    return None if modal is None else "planned" if modal in _FUTURE else "hypothetical"


def _supposed(verb: Token, parse: Parse) -> bool:
    """Whether the clause is a condition, or with a modal verb hangs on one: "if it bursts, hundreds will die"."""
    conditional = moods().conditional
    if any(k.text.lower() in conditional for k in parse.children(verb, "mark")):
        return True
    clauses = parse.children(verb, "advcl") if _modal(verb, parse) else []
    return any(k.text.lower() in conditional for clause in clauses for k in parse.children(clause, "mark"))


def _commanded(verb: Token, parse: Parse) -> bool:
    """ "Kill them all!"""
    return verb.tag == "VB" and verb.relation == "ROOT" and parse.child(verb, "aux", *SUBJECTS) is None


def _only(verb: Token, parse: Parse) -> bool:
    """ "Not only killed two men but wounded a third" denies nothing."""
    beside = [parse.beside(k, 1) for k in parse.children(verb, "neg")]
    return any(t is not None and t.text.lower() in ("only", "just", "merely") for t in beside)


def _governed(words: set[str]) -> EventStatus | None:
    governors = moods().governors
    return next((kind for kind in GOVERNING if words & governors[kind]), None)


def _above(at: Token, parse: Parse) -> tuple[Token | None, EventStatus | None]:
    """The word that ``at`` depends on where its mood is that of ``at`` too, and what that word makes of ``at``."""
    if at.head == at.index:
        return None, None
    return _above_noun(at, parse) if _is_noun(at, parse) else _above_verb(at, parse)


def _is_noun(at: Token, parse: Parse) -> bool:
    return at.tag.startswith("NN") or (
        at.tag == "VBG" and at.relation in ("pobj", "dobj", "nsubj", "nsubjpass") and not parse.child(at, "dobj")
    )


def _above_verb(verb: Token, parse: Parse) -> tuple[Token | None, EventStatus | None]:
    head = parse.head(verb)
    word = {head.text.lower()}
    to = any(k.tag == "TO" for k in parse.children(verb, "aux"))
    if verb.relation in ("xcomp", "acl", "ccomp", "pcomp", "advcl", "relcl", "acomp", "oprd") and to:
        return _infinitive(verb, head, parse)
    if verb.relation == "pcomp":
        found = _governed(word)
        above = parse.head(head)
        if found is None:
            found = _governed({above.text.lower()}) if above.text.lower() not in moods().governors["real"] else None
        return (above if above.tag.startswith("VB") else None), found
    if verb.relation in ("xcomp", "dobj", "csubj"):
        return (head if head.tag.startswith("VB") else None), _governed(word - moods().governors["real"])
    if verb.relation in ("ccomp", "acl") and word & (moods().governors["negated"] | moods().governors["threatened"]):
        return None, _governed(word)
    if verb.relation == "ccomp" and word & moods().doubting:
        return None, "hypothetical"
    if verb.relation == "conj" and head.tag.startswith(("VB", "MD")):
        return _joined(verb, head, parse), None
    if verb.relation == "advcl" and verb.tag in ("VBG", "VBN") and not parse.child(verb, *SUBJECTS, "mark"):
        return head if any(k.tag == "MD" for k in parse.children(head, "aux")) else None, None
    return None, None


def _joined(verb: Token, head: Token, parse: Parse) -> Token | None:
    """The verb before it, where the two share what stands before both: "could be killed and hundreds injured"."""
    if parse.child(verb, *SUBJECTS) is None:
        own = parse.child(verb, "aux", "auxpass")
        return head if own is None or own.tag == "TO" else None
    return head if parse.child(verb, "aux", "auxpass") is None and verb.tag in ("VBN", "VBD") and _modal(head, parse) else None


def _modal(verb: Token, parse: Parse) -> bool:
    return any(k.tag == "MD" for k in parse.children(verb, "aux"))


def _infinitive(verb: Token, head: Token, parse: Parse) -> tuple[Token | None, EventStatus | None]:
    """What "to" makes of a verb: as said where its governor says so, else only meant."""
    word = {head.text.lower()}
    found = _governed(word)
    if found is not None and not (found == "planned" and word & {"set", "expected"} and not _is_passive_or_be(head, parse)):
        no = any(k.relation in ("neg", "det") and k.text.lower() in ("no", "not", "n't", "never") for k in parse.children(head))
        return None, "negated" if no else found
    if word & moods().governors["real"] or head.relation in ("aux", "auxpass"):
        return head, None
    if head.tag.startswith(("NN", "CD", "JJ")) and _ordinal(head, parse):
        return None, None
    if verb.relation == "advcl" and any(k.text.lower() == "only" for k in parse.children(verb, "advmod")):
        return None, None
    if head.text.lower() in ("is", "are", "was", "were"):
        says = {k.text.lower() for k in parse.children(head, "acomp", "attr")}
        return None, _governed(says) or ("hypothetical" if says else "planned")
    return None, "hypothetical"


def _is_passive_or_be(head: Token, parse: Parse) -> bool:
    return parse.child(head, "auxpass") is not None or head.tag in ("VBN", "JJ")


def _ordinal(head: Token, parse: Parse) -> bool:
    """ "The third priest to be killed this year" was killed."""
    words = {k.text.lower() for k in (head, *parse.children(head, "amod"))}
    return bool(words & {"first", "last", "latest", "only", "next"}) or any(
        k.entity.endswith("ORDINAL") for k in parse.children(head, "amod")
    )


def _above_noun(noun: Token, parse: Parse) -> tuple[Token | None, EventStatus | None]:
    head = parse.head(noun)
    if noun.relation in ("conj", "appos") and head.tag.startswith(("NN", "VBG")):
        return head, None
    if noun.relation in ("nsubj", "nsubjpass"):
        return _as_subject(noun, head, parse)
    if noun.relation == "pobj":
        above = parse.head(head)
        found = _governed({head.text.lower(), above.text.lower()} - moods().governors["real"])
        return (above if _causes(above) else None), found
    if noun.relation in ("dobj", "attr"):
        return (head if _causes(head) else None), _governed({head.text.lower()} - moods().governors["real"])
    return None, None


def _causes(verb: Token) -> bool:
    return verb.tag.startswith("VB") and verb.text.lower() in moods().governors["causing"]


def _as_subject(noun: Token, verb: Token, parse: Parse) -> tuple[Token | None, EventStatus | None]:
    word = verb.text.lower()
    passive = noun.relation == "nsubjpass"
    if passive and word in moods().governors["negated"] | moods().governors["planned"]:
        return None, _governed({word})
    if word in moods().governors["occurring"] and any(parse.children(verb, "neg")):
        return None, "negated"
    return None, None
