"""On whose word a report rests, and whether two reports rest on one: the same person, the body he speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from rawi.corroboration.words import content_words, folded, vocabulary
from rawi.records import Commitment, LinkKind

TELLING = 3
"""Words by which two without a name are known to be one: "a nurse in the garrison hospital"."""


class Link(Protocol):
    """A link of a chain: as printed, what it stands for, and its actor's id and name."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> LinkKind: ...
    @property
    def meant(self) -> str: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def name(self) -> str | None: ...


class Report(Protocol):
    """A claim with its document; ``firsthand`` as in `ClaimSignature`.

    ``original`` is the document that this one is a copy of in the end, else this one itself.
    """

    @property
    def claim(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def commitment(self) -> Commitment: ...
    @property
    def firsthand(self) -> bool: ...
    @property
    def document(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def original(self) -> str: ...
    @property
    def chain(self) -> Sequence[Link]: ...


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a report rests on in the end."""

    name: str
    """What to call it."""
    actor: str | None
    named: frozenset[str]
    """The words of its name, of a person without initials; empty for one without a name."""
    described: frozenset[str]
    """All words by which the report calls it, its name among them."""
    person: bool
    through: frozenset[str]
    """The words of the publication through which the report has it, if there is one."""
    document: str
    """The original of the document that prints it: one without a name is one voice a document."""


def speaker(report: Report) -> Speaker:
    """Who ``report`` rests on: the last link of its chain, else its outlet."""
    if not report.chain:
        name = report.outlet or "an article without an outlet"
        named = frozenset(content_words(name) if report.outlet else ())
        return Speaker(shown(name), None, named, frozenset(), False, frozenset(), report.original)
    last = report.chain[-1]
    words = frozenset(content_words(f"{last.text} {last.meant}"))
    named = frozenset(content_words(last.name)) if last.name else frozenset(words if last.kind == "publication" else ())
    through = next((frozenset(content_words(link.text)) for link in report.chain[:-1] if link.kind == "publication"), frozenset[str]())
    name = shown(last.name or last.meant or last.text)
    return Speaker(name, last.actor, named, words | named, last.kind == "person", through, report.original)


def same_voice(first: Speaker, second: Speaker) -> bool:
    """Whether two speakers of one claim are one voice."""
    if first.actor and first.actor == second.actor:
        return True
    if first.named and second.named and (_same_name(first, second) or _same_name(second, first)):
        return True
    if _speaks_for(first, second) or _speaks_for(second, first):
        return True
    if first.named or second.named:
        return bool((first.named and first.named <= second.described) or (second.named and second.named <= first.described))
    shared = first.described & second.described
    one_way = first.document == second.document or (bool(first.through) and first.through == second.through)
    return (one_way and (bool(shared) or first.described == second.described)) or len(shared) >= TELLING


def _same_name(first: Speaker, second: Speaker) -> bool:
    """ "Orr" is Jamil Orr; "the Courier" is The Lower Basin Courier."""
    return first.named <= second.named and first.person == second.person


def _speaks_for(first: Speaker, second: Speaker) -> bool:
    """ "The ministry's spokesman" speaks for the ministry."""
    return bool(second.named) and not second.person and second.named <= first.described and bool(first.described & _speakers())


@cache
def _speakers() -> frozenset[str]:
    return frozenset(word for noun in vocabulary().speakers for word in content_words(noun))


def vague(report: Report) -> bool:
    """Whether nobody is named or described: "reportedly"."""
    if not report.chain:
        return report.commitment in ("reported", "alleged", "believed", "claimed")
    last = report.chain[-1]
    return (
        not last.actor
        and not content_words(f"{last.text} {last.meant}")
        and not set(folded(last.text)) & {"he", "she", "him", "her", "his"}
    )


def outlet_of(report: Report, outlets: Iterable[str]) -> str | None:
    """The outlet other than its own that the report has it from, of ``outlets``; empty for one that is not named."""
    for link in report.chain:
        found = next((outlet for outlet in sorted(outlets) if outlet != report.outlet and _is(link, outlet)), None)
        if found:
            return found
    unnamed = any(set(folded(link.text)) & vocabulary().outlets and link.kind not in ("person", "office") for link in report.chain)
    return "" if unnamed else None


def _is(link: Link, outlet: str) -> bool:
    """Whether the link is the outlet: "the Courier" is The Lower Basin Courier, but an organization must have its whole name."""
    words = set(content_words(outlet))
    printed = [set(content_words(name)) for name in (link.text, link.name) if name]
    return any(found and (found == words or (link.kind in ("publication", "document") and found < words)) for found in printed)


def shown(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())
