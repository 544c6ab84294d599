"""Which of its namesakes each name of a document means.

All names are resolved together: each of a name's candidates is weighed by what is known of it alone, by the countries of the story, by
what the name is said to lie in, and by how near it lies to what the names around may mean; in some rounds the weights settle. Names
alike in a document mean one place, save where one is said to lie elsewhere.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rawi.events.places.distances import Points, apart, distances, points
from rawi.events.places.names import Named
from rawi.events.places.story import support
from rawi.events.places.vocabulary import capitals, vocabulary
from rawi.events.places.words import Words
from rawi.gazetteer import Entry, fold

AREAS = frozenset({"country", "division", "region", "district", "island", "continent"})
ROUNDS = 4
_SETTLED = 0.01
"""What no candidate's likelihood has changed by when no further round is needed."""
_CANDIDATES = 40
"""Namesakes that are weighed wherever they lie; others only where the story is of their country."""
_AROUND = 6
"""Names before and after that say what is near."""
_NEAR = 150.0
"""Kilometres at which nearness says a third of what it does beside a place."""
_HARDLY = 0.05
"""How likely a meaning must be to be near anything."""
_LITTLE = 50_000
"""Inhabitants up to which a place is hardly meant by a name that is not its own, and no capital's namesake is the capital."""
_BEFORE_A_KIND = frozenset({"compound", "nmod", "amod", "poss", "pobj", "nsubj", "appos", "conj", "dobj"})
"""What the parser makes of a name before "province"."""
_REGION = 500.0
"""Kilometres from a region's middle within which a place may lie in it."""
Reasons = tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Sense:
    """What a name may mean: its candidates with their reasons, and how likely each is. It changes from round to round."""

    names: list[int]
    """Positions among the document's names."""
    entries: tuple[Entry, ...]
    alone: tuple[Reasons, ...]
    points: Points = field(init=False)
    beside: NDArray[np.bool_] = field(init=False)
    """Which of the candidates can be near something: a country's middle is near nothing."""
    reasons: list[Reasons] = field(default_factory=list)
    likely: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.points = points([_at(entry) for entry in self.entries])
        self.beside = np.array([entry.kind not in ("country", "continent", "sea") for entry in self.entries])

    def weigh(self, more: Sequence[Reasons]) -> float:
        """Take ``more`` reasons into account in place of those of the round before; how much likelier a candidate became, or less."""
        self.reasons = [(*alone, *others) for alone, others in zip(self.alone, more, strict=True)]
        sums = [sum(weight for _, weight in reasons) for reasons in self.reasons]
        most = max(sums)
        powers = [math.exp(total - most) for total in sums]
        whole, before = sum(powers), self.likely
        self.likely = [power / whole for power in powers]
        return max(abs(now - then) for now, then in zip(self.likely, before, strict=True)) if before else 1.0

    @property
    def best(self) -> int:
        return max(range(len(self.likely)), key=lambda i: self.likely[i])


@dataclass(frozen=True, slots=True)
class Meant:
    """The place that a name means, and why."""

    entry: Entry
    reasons: Reasons
    likely: float

    @property
    def enough(self) -> bool:
        """Whether it is known or told well enough to be said; that it is called a town fits many a town."""
        return sum(weight for reason, weight in self.reasons if reason != "kind fits") >= vocabulary().meant["enough"]


def resolve(words: Words, names: Sequence[Named], signs: Mapping[str, float]) -> list[Meant]:
    """What each name means."""
    containers = dict(_containers(words, names))
    countries = set(signs) | {e.country for n in names for e in n.entries[:3] if e.kind in ("country", "division")}
    countries |= {n.entries[0].country for n in names}
    senses = _senses(words, names, containers, frozenset(c for c in countries if c))
    of = {name: sense for sense in senses for name in sense.names}
    held = defaultdict(list)
    for inner, outer in containers.items():
        held[outer].append(inner)
    for sense in senses:
        sense.weigh([()] * len(sense.entries))
    for _ in range(ROUNDS):
        counts = _counts(senses, signs)
        told = [list(_told(sense, of, containers, held, counts)) for sense in senses]
        if max((sense.weigh(more) for sense, more in zip(senses, told, strict=True)), default=0.0) < _SETTLED:
            break
    return [Meant(s.entries[s.best], s.reasons[s.best], s.likely[s.best]) for s in (of[i] for i in range(len(names)))]


