"""A document's language: tokens, sentences, quotations, mentions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

from .basis import Span
from .documents import Document


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``index`` and ``head`` count over the document; a root is its own head."""

    index: int
    start: int
    end: int
    text: str
    tag: str
    """Penn Treebank part of speech."""
    relation: str
    """Dependency label in spaCy's English scheme (ClearNLP)."""
    head: int
    entity: str
    """OntoNotes entity type, or the empty string."""
    sentence: int


class Sentence(NamedTuple):
    """One sentence: its range of tokens and of characters, and which paragraph it stands in."""

    first: int
    last: int
    """One past the last token."""
    start: int
    end: int
    paragraph: int


class Quotation(NamedTuple):
    """A range between quotation marks, marks included. ``depth`` 0 is outermost; ``closed`` says whether both marks were found."""

    start: int
    end: int
    depth: int
    closed: bool


MentionKind = Literal["person", "organization", "country", "office", "group", "place", "many", "nominal", "pronoun"]
"""``group`` is a people, a sect, a party's members by name; ``many`` are those without a name: "the migrants", "Badr fighters".

Who takes part in an event and is not named ("a priest", "the army") is a ``person`` or an ``organization`` too, several are ``many``."""

UNNAMED = "unnamed:"
"""Keys of those who only take part in events, and whom no document names, begin with it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, description or pronoun in the text, and the earlier mention it stands for within the document."""

    start: int
    end: int
    text: str
    kind: MentionKind
    refers_to: Span | None = None
    described: tuple[str, ...] = ()
    """The nouns the text describes it by, its title among them, and the states it is said to be of."""
    key: str | None = None
    """The normalised name that joins mentions across documents; set by the actors room, None where nothing is named."""
    document: str | None = None
    """The document's id, joined when the ledger is read."""
    actor: str | None = None
    """The actor's id, joined when the ledger is read."""


Vectors: TypeAlias = "NDArray[np.float32]"
"""What the encoder makes of a document: one row a token."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document's language as structure. Lists are in text order."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    vectors: Vectors | None = field(default=None, compare=False, repr=False)
    """For the learned heads; None where the rules are to read."""
