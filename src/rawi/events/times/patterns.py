"""The little language that rules are written in, and how they are matched.

A pattern is words separated by spaces, each of which matches one item: a label in capitals or, in small letters, the word itself.
``a|b`` is either, ``a?`` is optional, ``name:a`` keeps the item for the rule, ``( a b )?`` groups, and what is between ``[`` and ``]`` is
the time expression where the rest only has to stand beside it. ``@name`` stands for a piece that many patterns share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rawi.events.times.items import Item
from rawi.events.times.meanings import Meaning

SHARED = {
    "@early": "( EARLY in|on? -? | the? EDGE of )?",
    "@several": "( n:D|N|W|Y f:FRACTION? ( to|or|- D|N|W )? | n:SOME of? )",
    "@dated": "( WEEKDAY ,? )?",
    "@amount": "( n:D|N|W|Y f:FRACTION? | a? n:SOME of? | one:a|an )",
}
_WORD = re.compile(r"(?:(\w+):)?([^\s?:]+)(\?)?")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matches: items ``first`` to ``end`` (one past), and those it named."""

    first: int
    end: int
    items: Sequence[Item]
    named: dict[str, int]

    def get(self, name: str) -> Item | None:
        """The item kept under ``name``, None where an optional part is missing."""
        at = self.named.get(name)
        return None if at is None else self.items[at]

    def __getitem__(self, name: str) -> Item:
        return self.items[self.named[name]]

    def __contains__(self, name: str) -> bool:
        return name in self.named

    def before(self, steps: int = 1) -> str:
        """The word before the expression, in lower case; empty at the paragraph's beginning."""
        return self.items[self.first - steps].text if self.first >= steps else ""

    def after(self, steps: int = 1) -> str:
        """The word after the expression, likewise."""
        at = self.end + steps - 1
        return self.items[at].text if at < len(self.items) else ""


Build = Callable[[Match], Meaning | None]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern, and what the expressions that match it mean; None where one is no time after all."""

    pattern: re.Pattern[str]
    literals: frozenset[str]
    labels: tuple[frozenset[str], ...]
    """One of each of these is in whatever it matches."""
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    """Compile one rule."""
    for name, piece in SHARED.items():
        pattern = pattern.replace(name, piece)
    literals: set[str] = set()
    parts = [_part(word, str(at), literals) for at, word in enumerate(pattern.split())]
    return Rule(re.compile(r"(?<!\S)" + "".join(parts)), frozenset(literals), tuple(_needed(pattern.split())), build)


def _needed(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """The labels that a pattern cannot do without: those outside groups."""
    depth = 0
    for word in words:
        depth += (word == "(") - word.startswith(")")
        choices = frozenset(word.rpartition(":")[2].split("|"))
        if not depth and not word.endswith("?") and all(choice.isupper() for choice in choices):
            yield choices


def _part(word: str, at: str, literals: set[str]) -> str:
    if word in ("(", "|", ")", ")?"):
        return "(?:" if word == "(" else word
    if word in ("[", "]"):
        return "(?P<span>" if word == "[" else ")"
    found = _WORD.fullmatch(word)
    assert found is not None, f"not a word of a pattern: {word!r}"
    name, choices, optional = found.groups()
    literals.update(choice for choice in choices.split("|") if not choice.isupper())
    either = "(?:" + "|".join(map(_choice, choices.split("|"))) + ") "
    return (f"(?P<{name}_{at}>{either})" if name else f"(?:{either})") + (optional or "")


def _choice(word: str) -> str:
    return f"{word}=[^ ]+" if word.isupper() else f"[A-Z_]*={re.escape(word)}"


def _shown(item: Item) -> str:
    """An item as patterns see it: its label, if it has one, and its word."""
    return f"{item.label}={item.text.replace(' ', '_')} " if item.label.isupper() else f"={item.label} "


def runs(found: Sequence[Item], literals: frozenset[str]) -> Iterator[range]:
    """Stretches of items that patterns know, each with a label in it."""
    first = None
    labelled = False
    for at, item in enumerate(found):
        if item.label.isupper() or item.label in literals:
            first = at if first is None else first
            labelled = labelled or item.label.isupper()
        else:
            if first is not None and labelled:
                yield range(first, at)
            first, labelled = None, False
    if first is not None and labelled:
        yield range(first, len(found))


def matches(rules: tuple[Rule, ...], found: Sequence[Item], run: range) -> Iterator[tuple[Rule, Match]]:
    """Every match of every rule within one run of items."""
    shown, at = "", {0: run.start}
    for index in run:
        shown += _shown(found[index])
        at[len(shown)] = index + 1
    for one in _possible(rules, frozenset(found[index].label for index in run if found[index].label.isupper())):
        for hit in one.pattern.finditer(shown):
            span = hit.span("span") if "span" in one.pattern.groupindex else hit.span()
            named = {name.partition("_")[0]: at[hit.start(name)] for name, text in hit.groupdict().items() if text and name != "span"}
            if span[0] < span[1]:
                yield one, Match(at[span[0]], at[span[1]], found, named)


@lru_cache(maxsize=1 << 12)
def _possible(rules: tuple[Rule, ...], present: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may match items with these labels."""
    return tuple(one for one in rules if not any(present.isdisjoint(labels) for labels in one.labels))
