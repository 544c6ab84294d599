"""How likely two claims say the same thing: their words aligned by meaning and through their actors, numbers, days, sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

from rawi.corroboration.gathering import FLOOR
from rawi.corroboration.meaning import ONE, Matrix, table, unpack
from rawi.corroboration.words import content_words
from rawi.models.pieces import tokenizer

LONGEST = 64
"""Word pieces of a claim that are looked at."""
NEAR = 0.25
"""The cosine of two claims' mean vectors that some pair of a claim must have for the claim to be aligned with any."""
ANOTHER = 0.2
"""What two words lose that stand for different actors."""
OF_ONE = 0.55
"""The likeness from which on two quantities are of the same thing."""
LONG = 45
"""Days before its document from which on a claim tells of the past."""
VERSION = -1.0
"""The log odds, all but for the numbers, from which on two claims that cannot both be true are two versions of one."""

Dispute = Literal["number"]
"""In what two claims give versions that cannot both be true."""
Days = tuple[tuple[str, str], ...]


class Said(NamedTuple):
    """A claim as it is compared."""

    claim: int
    """Its number in the ledger."""
    parts: tuple[tuple[int, str], ...]
    """Where its content's parts begin, and their text."""
    actors: tuple[tuple[int, int, str], ...]
    """Where somebody is mentioned in it, and the actor's id."""
    days: Days
    """First and last day of each date in it."""
    counts: tuple[tuple[float | None, float | None, str], ...]
    """Least and most of each quantity in it, None at an open end, and of what."""
    events: frozenset[str]
    """The kinds of events that it tells."""
    context: bytes
    """What the encoder makes of it, packed; empty where it did not read it."""


class Count(NamedTuple):
    """A quantity: least and most, None at an open end, and the direction of the words for what is counted."""

    low: float | None
    high: float | None
    unit: Matrix


@dataclass(frozen=True, slots=True)
class Prepared:
    """The claims of a document, ready to be compared. Arrays have a row for each word piece or for each claim."""

    claims: tuple[int, ...]
    pieces: NDArray[np.int64]
    """Their ids."""
    owners: NDArray[np.int64]
    """The number of the actor that a piece stands for, 0 for none."""
    starts: NDArray[np.int64]
    """Where each claim's pieces begin."""
    means: Matrix
    contexts: Matrix
    numbers: tuple[frozenset[str], ...]
    counts: tuple[tuple[Count, ...], ...]
    events: tuple[frozenset[str], ...]
    days: tuple[Days, ...]
    past: NDArray[np.bool_]
    """Which claims tell of days long before the document."""

    def only(self, kept: NDArray[np.bool_]) -> Prepared:
        """The same with those claims only that are ``kept``."""
        if kept.all():
            return self
        lengths = np.diff([*self.starts, len(self.pieces)])
        pieces, which = np.repeat(kept, lengths), np.flatnonzero(kept)
        return Prepared(
            claims=tuple(self.claims[i] for i in which),
            pieces=self.pieces[pieces],
            owners=self.owners[pieces],
            starts=np.cumsum([0, *lengths[kept]])[:-1],
            means=self.means[kept],
            contexts=self.contexts[kept],
            numbers=tuple(self.numbers[i] for i in which),
            counts=tuple(self.counts[i] for i in which),
            events=tuple(self.events[i] for i in which),
            days=tuple(self.days[i] for i in which),
            past=self.past[kept],
        )


@cache
def weights() -> dict[str, float]:
    """What each reason adds to the log odds."""
    found: dict[str, float] = yaml.safe_load(files(__package__).joinpath("likeness.yaml").read_text("utf-8"))["weights"]
    return found


