"""What speaks for and against two sentences reporting the same thing, as numbers."""

from __future__ import annotations

import math

from reader.align.bags import Bag

#: The names of what ``features`` returns, in its order.
NAMES = (
    "cosine",
    "containment",
    "shared",
    "group cosine",
    "group containment",
    "group shared",
    "second rarest",
    "run containment",
    "numbers",
    "distance",
    "context",
    "both quote",
    "one quotes",
)


def features(a: Bag, b: Bag) -> tuple[float, ...]:
    """The features of a pair, the same both ways round."""
    common = a.terms & b.terms
    weights = sorted([a.weights[term] for term in common], reverse=True)
    shared = sum(weights)
    groups = a.group_weights
    group_shared = sum([groups[term] for term in a.groups & b.groups])
    runs = len(a.runs & b.runs)
    there = sum([b.weights[term] for term in b.terms & a.context]) / (b.weight or 1)
    back = sum([a.weights[term] for term in a.terms & b.context]) / (a.weight or 1)
    return (
        shared / math.sqrt((a.weight or 1) * (b.weight or 1)),
        shared / (min(a.weight, b.weight) or 1),
        math.log1p(shared / 1000),
        group_shared / math.sqrt((a.group_weight + 1000) * (b.group_weight + 1000)),
        group_shared / (min(a.group_weight, b.group_weight) + 1000),
        math.log1p(group_shared / 1000),
        weights[1] / 1000 if len(weights) > 1 else 0.0,
        runs / (min(len(a.runs), len(b.runs)) + 3),
        min(2, len(a.numbers & b.numbers)),
        abs(a.position - b.position),
        min(there, back),
        float(a.quotes and b.quotes),
        float(a.quotes != b.quotes),
    )
