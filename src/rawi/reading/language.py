"""Which language a text is in, as a BCP 47 tag."""

from __future__ import annotations

import re

UNDETERMINED = "und"
ENOUGH = 40
"""Letters below which a guess is no better than chance."""
SAMPLE = 2000
NEAR = 20.0
"""Log odds by which another language must be likelier than English: a sentence of names and short words reads like Nigerian Pidgin."""
_TAG = re.compile(r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", re.I)


def identify(text: str, given: str | None, declared: str | None) -> str:
    """The language that was given beside the text, else the one it reads like, else the one its page declares, else "und"."""
    if given and _TAG.match(given):
        return given
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) >= ENOUGH:
        from py3langid import rank

        ranked = rank(sample)
        scores = {str(tag): float(score) for tag, score in ranked}
        best = str(ranked[0][0])
        return "en" if scores[best] - scores["en"] < NEAR else best
    return declared if declared and _TAG.match(declared) else UNDETERMINED
