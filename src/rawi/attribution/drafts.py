"""Attributions in the making: cue, source and content brought together, and quotation marks minded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rawi.records import Quotation, Span, Spans, Token

from .contents import find_content
from .cues import Found, cites, find_cues
from .sources import find_source
from .syntax import Tree

_FAR = 60
"""Characters between a cue and the quotation it introduces: "said in an interview with the station on Monday: ...". """
_GAP_BEFORE = re.compile(r"[\s,.\-–—…:]*")
_BREAK = re.compile(r"[.!?;\n\"“”]")
SHORT = 3
"""Words of a quotation that can be somebody's words; a shorter one is a name or a word held at arm's length."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution before its chain and commitment are read."""

    found: Found
    cue: Span
    source_head: Token | None
    source: Spans
    content: Spans
    inner: tuple[Draft, ...] = field(default=())
    """Attributions inside the content, or beside the cue ("citing two officials")."""

    @property
    def start(self) -> int:
        return min(s.start for s in (self.cue, *self.source))

    @property
    def end(self) -> int:
        return max(s.end for s in (self.cue, *self.source))


def draft(tree: Tree) -> list[Draft]:
    """Return every attribution of the document that is not inside another, in text order."""
    return outermost(propose(tree, find_cues(tree)))


def propose(tree: Tree, cues: Iterable[Found]) -> list[Draft]:
    """Return every attribution of the document, those inside others too."""
    drafts = [d for found in cues if (d := _begin(tree, found))]
    return [d for d in take_quotations(tree, drafts) if d.content]


def nested(drafts: Iterable[Draft], proposed: Iterable[Draft]) -> list[Draft]:
    """Return ``drafts`` with what was proposed inside their contents, and with what their cues cite."""
    by_cue = sorted(proposed, key=lambda d: d.cue)
    starts = [d.cue.start for d in by_cue]
    citing = [d for d in by_cue if cites(d.found.head)]
    found = []
    for holder in drafts:
        inner = [d for s, e in holder.content for d in by_cue[bisect_left(starts, s) : bisect_right(starts, e)] if d.cue.end <= e]
        inner += [d for d in citing if d not in inner and _cites(holder, d)]
        found.append(replace(holder, inner=tuple(outermost([d for d in inner if d.cue != holder.cue]))))
    return found


def _begin(tree: Tree, found: Found) -> Draft | None:
    if asked(tree, found):
        return None
    credited = find_source(tree, found)
    if credited is None and found.kind == "verb" and found.cue.word not in ("seem", "appear"):
        return None
    head, reach = credited if credited else (None, None)
    cue = _cue_span(tree, found)
    source = tree.spans(reach) if reach is not None else ()
    parts = tree.spans(find_content(tree, found, reach))
    content = _to_marks(tree, parts, cue, source)
    if not content and (found.kind != "verb" or "clause" not in found.cue.takes):
        return None
    return Draft(found, cue, head, source, content)


def asked(tree: Tree, found: Found) -> bool:
    """ "Did the mayor say that ...?" asks, and claims nothing."""
    sentence = tree.sentence(found.head)
    question = tree.text[sentence.start : sentence.end].endswith("?")
    return question and not any(sentence.start <= q.start < sentence.end for q in tree.quotations)


def _cue_span(tree: Tree, found: Found) -> Span:
    """The cue's characters; a colon that introduces speech belongs to it."""
    start, end = tree.tokens[found.tokens[0]].start, tree.tokens[found.tokens[-1]].end
    return Span(start, end + 1) if tree.text[end : end + 1] == ":" and found.kind == "verb" else Span(start, end)


def _to_marks(tree: Tree, parts: Spans, cue: Span, source: Spans) -> Spans:
    """Widen each part to the quotation it is in or ends in; the parser knows nothing of quotation marks."""
    wide = []
    for part in parts:
        start, end = part
        for q in tree.quotations:
            if q.start >= end or q.end <= start or _holds(q, cue) or any(_holds(q, s) for s in source):
                continue
            start, end = min(start, q.start), max(end, q.end)
        wide.append(_apart(Span(start, end), cue, part))
    return _merged(wide)


def _holds(q: Quotation, span: Span) -> bool:
    return q.start <= span.start and span.end <= q.end