def prepare(said: Sequence[Said], published: str | None) -> Prepared:
    """``said`` are the claims of one document; those without a word are left out."""
    spelled = [(one, *_spelled(one)) for one in said]
    spelled = [row for row in spelled if row[1]]
    ids = np.array([piece for _, pieces, _ in spelled for piece in pieces], dtype=np.int64)
    starts = np.cumsum([0, *(len(pieces) for _, pieces, _ in spelled)])[:-1]
    vectors = _vectors(ids) * table().weights[ids, None]
    sums = np.add.reduceat(vectors, starts, axis=0) if len(starts) else vectors
    width = len(table().shift)
    return Prepared(
        claims=tuple(one.claim for one, *_ in spelled),
        pieces=ids,
        owners=np.array([owner for *_, owners in spelled for owner in owners], dtype=np.int64),
        starts=starts,
        means=sums / (np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9),
        contexts=np.array([unpack(one.context) if one.context else np.zeros(width) for one, *_ in spelled], np.float32).reshape(-1, width),
        numbers=tuple(frozenset(word for word in content_words(_text(one)) if word[0].isdigit()) for one, *_ in spelled),
        events=tuple(one.events for one, *_ in spelled),
        counts=tuple(tuple(Count(low, high, _unit(unit)) for low, high, unit in one.counts) for one, *_ in spelled),
        days=tuple(one.days for one, *_ in spelled),
        past=np.array([_long_before(one.days, published) for one, *_ in spelled], dtype=bool),
    )


class Likeness(NamedTuple):
    """Two claims that are not unlike: the log odds that they say the same thing, and in what they give two versions of it."""

    claim: int
    other: int
    score: float
    dispute: Dispute | None


def compare(first: Prepared, second: Prepared) -> Iterator[Likeness]:
    """The claims of two documents that are not unlike: their score is not below `FLOOR`. Of one document and itself, each pair once."""
    near: NDArray[np.bool_] = first.means @ second.means.T >= NEAR
    if not near.any():
        return
    itself = first.claims == second.claims
    first, second = first.only(np.any(near, axis=1)), second.only(np.any(near, axis=0))
    found = features(first, second)
    total = scores(found)
    numbers = (found["other number"] > 0) & (total - weights()["other number"] >= VERSION)
    if itself:
        total[np.tril_indices(len(total))] = -np.inf
    for i, j in np.argwhere(((total >= FLOOR) | numbers) & np.isfinite(total)):
        yield Likeness(first.claims[i], second.claims[j], round(float(total[i, j]), 2), "number" if numbers[i, j] else None)


def scores(found: Mapping[str, Matrix]) -> Matrix:
    """Log odds that claims say the same thing, for each pair of those whose `features` these are."""
    total = np.full_like(found["meaning"], weights()["always"])
    for name, values in found.items():
        total += weights()[name] * values
    return total


def features(first: Prepared, second: Prepared) -> dict[str, Matrix]:
    """Each reason as a matrix (claims of first, claims of second), of numbers from -1 to 1.

    ``meaning`` is the cosine of the weighted means of their words; ``covered`` and ``part`` say how well the words of each are
    found in the other, both ways and the better way; ``sentence`` is the cosine of what the encoder makes of them.
    """
    shape = len(first.claims), len(second.claims)
    one, other = _cover(first, second)
    found = {
        "meaning": first.means @ second.means.T,
        "covered": 2 * one * other / np.maximum(one + other, 0.02),
        "part": np.maximum(one, other),
        "sentence": first.contexts @ second.contexts.T,
        "length": np.minimum(_lengths(first)[:, None], _lengths(second)[None, :]),
        "other time": (first.past[:, None] != second.past[None, :]).astype(np.float32),
    }
    if first.claims == second.claims:
        found["one document"] = np.ones(shape, np.float32)
    found |= {name: np.zeros(shape, np.float32) for name in ("same event", "same number", "other number", "same day", "other day")}
    for name, mine, its in (("same event", first.events, second.events), ("same number", first.numbers, second.numbers)):
        for i, j in _both(mine, its):
            found[name][i, j] = not mine[i].isdisjoint(its[j])
    for i, j in _both(first.counts, second.counts):
        found["other number"][i, j] = conflict(first.counts[i], second.counts[j])
    for i, j in _both(first.days, second.days):
        meets = any(since <= end and begin <= until for since, until in first.days[i] for begin, end in second.days[j])
        found["same day" if meets else "other day"][i, j] = 1
    return found


