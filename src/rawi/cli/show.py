"""``rawi show``: one record, with the passage it rests on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rawi.cli.actors import show_actor
from rawi.cli.happenings import show_event, show_happenings, show_others
from rawi.cli.lookup import ById
from rawi.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile, opened
from rawi.cli.passage import Marked, around, show_passage
from rawi.cli.said import Teller, show_claims, show_cluster
from rawi.cli.screen import Column, console, table
from rawi.cli.ties import show_ties, tie
from rawi.export import row
from rawi.ledger import EventQuestion, Ledger
from rawi.records import Actor, Claim, Cluster, Decision, Document, Event, Relation, Span, Spans


def show(
    record: Annotated[str, typer.Argument(metavar="ID", help="An id, or the first six or more characters of one.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Show one record with its evidence: a claim in its passage, a document, an actor, a cluster, a relation, an event."""
    with opened(ledger) as opened_ledger:
        found = opened_ledger.find(record)
        if as_json:
            typer.echo(json.dumps(row(found), ensure_ascii=False, indent=1))
        else:
            _show(console(), found, opened_ledger)


def _show(out: Console, found: object, ledger: Ledger) -> None:
    match found:
        case Claim():
            _claim(out, found, ledger)
        case Document():
            _document(out, found, ledger)
        case Actor():
            show_actor(out, found)
            out.print(f"Claims about them: rawi claims --about {found.id}", style="dim")
            out.print(f"Claims on their word: rawi claims --by {found.id}", style="dim")
        case Cluster():
            show_cluster(out, found, Teller(ledger))
            out.print(found.reason)
        case Relation():
            out.print(tie(found, Teller(ledger)))
            _about(out, _of(ledger, found.document), found.id)
            _passage(out, found, ledger)
        case Event():
            _event(out, found, ledger)
        case Decision():
            _fields(out, found)


def _claim(out: Console, claim: Claim, ledger: Ledger) -> None:
    teller = Teller(ledger)
    document = _of(ledger, claim.document)
    head = Text().append(teller.who(claim), "bold")
    head.append(f"  {claim.commitment}", "cyan")
    out.print(head)
    _about(out, document, claim.id)
    marked: Marked = {"content": claim.content, "cue": claim.cue, "source": _printed(claim)}
    show_passage(out, document.text, marked, around(document.text, (*claim.content, *claim.cue)))
    for link in claim.chain:
        meant = ", ".join(document.text[span.start : span.end] for span in link.refers_to)
        named = link.text.rstrip(",")
        out.print(f"{named}: {link.kind}" + (f", stands for {meant}" if meant else "") + (f"  {link.actor}" if link.actor else ""))
    if cluster := teller.cluster(claim):
        out.print()
        show_cluster(out, cluster, teller)
        out.print(cluster.reason)


def _event(out: Console, event: Event, ledger: Ledger) -> None:
    from rawi.corroboration import join

    teller = Teller(ledger)
    show_event(out, event, teller)
    _about(out, _of(ledger, event.document), event.id)
    question: EventQuestion = {"kind": event.kind, "status": event.status}
    if event.date and event.date.since:
        question |= {"since": event.date.since, "until": event.date.since}
        (happening,) = (one for one in join(ledger.told(**question)) if any(other.id == event.id for other in one.events))
        show_others(out, event, happening, teller)
    _passage(out, event, ledger)


def _printed(claim: Claim) -> Spans:
    return tuple(span for link in claim.chain for span in link.spans)


def _document(out: Console, document: Document, ledger: Ledger) -> None:
    from rawi.corroboration import join

    out.print(Text(document.title or document.path or document.id, "bold"))
    _about(out, document, document.id)
    people = (("by", document.authors), ("translated by", document.translators), ("note:", document.notes))
    for said, several in people:
        if several:
            out.print(f"{said} {', '.join(several)}")
    out.print()
    claims = list(ledger.claims(document=document.id))
    marked: Marked = {
        "content": tuple(span for claim in claims if claim.chain or claim.cue for span in claim.content),
        "cue": tuple({span for claim in claims for span in claim.cue}),
        "source": tuple({span for claim in claims for span in _printed(claim)}),
        "loaded": tuple(Span(word.start, word.end) for word in ledger.loaded(document.id)),
    }
    show_passage(out, document.text, marked, Span(0, len(document.text)))
    out.print()
    teller = Teller(ledger)
    show_claims(out, claims, teller)
    if relations := list(ledger.relations(document=document.id)):
        out.print()
        show_ties(out, relations, teller)
    if events := list(ledger.told(document=document.id)):
        out.print()
        show_happenings(out, join(events), teller)
    _loaded(out, ledger, document)


def _loaded(out: Console, ledger: Ledger, document: Document) -> None:
    """Each loaded word with its reason, whom it is about, and what a plain word for it would be."""
    from rawi.wording import plainly

    actors = ById(ledger, Actor)
    rows = [(w.text, w.reason, actors[w.about].name if w.about else None, plainly(w.text)) for w in ledger.loaded(document.id)]
    if rows:
        out.print()
        table(out, (Column("loaded word"), Column("reason"), Column("about"), Column("plainly")), rows)


def _about(out: Console, document: Document, id_: str) -> None:
    title = None if id_ == document.id else document.title
    facts = (document.published, document.genre, title, document.path or document.url, id_)
    out.print(Text(" · ".join(fact for fact in facts if fact), "dim"))
    out.print()


def _passage(out: Console, found: Event | Relation, ledger: Ledger) -> None:
    document = _of(ledger, found.document)
    show_passage(out, document.text, {"content": found.evidence}, around(document.text, found.evidence))


def _fields(out: Console, found: Decision) -> None:
    for name, value in asdict(found).items():
        if value not in (None, (), ""):
            out.print(f"{name}: {value}")


def _of(ledger: Ledger, document: str) -> Document:
    found = ledger.find(document)
    assert isinstance(found, Document)
    return found
