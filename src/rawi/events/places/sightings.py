"""Whether a name stands for a place where it is printed, by what grammar and the rest of the document say for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rawi.events.evidence import within
from rawi.events.places.names import Named
from rawi.events.places.vocabulary import vocabulary
from rawi.events.places.words import Words
from rawi.gazetteer import fold
from rawi.records import Span

Reasons = tuple[tuple[str, float], ...]
BIG, MIDDLING, KNOWN, SMALL = 300_000, 50_000, 10_000, 5_000
"""Inhabitants."""
_GRAMMAR = frozenset({"kind beside it", "site beside it", "in a row of places", "of a noun of places", "taken by a verb"})
_TELLING = 1.8
"""What a preposition weighs that is seldom before a person: "in", "near", "into"."""
_JOINTS = frozenset({",", "and", "or", "the", "&"})
_SKIPPED = frozenset({"the", '"', "“"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name and the reasons for and against its being a place here."""

    name: Named
    reasons: Reasons

    @property
    def sum(self) -> float:
        return sum(weight for _, weight in self.reasons)

    @property
    def told(self) -> bool:
        """Whether grammar says something for it, which it has to where all is in capitals: there persons look like places."""
        return any(weight > 0 and (reason in _GRAMMAR or reason.startswith("after")) for reason, weight in self.reasons)

    @property
    def enough(self) -> bool:
        return self.sum >= vocabulary().found["enough"]


def sightings(words: Words, found: Sequence[Named]) -> list[Sighting]:
    """All names with their reasons, those of the rows they stand in among them."""
    persons: dict[str, set[str]] = defaultdict(set)
    for mention in words.analysis.mentions:
        parts = mention.text.lower().split()
        for word in parts if mention.kind == "person" and len(parts) > 1 and vocabulary().bodies.isdisjoint(parts) else ():
            persons[word].add(fold(mention.text))
    seen = [Sighting(name, tuple(_reasons(words, name, persons))) for name in found]
    for order in (1, -1):
        for i in range(len(seen))[::order]:
            seen[i] = _in_a_row(words, seen, i)
    return _again(seen)


def seen_again(words: Words, seen: Sequence[Sighting], countries: Set[str]) -> list[Sighting]:
    """The same, once it is known which countries the story is of."""
    helped = (s if s.enough or (words.shouted(words.tokens[s.name.first]) and not s.told) else _at_home(s, countries) for s in seen)
    return _again(helped)


def _at_home(seen: Sighting, countries: Set[str]) -> Sighting:
    """With what being the name of a place in the story's countries says."""
    there = [e for e in seen.name.entries if e.exact and e.country in countries]
    if any(e.kind != "city" or e.population >= MIDDLING for e in there):
        reason = "well known in the story's country"
    elif any(e.population >= KNOWN for e in there):
        reason = "in the story's country"
    else:
        return seen
    return replace(seen, reasons=(*seen.reasons, (reason, vocabulary().found[reason])))


def _again(seen: Iterable[Sighting]) -> list[Sighting]:
    listed = list(seen)
    sure = {s.name.folded for s in listed if s.enough}
    reason = ("named a place elsewhere", vocabulary().found["named a place elsewhere"])
    return [
        replace(s, reasons=(*s.reasons, reason)) if not s.enough and s.name.folded in sure and reason not in s.reasons else s
        for s in listed
    ]


def _in_a_row(words: Words, seen: Sequence[Sighting], i: int) -> Sighting:
    beside = (seen[j] for j in (i - 1, i + 1) if 0 <= j < len(seen))
    reason = ("in a row of places", vocabulary().found["in a row of places"])
    row = any(s.enough and _listed(words, *sorted((s.name, seen[i].name), key=lambda n: n.first)) for s in beside)
    return replace(seen[i], reasons=(*seen[i].reasons, reason)) if row and reason not in seen[i].reasons else seen[i]


