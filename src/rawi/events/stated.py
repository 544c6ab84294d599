"""What a sentence states, before it is paired, dated and doubted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.events.patterns import Dated
from rawi.records import Mention, RelationKind, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A tie with the words that state it.

    ``clause`` is the verb or other word whose negation and mood are the tie's; ``former`` says that other words end it. With ``turned``
    the tie is the object's to the subject.
    """

    kind: RelationKind
    subject: Sequence[Mention]
    object: Sequence[Mention]
    words: tuple[Token, ...]
    clause: Token
    turned: bool = False
    dates: Dated | None = None
    former: bool = False

    @property
    def sides(self) -> tuple[Sequence[Mention], Sequence[Mention]]:
        """Who has the tie, and to whom."""
        return (self.object, self.subject) if self.turned else (self.subject, self.object)
