"""Every statement of harm in a document: constructions found, their phrases counted, their moods read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rawi.events.evidence import within
from rawi.events.harm.counting import Counting
from rawi.events.harm.nominals import nominal_harm
from rawi.events.harm.parts import parts
from rawi.events.harm.phrases import antecedent, listed
from rawi.events.harm.stated import Harmed, Stated
from rawi.events.harm.states import state_harm
from rawi.events.harm.verbs import verb_harm
from rawi.events.harm.vocabulary import fits, surely, vocabulary
from rawi.events.parse import Parse
from rawi.events.standing import denied, standing
from rawi.records import Analysis, Effect, EventStatus, Span, Token

_MANY = 100
_OTHER: dict[Effect, Effect] = {"killed": "wounded", "wounded": "killed"}


def find_harm(parse: Parse, analysis: Analysis) -> tuple[Harmed, ...]:
    """Every harm that the article's prose states, in the order of who is harmed; each phrase suffers one effect once."""
    counting, telling = Counting(analysis, parse), vocabulary().telling
    found: list[Harmed] = []
    said = (stated for token in parse.tokens if token.text.lower() in telling for stated in _said(token, parse, counting))
    for _, group in groupby(said, key=lambda s: s.trigger.sentence):
        found += _sentence(list(group), parse, counting)
    prose = (harmed for harmed in found if not within(harmed.evidence, analysis.document.frame))
    return tuple(sorted(prose, key=lambda h: (h.who.spans[0], h.trigger)))


def _said(token: Token, parse: Parse, counting: Counting) -> Iterator[Stated]:
    found = list(verb_harm(token, parse)) or list(state_harm(token, parse, counting))
    yield from found
    yield from nominal_harm(token, parse, counting)


def _sentence(said: Sequence[Stated], parse: Parse, counting: Counting) -> Iterator[Harmed]:
    """Each harmed once for each effect, with the parts told apart."""
    resolved = [replace(s, harmed=tuple(antecedent(t, parse) for t in s.harmed)) for s in said]
    heads = {t.index for s in resolved for t in s.harmed}
    taken: dict[tuple[Effect, int], Stated] = {}
    for stated in resolved:
        for head in _each(stated, heads, parse, counting):
            key = (stated.effect, counting.whole(head).index)
            if key not in taken or (stated.part and not taken[key].part):
                taken[key] = replace(stated, harmed=(head,))
    kept = [replace(s, most=_shared(s, taken, parse, counting)) for s in taken.values()]
    told = [
        replace(part, most=False)
        for part in parts([s for s in kept if not s.part], parse, counting)
        if (part.effect, part.harmed[0].index) not in taken and fits(part.effect, part.harmed[0], part.sure)
    ]
    return (_harmed(stated, parse, counting) for stated in kept + told)


def _each(stated: Stated, heads: set[int], parse: Parse, counting: Counting) -> Iterator[Token]:
    """The harmed and those joined to them, without what another harm has for itself ("killed 14 and 20 injured") or "not" excludes."""
    alone = stated.trigger.relation == "amod" or stated.trigger in stated.harmed
    for first in stated.harmed:
        for head in (first,) if alone or _apposed(first, parse, counting) else listed(first, parse):
            if head is not stated.trigger and not fits(stated.effect, counting.whole(head), stated.sure):
                continue
            if head is not first and (head.index in heads or not _joins(stated.effect, head, parse, counting)):
                continue
            if not stated.many or (counting.counted(head).low or 0) >= _MANY:
                yield head


def _joins(effect: Effect, head: Token, parse: Parse, counting: Counting) -> bool:
    """Whether what is joined to the harmed may be harmed too; of people, only what is counted or surely people."""
    if not _nominal(head) or any(k.relation == "neg" and k.text.lower() == "not" for k in parse.children(head)):
        return False
    return effect == "damaged" or counting.numbered(head) or head.tag == "JJ" or surely(counting.whole(head))


def _apposed(first: Token, parse: Parse, counting: Counting) -> bool:
    """Whether what is joined to "two men" only tells them apart: "two men, a Kenyan and a Swede"."""
    number = counting.counted(first).low
    others = [counting.counted(t) for t in parse.conjuncts(first) if t is not first]
    return number is not None and len(others) == number > 1 and all((o.low, o.high) == (1, 1) for o in others)


def _nominal(head: Token) -> bool:
    return head.tag.startswith(("NN", "CD", "PRP", "DT")) or head.tag == "JJ"


def _shared(stated: Stated, taken: Mapping[tuple[Effect, int], Stated], parse: Parse, counting: Counting) -> bool:
    """ "30 were killed or wounded": one number of two effects bounds either from above only."""
    other = _OTHER.get(stated.effect)
    twin = taken.get((other, counting.whole(stated.harmed[0]).index)) if other is not None else None
    if twin is None or not stated.trigger.tag.startswith("VB"):
        return False
    return any(verb is twin.trigger for verb in parse.joined(stated.trigger))


def _harmed(stated: Stated, parse: Parse, counting: Counting) -> Harmed:
    (head,) = stated.harmed
    counted = counting.counted(head, denied=denied(stated.clause, parse))
    number = counting.counted(stated.count) if stated.count is not None else counted
    nobody = (number.low, number.high) == (0, 0)
    words = {Span(t.start, t.end) for t in (stated.trigger, *stated.words)}
    return Harmed(
        effect=stated.effect,
        who=counted.who,
        low=None if stated.most and not nobody else number.low,
        high=None if stated.least else number.high,
        trigger=stated.trigger.index,
        standing=_standing(stated.clause, head, parse, nobody=nobody),
        part=stated.part,
        evidence=tuple(sorted(words | {counted.evidence, number.evidence})),
    )


def _standing(clause: Token, head: Token, parse: Parse, *, nobody: bool) -> EventStatus:
    """How the clause stands. That nobody was harmed is done, not denied; "neither X nor Y" denies both."""
    found = standing(clause, parse)
    if nobody:
        return "done" if found == "negated" else found
    joints = [*parse.children(head, "preconj", "cc"), *(parse.children(parse.head(head), "cc") if head.relation == "conj" else ())]
    return "negated" if any(k.text.lower() in ("neither", "nor") for k in joints) else found
