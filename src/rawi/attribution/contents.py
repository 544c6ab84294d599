"""What a cue hands over: a clause, a quotation, an infinitive, a phrase."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.records import Token

from .cues import Found, cites
from .lexicon import lexicon
from .syntax import SUBJECTS, Tree

_CLAUSES = frozenset({"ccomp", "parataxis"})
Parts = tuple[int, ...]


def find_content(tree: Tree, found: Found, source: range | None) -> Parts:
    """Return the indexes of the content's tokens by syntax alone, or none; quotation marks are minded later."""
    match found.kind:
        case "phrase":
            return _around(tree, found.head, found, source)
        case "noun":
            return _of_noun(tree, found)
        case "adverb":
            return _of_adverb(tree, found)
        case "passive":
            return _of_passive(tree, found)
        case _:
            return _of_verb(tree, found, source)


def _without(indexes: Iterable[int], *others: Iterable[int] | None) -> Parts:
    gone = {i for other in others if other is not None for i in other}
    return tuple(i for i in indexes if i not in gone)


def _of_verb(tree: Tree, found: Found, source: range | None) -> Parts:
    verb, takes = found.head, found.cue.takes
    if "clause" in takes and not _object_first(tree, found) and (clause := _clause(tree, found)):
        return _without(_before_another(tree, clause), found.tokens, source)
    for kid in tree.children[verb.index]:
        if kid.relation == "xcomp" and ("to" if _infinitive(tree, kid) else "ing") in takes:
            return _without(tree.subtree(kid), found.tokens)
    thing = tree.child(verb, "dobj", "oprd", "acomp", "attr")
    if thing is not None and thing.index > verb.index and (parts := _thing(tree, found, thing)):
        return parts
    for kid in tree.children[verb.index]:
        if kid.relation == "prep" and kid.index > verb.index and kid.text.lower() in takes and (of := tree.child(kid, "pobj", "pcomp")):
            return tuple(tree.subtree(of))
    return ()


def _before_another(tree: Tree, clause: Parts) -> Parts:
    """Cut a clause off where somebody else begins to speak: "..., with others admitting that ..."."""
    for i in clause:
        token = tree.tokens[i]
        if token.text.lower() == "with" and i > clause[0] and tree.tokens[i - 1].text == ",":
            speaking = tree.child(tree.child(token, "pobj") or token, "pcomp", "acl")
            if speaking is not None and speaking.tag == "VBG" and speaking.text.lower() in lexicon().verbs:
                return tuple(j for j in clause if j < i)
    return clause


def _object_first(tree: Tree, found: Found) -> bool:
    """ "denied the charge, with others saying ...": the object, unless it is the hearer, is what was denied, not the clause after it."""
    if "object" not in found.cue.takes or found.cue.word in lexicon().words["hearers"]:
        return False
    thing = tree.child(found.head, "dobj")
    clause = tree.child(found.head, "ccomp")
    return thing is not None and clause is not None and found.head.index < thing.index < tree.left[clause.index]


def _clause(tree: Tree, found: Found) -> Parts:
    verb = found.head
    for kid in (*tree.children[verb.index], *_after_citing(tree, verb)):
        if kid.relation in _CLAUSES:
            reach = tree.subtree(kid)
            if reach[-1] < verb.index:  # a fronted clause may have lost its first words to the cue's verb
                return tuple(range(_fronted(tree, verb, reach[0]), reach[-1] + 1))
            return tuple(reach)
    mark = tree.child(verb, "mark")
    if mark is not None and mark.text.lower() == "as" and verb.relation in ("advcl", "prep"):  # "..., as the mayor told the radio"
        host = next((t for t in tree.ancestors(verb) if t.tag.startswith(("VB", "MD"))), None)
        return _without(_main_clause(tree, host), tree.subtree(verb)) if host else ()
    own_object = tree.child(verb, "dobj") is not None and found.cue.word not in lexicon().words["hearers"]
    if verb.relation in (*_CLAUSES, "dep") and verb.head != verb.index and mark is None and not own_object:
        host = tree.tokens[verb.head]
        if not tree.tokens[verb.head].tag.startswith("NN") or verb.relation == "parataxis":
            return _without(tree.subtree(host), tree.subtree(verb))
    return ()


def _after_citing(tree: Tree, verb: Token) -> list[Token]:
    """ "said, quoting two nurses, that ...": the parser hangs the clause from the quoting."""
    return [clause for kid in tree.children[verb.index] if cites(kid) for clause in tree.children[kid.index] if clause.relation == "ccomp"]


def _infinitive(tree: Tree, verb: Token) -> bool:
    return any(k.relation == "aux" and k.text.lower() == "to" for k in tree.children[verb.index])


def _fronted(tree: Tree, verb: Token, first: int) -> int:
    start = tree.sentence(verb).first
    loose = all(tree.tokens[i].text in ("“", '"', "``", "‘", "'") for i in range(start, first))
    return start if loose else first


