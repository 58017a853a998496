"""Which links are told in another place: out of order against their neighbours, where the order otherwise agrees."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import lt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.align.bags import Bag

#: Two versions tell in the same order if at least this share of their links agrees in it.
AGREED = 0.6
#: A sentence must stand at least this many sentences away from where its neighbours' links put it.
FAR = 3


def moved(bags: list[Bag], links: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The links that are out of order. Newsrooms tell freely: only against an order that two versions share."""
    between: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b in links:
        between[bags[a].version, bags[b].version].append((a, b))
    found: set[tuple[int, int]] = set()
    for pairs in between.values():
        if len(pairs) < 4:
            continue
        pairs.sort()
        if _in_order(pairs):
            continue
        spine = _longest_in_order(pairs)
        if len(spine) < AGREED * len(pairs):
            continue
        kept = set(spine)
        settled = {n for pair in spine for n in pair}
        for a, b in pairs:
            if (a, b) not in kept and a not in settled and b not in settled and _far(a, b, spine):
                found.add((a, b))
    return found


def _in_order(pairs: list[tuple[int, int]]) -> bool:
    """Whether sorted pairs go on at every step on both sides, as most do where hundreds of versions are alike."""
    firsts, seconds = zip(*pairs, strict=True)
    return all(map(lt, firsts, firsts[1:])) and all(map(lt, seconds, seconds[1:]))


def _longest_in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs in which neither side ever goes back (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    # Pairs of one first sentence are taken from the last to the first, so that a chain uses but one of them.
    order = sorted(range(len(pairs)), key=lambda n: (pairs[n][0], -pairs[n][1]))
    for n in order:
        second = pairs[n][1]
        at = bisect_left(tails, second)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(second)
            ends.append(len(before) - 1)
        else:
            tails[at] = second
            ends[at] = len(before) - 1
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[order[at]])
        at = before[at]
    return chain[::-1]


def _far(a: int, b: int, spine: list[tuple[int, int]]) -> bool:
    """Whether ``b`` is far from all places that the links before and after ``a`` allow."""
    at = bisect_left(spine, (a, -1))
    low = spine[at - 1][1] if at else None
    high = spine[at][1] if at < len(spine) else None
    return (low is not None and b <= low - FAR) or (high is not None and b >= high + FAR)
