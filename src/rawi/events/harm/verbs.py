"""Harm that a verb states: "the blast killed 14", "two were injured", "20 drowned", "leaving none alive, burning three houses"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.harm.phrases import antecedent, following, phrase_after, phrase_before
from rawi.events.harm.stated import Stated
from rawi.events.harm.vocabulary import Verb, fits, vocabulary
from rawi.events.parse import SUBJECTS, Parse
from rawi.records import Token

_PREDICATED = ("oprd", "acomp", "xcomp")
_CLAUSAL = (*SUBJECTS, "aux", "auxpass", "acl", "dobj")
"""What a noun that the parser joins to a verb has where it is no further object of the verb."""


def verb_harm(token: Token, parse: Parse) -> Iterator[Stated]:
    """What ``token`` states as a verb or a participle; nothing where it is another part of speech."""
    entries = vocabulary().verbs.get(token.text.lower())
    if not entries or not _verbal(token, parse):
        return
    for entry in entries:
        rest = following(token, entry.rest, parse)
        if rest is None or (not rest and _otherwise(token, entry, parse)) or (entry.suffers == "people" and _no_detention(token, parse)):
            continue
        harmed = [t for t in _sufferers(token, entry, parse, rest) if t not in rest or entry.suffers == "object"]
        if any(_fits(entry, t, parse) for t in harmed):
            sure, many = entry.suffers in ("people", "things"), entry.suffers == "hundreds"
            yield Stated(entry.effect, token, tuple(harmed), token, rest, sure=sure, many=many)
            return


def _otherwise(verb: Token, entry: Verb, parse: Parse) -> bool:
    """ "Drowned out", "caught up", "holds himself": a particle or a pronoun that no entry has gives a verb another meaning."""
    sure = entry.suffers == "people"
    myself = sure and any(k.text.lower().endswith(("self", "selves")) for k in parse.children(verb, "dobj"))
    return myself or any(sure or k.text.lower() == "out" for k in parse.children(verb, "prt"))


def _fits(entry: Verb, harmed: Token, parse: Parse) -> bool:
    return fits(entry.effect, antecedent(harmed, parse), entry.suffers in ("people", "things"))


def _no_detention(verb: Token, parse: Parse) -> bool:
    """ "Held hostage", "holds the ministry responsible": other words beside the verb give it another meaning."""
    beside = (*parse.children(verb), *(parse.beside(verb, away) for away in range(1, 8)))
    return any(t is not None and t.text.lower() in vocabulary().words["no_detention"] for t in beside)


def _verbal(token: Token, parse: Parse) -> bool:
    """A verb, or a form in a headline that the parser took for a noun: "Blast wounds 20"."""
    if token.tag.startswith("VB"):
        return not (token.relation in _PREDICATED and token.tag in ("VBN", "VBG") and not parse.child(token, "aux", "auxpass", "dobj"))
    after = parse.beside(token, 1)
    return token.tag in ("NNS", "NN", "JJ") and after is not None and after.tag == "CD" and token.text.lower().endswith("s")


def _sufferers(verb: Token, entry: Verb, parse: Parse, rest: tuple[Token, ...]) -> list[Token]:
    if (colon := parse.beside(verb, 1)) is not None and colon.text == ":":
        return _listed(colon, parse)
    if entry.suffers in ("subject", "hundreds"):
        return [] if parse.passive(verb) else _subject(verb, parse)
    if verb.relation == "amod" and verb.tag == "VBN":
        return [parse.head(verb)] if not entry.rest else []
    if not verb.tag.startswith("VB"):
        return _listed(verb, parse)
    if entry.suffers == "passive" and not parse.passive(verb) and not _elliptic(verb, parse):
        return []
    objects = _objects(verb, parse, rest) if entry.suffers not in ("either", "things") or not parse.passive(verb) else []
    if parse.passive(verb) and (parse.child(verb, "auxpass") or not parse.child(verb, "dobj")):
        return _subject(verb, parse)
    if objects:
        return objects
    if entry.suffers in ("either", "things") or _elliptic(verb, parse):
        return _subject(verb, parse) or _before(verb, parse)
    return []


def _listed(mark: Token, parse: Parse) -> list[Token]:
    after = phrase_after(mark, parse)
    return [after] if after is not None else []


def _objects(verb: Token, parse: Parse, rest: tuple[Token, ...]) -> list[Token]:
    """The objects, without the noun of the phrase itself: the "fire" of "set fire to the hall"; what follows its "to" is harmed."""
    inside = {t.index for t in rest}
    direct = [t for t in parse.direct(verb) if t.index not in inside]
    if direct:
        return [*direct, *(t for t in parse.children(verb, "conj") if t.tag.startswith("NN") and not parse.child(t, *_CLAUSAL))]
    last = rest[-1] if rest else None
    if last is not None and last.tag in ("IN", "TO"):
        return parse.children(last, "pobj")
    if last is not None and any(t.relation == "dobj" for t in rest):
        return [t for t in rest if t.relation == "dobj" and parse.child(t, "nummod", "det")]
    after = phrase_after(last or verb, parse)
    return [after] if after is not None and rest and after.index not in inside else []


def _subject(verb: Token, parse: Parse) -> list[Token]:
    """The subject, each part of one that the parser has cut in two, or what follows in "killed in the raid were two men"."""
    own = [t for t in parse.children(verb, *SUBJECTS) if t.text.lower() not in ("most", "half", "some", "many", "all")]
    if len(own) > 1:
        return own
    if not own and (be := parse.child(verb, "auxpass")) is not None and (after := parse.child(be, "attr", *SUBJECTS)) is not None:
        return [after]
    counted = [] if own else _before(verb, parse)
    if counted and counted[0].tag == "CD":
        return counted
    if (subject := parse.subject(verb)) is not None and subject.text.lower() != "there":
        return [subject]
    return _before(verb, parse)


def _before(verb: Token, parse: Parse) -> list[Token]:
    before = phrase_before(verb, parse)
    loose = before is not None and before.relation not in ("pobj", "dobj") and verb.tag in ("VBN", "VBD")
    return [before] if before is not None and loose else []


def _elliptic(verb: Token, parse: Parse) -> bool:
    """ "4 soldiers killed": a past form with neither auxiliary nor object, as bulletins and lists have it."""
    return (
        verb.tag in ("VBN", "VBD", "JJ")
        and parse.child(verb, "aux", "dobj") is None
        and (parse.child(verb, *SUBJECTS) is not None or verb.relation in ("acl", "ROOT", "appos", "conj", "dep", "ccomp", "advcl"))
    )
