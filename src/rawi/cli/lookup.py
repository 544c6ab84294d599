"""Records of a ledger by their ids, a bounded number of them kept at hand."""

from __future__ import annotations

from typing import TypeVar

from rawi.ledger import Ledger

KEPT = 256

T = TypeVar("T")


class ById(dict[str, T]):
    """What has an id, looked up when first asked for."""

    def __init__(self, ledger: Ledger, kind: type[T]) -> None:
        super().__init__()
        self._ledger = ledger
        self._kind = kind

    def __missing__(self, id_: str) -> T:
        found = self._ledger.find(id_)
        assert isinstance(found, self._kind)
        if len(self) >= KEPT:
            self.clear()
        self[id_] = found
        return found
