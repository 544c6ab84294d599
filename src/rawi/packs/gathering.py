"""Actors and ties of another data set made into a pack: ids, names that tell actors apart, references that lead somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rawi.errors import PackError
from rawi.packs.checking import LONGEST, UNPRINTABLE, is_before
from rawi.packs.loading import shipped
from rawi.packs.schema import Holder, Known, Pack, Tie
from rawi.packs.slices import LeftOut
from rawi.records import ActorKind, digest

MAX_ACTORS = 50_000
"""More would be more than a pack's file may hold, and than a person could look through."""
HOLDS = "holds"
"""The tie of a person to an office: it becomes one of the office's holders."""
_LONGEST_SLUG = 60
_SPOKEN_MARKS = re.compile("['’‘`ʼʿʾ]")

Ref = tuple[str, str]
"""A scheme and an identifier in it: ("wikidata", "Q796")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An actor as its data set has it. It goes by each of its identifiers, of which the first is the data set's own."""

    identifiers: tuple[Ref, ...]
    kind: ActorKind
    names: tuple[str, ...]
    """Its own name first."""
    sources: tuple[str, ...]
    country: Ref | None = None
    of: Ref | None = None


class Link(NamedTuple):
    """A tie between two actors, by their identifiers. Without a source it rests on its subject's."""

    subject: Ref
    kind: str
    object: Ref
    since: str | None = None
    until: str | None = None
    source: str | None = None


class Gathering:
    """The actors and ties found so far."""

    def __init__(self, left: LeftOut) -> None:
        self.left = left
        self._taken = {actor.id for pack in shipped() for actor in pack.actors}
        self._ships = {ref: actor.id for pack in shipped() for actor in pack.actors for ref in actor.identifiers}
        self._stands_for: dict[Ref, str] = {}
        self._drafts: dict[Ref, Draft] = {}
        self._links: list[Link] = []

    def add(self, draft: Draft) -> None:
        """Keep an actor, unless rawi ships it: then what points to it will point there.

        Raises:
            PackError: these are more actors than a pack can hold.
        """
        own = draft.identifiers[0]
        if same := next((self._ships[ref] for ref in draft.identifiers if ref in self._ships), None):
            self._stands_for[own] = same
            self.left.count("actor that rawi ships")
        elif own in self._drafts:
            self.left.count("actor that stood before")
        elif not draft.names:
            self.left.count("actor without a name")
        elif len(self._drafts) == MAX_ACTORS:
            raise PackError(f"more than {MAX_ACTORS:,} actors; give a smaller slice, one pack for each matter")
        else:
            self._drafts[own] = draft

    def link(self, link: Link) -> None:
        """Keep a tie; whether its ends are there shows in the end."""
        self._links.append(_dated(link))

    def pack(self, name: str, title: str) -> Pack:
        """All that was kept, with what is not tied to anything in it left out."""
        ids = self._ships | self._stands_for | _ids(self._drafts.values(), self._taken)
        named = Counter((draft.names[0], draft.kind) for draft in self._drafts.values())
        ties, holders = self._resolved(ids)
        actors = (self._known(draft, ids, named[draft.names[0], draft.kind] > 1) for draft in self._drafts.values())
        return Pack(name, title, tuple(replace(actor, ties=tuple(ties[actor.id]), holders=tuple(holders[actor.id])) for actor in actors))

    def _known(self, draft: Draft, ids: Mapping[Ref, str], ambiguous: bool) -> Known:
        name, *names = draft.names
        if ambiguous:
            names = [name, *names]
            name = f"{name[: LONGEST - 50]} ({_mark(draft)})"
        country = ids.get(draft.country) if draft.country else None
        if draft.country and country is None:
            self.left.count("country that is in neither the slice nor a shipped pack")
        return Known(
            id=ids[draft.identifiers[0]],
            name=name,
            kind=draft.kind,
            names=tuple(names),
            country=country,
            of=ids.get(draft.of) if draft.of else None,
            identifiers=draft.identifiers,
            sources=draft.sources,
        )

    def _resolved(self, ids: Mapping[Ref, str]) -> tuple[Mapping[str, list[Tie]], Mapping[str, list[Holder]]]:
        ties: defaultdict[str, list[Tie]] = defaultdict(list)
        holders: defaultdict[str, list[Holder]] = defaultdict(list)
        for link in dict.fromkeys(self._links):
            if reason := self._fault(link, ids):
                self.left.count(reason)
                continue
            subject, other = ids[link.subject], ids[link.object]
            if link.kind == HOLDS:
                holders[other].append(Holder(subject, link.source or self._drafts[link.object].sources[0], link.since, link.until))
            else:
                ties[subject].append(Tie(link.kind, other, link.source or self._drafts[link.subject].sources[0], link.since, link.until))
        for terms in holders.values():
            terms.sort(key=lambda term: (term.since or "", term.person))
        return ties, holders

    def _fault(self, link: Link, ids: Mapping[Ref, str]) -> str | None:
        keeper = link.object if link.kind == HOLDS else link.subject
        if link.subject not in ids or link.object not in ids:
            return f"{'term of an office' if link.kind == HOLDS else 'tie'} to one that is in neither the slice nor a shipped pack"
        if keeper not in self._drafts:
            return "tie or term of an actor that rawi ships"
        if link.kind == HOLDS and self._drafts[keeper].kind != "office":
            return "term of an office that is none"
        return "tie of an actor to itself" if ids[link.subject] == ids[link.object] else None


def clean(texts: Iterable[object], left: LeftOut) -> Iterator[str]:
    """Names as a pack may have them, each once: no control characters, no runs of white space, none too long."""
    for text in dict.fromkeys(" ".join(UNPRINTABLE.sub(" ", text).split()) for text in texts if isinstance(text, str)):
        if len(text) > LONGEST:
            left.count(f"name of more than {LONGEST} characters")
        elif text:
            yield text


def _dated(link: Link) -> Link:
    """Dates that contradict each other say nothing."""
    if link.since and link.until and is_before(link.until, link.since):
        return link._replace(since=None, until=None)
    return link


def _ids(drafts: Iterable[Draft], taken: set[str]) -> dict[Ref, str]:
    """A slug for each, of its name where no other has that; whichever order they come in, the same."""
    found: dict[Ref, str] = {}
    waiting = list(drafts)
    choices: tuple[Callable[[Draft], str], ...] = (_by_name, _by_identifier, _by_digest)
    for choice in choices:
        wanted = [(choice(draft), draft) for draft in waiting]
        often = Counter(slug for slug, _ in wanted)
        free = {slug for slug, n in often.items() if slug and n == 1} - taken
        found |= {draft.identifiers[0]: slug for slug, draft in wanted if slug in free}
        waiting = [draft for slug, draft in wanted if slug not in free]
        taken = taken | free
    return found


def _by_name(draft: Draft) -> str:
    return _slug(draft.names[0])


def _by_identifier(draft: Draft) -> str:
    return f"{_slug(draft.names[0])}-{_slug(_mark(draft))}".strip("-")


def _by_digest(draft: Draft) -> str:
    return f"{draft.kind}-{digest(*draft.identifiers[0])}"


def _mark(draft: Draft) -> str:
    """What tells it from another of its name."""
    identifier = draft.identifiers[0][1]
    return identifier if len(identifier) <= 40 else digest(identifier)


def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKD", _SPOKEN_MARKS.sub("", text))
    plain = "".join(char for char in folded if not unicodedata.combining(char)).lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_SLUG].strip("-")
