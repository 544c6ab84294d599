"""The ledger of who says what about whom, on whose word, and whether it stands.

>>> import rawi
>>> summary = rawi.read("articles/", ledger="rawi.db")
>>> for claim in rawi.Ledger("rawi.db").claims(about="..."):
...     print(claim.text)

Everything here is loaded when first used, so that ``import rawi`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rawi.api import Ledger, Summary, read, reread

__all__ = ["Ledger", "Summary", "__version__", "read", "reread"]

__version__ = version("rawi")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module("rawi.api"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
