"""Harm that a noun states: "the killing of two men", "her arrest", "14 deaths", "no casualties", "a toll of 31", "bodies of five men"."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.events.harm.counting import Counting
from rawi.events.harm.stated import Stated
from rawi.events.harm.vocabulary import Noun, fits, vocabulary
from rawi.events.moods import moods
from rawi.events.parse import Parse
from rawi.events.standing import denied
from rawi.records import Effect, Token

_TOLL_REACH = 12
_FROM = frozenset({"from", "in", "on", "since", "by", "than"})


def nominal_harm(token: Token, parse: Parse, counting: Counting) -> Iterator[Stated]:
    """What ``token`` states as a noun."""
    word = token.text.lower()
    effects = vocabulary().none_of.get(word, ())
    clause = _clause(token, parse)
    if effects and counting.nobody(token, denied=token.tag.startswith("NN") and denied(clause, parse)):
        yield from (Stated(effect, token, (token,), clause) for effect in effects)
        return
    if (noun := vocabulary().nouns.get(word)) is not None and _states(token, parse):
        harmed = _harmed(token, noun, parse, counting)
        if harmed:
            yield Stated(noun.effect, token, tuple(harmed), token)
    elif word in vocabulary().words["bodies"]:
        yield from _bodies(token, parse, counting)
    elif word in vocabulary().words["of_tolls"]:
        yield from _toll(token, parse, counting)


def _clause(token: Token, parse: Parse) -> Token:
    """The verb that brings it about, else the noun itself: "did not cause casualties"."""
    head = parse.head(token)
    return head if token.relation == "dobj" and head.text.lower() in moods().governors["causing"] else token


def _states(token: Token, parse: Parse) -> bool:
    """Whether the noun heads its phrase and no verb: not the "death" of "death penalty", nor a gerund with an object."""
    verbal = token.tag.startswith("VB") and not (token.tag == "VBG" and parse.child(token, "prep", "det", "poss"))
    return not verbal and not (token.relation == "compound" and parse.head(token).index > token.index) and not parse.child(token, "dobj")


def _harmed(token: Token, noun: Noun, parse: Parse, counting: Counting) -> list[Token]:
    """Whom "of" names, else whose it is, else the noun itself where it is counted."""
    sure = noun.named in ("people", "only")
    for preposition in ("to", "of") if noun.named == "to" else ("of",):
        for one in (token, *_joined(token, parse)):
            found = [t for t in parse.objects(one, preposition) if _fits(noun.effect, t, sure, counting)]
            if found:
                return found
    owner = parse.child(token, "poss")
    if owner is not None and noun.named in ("of", "people") and fits(noun.effect, owner, noun.effect != "damaged"):
        return [owner]
    plural = token.tag == "NNS" or counting.nobody(token)
    counted = plural and counting.numbered(token) and not sure
    return [token] if counted or (plural and counting.nobody(token) and not sure) else []


def _joined(token: Token, parse: Parse) -> list[Token]:
    """The nouns that share its "of": "the kidnapping and killing of two men"."""
    before = [parse.head(token)] if token.relation == "conj" else []
    return [t for t in (*before, *parse.children(token, "conj")) if t.tag.startswith(("NN", "VBG"))]


def _fits(effect: Effect, head: Token, sure: bool, counting: Counting) -> bool:
    whole = counting.whole(head)
    return fits(effect, whole, sure or (effect != "damaged" and not counting.numbered(head) and whole.tag == "NN"))


def _bodies(token: Token, parse: Parse, counting: Counting) -> Iterator[Stated]:
    """One body of many ("a body of experts") is none; those without a name count where they are found."""
    owner = parse.child(token, "poss")
    harmed = [t for t in parse.objects(token, "of") if _dead(token, t, counting)]
    first = token
    while first.relation == "conj" and parse.head(first).tag.startswith("NN"):
        first = parse.head(first)
    found = parse.head(first).text.lower() in vocabulary().words["finding"]
    if not harmed and found and owner is not None and (fits("killed", owner, True) or owner.tag == "WP$"):
        harmed = [owner]
    if not harmed and found and counting.numbered(token):
        harmed = [token]
    if harmed:
        yield Stated("killed", token, tuple(harmed), token)


def _dead(body: Token, of: Token, counting: Counting) -> bool:
    one = body.text.lower() in ("body", "corpse", "cadaver")
    number = counting.counted(of)
    return fits("killed", counting.whole(of), one and not counting.is_number(of)) and (not one or (number.high or 2) < 2)


def _toll(token: Token, parse: Parse, counting: Counting) -> Iterator[Stated]:
    """The number that a toll comes to: the one after "to" where it rose from another."""
    before = parse.beside(token, -1)
    words = [token.text.lower()]
    if (counted := next(parse.objects(token, "of"), None)) is not None:
        words += ["of", counted.text.lower()]
    effect = vocabulary().tolls.get(tuple(words)) or (
        vocabulary().tolls.get((before.text.lower(), token.text.lower())) if before is not None else None
    )
    if effect is None and len(words) > 1:
        effect = vocabulary().tolls.get((words[0],))
    found = _tolled(token, parse, counting) if effect else None
    if effect is not None and found is not None:
        yield Stated(effect, token, (found,), _said(token, parse), least=_passed(found, token, parse))


def _tolled(token: Token, parse: Parse, counting: Counting) -> Token | None:
    found = None
    for away in range(1, _TOLL_REACH):
        word = parse.beside(token, away)
        if word is None or word.text in (";", "(", ")"):
            break
        if counting.is_number(word) and not (word.relation == "nummod" and _other(word, parse)):
            if found is not None and word.index == found.index + 1:
                continue
            first = parse.beside(word, -1)
            if first is None or first.text.lower() not in _FROM:
                return word
    return found


def _other(number: Token, parse: Parse) -> bool:
    """Whether the number counts something that cannot be harmed: the "two" of "after two days"."""
    head = parse.head(number)
    return head.entity[2:] in ("DATE", "TIME") or not fits("killed", head, True)


def _said(token: Token, parse: Parse) -> Token:
    """The verb that says what the toll comes to."""
    head = parse.head(token)
    return head if token.relation in ("nsubj", "nsubjpass", "dobj") and head.tag.startswith("VB") else token


def _passed(number: Token, toll: Token, parse: Parse) -> bool:
    between = (parse.beside(number, -away) for away in range(1, number.index - toll.index))
    return any(t is not None and t.text.lower() in vocabulary().words["passed"] for t in between)
