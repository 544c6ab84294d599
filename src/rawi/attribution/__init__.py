"""Who is credited with what: source, cue, content, chain, commitment."""

from .attribute import MAKERS, Method, attribute

__all__ = ["MAKERS", "Method", "attribute"]
