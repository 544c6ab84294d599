"""The room's verb: attributions by the learned network or by the rules, made into claims."""

from __future__ import annotations

import json
from typing import Literal

from rawi import models
from rawi.records import Analysis, Claim, Maker

from .claims import claims_of
from .drafts import draft
from .learned import learned_drafts
from .syntax import Tree

Method = Literal["learned", "rules"]

MAKERS: dict[Method, Maker] = {
    "learned": Maker(
        "rawi.attribution.learned", "1", (("weights", json.loads((models.FOLDER / "network.json").read_text("utf-8"))["weights"]),)
    ),
    "rules": Maker("rawi.attribution.rules", "1"),
}


def attribute(analysis: Analysis) -> tuple[Claim, ...]:
    """Return the claims of one document in text order: what it credits to others, and what it says itself.

    By the learned network where the analysis has vectors, else by the rules. A document that was not analysed, since it is in
    another language, yields none.
    """
    tree = Tree(analysis)
    if analysis.vectors is None:
        return claims_of(tree, draft(tree), MAKERS["rules"])
    return claims_of(tree, learned_drafts(tree, analysis.vectors), MAKERS["learned"])
