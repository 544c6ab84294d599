"""A relation as it is always shown: who, which tie, to whom, since when, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from rawi.cli.said import SHORT, Teller, voice_of
from rawi.records import Relation


def show_ties(out: Console, relations: Iterable[Relation], teller: Teller) -> None:
    """One line a relation."""
    for relation in relations:
        line = tie(relation, teller)
        line.append(f"  {relation.id[:SHORT] if out.is_terminal else relation.id}", "dim")
        out.print(line)


def tie(relation: Relation, teller: Teller) -> Text:
    """ "Harbour Guard — part of — Northern Alliance, since 2014  Lusk Post → two officials  claimed"."""
    line = Text(f"{teller.called(relation.subject)} — {relation.kind.replace('_', ' ')} — {teller.called(relation.object)}")
    line.append("".join(f", {word} {date}" for word, date in (("since", relation.since), ("until", relation.until)) if date))
    claim = next(teller.claims([relation.claim]), None) if relation.claim else None
    line.append(f"  {teller.who(claim) if claim else voice_of(teller.documents[relation.document])}", "bold")
    return line.append(f"  {claim.commitment if claim else 'asserted'}", "cyan")
