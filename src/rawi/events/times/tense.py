"""Whether what a date belongs to lies behind or ahead: the tense of the verb it hangs from, and the word before it."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.times.vocabulary import vocabulary
from rawi.records import Token

PRESENT = frozenset({"is", "are", "am", "'s", "'re", "be"})
PERFECT = frozenset({"have", "has", "had", "'ve", "been", "was", "were"})
MODIFIERS = frozenset({"compound", "nmod", "poss", "amod"})
STATES = frozenset({"is", "are", "am", "'s", "'re", "has", "have", "says", "say"})
_STEPS = 12
"""How far up a parse the verb may be."""
_AUXILIARIES = 8
"""How many tokens before a verb its auxiliaries may stand."""


def direction(tokens: Sequence[Token], token: Token, before: str) -> int:
    """-1 where it is over, 1 where it is to come, 0 where nothing tells; ``tokens`` are the document's, ``before`` the word before."""
    sets = vocabulary().sets
    if before in sets["gone"]:
        return -1
    at = tokens[token.head] if token.relation == "nummod" else token
    if at.relation in MODIFIERS:
        return 0
    found = _by_verbs(tokens, at)
    if before in sets["coming"] and found <= 0 and not _perfect(tokens, token):
        return 1
    return found


def _by_verbs(tokens: Sequence[Token], token: Token) -> int:
    at, infinitive = token, False
    for _ in range(_STEPS):
        if at.tag.startswith("VB"):
            auxiliaries = _auxiliaries(tokens, at)
            told = _told(at, auxiliaries, fronted=token.index < at.index)
            if infinitive and told is not None:
                return told if told > 0 else int(at.tag in ("VBZ", "VBP"))
            if told is not None:
                return told
            infinitive = infinitive or "to" in auxiliaries
        elif at.text.lower() in vocabulary().sets["awaited"]:
            return 1
        if at.head == at.index:
            break
        at = tokens[at.head]
    return 0


def _told(verb: Token, auxiliaries: set[str], fronted: bool) -> int | None:
    """What one verb says; None where the verb above it has to. A date before a verb of plans says when the plan was made."""
    if auxiliaries & vocabulary().sets["future_aux"]:
        return -1 if "have" in auxiliaries and not auxiliaries & {"will", "'ll"} else 1
    if "to" in auxiliaries:
        return None
    if verb.text.lower() in vocabulary().sets["awaited"] and (verb.tag != "VBD" or verb.text.endswith("ed")):
        return -1 if "had" in auxiliaries or (fronted and verb.tag == "VBD") else 1
    if verb.tag in ("VBD", "VBN"):
        return 0 if auxiliaries & PRESENT and not auxiliaries & PERFECT else -1
    if verb.tag == "VBG":
        return 1 if auxiliaries & PRESENT else -1 if auxiliaries & {"was", "were"} else None
    if verb.tag == "VB":
        return -1 if auxiliaries & {"did", "had"} else 1 if not auxiliaries else 0
    return int(verb.text.lower() not in STATES)


def _perfect(tokens: Sequence[Token], token: Token) -> bool:
    at = token
    for _ in range(_STEPS):
        if at.tag.startswith("VB"):
            return "had" in _auxiliaries(tokens, at) or at.text.lower() in ("was", "were")
        if at.head == at.index:
            break
        at = tokens[at.head]
    return False


def _auxiliaries(tokens: Sequence[Token], verb: Token) -> set[str]:
    before = tokens[max(0, verb.index - _AUXILIARIES) : verb.index]
    return {t.text.lower() for t in before if t.head == verb.index and t.relation in ("aux", "auxpass")}