def _senses(words: Words, names: Sequence[Named], containers: Mapping[int, int], countries: frozenset[str]) -> list[Sense]:
    groups: dict[tuple[str, str, str | None], list[int]] = {}
    plain = {i: names[containers[i]].folded if i in containers else "" for i in range(len(names))}
    kinds = [_kind(words, name) for name in names]
    within = {names[i].folded: outer for i, outer in reversed(plain.items()) if outer}
    for i, name in enumerate(names):
        groups.setdefault((name.folded, plain[i] or within.get(name.folded, ""), kinds[i]), []).append(i)
    found = []
    for (*_, kind), members in groups.items():
        listed = [e for k, e in enumerate(names[members[0]].entries) if k < _CANDIDATES or e.country in countries]
        alone = tuple(tuple(_alone(names[members[0]].folded, e, listed, kind)) for e in listed)
        found.append(Sense(members, tuple(listed), alone))
    return found


def _alone(name: str, entry: Entry, listed: Sequence[Entry], called: str | None) -> Iterator[tuple[str, float]]:
    """What is known of a candidate before the rest of the document is looked at."""
    v = vocabulary()
    people = entry.population or v.known.get(entry.kind, v.known["town"] // 3)
    yield "inhabitants", v.meant["inhabitants"] * math.log10(people + 100)
    if entry.own:
        yield "own name", v.meant["own name"]
    elif entry.kind == "city" and entry.population < _LITTLE:
        yield "little place by another name", v.meant["little place by another name"]
    if entry.kind not in ("city", "country", "division"):
        yield "listed by people", v.meant["listed by people"]
    if entry.exact and len({e.country for e in listed}) == 1:
        yield "of one country only", v.meant["of one country only"]
    if not entry.exact:
        yield "looser spelling", v.meant["looser spelling"]
    if entry.kind == "city" and entry.population < _LITTLE and capitals().get(name, entry.country) != entry.country:
        yield "little namesake of a capital", v.meant["little namesake of a capital"]
    if entry.kind == "country":
        reason = "country by a part of its name" if name in fold(entry.name) and name != fold(entry.name) else "country by its name"
        yield reason, v.meant[reason]
    elif entry.country is None:
        yield "region by its name", v.meant["region by its name"]
    if entry.kind == "city" and not _borrows(name, fold(entry.name)) and _divided(entry, listed):
        yield "city rather than its division", v.meant["city rather than its division"]
    if called is not None:
        fits = _fits(entry.kind, called)
        yield ("kind fits", v.meant["kind fits"]) if fits else ("kind does not fit", v.meant["kind does not fit"])


def _borrows(name: str, own: str) -> bool:
    """Whether a city is only found by its division's name: Oklahoma City by "Oklahoma", Santa Fe de Antioquia by "Antioquia"."""
    return set(name.split()) < set(own.split()) and (not own.startswith(name) or own == f"{name} city")


def _divided(entry: Entry, listed: Sequence[Entry]) -> bool:
    """Whether the division that a city lies in bears the name too."""
    return any(e.kind == "division" and e.country == entry.country and e.division == entry.division for e in listed)


def _fits(kind: str, called: str) -> bool:
    if called == "city":
        return kind in ("city", "town", "village", "quarter", "camp")
    return kind in (called, "region") if called in ("division", "district") else kind == called


def _kind(words: Words, name: Named) -> str | None:
    """What the text calls it: "Anbar province", "the town of Jalula"."""
    kinds, after = vocabulary().kinds, words.beside(name.end, name.sentence)
    if after in kinds and words.tokens[name.end - 1].relation in _BEFORE_A_KIND:
        return kinds[after]
    at = name.first - 1 - (words.beside(name.first - 1, name.sentence) == "the")
    before = words.beside(at - 1, name.sentence) if words.beside(at, name.sentence) == "of" else ""
    return kinds.get(before) if before not in ("capital", "port", "district", "districts", "stronghold") else None


def _containers(words: Words, names: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours of which the first is said to lie in the second: "Jalula, Diyala", "Syria's Deraa", "Gori in Georgia"."""
    v = vocabulary()
    known = {",", "in", "of", "the", "a", "an", *v.parts, *v.kinds, *v.ofs}
    for i, (one, other) in enumerate(pairwise(names)):
        between = words.lower[one.end : other.first]
        if one.sentence != other.sentence or len(between) > 7:
            continue
        if between in (["'s"], ["’s"]) and any(e.kind in AREAS for e in one.entries):
            yield i + 1, i
            continue
        said = not {",", "in", "of"}.isdisjoint(between) and known.issuperset(between)
        if said and any(e.kind in AREAS for e in other.entries) and not (between == [","] and _acts_itself(words, other)):
            yield i, i + 1


def _acts_itself(words: Words, name: Named) -> bool:
    """In "with Canada, Mexico should sue" the second begins a clause."""
    after = words.token(name.end, name.sentence)
    return after is not None and after.tag.startswith(("VB", "MD")) and after.tag not in ("VBN", "VBG")


def _counts(senses: Sequence[Sense], signs: Mapping[str, float]) -> dict[str, float]:
    """How often each country is meant by signs and, as far as is known yet, by names."""
    counts = defaultdict(float, signs)
    for sense in senses:
        for entry, likely in zip(sense.entries, sense.likely, strict=True):
            if entry.country and likely > 0.02:
                counts[entry.country] += likely * len(sense.names)
    return counts


def _told(
    sense: Sense, of: Mapping[int, Sense], containers: Mapping[int, int], held: Mapping[int, list[int]], counts: Mapping[str, float]
) -> Iterator[Reasons]:
    """What the rest of the document says for each candidate."""
    weights = vocabulary().meant
    outer = _others(sense, (of[containers[i]] for i in sense.names if i in containers))
    inner = _others(sense, (of[j] for i in sense.names for j in held.get(i, ())))
    nearest = _nearest(sense, of)
    own: dict[str, float] = defaultdict(float)
    for entry, likely in zip(sense.entries, sense.likely, strict=True):
        own[entry.country or ""] += likely * len(sense.names)
    others = {country: max(0.0, count - own[country]) for country, count in counts.items()}
    for entry, near in zip(sense.entries, nearest, strict=True):
        inside = max((_likely_container(entry, other) for other in outer), default=0.0)
        holds = max((_likely_inside(entry, other) for other in inner), default=0.0)
        yield (
            ("countries of the story", weights["countries of the story"] * support(entry.country, others)),
            ("lies in what is beside it", weights["lies in what is beside it"] * max(inside, holds)),
            ("lies elsewhere than what is beside it", weights["lies elsewhere than what is beside it"] * _elsewhere(entry, outer)),
            ("near others", weights["near others"] * near if entry.kind not in ("country", "continent") else 0.0),
        )


def _others(sense: Sense, senses: Iterable[Sense]) -> list[Sense]:
    """Each of ``senses`` once, the first few of them, without ``sense`` itself: "San Miguel, San Miguel" tells nothing."""
    distinct = {id(other): other for other in senses if other is not sense}
    return list(distinct.values())[:_AROUND]


def _nearest(sense: Sense, of: Mapping[int, Sense]) -> list[float]:
    """How near each candidate is to what the names about may mean: 1 beside something certain, 0 far from all."""
    about = {j for i in sense.names[:_AROUND] for j in range(i - _AROUND, i + _AROUND + 1) if j in of and of[j] is not sense}
    others = list({id(of[j]): of[j] for j in sorted(about)}.values())
    if not others:
        return [0.0] * len(sense.entries)
    likely = np.concatenate([other.likely for other in others])
    counted = np.concatenate([other.beside for other in others]) & (likely > _HARDLY)
    near = np.exp(-distances(sense.points, np.concatenate([other.points for other in others])[counted]) / _NEAR)
    found: list[float] = (near * likely[counted]).max(axis=1, initial=0.0).tolist()
    return found


def _likely_container(entry: Entry, outer: Sense) -> float:
    return sum(likely for e, likely in zip(outer.entries, outer.likely, strict=True) if likely > 0.01 and contains(e, entry))


def _elsewhere(entry: Entry, outer: Sequence[Sense]) -> float:
    """How likely it is that a town is said to lie in another country than this one does."""
    lands = [(o.entries[o.best], max(o.likely)) for o in outer]
    apart = [likely for e, likely in lands if e.country and e.country != entry.country]
    return max(apart, default=0.0) if entry.kind not in AREAS and len(apart) == len(lands) else 0.0


def _likely_inside(entry: Entry, inner: Sense) -> float:
    return sum(likely for e, likely in zip(inner.entries, inner.likely, strict=True) if likely > 0.01 and contains(entry, e))


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in the other, as far as the table knows."""
    if outer.kind == "country":
        return outer.country == inner.country and inner.kind != "country"
    if outer.kind == "division" and outer.division and inner.division and inner.kind not in AREAS - {"district"}:
        return outer.division == inner.division
    if outer.kind in ("region", "district", "island") and inner.kind not in ("country", "continent"):
        return outer.country in (None, inner.country) and apart(_at(outer), _at(inner)) < _REGION
    return False


def _at(entry: Entry) -> tuple[float, float]:
    return entry.latitude, entry.longitude
