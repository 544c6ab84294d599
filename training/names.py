"""Weighs what is found in two names: ``python -m training.names LIST.csv [--write]``.

A logistic regression drawn to the weights of names.yaml (maximum a posteriori, Gaussian prior of variance ``1 / STRENGTH``), each
weight bounded to the side on which it can speak, fitted to the pairs of LIST and every other pair of evaluation/variants.csv by
Newton's method. Prints the F1 of LIST and of the variants, then that of LIST cross-validated: five folds over its pairs, five times
shuffled. ``--write`` writes src/rawi/actors/compare.yaml.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from rawi.actors.compare import SAME, features, prepare
from rawi.evaluation.names import Marked, count, load_pairs

STRENGTH = 4.0
VARIANT = 2.0
"""How often a pair of the variants counts: they are of the news, where the list is mostly of companies and sanctions."""
FOLDS = 5
HEADER = "# How much each thing that can be found in two names weighs, in log odds; see compare.py. Made by python -m training.names.\n\n"

Weights = dict[str, dict[str, float]]
Numbers = NDArray[np.float64]


@cache
def found(pair: Marked) -> Mapping[str, float]:
    """The features of a pair."""
    return features(prepare(pair.first, pair.kind), prepare(pair.second, pair.kind))


def fit(pairs: Sequence[Marked], variants: Sequence[Marked]) -> Weights:
    """The weights of persons' names and of others', rounded to a tenth."""
    prior = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text("utf-8"))
    weights: Weights = {}
    for kind, name in (("person", "person"), ("organization", "body")):
        rows = [(pair, times) for some, times in ((pairs, 1.0), (variants, VARIANT)) for pair in some if pair.kind == kind]
        values = np.array([[found(pair).get(feature, 0.0) for feature in prior[name]] for pair, _ in rows])
        same, times = np.array([pair.same for pair, _ in rows], dtype=float), np.array([times for _, times in rows])
        fitted = _newton(values, same, times, _Bounds(prior, name))
        weights[name] = dict(sorted(zip(prior[name], (round(float(w), 1) + 0.0 for w in fitted), strict=True), key=lambda w: -w[1]))
    return weights


class _Bounds:
    """Where each weight begins, between what it stays, and which are fitted at all."""

    def __init__(self, prior: Mapping[str, Any], name: str) -> None:
        self.begin: Numbers = np.array(list(prior[name].values()))
        self.least: Numbers = np.array([0.0 if feature in prior["for"] else -np.inf for feature in prior[name]])
        self.most: Numbers = np.array([np.inf if feature in (*prior["for"], "to begin with") else 0.0 for feature in prior[name]])
        self.free = np.array([feature not in prior["held"][name] for feature in prior[name]])


def _newton(values: Numbers, same: Numbers, times: Numbers, bounds: _Bounds) -> Numbers:
    weights = bounds.begin.copy()
    for _ in range(400):
        likely = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (times * (likely - same)) + STRENGTH * (weights - bounds.begin)
        bend = (values * (times * likely * (1 - likely))[:, None]).T @ values + STRENGTH * np.eye(len(weights))
        stuck = ((weights <= bounds.least) & (slope > 0)) | ((weights >= bounds.most) & (slope < 0))
        moving = np.flatnonzero(bounds.free & ~stuck)
        step = np.zeros_like(weights)
        step[moving] = np.linalg.solve(bend[np.ix_(moving, moving)], slope[moving])
        moved = np.where(bounds.free, np.clip(weights - step / 2, bounds.least, bounds.most), weights)
        if np.abs(moved - weights).max() < 1e-6:
            break
        weights = moved
    return weights


def scores(pairs: Sequence[Marked], weights: Weights) -> list[float]:
    """Of each pair by these weights."""
    sums = [sum(weights["person" if p.kind == "person" else "body"][name] * v for name, v in found(p).items()) for p in pairs]
    return [float(1 / (1 + np.exp(-total))) for total in sums]


def crossed(pairs: Sequence[Marked], variants: Sequence[Marked], seed: int) -> float:
    """F1 in percent when each fifth of the pairs is judged by weights fitted to the others."""
    order = list(range(len(pairs)))
    random.Random(seed).shuffle(order)
    judged = [0.0] * len(pairs)
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        weights = fit([pairs[i] for i in order if i not in set(held)], variants)
        for i, score in zip(held, scores([pairs[i] for i in held], weights), strict=True):
            judged[i] = score
    return count(pairs, judged, SAME).figure.f1


def main() -> None:
    """Fit, measure, write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("list", type=Path, help="CSV of pairs, as rawi evaluate names reads it")
    arguments.add_argument("--variants", type=Path, default=Path("evaluation/variants.csv"))
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    pairs, variants = load_pairs(given.list), load_pairs(given.variants)
    odd, even = variants[::2], variants[1::2]
    weights = fit(pairs, odd)
    for name, some in ((given.list.name, pairs), ("variants, odd rows", odd), ("even rows", even), ("all", variants)):
        print(f"{name}: {count(some, scores(some, weights), SAME).figure}")
    folds = [crossed(pairs, odd, seed) for seed in range(5)]
    print(f"cross-validated F1: {sum(folds) / len(folds):.1f} ({min(folds)} to {max(folds)})")
    if given.write:
        text = HEADER + yaml.safe_dump(weights, sort_keys=False, allow_unicode=True)
        Path("src/rawi/actors/compare.yaml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
