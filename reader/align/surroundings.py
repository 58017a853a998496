"""What the other pairs say of a pair: its rivals, its neighbours in the telling, and the versions that are neither's.

Two sentences alike are no link where each has a better counterpart that already accounts for what they share; they
are one where the sentences before and after them correspond too, or where a third version has a counterpart of both.
"""

from __future__ import annotations

from math import log, log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.align.bags import Bags

#: What ``Surroundings.of`` returns, in its order.
NAMES = (
    "outdone",  # how much better its best other counterpart is, in log odds: for the one where it is more
    "rank",  # how many counterparts in the other's version are better: for the one that has more, 3 at most
    "rivals",  # the scores of all other counterparts of both in each other's version, 6 at most
    "left",  # the weight of the words shared that no better counterpart has, as a logarithm
    "less left",  # the same where only the better counterparts of one are asked: for the one that has less
    "step",  # the score of the pair right before or right after
    "steps",  # of both together
    "near",  # the best score of a pair two steps before or after, or one and two
    "beside",  # the best score of one of the two with a neighbour of the other
    "third against",  # the mean, over other versions, of what one has there and the other has not
    "told",  # how many versions have a counterpart: the share for the one that has more
)

_NONE: dict[int, float] = {}

#: The score of each pair compared: sentence -> other sentence -> score, both ways round.
Scores = list[dict[int, float]]


class Surroundings:
    """The scores that all pairs of a cluster have alone, arranged for asking what surrounds a pair."""

    def __init__(self, bags: Bags, scores: Scores, faint: float) -> None:
        """faint: pairs that score less alone are no counterparts."""
        self._faint = faint
        self._bags = bags
        self._scores = scores
        self._version = [bag.version for bag in bags.all]
        self._extent: dict[int, tuple[int, int]] = {}
        for n, version in enumerate(self._version):
            self._extent[version] = (self._extent.get(version, (n, n))[0], n + 1)
        self._ranked = [self._rank(n) for n in range(len(bags.all))]
        self._best = [{v: found[0][0] for v, found in ranked.items()} for ranked in self._ranked]
        self._sums = [sum(best.values()) for best in self._best]
        self._others = max(1, len(set(self._version)) - 1)
        self._told = [total / self._others for total in self._sums]

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """What surrounds the pair of two sentences, given by their numbers; the same both ways round."""
        score = self._scores[a][b]
        odds = log(score / (1 - score)) if score < 0.999 else 7.0
        mine = self._ranked[a].get(self._version[b], ())
        yours = self._ranked[b].get(self._version[a], ())
        rival_a, rank_a, sum_a = _rivals(mine, b, score)
        rival_b, rank_b, sum_b = _rivals(yours, a, score)
        gap_a, gap_b = max(0.0, _odds(rival_a) - odds), max(0.0, _odds(rival_b) - odds)
        left, less_left = self._left(a, b, rank_a, rank_b)
        step, steps, near, beside = self._neighbours(a, b)
        return (
            max(gap_a, gap_b),
            min(max(rank_a, rank_b), 3),
            min(sum_a + sum_b, 6.0),
            left,
            less_left,
            step,
            steps,
            near,
            beside,
            self._third_against(a, b),
            max(self._told[a], self._told[b]),
        )

    def _rank(self, n: int) -> dict[int, list[tuple[float, int]]]:
        """A sentence's counterparts in each other version, the best first."""
        found: dict[int, list[tuple[float, int]]] = {}
        for m, score in self._scores[n].items():
            if score >= self._faint:
                found.setdefault(self._version[m], []).append((-score, m))
        return {version: [(-score, m) for score, m in sorted(pairs)] for version, pairs in found.items()}

    def _neighbours(self, a: int, b: int) -> tuple[float, float, float, float]:
        """The scores of the pairs around a pair: one step, both steps together, further, and beside."""
        begin_a, end_a = self._extent[self._version[a]]
        begin_b, end_b = self._extent[self._version[b]]
        scores = self._scores
        on = scores[a + 1] if a + 1 < end_a else _NONE
        on_two = scores[a + 2] if a + 2 < end_a else _NONE
        back = scores[a - 1] if a > begin_a else _NONE
        back_two = scores[a - 2] if a - 1 > begin_a else _NONE
        b_on, b_on_two = b + 1 if b + 1 < end_b else -1, b + 2 if b + 2 < end_b else -1
        b_back, b_back_two = b - 1 if b > begin_b else -1, b - 2 if b - 1 > begin_b else -1
        step_on, step_back = on.get(b_on, 0.0), back.get(b_back, 0.0)
        near = max(
            on_two.get(b_on_two, 0.0), on.get(b_on_two, 0.0), on_two.get(b_on, 0.0),
            back_two.get(b_back_two, 0.0), back.get(b_back_two, 0.0), back_two.get(b_back, 0.0),
        )  # fmt: skip
        beside = max(scores[a].get(b_on, 0.0), scores[a].get(b_back, 0.0), on.get(b, 0.0), back.get(b, 0.0))
        return max(step_on, step_back), step_on + step_back, near, beside

    def _left(self, a: int, b: int, rank_a: int, rank_b: int) -> tuple[float, float]:
        """What two sentences share once the words of better counterparts are taken away: of both, and of either."""
        bags, weights = self._bags.all, self._bags.terms
        shared = bags[a].terms & bags[b].terms
        one = other = shared
        for _, m in self._ranked[a].get(self._version[b], [])[: min(rank_a, 3)]:
            one -= bags[m].terms
        for _, m in self._ranked[b].get(self._version[a], [])[: min(rank_b, 3)]:
            other -= bags[m].terms
        weigh = weights.__getitem__
        mine, yours = sum(map(weigh, one)), sum(map(weigh, other))
        both = mine if not rank_b else yours if not rank_a else sum(map(weigh, one & other))
        return log1p(both / 1000), log1p(min(mine, yours) / 1000)

    def _third_against(self, a: int, b: int) -> float:
        """The mean, over the versions that have a counterpart of either, of how much worse it fits the other."""
        mine, yours = self._best[a], self._best[b]
        own = (self._version[a], self._version[b])
        shared = mine.keys() & yours.keys()
        count = len(mine) + len(yours) - len(shared)
        total = self._sums[a] + self._sums[b] - sum([min(mine[v], yours[v]) for v in shared])
        for version in own:
            if version in mine or version in yours:
                count -= 1
                total -= max(mine.get(version, 0.0), yours.get(version, 0.0))
        if not count:
            return 0.0
        through: dict[int, float] = {}
        of_a, of_b = self._scores[a], self._scores[b]
        for m in of_a.keys() & of_b.keys():
            product = of_a[m] * of_b[m]
            if product > through.get(self._version[m], 0.0):
                through[self._version[m]] = product
        return max(0.0, total - sum(through.values())) / count


def _odds(score: float) -> float:
    score = min(max(score, 0.001), 0.999)
    return log(score / (1 - score))


def _rivals(ranked: Iterable[tuple[float, int]], partner: int, score: float) -> tuple[float, int, float]:
    """The best other counterpart's score, how many are better, and the sum of all others' scores."""
    best = total = 0.0
    better = 0
    for other, m in ranked:
        if m != partner:
            best = max(best, other)
            better += other > score
            total += other
    return best, better, total
