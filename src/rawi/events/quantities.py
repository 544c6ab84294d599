"""Numbers with their units, and the whole they are a part of.

- exact: ``low`` and ``high`` are the value. "At least 14": ``high`` is open. "Up to 20": ``low`` is. "Some 30": both are, and it is
  approximate. "Between 20 and 30": both ends as stated, the value their middle. "Dozens": 24 and up (see numbers.yaml).
- "48 of the 320 seats", "48 seats in the 320-seat parliament": value 48, of 320.
- Years, dates, clock times, durations, ages and numbered things ("No. 12") are no quantities, nor is a number without a unit,
  except where it counts people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.events.evidence import MAKER, smallest, within
from rawi.events.numbers import DASHES, YEAR, Number, numbers, singular
from rawi.events.vocabulary import vocabulary
from rawi.records import Analysis, Claim, Quantity, Span, Spans, Token

SHARES = (("of", "the"), ("of", "all"), ("out", "of"), ("out", "of", "the"), ("of",), ("in",))
PLURAL = frozenset({"NNS", "NNPS", "PRP"})
ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 1000})
"""What a share is reckoned in: "three in five farmers", "one in 20"; of other numbers "in" says where."""
REACH = 8
"""How many tokens after a unit its whole may stand: "48 seats in the new 320-seat parliament"."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number, its unit, and where the two end (one past, over the sentence); ``whole`` where "of" gave it."""

    number: Number
    unit: str
    end: int
    hyphenated: bool = False
    whole: Number | None = None


def code(analysis: Analysis, claims: Sequence[Claim]) -> tuple[Quantity, ...]:
    """Every quantity in the article's prose, in text order, each with the smallest claim that contains it."""
    quantities: list[Quantity] = []
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        quantities += _quantities(tokens, analysis, claims)
    return tuple(quantity for quantity in quantities if not within(quantity.evidence, analysis.document.frame))


def _quantities(tokens: Sequence[Token], analysis: Analysis, claims: Sequence[Claim]) -> list[Quantity]:
    found = [counted for number in numbers(tokens) if (counted := _counted(tokens, number)) is not None]
    taken: set[int] = {c.whole.core.start for c in found if c.whole and c.whole.core != c.number.core}
    quantities = []
    for at, counted in enumerate(found):
        number = counted.number
        if number.core.start in taken:
            continue
        evidence: Spans = (Span(tokens[number.first].start, tokens[counted.end - 1].end),)
        whole, other = counted.whole, _whole(found[at + 1 :], counted)
        if whole is None and other is not None:
            whole = other.number
            taken.add(whole.core.start)
            evidence += (Span(tokens[whole.first].start, tokens[other.end - 1].end),)
        quantities.append(
            Quantity(
                document=analysis.document.id,
                claim=smallest(evidence, claims),
                value=number.value,
                low=number.low,
                high=number.high,
                approximate=number.approximate,
                unit=counted.unit,
                of=whole.value if whole else None,
                evidence=evidence,
                maker=MAKER,
            )
        )
    return quantities


