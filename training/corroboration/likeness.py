"""The weights of the reasons for which two claims say the same thing, fitted to stories read by rawi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import torch
from torch import nn

from rawi.corroboration import Prepared, Said, compare, prepare, signed
from rawi.corroboration.comparing import features
from rawi.corroboration.copying import resemblance
from rawi.evaluation.cascades import Mention, Story, find, load_stories, read_story
from rawi.ledger import Ledger
from rawi.records import Claim

JOINED, COPIED = 0.08, 0.4
"""The probabilities from which on two groups are one, and one document a copy: chosen on the stories."""
GIVEN = {"one document": -4.0, "other number": -6.0, "length": -8.0}
"""What two claims lose that stand in one document, which seldom says the same twice, or that count the same and come to other numbers: of
85 such pairs of the stories that are otherwise alike four say the same, and most pairs that are not alike at all teach nothing here.
Of long claims, which the stories lack, many words are near any other's: in news a claim of 32 pieces loses 2."""
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


def copies(stories: Path) -> Iterator[tuple[Mapping[str, float], bool]]:
    """What of the shorter of two articles of a story the other one has, and whether one repeats the other."""
    for story in load_stories(stories):
        with read_story(story) as ledger:
            article = {document.id: document.external_id or document.id for document in ledger.documents()}
            members = [ledger.relating.member(ledger.relating.row(document)) for document in sorted(article)]
        told = []
        for one in members:
            claims = prepare([Said(*saying) for saying in one.sayings], one.published)
            told.append((signed(one.id, one.outlet, one.published, one.text, one.minhash, len(claims.claims)), claims))
        for (first, claims), (second, others) in combinations(told, 2):
            pair = frozenset((article[first.id], article[second.id]))
            yield resemblance(first, second, list(compare(claims, others))), pair in story.copies


def fit(found: Sequence[tuple[Mapping[str, float], bool]], joined: float, given: Mapping[str, float]) -> dict[str, float]:
    """Logistic regression by Newton-like steps: the weights by reason, those ``given`` as they are, and what is always added.

    ``joined`` is the probability that becomes log odds of 0.
    """
    names = [name for name in found[0][0] if name not in given]
    x = torch.tensor([[reasons[name] for name in names] for reasons, _ in found])
    y = torch.tensor([float(same) for _, same in found])
    model = nn.Linear(len(names), 1)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=STEPS, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(x)[:, 0], y) + model.weight.square().sum() / (20 * len(y))
        loss.backward()
        return float(loss.detach())

    optimizer.step(closure)
    shift = torch.logit(torch.tensor(joined))
    weights = dict(zip(names, model.weight[0].tolist(), strict=True))
    return {**weights, **given, "always": float(model.bias.detach()[0] - shift)}
