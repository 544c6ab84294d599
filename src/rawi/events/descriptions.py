"""From a description to the name it is of: "leader Hale", "the leader, Hale", "Hale, the leader", "Hale is the leader"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from rawi.events.parse import Parse
from rawi.events.patterns import patterns
from rawi.records import Mention, Token

Named: TypeAlias = Callable[[Token], Mention | None]
"""The name that a token is in."""
_BEFORE = ("DT", "JJ", "CD", "RB", "PRP$", "NN", "HYPH")
_REACH = 6


def ways(token: Token, parse: Parse, name: Named) -> Iterator[list[Token]]:
    """Yield where the name of a description may stand, the surest place first; what stands there may be a description again."""
    if not token.tag.startswith(("NN", "CD", "DT", "JJ")):
        return
    head = parse.head(token)
    yield _right_after(token, parse, name)
    yield _of_number(token, parse.child(token, "appos"), parse)
    yield _called(token, parse, name)
    yield from _that_it_says_more_of(token, parse, name)
    if token.relation == "appos":
        yield _of_number(token, head, parse)
    elif token.relation in ("compound", "nmod", "amod") and name(head) is not None and head.index > token.index:
        yield [head]
    elif token.relation == "attr":
        yield _of_number(token, parse.subject(head), parse)
    elif token.relation == "nsubj" and (attr := parse.child(head, "attr")) is not None and name(attr) is not None:
        yield _of_number(token, attr, parse)
    elif token.relation in ("oprd", "pobj", "dobj"):
        yield from _predicated(token, parse, name)
    elif token.relation == "conj" and name(head) is None and head.text.lower() in patterns().nouns:
        yield [head]
    if token.relation not in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj", "conj", "poss", "compound"):
        yield _before_the_comma(token, parse, name)


def antecedent(token: Token, parse: Parse, name: Named) -> Token | None:
    """The noun that "who" or "whose" stands for: as parsed, right before it, or that of the clause it is joined to."""
    verb = token
    while verb.relation != "relcl" and verb.head != verb.index:
        verb = parse.head(verb)
    if verb.relation == "relcl":
        return parse.head(verb)
    joint, before = parse.beside(token, -1), parse.beside(token, -2)
    if joint is not None and before is not None and joint.text == "," and name(before) is not None:
        return before
    if joint is None or joint.text not in ("and", "or"):
        return None
    earlier = (t for t in reversed(parse.before(token)) if t.tag in ("WP", "WDT", "WP$"))
    return next((antecedent(t, parse, name) for t in earlier), None)


def _right_after(token: Token, parse: Parse, name: Named) -> list[Token]:
    """The person's name right after a description, whatever the parser makes of it."""
    following = parse.beside(token, 1)
    if following is not None and following.text.isspace():
        following = parse.beside(token, 2)
    named = name(following) if following is not None else None
    return [following] if following and named and named.kind == "person" and named.start == following.start else []


def _of_number(token: Token, named: Token | None, parse: Parse) -> list[Token]:
    """All that are joined to ``named`` where the description is plural, else the one nearest to it."""
    if named is None or named.index == token.index:
        return []
    listed = list(parse.conjuncts(named))
    if token.tag in ("NNS", "NNPS"):
        return listed
    return listed[:1] if token.relation == "attr" else [t for t in listed if t.index < token.index][-1:] or listed[:1]


def _called(token: Token, parse: Parse, name: Named) -> list[Token]:
    """ "A faction called X", "a faction known as X"."""
    verbs = [v for v in (*parse.children(token, "acl"), parse.head(token)) if v.text.lower() in patterns().words["naming"]]
    for verb in verbs:
        if verb.relation == "acl" or token.relation in ("nsubj", "nsubjpass"):
            names = [*parse.children(verb, "oprd", "dobj"), *parse.objects(verb, "as")]
            if named := [t for t in names if name(t) is not None][:1]:
                return named
    return []


def _that_it_says_more_of(token: Token, parse: Parse, name: Named) -> Iterator[list[Token]]:
    """ "The Free Officers group", "the organization of Ansar al-Wadi", "the town of Lusk", "militias such as X"."""
    word, words = token.text.lower(), patterns().words
    if word in words["bodies"]:
        yield [t for t in parse.children(token, "compound", "nmod") if name(t)][-1:]
    of_body, of_place = word in words["bodies"], word in words["places"]
    for t in parse.objects(token, "of"):
        named = name(t)
        if named is not None and ((of_body and named.kind == "organization") or (of_place and named.kind == "place")):
            yield [t]
    if token.tag == "NNS":
        for preposition in ("as", "including", "like"):
            yield [one for t in parse.objects(token, preposition) for one in parse.conjuncts(t)]


def _predicated(token: Token, parse: Parse, name: Named) -> Iterator[list[Token]]:
    """ "Named Hale head of", "Hale was named head of", "Hale served as head of", "one of the heads of"."""
    words, head = patterns().words, parse.head(token)
    if token.relation == "pobj":
        above, preposition = parse.head(head), head.text.lower()
        if preposition == "of" and above.text.lower() in ("one", "some", "two", "part"):
            yield [above]
        if preposition == "of" and above.text.lower() in words["consisting"]:
            yield _of_number(token, parse.subject(above), parse)
        if preposition != "as":
            return
        head = above
    if token.relation == "dobj":
        before = parse.beside(token, -1)
        yield [before] if before is not None and name(before) is not None and head.text.lower() in words["appointing"] else []
    elif not head.tag.startswith("VB"):
        yield [head]
    else:
        calls = head.text.lower() in words["appointing"] | words["describing"] and not parse.passive(head)
        named = parse.children(head, "dobj") if calls else []
        yield named or [t for t in (parse.subject(head),) if t is not None]


def _before_the_comma(token: Token, parse: Parse, name: Named) -> list[Token]:
    """The name of "Hale, former spokesman of" or "Hale (spokesman of", where the parser hangs "spokesman" elsewhere."""
    for away in range(1, _REACH):
        before = parse.beside(token, -away)
        if before is None or name(before) is not None:
            return []
        if before.text in (",", "("):
            named = parse.beside(before, -1)
            return [named] if named is not None and name(named) is not None and token.tag == "NN" else []
        if not before.tag.startswith(_BEFORE):
            return []
    return []
