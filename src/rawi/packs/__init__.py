"""Packs of known actors: YAML that a researcher can read and edit.

::

    read(path) -> Pack              one file; raises PackError, which lists every fault
    shipped() -> tuple[Pack, ...]   those that come with rawi

A pack is evidence for the actors room, never forced on a text: a person named Badr is not the Badr Organization. ``docs/packs.md``
describes the schema.
"""

from rawi.packs.loading import parse, read, shipped
from rawi.packs.schema import Holder, Known, Pack, Tie
from rawi.packs.states import States, hostile, offices, states, wikidata

__all__ = ["Holder", "Known", "Pack", "States", "Tie", "hostile", "offices", "parse", "read", "shipped", "states", "wikidata"]
