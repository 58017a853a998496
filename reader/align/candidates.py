"""Which pairs of sentences are worth comparing: those that share rare words, found through an index."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.align.bags import Bag, Bags

#: How many counterparts of a sentence are compared in full, at most: this many a version...
PER_VERSION = 8
#: ...and not many more than this in all, so that the work grows with the sentences and not with their square.
MOST = 24
#: How many entries of the index are read for a sentence, rarest words first.
READ = 1200


def candidates(bags: Bags) -> list[tuple[Bag, Bag]]:
    """Pairs of sentences of two versions that may report the same thing; the first of the earlier version."""
    everything = bags.all
    index: dict[str, list[int]] = defaultdict(list)
    for n, bag in enumerate(everything):
        for term in bag.terms:
            index[term].append(n)
    versions = len({bag.version for bag in everything})
    each = min(PER_VERSION, max(1, MOST // max(1, versions - 1)))
    chosen: set[tuple[int, int]] = set()
    for n, bag in enumerate(everything):
        near = _near(bag, everything, index, bags.terms)
        if len(near) > MOST:
            near = nlargest(MOST, near) if versions > MOST else _best_of_each(near, each, everything)
        chosen.update([(n, m) if n < m else (m, n) for _, m in near])
    return [(everything[n], everything[m]) for n, m in sorted(chosen)]


def _best_of_each(near: list[tuple[float, int]], each: int, everything: list[Bag]) -> list[tuple[float, int]]:
    taken: dict[int, int] = defaultdict(int)
    best = []
    for found in sorted(near, reverse=True):
        version = everything[found[1]].version
        if taken[version] < each:
            taken[version] += 1
            best.append(found)
    return best


def _near(
    bag: Bag, everything: list[Bag], index: dict[str, list[int]], weights: dict[str, int]
) -> list[tuple[float, int]]:
    """The sentences of other versions that share rare words with one, with how much they share."""
    shared: dict[int, int] = defaultdict(int)
    read = 0
    for term in sorted(bag.terms, key=lambda t: (len(index[t]), t)):
        found = index[term]
        read += len(found)
        if read > READ and shared:
            break
        weight = weights[term]
        for m in found:
            shared[m] += weight
    version = bag.version
    return [
        (weight / (other.weight + 3000), m)
        for m, weight in shared.items()
        if (other := everything[m]).version != version
    ]