def conflict(first: Sequence[Count], second: Sequence[Count]) -> bool:
    """Whether both count one thing and come to numbers that cannot both be true, as nine and "at least fourteen"."""
    meet = [_meet(one, other) for one in first for other in second if one.unit @ other.unit >= OF_ONE]
    return bool(meet) and not any(meet)


def _meet(one: Count, other: Count) -> bool:
    return (one.high is None or other.low is None or other.low <= one.high) and (
        one.low is None or other.high is None or one.low <= other.high
    )


def _unit(unit: str) -> Matrix:
    ids = np.array(tokenizer().encode(unit or "of", add_special_tokens=False).ids, dtype=np.int64)
    total: Matrix = (_vectors(ids) * table().weights[ids, None]).sum(axis=0)
    return total / (float(np.linalg.norm(total)) + 1e-9)


def _long_before(days: Days, published: str | None) -> bool:
    """Whether all ``days`` end well before the document came out."""
    if not days or not published:
        return False
    last = date.fromisoformat(published[:10]).toordinal() - LONG
    return all(date.fromisoformat(until[:10]).toordinal() < last for _, until in days)


def _lengths(claims: Prepared) -> Matrix:
    """How often the claims' pieces double sixteen, by fours of doublings: of many words some are near any other's."""
    found: Matrix = np.log2(np.diff([*claims.starts, len(claims.pieces)])).astype(np.float32) / np.float32(4) - np.float32(1)
    return np.maximum(found, np.float32(0))


def _both(first: Sequence[object], second: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Where both have something."""
    theirs = [j for j, its in enumerate(second) if its]
    return ((i, j) for i, mine in enumerate(first) if mine for j in theirs)


def _cover(first: Prepared, second: Prepared) -> tuple[Matrix, Matrix]:
    """How well the words of each claim of either are found in each claim of the other."""
    near = _vectors(first.pieces) @ _vectors(second.pieces).T
    mine, its = first.owners[:, None], second.owners[None, :]
    near[(mine != its) & (mine != 0) & (its != 0)] -= ANOTHER
    near[(mine == its) & (mine != 0)] = 1
    found = _covered(np.maximum.reduceat(near, second.starts, axis=1), first)
    return found, _covered(np.maximum.reduceat(near, first.starts, axis=0).T, second).T


def _covered(best: Matrix, claims: Prepared) -> Matrix:
    """The mean by claim of the nearness of its pieces, (pieces, others), by their weights."""
    weigh = table().weights[claims.pieces]
    mean = np.add.reduceat(best * weigh[:, None], claims.starts, axis=0) / np.add.reduceat(weigh, claims.starts)[:, None]
    return np.maximum(mean, np.float32(0.01))


def _vectors(pieces: NDArray[np.int64]) -> Matrix:
    found: Matrix = table().pieces[pieces].astype(np.float32) / np.float32(ONE)
    return found


def _spelled(said: Said) -> tuple[list[int], list[int]]:
    """The word pieces of a claim, and the number of the actor that each stands for."""
    pieces, owners = list[int](), list[int]()
    for start, text in said.parts:
        encoded = tokenizer().encode(text, add_special_tokens=False)
        pieces += encoded.ids
        owners += [_owner(said, start + begin, start + end) for begin, end in encoded.offsets]
    return pieces[:LONGEST], owners[:LONGEST]


def _owner(said: Said, start: int, end: int) -> int:
    return next((int(actor[1:13], 16) for begin, last, actor in said.actors if begin <= start and end <= last), 0)


def _text(said: Said) -> str:
    return " ".join(text for _, text in said.parts)