def _thing(tree: Tree, found: Found, thing: Token) -> Parts:
    """An object with the phrase that says what of it: "described it as a lie", "called the vote a farce"."""
    verb, takes = found.head, found.cue.takes
    if (found.cue.word in lexicon().words["hearers"] and tree.mentioned(thing)) or thing.text.lower().endswith(("self", "selves")):
        return ()
    tails = [k for k in tree.children[verb.index] if k.index > thing.index and k.relation in ("prep", "oprd", "xcomp", "ccomp")]
    if thing.relation != "dobj" or tree.child(verb, "oprd"):
        if "predicate" not in takes:
            return ()
    elif "object" not in takes and not any(f"object {k.text.lower()}" in takes for k in tails):
        return ()
    last = tree.subtree(thing)[-1]
    for kid in tails:
        if kid.relation == "ccomp" and cites(verb):
            continue
        if kid.relation != "prep" or kid.text.lower() in ("as", "of", "for") or f"object {kid.text.lower()}" in takes:
            last = max(last, tree.subtree(kid)[-1])
    return tuple(range(tree.subtree(thing)[0], last + 1))


def _of_passive(tree: Tree, found: Found) -> Parts:
    verb, takes = found.head, found.cue.passive
    if "clause" in takes and (clause := _clause(tree, found)):
        return _without(clause, found.tokens)
    subject = tree.child(verb, *SUBJECTS)
    subjects = tree.subtree(subject) if subject else ()
    for kid in tree.children[verb.index]:
        infinitive = kid.relation == "xcomp" and "to" in takes and _infinitive(tree, kid)
        predicate = kid.relation in ("oprd", "attr") and "predicate" in takes
        if kid.index > verb.index and (infinitive or predicate or (kid.relation == "prep" and kid.text.lower() in takes)):
            return (*subjects, *tree.subtree(kid))
    if tree.child(verb, "agent") and "object" in found.cue.takes and found.cue.commitment != "believed":  # "a copy seen by the Courier"
        return tuple(subjects)
    return ()


def _of_noun(tree: Tree, found: Found) -> Parts:
    for kid in tree.children[found.head.index]:
        if kid.index > found.head.index and (kid.relation in ("acl", "ccomp") and _that(tree, kid)):
            return tuple(tree.subtree(kid))
        if (
            kid.relation == "prep"
            and kid.text.lower() in ("of", "about")
            and (of := tree.child(kid, "pobj", "pcomp"))
            and _holds(tree, found)
        ):
            return tuple(tree.subtree(of))
    return ()


def _that(tree: Tree, verb: Token) -> bool:
    mark = tree.child(verb, "mark")
    return mark is not None and mark.text.lower() in ("that", "whether")


def _holds(tree: Tree, found: Found) -> bool:
    """A noun before "of" hands something over only where somebody holds it, or where it accuses or denies."""
    held = tree.child(found.head, "poss") is not None or tree.tokens[found.head.head].text.lower() == "under"
    return held or found.cue.commitment in ("alleged", "denied", "admitted")


def _of_adverb(tree: Tree, found: Found) -> Parts:
    host = tree.tokens[found.head.head]
    if host.index == found.head.index or host.tag[0] not in "VJM":
        return tuple(tree.subtree(host)) if host.tag.startswith("NN") else ()
    return _without(_bare(tree, host, _main_clause(tree, host)), found.tokens)


def _bare(tree: Tree, verb: Token, clause: Parts) -> Parts:
    """The clause without what stands beside it between commas: "reportedly" hedges the verb, not an apposition or an aim."""
    subject = tree.child(verb, *SUBJECTS)
    asides = [k for k in tree.children[verb.index] if k.index > verb.index and k.relation in ("prep", "advcl", "npadvmod")]
    asides += [k for k in tree.children[subject.index] if k.relation in ("appos", "relcl", "acl")] if subject else []
    gone: set[int] = set()
    for kid in asides:
        reach = tree.subtree(kid)
        if tree.tokens[reach[0] - 1].text == "," and any(t.tag.startswith("VB") for t in tree.below(kid)):
            gone.update(reach)
    return _without(clause, gone)


def _around(tree: Tree, head: Token, found: Found, source: range | None) -> Parts:
    """The clause that an "according to" hangs in."""
    host = next((t for t in tree.ancestors(head) if t.tag.startswith(("VB", "MD"))), None)
    if host is None:
        host = tree.tokens[head.head]
    if host.index == head.index:
        return ()
    return _without(_main_clause(tree, host), found.tokens, source, tree.subtree(found.head))


def _main_clause(tree: Tree, verb: Token) -> Parts:
    """The verb's subtree without the clauses joined to it that have a subject of their own."""
    own = list(tree.subtree(verb))
    for kid in tree.children[verb.index]:
        if kid.relation == "conj" and kid.index > verb.index and tree.child(kid, *SUBJECTS):
            own = [i for i in own if i < tree.left[kid.index]]
            while own and tree.tokens[own[-1]].relation in ("cc", "punct") and tree.tokens[own[-1]].text not in "”\"’'":
                own.pop()
    return tuple(own)