def _listed(words: Words, one: Named, other: Named) -> bool:
    between = words.lower[one.end : other.first]
    return (
        one.sentence == other.sentence and 0 < len(between) < 4 and all(word in _JOINTS or word in vocabulary().kinds for word in between)
    )


def _reasons(words: Words, name: Named, persons: Mapping[str, Set[str]]) -> Iterator[tuple[str, float]]:
    found = vocabulary().found
    for reason in (*_grammar(words, name), *_size(name)):
        yield reason, found[reason]
    if within((Span(words.tokens[name.first].start, words.tokens[name.end - 1].end),), words.analysis.document.frame):
        yield "above the text", found["above the text"]
    word, weight = _preposition(words, name)
    if weight:
        yield f'after "{word}"', weight
    label = words.tokens[name.end - 1].entity[2:]
    if f"entity {label}" in found and not words.shouted(words.tokens[name.first]):
        yield f"entity {label}", found[f"entity {label}"]
    elif label == "GPE":
        yield "entity GPE", found["entity GPE"] / 2
    if all(any(other != name.folded for other in persons.get(word, ())) for word in name.text.lower().split()):
        person = "part of a person's name elsewhere"
        reason = f"{person}, but after such a word" if weight >= _TELLING else person
        yield reason, found[reason]


def _preposition(words: Words, name: Named) -> tuple[str, float]:
    """The word before the name, articles and "northern" left out, and what it weighs."""
    at = name.first - 1
    while (word := words.beside(at, name.sentence)) in vocabulary().parts or word in _SKIPPED:
        at -= 1
    return word, vocabulary().before.get(word, 0.0)


def _grammar(words: Words, name: Named) -> Iterator[str]:
    v, head, last = vocabulary(), words.parse.head(words.tokens[name.end - 1]), words.tokens[name.end - 1]
    after, of = words.beside(name.end, name.sentence), words.beside(name.first - 1, name.sentence)
    called = of in ("of", "the") and words.beside(name.first - 2, name.sentence) in v.kinds
    if after in v.kinds or called or of in v.kinds:
        yield "kind beside it"
    elif after in v.sites and last.relation in ("compound", "nmod", "amod", "poss"):
        yield "site beside it"
    if of == "of" and (noun := words.beside(name.first - 2, name.sentence)) and (noun in v.ofs or noun in v.offices):
        yield "of a noun of places"
    taken = last.relation in ("dobj", "npadvmod", "oprd", "attr") and words.lower[head.index] in v.taken
    if taken or of in v.taken:
        yield "taken by a verb"
    if last.relation == "pobj" and words.lower[head.index] in ("to", "from", "into", "through") and words.lower[head.head] in v.going:
        yield "where somebody goes"
    if last.relation in ("nsubj", "nsubjpass") and words.lower[head.index] in v.falling:
        yield "subject of a fall"
    elif last.relation in ("nsubj", "nsubjpass") and words.lower[head.index] in v.lying:
        yield "subject like a place"
    if after in ("'s", "’s") and (beyond := words.token(name.end + 1, name.sentence)) and words.named(beyond):
        yield "owns a place"
    if name.text.lower() in v.common or name.text.lower() in v.others:
        yield "a common word"


def _size(name: Named) -> Iterator[str]:
    best = max(name.entries, key=lambda e: (e.exact, e.kind == "country", e.kind != "city", e.population))
    most = max((e.population for e in name.entries if e.kind == "city"), default=0)
    if best.kind in ("country", "continent"):
        yield "a country"
    elif best.kind != "city":
        yield "listed by people"
    elif most >= MIDDLING:
        yield "a big place" if most >= BIG else "a middling place"
    elif 0 < most < SMALL:
        yield "a small place"
    if len(name.folded) > 4 and best.exact and len({e.country for e in name.entries}) == 1:
        yield "of one country only"
    if most < MIDDLING and not any(e.own for e in name.entries):
        yield "only an alternate name"
    if not best.exact:
        yield "only a looser spelling"
