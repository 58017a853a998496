"""Which pairs of sentences are worth comparing: those that share rare words, found through an index."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest

from reader.align.bags import Bag

#: How many counterparts of a sentence are compared in full: this many a version...
PER_VERSION = 8
#: ...as long as they are not more than this, so that the work grows with the sentences and not with their square.
MOST = 40
#: How many entries of the index are read for a sentence, rarest words first.
READ = 1500


def candidates(everything: list[Bag]) -> list[tuple[Bag, Bag]]:
    """Pairs of sentences of two versions that may report the same thing; the first of the earlier version."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, bag in enumerate(everything):
        for term in bag.groups:
            index[term].append(n)
    limit = min(MOST, PER_VERSION * (len({bag.version for bag in everything}) - 1))
    chosen: set[tuple[int, int]] = set()
    for n, bag in enumerate(everything):
        best = nlargest(limit, _near(n, bag, everything, index))
        chosen.update((min(n, m), max(n, m)) for _, m in best)
    return [(everything[n], everything[m]) for n, m in sorted(chosen)]


def _near(n: int, bag: Bag, everything: list[Bag], index: dict[str, list[int]]) -> list[tuple[float, int]]:
    """The sentences of other versions that share rare words with one, with how much they share."""
    shared: dict[int, int] = defaultdict(int)
    read = 0
    weights = bag.group_weights
    for term in sorted(bag.groups, key=lambda t: (len(index[t]), t)):
        found = index[term]
        read += len(found)
        if read > READ and shared:
            break
        weight = weights[term]
        for m in found:
            shared[m] += weight
    version = bag.version
    return [
        (weight / (everything[m].group_weight + 3000), m)
        for m, weight in shared.items()
        if everything[m].version != version
    ]
