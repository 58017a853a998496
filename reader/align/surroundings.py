"""What the other pairs say of a pair: its rivals, its neighbours in the telling, and the versions that are neither's.

Two sentences alike are no link where each has a better counterpart that already accounts for what they share; they
are one where the sentences before and after them correspond too, or where a third version has a counterpart of both.
"""

from __future__ import annotations

from math import log

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.align.bags import Bags

#: What ``Surroundings.of`` returns, in its order.
NAMES = (
    "outdone",  # how much better its best other counterpart is, in log odds: for the one where it is more
    "rivals",  # the scores of all other counterparts of both in each other's version, 6 at most
    "steps",  # the scores of the pairs right before and right after, together
    "near",  # the best score of a pair two steps before or after, or one and two
    "beside",  # the best score of one of the two with a neighbour of the other
    "third against",  # the mean, over all other versions, of what one has there and does not share with the other
    "told",  # how many versions have a counterpart: the share for the one that has more
)

_NONE: dict[int, float] = {}

#: The score of each pair compared: sentence -> other sentence -> score, both ways round.
Scores = list[dict[int, float]]


class _Counterparts(NamedTuple):
    """What a sentence has in another version."""

    which: int  #: the best
    best: float  #: its score
    second: float  #: the score of the next best, 0 where there is none
    total: float  #: of all scores


class Surroundings:
    """The scores that all pairs of a cluster have alone, arranged for asking what surrounds a pair."""

    def __init__(self, bags: Bags, scores: Scores, faint: float) -> None:
        """faint: pairs that score less alone are no counterparts."""
        self._faint = faint
        self._scores = scores
        self._version = [bag.version for bag in bags.all]
        self._extent: dict[int, tuple[int, int]] = {}
        for n, version in enumerate(self._version):
            self._extent[version] = (self._extent.get(version, (n, n))[0], n + 1)
        self._known = [self._counterparts(n) for n in range(len(bags.all))]
        self._sums = [sum([there.best for there in known.values()]) for known in self._known]
        self._others = max(1, len(set(self._version)) - 1)
        self._told = [total / self._others for total in self._sums]

    def of(self, a: int, b: int) -> tuple[float, ...]:
        """What surrounds the pair of two sentences that is not faint, by their numbers; the same both ways round."""
        score = self._scores[a][b]
        odds = log(score / (1 - score)) if score < 0.999 else 7.0
        mine = self._known[a][self._version[b]]
        yours = self._known[b][self._version[a]]
        rival = max(mine.second if mine.which == b else mine.best, yours.second if yours.which == a else yours.best)
        return (
            _odds(rival) - odds if rival > score else 0.0,
            min(mine.total + yours.total - 2 * score, 6.0),
            *self._neighbours(a, b),
            self._third_against(a, b),
            max(self._told[a], self._told[b]),
        )

    def _counterparts(self, n: int) -> dict[int, _Counterparts]:
        """A sentence's counterparts in each other version that has any."""
        version, faint = self._version, self._faint
        found: dict[int, tuple[int, float, float, float]] = {}
        for m, score in self._scores[n].items():
            if score >= faint:
                there = version[m]
                if there not in found:
                    found[there] = m, score, 0.0, score
                    continue
                which, best, second, total = found[there]
                if score > best:
                    found[there] = m, score, best, total + score
                else:
                    found[there] = which, best, max(second, score), total + score
        return {there: _Counterparts(*known) for there, known in found.items()}

    def _neighbours(self, a: int, b: int) -> tuple[float, float, float]:
        """The scores of the pairs around a pair: one step both ways together, further, and beside."""
        begin_a, end_a = self._extent[self._version[a]]
        begin_b, end_b = self._extent[self._version[b]]
        scores = self._scores
        on = scores[a + 1] if a + 1 < end_a else _NONE
        on_two = scores[a + 2] if a + 2 < end_a else _NONE
        back = scores[a - 1] if a > begin_a else _NONE
        back_two = scores[a - 2] if a - 1 > begin_a else _NONE
        b_on, b_on_two = b + 1 if b + 1 < end_b else -1, b + 2 if b + 2 < end_b else -1
        b_back, b_back_two = b - 1 if b > begin_b else -1, b - 2 if b - 1 > begin_b else -1
        steps = on.get(b_on, 0.0) + back.get(b_back, 0.0)
        near = max(
            on_two.get(b_on_two, 0.0), on.get(b_on_two, 0.0), on_two.get(b_on, 0.0),
            back_two.get(b_back_two, 0.0), back.get(b_back_two, 0.0), back_two.get(b_back, 0.0),
        )  # fmt: skip
        beside = max(scores[a].get(b_on, 0.0), scores[a].get(b_back, 0.0), on.get(b, 0.0), back.get(b, 0.0))
        return steps, near, beside

    def _third_against(self, a: int, b: int) -> float:
        """What the one that has more in other versions has there and does not share with the other, a version."""
        of_a, of_b = self._scores[a], self._scores[b]
        most = max(
            self._sums[a] - self._known[a][self._version[b]].best, self._sums[b] - self._known[b][self._version[a]].best
        )
        through = sum([of_a[m] * of_b[m] for m in of_a.keys() & of_b.keys()])
        return max(0.0, most - through) / self._others


def _odds(score: float) -> float:
    score = min(max(score, 0.001), 0.999)
    return log(score / (1 - score))
