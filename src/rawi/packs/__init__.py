"""Packs of known actors: YAML that a researcher can read and edit.

::

    read(path) -> Pack              one file; raises PackError, which lists every fault
    check(path)                     the pack, or its faults
    shipped() -> tuple[Pack, ...]   those that come with rawi
    dump(pack) -> str               YAML that ``parse`` reads back
    importing.from_file(stream, naming)   a pack of what FollowTheMoney or Wikidata publish

A pack is evidence for the actors room, never forced on a text: a person named Badr is not the Badr Organization. ``docs/packs.md``
describes the schema.
"""

from rawi.packs.checking import SLUG
from rawi.packs.loading import MAX_BYTES, check, parse, read, shipped
from rawi.packs.schema import Holder, Known, Pack, Tie
from rawi.packs.states import States, hostile, offices, states, wikidata
from rawi.packs.writing import dump

__all__ = [
    "MAX_BYTES",
    "SLUG",
    "Holder",
    "Known",
    "Pack",
    "States",
    "Tie",
    "check",
    "dump",
    "hostile",
    "offices",
    "parse",
    "read",
    "shipped",
    "states",
    "wikidata",
]
