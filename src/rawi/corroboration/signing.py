"""What blocking and comparison need of a document and of its claims."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from rensa import RMinHash

from rawi.corroboration.words import content_words, folded
from rawi.records import Claim, ClaimSignature, Document, Signature

SHINGLE = 3
"""Words in a shingle."""
HASHES = 256
"""Hashes of a document's shingles: likeness is known to about three hundredths."""
ROWS = 2
"""Hashes in a band. Texts with a likeness of 0.3 share one of 48 bands in 99 of 100 cases, of 0.1 in 38."""
DOCUMENT_BANDS = 48
CLAIM_BANDS = 16
"""Claims that share half of their words share one of 16 bands in 99 of 100 cases, a third in 85, a quarter in 64."""
FEWEST_WORDS = 3
"""Content words below which a claim says too little to be compared."""
SEED = 20240229


class Sketch(NamedTuple):
    """A document's shingles: how many, and their MinHash."""

    size: int
    hashes: tuple[int, ...]


def sign(document: Document, claims: Iterable[Claim]) -> Signature:
    """The signature of ``document`` and of each claim that says enough to be compared."""
    sketch = _sketch(shingles(document))
    claimed = []
    for claim in claims:
        words = content_words(claim.text)
        if len(words) >= FEWEST_WORDS:
            claimed.append(ClaimSignature(claim.id, words, _bands(_minhash(words, CLAIM_BANDS * ROWS), CLAIM_BANDS)))
    blocks = _bands(sketch.hashes, DOCUMENT_BANDS) if sketch.size else ()
    packed = struct.pack(f"<{1 + HASHES}I", sketch.size, *sketch.hashes)
    return Signature(document.id, packed, blocks, tuple(claimed))


def unpack(minhash: bytes) -> Sketch:
    """The sketch in a signature."""
    size, *hashes = struct.unpack(f"<{len(minhash) // 4}I", minhash)
    return Sketch(size, tuple(hashes))


def shingles(document: Document) -> set[str]:
    """Every run of three words of the article's prose, site header and byline left out."""
    words = list(_prose(document))
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 0))}


def _prose(document: Document) -> Iterator[str]:
    at = 0
    for start, end in sorted(document.frame):
        yield from folded(document.text[at:start])
        at = max(at, end)
    yield from folded(document.text[at:])


def _sketch(found: set[str]) -> Sketch:
    return Sketch(len(found), _minhash(sorted(found), HASHES))


def _minhash(items: Sequence[str], hashes: int) -> tuple[int, ...]:
    sketch = RMinHash(num_perm=hashes, seed=SEED)
    sketch.update(list(items))
    return tuple(sketch.digest())


def _bands(hashes: Sequence[int], bands: int) -> tuple[int, ...]:
    """A blocking key of 48 bits for each run of ROWS hashes."""
    keys = []
    for band in range(bands):
        rows = hashes[band * ROWS : (band + 1) * ROWS]
        keys.append(int.from_bytes(blake2b(struct.pack(f"<{1 + ROWS}I", band, *rows), digest_size=6).digest(), "little"))
    return tuple(keys)
