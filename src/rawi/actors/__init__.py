"""Who is named: the names of one document as keys, the keys of all documents as actors."""

from rawi.actors.identify import identify
from rawi.actors.known import PREFIX, Registry, recognise
from rawi.actors.likeness import MERGE, blocks
from rawi.actors.pairs import alike
from rawi.actors.resolve import describe, resolve
from rawi.actors.structure import tied
from rawi.actors.unnamed import unnamed
from rawi.records import Maker

MAKER = Maker("rawi.actors", "2")

__all__ = ["MAKER", "MERGE", "PREFIX", "Registry", "alike", "blocks", "describe", "identify", "recognise", "resolve", "tied", "unnamed"]
