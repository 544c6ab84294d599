"""Claims that say the same thing, gathered by average linkage: a group grows while its claims are, on the average, rather one than not.

Chains of likeness are not followed, which would soon join half of a large corpus: with a like b and b like c, but c not like a, the three
are one only if a and c are not far from it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ALIKE = 0.0
"""The mean log odds from which on two groups are one."""
FLOOR = -1.5
"""Log odds below which two claims are not alike at all; fewer are not told apart."""
UNLIKE = -2.2
"""What stands for two claims that were held against each other and are not alike."""
LARGEST = 1000
"""Claims in a group, at most: of a larger network the surest pairs are joined first."""

Pair = tuple[str, str]
Matrix = NDArray[np.float64]


def gather(
    claims: Collection[str], alike: Mapping[Pair, float], compared: Mapping[str, Collection[str]], of: Mapping[str, str]
) -> list[set[str]]:
    """Split ``claims``, by their ids, into groups that each say one thing.

    ``alike`` has the log odds of pairs, the first id first; ``of`` is each claim's document, and ``compared`` says of which other
    documents the claims were held against those of one. What was never compared speaks neither for nor against.
    """
    groups = []
    for network in _networks(sorted(claims), alike):
        groups += _linked(network, alike, compared, of) if len(network) > 1 else [set(network)]
    return groups


def _networks(claims: Sequence[str], alike: Mapping[Pair, float]) -> list[list[str]]:
    """Claims that likeness connects, the surest pairs first, in networks that do not grow too large."""
    network = {claim: [claim] for claim in claims}
    for pair, score in sorted(alike.items(), key=lambda one: (-one[1], one[0])):
        first, second = (network[claim] for claim in pair)
        if score >= ALIKE and first is not second and len(first) + len(second) <= LARGEST:
            first += second
            network.update((claim, first) for claim in second)
    return list({id(members): sorted(members) for members in network.values()}.values())


def _linked(
    claims: Sequence[str], alike: Mapping[Pair, float], compared: Mapping[str, Collection[str]], of: Mapping[str, str]
) -> list[set[str]]:
    total, pairs = np.zeros((len(claims), len(claims))), np.zeros((len(claims), len(claims)))
    for i, first in enumerate(claims):
        for j, second in enumerate(claims[:i]):
            score = alike.get((second, first))
            if score is None and of[first] != of[second] and of[second] not in compared.get(of[first], ()):
                continue
            total[i, j] = total[j, i] = UNLIKE if score is None else score
            pairs[i, j] = pairs[j, i] = 1
    groups = {i: {claim} for i, claim in enumerate(claims)}
    mean = _mean(total, pairs)
    while len(groups) > 1:
        kept, gone = sorted(divmod(int(mean.argmax()), len(claims)))
        if mean[kept, gone] < ALIKE:
            break
        groups[kept] |= groups.pop(gone)
        for matrix in (total, pairs):
            matrix[kept] += matrix[gone]
            matrix[:, kept] = matrix[kept]
            matrix[gone] = matrix[:, gone] = matrix[kept, kept] = 0
        mean[kept] = mean[:, kept] = _mean(total[kept], pairs[kept])
        mean[gone] = mean[:, gone] = -np.inf
    return list(groups.values())


def _mean(total: Matrix, pairs: Matrix) -> Matrix:
    return np.divide(total, pairs, out=np.full_like(total, -np.inf), where=pairs > 0)
