"""What speaks for and against two sentences reporting the same thing, as numbers."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.align.bags import Bag, Bags

#: What ``features`` returns, in its order.
NAMES = (
    "containment",  # the weight of the words shared, as a share of the shorter sentence
    "shared",  # the same in itself, as a logarithm
    "numbers",  # how many numbers are in both, 2 at most
    "distance",  # how far apart they stand in their versions, 0..1
    "context",  # how much of each is in the other and the sentence that the other points back to
    "one quotes",  # one has words in quotation marks, the other has not
    "opening",  # both are among the first two sentences
    "unique",  # how many words that no other sentence of either version has are in both, 5 at most
    "quotation",  # three words in a row that one quotes and the other has too, as a logarithm of their number
)


def features(a: Bag, b: Bag, bags: Bags) -> tuple[float, ...]:
    """The features of a pair, the same both ways round."""
    weight = bags.terms.__getitem__
    shared = sum(map(weight, a.terms & b.terms))
    there = shared if a.context is a.terms else sum(map(weight, b.terms & a.context))
    back = shared if b.context is b.terms else sum(map(weight, a.terms & b.context))
    quotation = 0.0
    if a.quoted or b.quoted:
        spoken = (a.quoted & b.runs) | (b.quoted & a.runs)
        if spoken:
            known = bags.runs
            quotation = log1p(sum([known.get(run, 0) for run in spoken]) / 1000)
    return (
        shared / (min(a.weight, b.weight) + 1000),
        log1p(shared / 1000),
        min(2, len(a.numbers & b.numbers)),
        abs(a.position - b.position),
        min(there / (b.weight + 1), back / (a.weight + 1)),
        float(bool(a.quoted) != bool(b.quoted)),
        float(a.rank < 2 and b.rank < 2),
        min(5, len(a.unique & b.unique)),
        quotation,
    )
