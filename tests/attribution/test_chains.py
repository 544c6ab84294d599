"""Chains from drafts as odd text makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rawi.attribution.claims import claims_of
from rawi.attribution.drafts import draft
from rawi.attribution.syntax import Tree
from rawi.records import Analysis, Maker

Reader = Callable[..., Analysis]


def test_a_source_of_punctuation_alone_is_nobody(analysed: Reader) -> None:
    tree = Tree(analysed("The mayor said that the bridge had fallen."))
    (said,) = draft(tree)
    (claim,) = (c for c in claims_of(tree, [replace(said, source=())], Maker("test", "1")) if c.cue)
    assert claim.chain == () and claim.commitment == "reported"
