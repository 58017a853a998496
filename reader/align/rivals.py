"""Pairs that are no links because each of the two has its counterpart already."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.align.bags import Bag

#: A counterpart this sure leaves no room for an unsure one. On the labelled clusters the two constants raise the
#: precision of links by .01, for as much of their recall.
SETTLED = 0.85
#: A pair this sure is a link whatever else there is.
BEYOND_DOUBT = 0.65


def outdone(everything: list[Bag], links: Iterable[tuple[float, int, int]]) -> set[tuple[int, int]]:
    """The unsure pairs of sentences that both have a settled counterpart in the other's version.

    links: score and numbers of the two sentences. One sentence beside two of the other version stays linked to both:
    there only one of the pair has another counterpart.
    """
    links = tuple(links)
    best: dict[tuple[int, int], float] = defaultdict(float)
    for sure, a, b in links:
        for one, other in ((a, b), (b, a)):
            key = one, everything[other].version
            best[key] = max(best[key], sure)
    return {
        (a, b)
        for sure, a, b in links
        if sure < BEYOND_DOUBT and min(best[a, everything[b].version], best[b, everything[a].version]) >= SETTLED
    }
