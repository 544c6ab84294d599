"""A happening before it is cited: its words, kind and roles by token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """The words that tell an event, the one on which the others hang first; its kind and mode; which words head its parties."""

    words: tuple[int, ...]
    kind: str
    mode: str | None
    roles: Mapping[int, str] = field(default_factory=dict)
    """Role ("source", "target", "instrument", "place") by the number of the party's head."""
    chance: float = 1.0
    """How sure the network is that the words tell an event."""

    @property
    def trigger(self) -> int:
        return self.words[0]
