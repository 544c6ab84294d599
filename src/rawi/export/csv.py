"""Claims as a table for a spreadsheet: CSV as RFC 4180 has it, one claim a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Protocol, TypeAlias

from rawi.records import Claim, Cluster, Document

Cell: TypeAlias = str | float | None

COLUMNS = (
    *("id", "document", "outlet", "published", "title", "claim", "commitment", "source", "cue"),
    *("status", "voices", "cluster", "where"),
)
"""``source`` is the chain from the article's own voice on, "The Courier > two officials"; ``where`` the document's URL or path."""


class Claimed(Protocol):
    """A ledger."""

    def claims(self) -> Iterable[Claim]: ...
    def find(self, record: str) -> object: ...


def lines(ledger: Claimed) -> Iterator[str]:
    """A line with the names of the columns, then one a claim, each with its line end."""
    yield line(COLUMNS)
    for id_, claims in groupby(ledger.claims(), key=lambda claim: claim.document):
        document = ledger.find(id_)
        assert isinstance(document, Document)
        for claim in claims:
            cluster = ledger.find(claim.cluster) if claim.cluster else None
            yield line(_cells(claim, document, cluster if isinstance(cluster, Cluster) else None))


def _cells(claim: Claim, document: Document, cluster: Cluster | None) -> tuple[Cell, ...]:
    return (
        claim.id,
        document.id,
        document.outlet,
        document.published,
        document.title,
        claim.text,
        claim.commitment,
        " > ".join(" ".join(link.text.split()) for link in claim.chain),
        " … ".join(document.text[start:end] for start, end in claim.cue),
        cluster.status if cluster else None,
        cluster.voices if cluster else None,
        claim.cluster,
        document.url or document.path,
    )


def line(cells: Iterable[Cell]) -> str:
    """One row with its line end; no spreadsheet takes a cell of it for a formula."""
    written = io.StringIO()
    csv.writer(written).writerow([_cell(cell) for cell in cells])
    return written.getvalue()


def _cell(value: Cell) -> str:
    """Text that could be a formula gets an apostrophe in front; a number is one, below zero too."""
    text = "" if value is None else str(value).replace("\0", "")
    return f"'{text}" if isinstance(value, str) and text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
