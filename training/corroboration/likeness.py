"""The weights of the reasons for which two claims say the same thing, fitted to stories read by rawi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import torch
from torch import nn

from rawi.corroboration import Prepared, Said, prepare
from rawi.corroboration.comparing import features
from rawi.evaluation.cascades import Mention, Story, find, load_stories, read_story
from rawi.ledger import Ledger
from rawi.records import Claim

REASONS = (
    "meaning", "covered", "part", "sentence", "same event", "same number", "same day", "other day", "other time",
)  # fmt: skip
JOINED = 0.055
"""The probability from which on two groups are one, chosen on the stories: it becomes log odds of 0."""
GIVEN = {"one document": -4.0, "other number": -4.0}
"""What two claims lose that stand in one document, which seldom says the same twice, or that count the same and come to other numbers: of
85 such pairs of the stories that are otherwise alike four say the same, and most pairs that are not alike at all teach nothing here."""
STEPS = 300


def pairs(stories: Path) -> Iterator[tuple[Mapping[str, float], bool]]:
    """What speaks for and against the sameness of claims of two documents, and whether they say the same.

    One of the two is a marked mention's; the other is too, or shares no character with any.
    """
    for story in load_stories(stories):
        with read_story(story) as ledger:
            yield from _pairs(story, ledger)


def _pairs(story: Story, ledger: Ledger) -> Iterator[tuple[Mapping[str, float], bool]]:
    article = {document.id: document.external_id or document.id for document in ledger.documents()}
    claims = [(article[claim.document], claim) for claim in ledger.claims()]
    made = {claim.id: mention.claim for mention, claim in find(story.mentions, claims).items()}
    kept = {claim.id: made.get(claim.id) for name, claim in claims if claim.id in made or not _marked(name, claim, story.mentions)}
    documents = [_prepared(ledger, document, kept) for document in sorted(article)]
    for (first, makes), (second, others) in combinations(documents, 2):
        found = features(first, second) if first.claims and second.claims else {}
        for i, one in enumerate(makes):
            for j, other in enumerate(others):
                if one or other:
                    yield {name: float(values[i, j]) for name, values in found.items()}, one == other


def _marked(article: str, claim: Claim, mentions: tuple[Mention, ...]) -> bool:
    return any(m.article == article and m.start < end and start < m.end for m in mentions for start, end in claim.content)


def _prepared(ledger: Ledger, document: str, kept: Mapping[str, str | None]) -> tuple[Prepared, list[str | None]]:
    """The claims of a document that are in ``kept``, and which marked claim each makes."""
    member = ledger.relating.member(ledger.relating.row(document))
    ids = [claim.id for claim in ledger.claims() if claim.document == document]  # in the order of their numbers
    makes = {saying.claim: kept[id_] for id_, saying in zip(ids, member.sayings, strict=True) if id_ in kept}
    prepared = prepare([Said(*saying) for saying in member.sayings if saying.claim in makes], member.published)
    return prepared, [makes[claim] for claim in prepared.claims]


def fit(found: list[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """Logistic regression by Newton-like steps; the weights by reason, and what is always added."""
    x = torch.tensor([[reasons.get(name, 0.0) for name in REASONS] for reasons, _ in found])
    y = torch.tensor([float(same) for _, same in found])
    model = nn.Linear(len(REASONS), 1)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=STEPS, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(x)[:, 0], y) + model.weight.square().sum() / (2 * len(y))
        loss.backward()
        return float(loss.detach())

    optimizer.step(closure)
    shift = torch.logit(torch.tensor(JOINED))
    weights = dict(zip(REASONS, model.weight[0].tolist(), strict=True))
    return weights | GIVEN | {"always": float(model.bias.detach()[0] - shift)}
