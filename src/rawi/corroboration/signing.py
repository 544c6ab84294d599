"""What blocking and comparison need of a document and of its claims."""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from rensa import RMinHash

from rawi.corroboration.firsthand import firsthand
from rawi.corroboration.meaning import in_context
from rawi.corroboration.subjects import blocks, numbers, subjects
from rawi.corroboration.words import folded
from rawi.records import Analysis, Claim, ClaimSignature, Document, Signature

SHINGLE = 3
"""Words in a shingle."""
HASHES = 256
"""Hashes of a document's shingles: likeness is known to about three hundredths."""
ROWS = 2
"""Hashes in a band. Texts with a likeness of 0.3 share one of 48 bands in 99 of 100 cases, of 0.1 in 38."""
BANDS = 48
SEED = 20240229


class Sketch(NamedTuple):
    """A document's shingles: how many, and their MinHash."""

    size: int
    hashes: tuple[int, ...]


def sign(analysis: Analysis, claims: Iterable[Claim]) -> Signature:
    """The signature of the document and of its claims."""
    document = analysis.document
    sketch = _sketch(shingles(document))
    names, words = subjects("\n".join(_prose(document)))
    banded = _bands(sketch.hashes) if sketch.size else ()
    return Signature(
        document=document.id,
        minhash=struct.pack(f"<{1 + HASHES}I", sketch.size, *sketch.hashes),
        subjects=numbers(names, words),
        blocks=tuple(sorted({*banded, *blocks(names, words, document.published)})),
        claims=tuple(_claims(analysis, claims)),
    )


def unpack(minhash: bytes) -> Sketch:
    """The sketch in a signature."""
    size, *hashes = struct.unpack(f"<{len(minhash) // 4}I", minhash)
    return Sketch(size, tuple(hashes))


def shingles(document: Document) -> set[str]:
    """Every run of three words of the article's prose, site header and byline left out."""
    words = [word for part in _prose(document) for word in folded(part)]
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 0))}


def _prose(document: Document) -> Iterator[str]:
    at = 0
    for start, end in sorted(document.frame):
        yield document.text[at:start]
        at = max(at, end)
    yield document.text[at:]


def _sketch(found: set[str]) -> Sketch:
    sketch = RMinHash(num_perm=HASHES, seed=SEED)
    sketch.update(sorted(found))
    return Sketch(len(found), tuple(sketch.digest()))


def _bands(hashes: Sequence[int]) -> Iterator[int]:
    """A blocking key of 48 bits for each run of ROWS hashes."""
    for band in range(BANDS):
        rows = hashes[band * ROWS : (band + 1) * ROWS]
        yield int.from_bytes(blake2b(struct.pack(f"<{1 + ROWS}I", band, *rows), digest_size=6).digest(), "little")


def _claims(analysis: Analysis, claims: Iterable[Claim]) -> Iterator[ClaimSignature]:
    starts, ends = [token.start for token in analysis.tokens], [token.end for token in analysis.tokens]
    for claim in claims:
        tokens = [index for start, end in claim.content for index in range(bisect_right(ends, start), bisect_left(starts, end))]
        context = in_context(analysis.vectors, tokens) if analysis.vectors is not None and tokens else b""
        yield ClaimSignature(claim.id, context, firsthand(analysis.document, claim.content[0].start))
