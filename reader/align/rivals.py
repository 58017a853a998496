"""Pairs that are no links because each of the two has its counterpart already."""

from __future__ import annotations

from math import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.align.bags import Bag

#: A counterpart this sure leaves no room for an unsure one. On the labelled clusters the two constants raise the
#: precision of links by .01, for as much of their recall.
SETTLED = 0.85
#: A pair this sure is a link whatever else there is.
BEYOND_DOUBT = 0.6
#: Counterparts of both so much surer, in log odds, leave no room for a surer one either: it raises precision by .003,
#: for as much of recall.
FAR_SURER = 4.0
#: A pair this sure is never outdone, as nothing is far surer: .999 is the surest.
UNRIVALLED = 0.95


def outdone(everything: list[Bag], links: Iterable[tuple[float, int, int]]) -> set[tuple[int, int]]:
    """The pairs of sentences that both have a surer counterpart in the other's version: settled, or far surer.

    links: score and numbers of the two sentences. One sentence beside two of the other version stays linked to both:
    there only one of the pair has another counterpart.
    """
    links = tuple(links)
    unsure = [link for link in links if link[0] < UNRIVALLED]
    best: dict[tuple[int, int], float] = {}
    for _, a, b in unsure:
        best[a, everything[b].version] = best[b, everything[a].version] = 0.0
    for sure, a, b in links if unsure else ():
        for one, other in ((a, b), (b, a)):
            key = one, everything[other].version
            if key in best:
                best[key] = max(best[key], sure)
    found = set()
    for sure, a, b in unsure:
        rival = min(best[a, everything[b].version], best[b, everything[a].version])
        if (sure < BEYOND_DOUBT and rival >= SETTLED) or _log_odds(rival) - _log_odds(sure) >= FAR_SURER:
            found.add((a, b))
    return found


def _log_odds(score: float) -> float:
    """Of a score, which is rounded to thousandths: nothing is surer than .999."""
    sure = min(max(score, 0.001), 0.999)
    return log(sure / (1 - sure))
