"""What a sentence states of harm, before it is counted, and the record of it."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.records import Effect, EventStatus, Party, Spans, Token


@dataclass(frozen=True, slots=True)
class Harmed:
    """One statement of harm: ``low`` and ``high`` count ``who``, both the number itself where it is exact, None where no number bounds it.

    Nobody is 0 and 0. ``trigger`` is the index of the word that states it (verb, noun or adjective); ``part`` says that these are among
    those of the harm before ("14 people, including three children"), not besides them. ``standing`` is the document's own mood and denial;
    how far a source commits itself is the claim's.
    """

    effect: Effect
    who: Party
    low: int | None
    high: int | None
    trigger: int
    standing: EventStatus
    part: bool
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Stated:
    """The words of one harm. ``harmed`` are the heads of the phrases that say who; ``clause`` is what its mood is read off.

    ``sure`` asks for harmed that are surely people (things, where damaged), ``many`` for a hundred of them; ``least`` says that their
    number is passed, ``most`` that it counts another effect too. ``count`` is the number where it is not of the phrase itself.
    """

    effect: Effect
    trigger: Token
    harmed: tuple[Token, ...]
    clause: Token
    words: tuple[Token, ...] = ()
    sure: bool = False
    least: bool = False
    many: bool = False
    most: bool = False
    part: bool = False
    count: Token | None = None