def _counted(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """The number with what it counts, or None where it counts nothing or tells a time."""
    if _is_name(tokens, number) or _is_year(tokens, number):
        return None
    return (
        _percent(tokens, number)
        or _money(number)
        or _strong(tokens, number)
        or _fraction(tokens, number)
        or _share(tokens, number)
        or _part(tokens, number)
        or _unit(tokens, number)
        or _rest(tokens, number)
        or _people(tokens, number)
    )


def _is_name(tokens: Sequence[Token], number: Number) -> bool:
    """ "Article 5", "B-52", the second number of "a 6-2 ruling"; "one such recruit" picks one out and counts none."""
    if [t.text.lower() for t in tokens[number.core.start : number.end + 1]] == ["one", "such"]:
        return True
    if not number.first:
        return False
    before = tokens[number.first - 1]
    return before.text.lower() in vocabulary().labels or (before.text in DASHES and before.end == tokens[number.first].start)


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    """ "The 2016 census": four digits of these centuries, unhedged and alone, are a year even where no entity says so."""
    return len(number.core) == number.end - number.first == 1 and YEAR.fullmatch(tokens[number.first].text) is not None


def _percent(tokens: Sequence[Token], number: Number) -> _Counted | None:
    words = [t.text.lower() for t in tokens[number.end : number.end + 2]]
    for length in (2, 1):
        if tuple(words[:length]) in vocabulary().percent:
            return _Counted(number, "percent", number.end + length)
    return None


def _money(number: Number) -> _Counted | None:
    return _Counted(number, number.currency, number.end) if number.currency else None


def _share(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """ "48 of the 320 seats", "two out of three voters", "one in four residents"."""
    words = [t.text.lower() for t in tokens[number.end :]]
    join = next((join for join in SHARES if tuple(words[: len(join)]) == join), None)
    if join is None:
        return None
    whole = next((n for n in numbers(tokens) if n.core.start == number.end + len(join) and n.currency is None), None)
    if whole is None or (join == ("in",) and not number.value < whole.value in ROUND):
        return None
    counted = _unit(tokens, whole)
    return _Counted(number, counted.unit, counted.end, whole=whole) if counted else None


def _strong(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """ "A 5,000-strong force" is 5,000 people."""
    after = [t.text.lower() for t in tokens[number.end : number.end + 2]]
    return _Counted(number, "people", number.end + 2) if len(after) == 2 and after[0] in DASHES and after[1] == "strong" else None


def _fraction(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """ "Half of the 40 prisoners", "two thirds of the 90 deputies": 20 of 40, 60 of 90; of what is not counted a part is no number."""
    words = [t.text.lower() for t in tokens[: number.first]]
    while words and words[-1] in ("the", "all", "of", "its", "their", "his", "her"):
        words.pop()
    part = vocabulary().fractions.get(words[-1]) if words and len(words) < number.first else None
    counted = _unit(tokens, number) if part is not None else None
    if part is None or counted is None:
        return None
    times = vocabulary().words.get(words[-2], 1) if len(words) > 1 else 1
    value = round(number.value * part * times, 1)
    first = len(words) - 1 - (len(words) > 1 and (words[-2] in vocabulary().words or words[-2] == "a"))
    exact = value == int(value) and number.low == number.high == number.value
    bound = value if exact else None
    shared = Number(value, bound, bound, not exact, first, number.core, number.end)
    return _Counted(shared, counted.unit, counted.end, whole=number)


def _rest(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """ "Of the 60 hostages, 14 were freed": the whole stands first."""
    if number.first < 3 or tokens[number.first - 1].text != "," or tokens[0].text.lower() != "of":
        return None
    whole = next((n for n in numbers(tokens[: number.first]) if n.core.start in (1, 2)), None)
    counted = _unit(tokens, whole) if whole is not None else None
    return _Counted(number, counted.unit, number.end, whole=whole) if counted is not None and counted.end == number.first - 1 else None


def _part(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """ "Three of her neighbours", "dozens of people", "three of the province's nine markets": the whole is a number of the same noun."""
    if [t.text.lower() for t in tokens[number.end : number.end + 1]] != ["of"] or tokens[number.core.start].text.lower() == "one":
        return None
    of = tokens[number.end].index
    head = next((i for i in range(number.end + 1, len(tokens)) if tokens[i].head == of and tokens[i].relation == "pobj"), None)
    if head is None or tokens[head].tag not in PLURAL:
        return None
    inside = (n for n in numbers(tokens[: head + 1]) if n.core.start > number.end)
    whole = next((n for n in inside if tokens[n.core.stop - 1].head == tokens[head].index and n.currency is None and n.end <= head), None)
    first = whole.end if whole else number.end + 1
    while first < head and tokens[first].relation in ("det", "poss", "case", "predet"):
        first += 1
    return _named(tokens, number, range(first, head + 1), whole)


def _unit(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """The noun that the number modifies: "30 former fighters", "the 90-seat assembly"."""
    after = number.end
    if after + 1 < len(tokens) and tokens[after].text in DASHES and tokens[after].start == tokens[after - 1].end:
        if not tokens[after + 1].tag.startswith("NN"):
            return None
        counted = _named(tokens, number, range(after + 1, after + 2), None)
        return _Counted(number, counted.unit, counted.end, hyphenated=True) if counted else None
    first = tokens[0].index
    heads = {tokens[i].head - first for i in number.core if tokens[i].relation in ("nummod", "quantmod", "compound", "amod", "npadvmod")}
    head = min((h for h in heads if after <= h < len(tokens)), default=None)
    if head is None or not tokens[head].tag.startswith("NN"):
        return None
    return _named(tokens, number, range(after, head + 1), None)


def _named(tokens: Sequence[Token], number: Number, unit: range, whole: Number | None) -> _Counted | None:
    head = tokens[unit.stop - 1]
    name = singular(head.text)
    if name in vocabulary().times or name in vocabulary().idle:
        return None
    printed = "".join(f"{' ' * (t.start > tokens[i - 1].end)}{t.text}" for i, t in enumerate(tokens) if i in unit)
    return _Counted(number, printed.strip(), unit.stop, whole=whole)


def _people(tokens: Sequence[Token], number: Number) -> _Counted | None:
    """A bare number beside a verb of harm, or in a sentence about a toll."""
    last = tokens[number.core.stop - 1]
    if last.relation not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
        return None
    verb = next((t for t in tokens if t.index == last.head), last)
    harmed = last.relation != "pobj" and verb.text.lower() in vocabulary().people
    toll = any(t.text.lower() in vocabulary().tolls for t in tokens)
    return _Counted(number, "people", number.end) if harmed or toll else None


def _whole(following: Sequence[_Counted], part: _Counted) -> _Counted | None:
    """The "90-seat" of "12 seats in the 90-seat assembly"."""
    unit = singular(part.unit.split()[-1])
    for other in following:
        same = singular(other.unit) == unit or any({unit, other.unit} <= names for names in vocabulary().same)
        if other.hyphenated and same and other.number.first - part.end < REACH:
            return other
    return None
