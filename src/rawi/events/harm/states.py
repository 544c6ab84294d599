"""Harm that a state tells: "14 dead", "three missing men", "leaving 20 wounded", "were among the dead", "six are in custody"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.harm.counting import Counting
from rawi.events.harm.phrases import phrase_after, phrase_before
from rawi.events.harm.stated import Stated
from rawi.events.harm.vocabulary import fits, vocabulary
from rawi.events.parse import Parse
from rawi.records import Effect, Token

_PREDICATED = ("acomp", "oprd", "xcomp", "attr", "advcl", "ccomp")


def state_harm(token: Token, parse: Parse, counting: Counting) -> Iterator[Stated]:
    """What ``token`` states as an adjective, a participle or a noun of a state."""
    effect = _state(token, parse)
    if effect is not None:
        yield from _stated(token, effect, parse, counting)
    for effect, words in vocabulary().conditions.get(token.text.lower(), ()):
        if (under := parse.child(token, "pobj")) is not None and under.text.lower() in words and _bare(under, parse):
            harmed = _of_condition(token, parse)
            if harmed is not None and fits(effect, harmed, False):
                yield Stated(effect, under, (harmed,), parse.head(token), (token,))


def _state(token: Token, parse: Parse) -> Effect | None:
    """The effect of an adjective, or of a participle that is somebody's predicate: "left 19 injured"."""
    word = token.text.lower()
    if (effect := vocabulary().states.get(word)) is not None:
        finite = token.tag in ("VBD", "VB", "VBP", "VBZ", "VBG") or parse.child(token, "auxpass", "dobj")
        return None if finite and word not in ("missing",) else effect
    if token.tag != "VBN" or token.relation not in ("oprd", "acomp", "xcomp") or parse.child(token, "aux", "auxpass", "dobj"):
        return None
    return next((v.effect for v in vocabulary().verbs.get(word, ()) if v.suffers == "object" and not v.rest), None)


def _stated(token: Token, effect: Effect, parse: Parse, counting: Counting) -> Iterator[Stated]:
    harmed, part = _among(token, parse), True
    if harmed is None:
        harmed, part = _borne(token, parse, counting), False
    if harmed is not None and (harmed is token or fits(effect, harmed, False) or harmed.tag.startswith("W")):
        yield Stated(effect, token, (harmed,), _clause(token, parse), part=part)


def _clause(token: Token, parse: Parse) -> Token:
    """The verb that the state hangs on, where it is a predicate."""
    head = parse.head(token)
    return head if token.relation in (*_PREDICATED, "dobj", "pobj") and head.tag.startswith("VB") else token


def _among(token: Token, parse: Parse) -> Token | None:
    """ "Two nurses were among the dead", "among the dead were two nurses", "the dead include two nurses"."""
    words, head = vocabulary().words, parse.head(token)
    if token.relation == "pobj" and head.text.lower() in words["among"]:
        verb = parse.head(head)
        if verb.text.lower() not in words["being"]:
            return None
        found = parse.child(verb, "nsubj") or parse.child(verb, "attr")
        return found or phrase_after(verb, parse)
    if token.relation == "nsubj" and head.text.lower() in words["including"]:
        return parse.child(head, "dobj")
    return None


def _borne(token: Token, parse: Parse, counting: Counting) -> Token | None:
    """Who is in the state."""
    after = parse.beside(token, 1)
    if after is not None and after.text == ":":
        return phrase_after(after, parse)
    if token.relation == "amod" and parse.head(token).tag.startswith("NN"):
        return _described(token, parse)
    verb = parse.head(token)
    if token.relation in _PREDICATED and verb.tag.startswith("VB"):
        return _predicated(token, verb, parse)
    subject, number = parse.child(token, "nsubj", "nsubjpass"), parse.child(token, "nummod")
    if subject is not None and (number is None or not counting.is_number(number)):
        return subject
    if counting.numbered(token) or counting.nobody(token):
        return _family(token, parse) or token
    return _postposed(token, parse)


def _family(token: Token, parse: Parse) -> Token | None:
    """The family of "a family of five dead", whose number the parser gives to "dead"."""
    of, noun = parse.beside(token, -2), parse.beside(token, -3)
    found = of is not None and of.text.lower() == "of" and noun is not None and noun.text.lower() in vocabulary().words["collective"]
    return noun if found else None


def _described(token: Token, parse: Parse) -> Token | None:
    """The noun that an adjective stands before: men, not the "bodies" that they are."""
    noun = parse.head(token)
    return None if noun.text.lower() in vocabulary().words["bodies"] else noun


def _predicated(token: Token, verb: Token, parse: Parse) -> Token | None:
    own = parse.child(token, "nsubj", "nsubjpass")
    if own is not None:
        return own
    if parse.passive(verb) or verb.text.lower() in vocabulary().words["being"]:
        return parse.subject(verb) or phrase_before(verb, parse)
    objects = [t for t in parse.children(verb, "dobj") if t.index < token.index]
    return objects[-1] if objects else parse.subject(verb)


def _postposed(token: Token, parse: Parse) -> Token | None:
    """ "Three people dead", "eight others still missing"."""
    before = phrase_before(token, parse)
    return before if token.tag in ("JJ", "VBN", "VBG", "RB", "NN") and before is not None and before.relation != "pobj" else None


def _of_condition(preposition: Token, parse: Parse) -> Token | None:
    above = parse.head(preposition)
    if above.text.lower() in vocabulary().words["being"]:
        return parse.child(above, "nsubj", "nsubjpass")
    if above.text.lower() in ("left", "leaves", "leaving", "leave", "made"):
        return parse.child(above, "dobj")
    return above if above.tag.startswith(("NN", "CD", "DT")) and above.text.lower() not in vocabulary().nouns else None


def _bare(noun: Token, parse: Parse) -> bool:
    """ "In prison", not "in the prison"."""
    return parse.child(noun, "det", "poss", "amod", "compound") is None
