"""What a newcomer sees after `rawi read`: what is reported most, what is disputed, who is named, what to try next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from heapq import nlargest
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.text import Text

from rawi.cli.actors import show_actors
from rawi.cli.options import DEFAULT_LEDGER
from rawi.cli.said import SHORT, Teller, show_claims, show_cluster
from rawi.ledger import Ledger
from rawi.records import Cluster

CLUSTERS, CLAIMS, ACTORS = 4, 5, 8


def show_overview(out: Console, ledger: Ledger) -> None:
    """A compact reading of the whole ledger; nothing where nothing is claimed."""
    if next(ledger.claims(limit=1), None) is None:
        return
    disputed = _most(ledger, {"contested"})
    reported = _most(ledger, {"corroborated", "echoed"})
    teller = Teller(ledger)
    _section(out, "Disputed", disputed, teller)
    _section(out, "Reported more than once", reported, teller)
    if not disputed and not reported:
        _heading(out, "Claims")
        show_claims(out, islice((claim for claim in ledger.claims() if claim.chain), CLAIMS), teller)
    actors = list(islice((a for a in ledger.actors() if not a.name.islower()), ACTORS))  # "gunmen" is nobody's name
    if actors:
        _heading(out, "Named most")
        show_actors(out, actors)
    claims = [cluster.claims[0] for cluster in disputed + reported] or [claim.id for claim in islice(ledger.claims(), 1)]
    _next(out, claims[:1], [actor.name for actor in actors[:1]], ledger.path)


def _most(ledger: Ledger, statuses: set[str]) -> list[Cluster]:
    found = (cluster for cluster in ledger.clusters() if cluster.status in statuses)
    return nlargest(CLUSTERS, found, key=lambda cluster: (cluster.voices, len(cluster.claims)))


def _section(out: Console, name: str, clusters: Sequence[Cluster], teller: Teller) -> None:
    if clusters:
        _heading(out, name)
        for cluster in clusters:
            show_cluster(out, cluster, teller, most=CLAIMS)


def _heading(out: Console, text: str) -> None:
    out.print()
    out.print(Text(text, "bold underline" if out.is_terminal else ""))
    out.print()


def _next(out: Console, claims: Sequence[str], names: Sequence[str], ledger: Path) -> None:
    where = "" if ledger == DEFAULT_LEDGER else f" --ledger {shlex.quote(str(ledger))}"
    tries = [(f"rawi show {claim[:SHORT]}", "one claim in its passage") for claim in claims]
    tries += [(f"rawi claims --about {shlex.quote(name)}", "all that is said of them") for name in names]
    tries += [("rawi claims --status contested", "what is disputed"), ("rawi sources", "whose word it all rests on")]
    width = max(len(command) for command, _ in tries) + len(where)
    _heading(out, "Try next")
    for command, what in tries:
        out.print(f"  {command + where:{width}}  {what}")