def _apart(span: Span, cue: Span, part: Span) -> Span:
    """Keep a widened part off the cue."""
    return part if span.start < cue.end and cue.start < span.end else span


def _merged(spans: list[Span]) -> Spans:
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def take_quotations(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """Give each quotation that syntax left over to the cue beside it, or to the speaker who has just been quoted."""
    last: int | None = None
    for q in tree.quotations:
        mine = next((i for i, d in enumerate(drafts) if _covers(d.content, q) and not _holds(q, d.cue)), None)
        if mine is None and len(tree.text[q.start : q.end].split()) >= SHORT:
            mine = _beside(tree, drafts, q)
            if mine is None and last is not None and _goes_on(tree, drafts, drafts[last], q):
                mine = last
            if mine is not None:
                drafts[mine] = replace(drafts[mine], content=_merged([*drafts[mine].content, Span(q.start, q.end)]))
        last = mine
    return drafts


def _covers(content: Spans, q: Quotation) -> bool:
    return any(s.start <= q.start + 1 and q.end - 1 <= s.end for s in content)


def _beside(tree: Tree, drafts: list[Draft], q: Quotation) -> int | None:
    best: tuple[int, int] | None = None
    for i, d in enumerate(drafts):
        if d.found.kind != "verb" or "clause" not in d.found.cue.takes or _holds(q, d.cue):
            continue
        gap = _gap(tree, d, q)
        if gap is not None and (best is None or gap < best[0]):
            best = gap, i
    return best[1] if best else None


def _gap(tree: Tree, d: Draft, q: Quotation) -> int | None:
    if q.end <= d.start:
        between = tree.text[q.end : d.start]
        return len(between) if "\n" not in between and _GAP_BEFORE.fullmatch(between) else None
    if d.end <= q.start and not d.content:
        between = tree.text[d.end : q.start]
        colon = tree.text[d.cue.start : q.start].rstrip().endswith(":")  # it may introduce the next paragraph, too
        if len(between) <= _FAR and not _BREAK.search(between.rstrip() if colon else between):
            return len(between)
    return None


def _goes_on(tree: Tree, drafts: list[Draft], d: Draft, q: Quotation) -> bool:
    """A new quotation goes on where the same paragraph's last one, or the sentence of its cue, has ended and nobody else speaks."""
    end = max(d.end, d.content[-1].end)
    between = tree.text[end : q.start].rstrip(" \xa0")
    ended = not between or (between[-1] in ".!?…," and not _BREAK.search(between[:-1]))
    return (
        end <= q.start and "\n" not in between and len(between) <= _FAR and ended and not any(end <= o.cue.start < q.start for o in drafts)
    )


def outermost(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep what no other attribution's content holds, in text order; hand what is held, and what a cue cites, to its holder."""
    kept: list[Draft] = []
    holders: dict[int, int] = {}  # where in ``kept`` the holder of a character is, for the characters that cues begin with
    drafts = list(drafts)
    begins = sorted(d.cue.start for d in drafts)
    for d in sorted(drafts, key=lambda d: (cites(d.found.head), -sum(e - s for s, e in d.content))):
        holder = holders.get(d.cue.start)
        if holder is not None and not _inside(d.cue, kept[holder].content):
            holder = None
        if holder is None and cites(d.found.head):
            holder = next((i for i, k in enumerate(kept) if _cites(k, d)), None)
        if holder is None:
            for start, end in d.content:
                for at in begins[bisect_left(begins, start) : bisect_left(begins, end)]:
                    holders.setdefault(at, len(kept))
            kept.append(d)
        else:
            kept[holder] = replace(kept[holder], inner=(*kept[holder].inner, d))
    return sorted(kept, key=lambda d: d.start)


def overlap(first: Draft, second: Draft) -> bool:
    """Whether some words are cue or content of both."""
    return any(s.start < o.end and o.start < s.end for s in (first.cue, *first.content) for o in (second.cue, *second.content))


def _inside(span: Span, content: Spans) -> bool:
    return any(s.start <= span.start and span.end <= s.end for s in content)


def _cites(holder: Draft, d: Draft) -> bool:
    """ "the Courier, quoting a judge, reported": the quoting hangs from the reporting or from who reports."""
    hangs_from = {holder.found.head.index, holder.source_head.index if holder.source_head else -1}
    return cites(d.found.head) and d.found.head.head in hangs_from
