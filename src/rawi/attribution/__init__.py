"""Who is credited with what: source, cue, content, chain, commitment."""

from .rules import MAKER, attribute

__all__ = ["MAKER", "attribute"]
