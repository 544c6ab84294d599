"""A claim as it is always shown: with who says it, through every link, and how far the words commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from rich.console import Console
from rich.text import Text

from rawi.cli.lookup import ById
from rawi.cli.screen import Column, indented, table
from rawi.ledger import Ledger
from rawi.records import Actor, Claim, Cluster, Document, Link, Party

SHORT = 10
"""Characters of an id shown in a terminal; `rawi show` takes them for the whole."""

COLUMNS = (Column("id"), Column("commitment"), Column("status"), Column("published"), Column("who says it"), Column("claim"))
STATUS_STYLE = {"contested": "red", "corroborated": "green", "echoed": "yellow", "single": "dim"}


class Teller:
    """Says who stands behind a claim, looking documents and clusters up in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.documents = ById(ledger, Document)
        self._clusters = ById(ledger, Cluster)
        self._claims = ById(ledger, Claim)
        self._actors = ById(ledger, Actor)

    def who(self, claim: Claim) -> str:
        """The article's voice and every link of the chain after it: "Meridian Wire → two officials"."""
        document = self.documents[claim.document]
        return " → ".join([voice_of(document), *(self._named(link, document) for link in claim.chain)])

    def cluster(self, claim: Claim) -> Cluster | None:
        """What is known across documents of what ``claim`` says."""
        return self._clusters[claim.cluster] if claim.cluster else None

    def claims(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims with these ids."""
        return (self._claims[id_] for id_ in ids)

    def called(self, party: Party) -> str:
        """The actor's usual name, else the words as printed."""
        return self._actors[party.actor].name if party.actor else " ".join(party.text.split())

    def _named(self, link: Link, document: Document) -> str:
        """The link as printed, and for "he" or "the same source" whom it stands for."""
        printed = " ".join(link.text.split()).rstrip(",")
        if not link.refers_to:
            return printed
        start, end = link.refers_to[0]
        meant = self._actors[link.actor].name if link.actor else " ".join(document.text[start:end].split())
        plain = meant.split()[-1].casefold() in printed.casefold()  # "the gang" for "a gang" needs no telling
        return printed if plain else f"{printed} ({meant})"


def voice_of(document: Document) -> str:
    """What to call the article's own voice: its outlet, else its file, else its address or title."""
    return document.outlet or (document.path and PurePath(document.path).name) or document.url or document.title or document.id


def standing(cluster: Cluster | None) -> str:
    """``contested, 2 voices``; nothing where the claim was not compared."""
    if cluster is None or cluster.status == "single":
        return cluster.status if cluster else ""
    return f"{cluster.status}, {cluster.voices} voice{'s' * (cluster.voices != 1)}"


def show_claims(out: Console, claims: Iterable[Claim], teller: Teller) -> None:
    """A list of claims: a few lines each in a terminal, one row each in a pipe."""
    if out.is_terminal:
        for claim in claims:
            _card(out, claim, teller)
    else:
        table(out, COLUMNS, (_row(claim, teller) for claim in claims))


def _row(claim: Claim, teller: Teller) -> tuple[str, ...]:
    cluster = teller.cluster(claim)
    published = teller.documents[claim.document].published or ""
    return claim.id, claim.commitment, cluster.status if cluster else "", published, teller.who(claim), claim.text


def _card(out: Console, claim: Claim, teller: Teller) -> None:
    cluster = teller.cluster(claim)
    published = teller.documents[claim.document].published
    head = Text().append(teller.who(claim), "bold")
    head.append(f"  {claim.commitment}", "cyan")
    out.print(head)
    indented(out, Text(" ".join(claim.text.split())), 2)
    foot = Text().append("  " + claim.id[:SHORT], "dim")
    foot.append(f"  {published}" if published else "", "dim")
    if cluster:
        foot.append("  ")
        foot.append(standing(cluster), STATUS_STYLE[cluster.status])
    out.print(foot)
    out.print()


def show_cluster(out: Console, cluster: Cluster, teller: Teller, most: int | None = None) -> None:
    """What is said, how it stands, and each claim of it with who says it; at most ``most`` claims."""
    head = Text().append(standing(cluster), STATUS_STYLE[cluster.status])
    head.append(f"  {cluster.id[:SHORT] if out.is_terminal else cluster.id}", "dim")
    out.print(head)
    indented(out, Text(f"“{' '.join(cluster.statement.split())}”"), 2)
    disputing = set(cluster.disputed_by)
    for claim in teller.claims((*cluster.claims, *(i for i in cluster.disputed_by if i not in cluster.claims))[:most]):
        line = Text(teller.who(claim))
        line.append(f"  {claim.commitment}", "cyan")
        line.append("  disputes it" if claim.id in disputing else "", "red")
        line.append(f"  {claim.id[:SHORT] if out.is_terminal else claim.id}", "dim")
        indented(out, line, 4)
    if most is not None and len(cluster.claims) > most:
        indented(out, Text(f"and {len(cluster.claims) - most} more", "dim"), 4)
    out.print()
