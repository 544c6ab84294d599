"""What is done to each document before the ledger: pure, picklable, the same in this process and in a worker."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from rawi import actors, analysis, attribution, corroboration, events, reading, wording
from rawi.errors import InputError
from rawi.reading import Limits
from rawi.records import Analysis, Document, Event, Maker, Original, Reading, Skipped, Span, digest

Outcome = Reading | Skipped

ROOMS = (reading, analysis, events, actors, corroboration)


def _vocabulary() -> Iterator[bytes]:
    """Every file of words that the rooms read."""
    for room in (*ROOMS, attribution, wording):
        for folder in room.__path__:
            yield from (file.read_bytes() for file in sorted(Path(folder).rglob("*.yaml")))


@cache
def maker(method: attribution.Method) -> Maker:
    """Who reads by this method of attribution.

    It changes with a room's own maker and with a word in its vocabulary, which makes every stored reading stale.
    """
    makers = (*(room.MAKER for room in ROOMS), attribution.MAKERS[method], wording.MAKERS[method])
    return Maker("rawi", f"{version('rawi')}+{digest(*makers, *_vocabulary())}", (("attribution", method),))


@dataclass(frozen=True, slots=True)
class Job:
    """A batch of originals and how to read them."""

    originals: tuple[Original, ...]
    limits: Limits = field(default_factory=Limits)
    method: attribution.Method = "learned"


def work(job: Job) -> list[Outcome]:
    """One outcome for each original, in order. What cannot be read, or fails unexpectedly, is Skipped; the rest goes on."""
    documents = [_document(original, job.limits) for original in job.originals]
    readable = [(original, found) for original, found in zip(job.originals, documents, strict=True) if isinstance(found, Document)]
    done = iter(_derive_all(readable, job.method))
    _keep()
    return [found if isinstance(found, Skipped) else next(done) for found in documents]


@cache
def _keep() -> None:
    """Leave what the first batch loaded (models, lexicons, packs) out of every later garbage collection: it stays for good."""
    gc.freeze()


def _document(original: Original, limits: Limits) -> Document | Skipped:
    try:
        return reading.read(original, limits)
    except InputError as error:
        return _skipped(original, str(error))
    except Exception as error:
        return _skipped(original, _unexpected(original, error))


def _derive_all(readable: Sequence[tuple[Original, Document]], method: attribution.Method) -> list[Outcome]:
    """Analysed together because that is faster; one at a time where one of them fails, to lose no other."""
    try:
        analyses = analysis.analyse((document for _, document in readable), encode=method == "learned")
        return [_derive(original, analysed, maker(method)) for (original, _), analysed in zip(readable, analyses, strict=True)]
    except Exception as error:
        if len(readable) > 1:
            return [outcome for one in readable for outcome in _derive_all([one], method)]
        ((original, _),) = readable
        return [_skipped(original, _unexpected(original, error))]


def _derive(original: Original, analysed: Analysis, by: Maker) -> Reading:
    claims = attribution.attribute(analysed)
    mentions, aliases = actors.identify(analysed.document, analysed.mentions)
    analysed = replace(analysed, mentions=mentions)
    times = events.find_times(analysed)
    happened = events.happen(analysed, claims, times)
    return Reading(
        original=original,
        document=analysed.document,
        mentions=actors.unnamed(analysed, mentions, _parties(happened)),
        aliases=aliases,
        claims=claims,
        relations=events.relate(analysed, claims),
        events=happened,
        times=times,
        quantities=events.code(analysed, claims),
        loaded=wording.weigh(analysed, mentions),
        signature=corroboration.sign(analysed, claims),
        gaps=() if analysis.analysable(analysed.document) else (_not_analysed(analysed.document),),
        maker=by,
    )


def _parties(happened: Iterable[Event]) -> Iterator[Span]:
    """Where those stand who take part in events or are harmed in them."""
    for event in happened:
        for party in (*event.source, *event.target, *(harm.who for harm in event.harm)):
            yield from party.spans


def _not_analysed(document: Document) -> Skipped:
    reason = f"stored and searchable, but no claims were drawn from it: it is in {document.language!r}, and rawi analyses English"
    return Skipped(path=document.path or document.url, document=document.id, reason=reason)


def _skipped(original: Original, reason: str) -> Skipped:
    return Skipped(path=original.path or original.url, reason=reason)


def _unexpected(original: Original, error: Exception) -> str:
    where: Iterable[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)[-1:]
    at = "".join(f" in {Path(frame.filename).name} line {frame.lineno}" for frame in where)
    return f"{original.name}: rawi failed on it ({type(error).__name__}{at}: {error}); please report this with the file"
