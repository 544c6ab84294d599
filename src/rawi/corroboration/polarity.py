"""Whether a claim's own words say that something is not so: "there was no fire", "it is a slander that"."""

from __future__ import annotations

import re
from itertools import pairwise

from rawi.corroboration.words import folded, vocabulary

_END = re.compile(r" … |(?<=[.!?;])\s")


def negated(text: str) -> bool:
    """Whether ``text`` denies what its other words say; "no fewer than nine" does not.

    Its first sentence tells, which says the thing; what follows may say anything.
    """
    words, known = folded(_END.split(text)[0]), vocabulary()
    denies = any(word in known.negators and after not in known.harmless for word, after in pairwise([*words, ""]))
    return denies or any(word in known.untruths for word in words)


def implied(text: str) -> bool:
    """Whether ``text`` says without a negative word that something is not so: "it will be spring before a car gets over"."""
    return any(word in vocabulary().implicit for word in folded(text))
