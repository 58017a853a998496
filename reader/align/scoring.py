"""How sure it is that two sentences report the same thing: first by themselves, then among all pairs."""

from __future__ import annotations

from math import exp
from operator import mul

from reader.align import features, surroundings
from reader.align.candidates import anchors, candidates, effort
from reader.align.surroundings import Surroundings
from reader.align.weights import ALONE, ALONE_BIAS, AMONG, AMONG_BIAS
from reader.frozen import NamedTuple
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from reader.align.bags import Bags
    from reader.align.candidates import Pair
    from reader.align.surroundings import Scores

#: A subheading names what follows and tells nothing: this is taken from its log odds with any other sentence. Set by
#: hand, as the labelled clusters have too few subheadings to learn from.
HEADED = 3.0
#: What two sentences with the same words score.
SAME = 0.99
#: Pairs that score less than this alone are forgotten.
KEPT = 0.015

_ALONE = tuple(ALONE.get(name, 0.0) for name in features.NAMES)
_AMONG = tuple(AMONG.get(name, 0.0) for name in (*features.NAMES, *surroundings.NAMES))


class Alone(NamedTuple):
    """What pairs of sentences are by themselves."""

    scores: Scores  #: of each pair worth comparing: sentence -> other sentence -> score, both ways round
    same: list[Pair]  #: pairs with the same words, which nothing around them changes
    known: list[tuple[int, int, tuple[float, ...]]]  #: pairs that are not faint, with their features


def alone(bags: Bags, progress: Callable[[float], None] | None = None) -> Alone:
    """Score each pair worth comparing by itself. ``progress`` is called with 0.2..0.6."""
    everything = bags.all
    found: Scores = [{} for _ in everything]
    same = anchors(bags)
    pairs = candidates(bags, same)
    least = effort(bags).faint
    for a, b in same:
        found[a][b] = found[b][a] = SAME
    known: list[tuple[int, int, tuple[float, ...]]] = []
    for n, (a, b) in enumerate(pairs):
        seen = features.features(everything[a], everything[b], bags)
        score = by_itself(seen)
        found[a][b] = found[b][a] = score
        if score >= least:
            known.append((a, b, seen))
        if progress and n % 2000 == 0:
            progress(0.2 + 0.4 * n / len(pairs))
    return Alone(found, same, known)


def by_itself(seen: tuple[float, ...]) -> float:
    """The score of one pair by itself, given its features."""
    return _sure(ALONE_BIAS + sum(map(mul, _ALONE, seen)))


def among(
    bags: Bags, pairs: Alone, apart: Container[str] = (), progress: Callable[[float], None] | None = None
) -> Scores:
    """The score of each pair among all pairs: sentence -> other sentence -> score, both ways round.

    Sentences of the versions ``apart`` are in no pair.
    A score is the share of pairs like this that a careful reader would link. ``progress`` is called with 0.6..0.9.
    """
    out = {bag.number for bag in bags.all if bag.place.version.id in apart}
    scores, same, known = pairs.scores, pairs.same, pairs.known
    if out:
        scores = [{} if n in out else {m: s for m, s in row.items() if m not in out} for n, row in enumerate(scores)]
        same = [(a, b) for a, b in same if a not in out and b not in out]
        known = [pair for pair in known if pair[0] not in out and pair[1] not in out]
    around = Surroundings(bags, scores, effort(bags).faint)
    headed = [bag.place.paragraph.kind is Kind.SUBHEADING for bag in bags.all]
    found: Scores = [{m: score for m, score in row.items() if score >= KEPT} for row in scores]
    for n, (a, b, seen) in enumerate(known):
        odds = AMONG_BIAS + sum(map(mul, _AMONG, seen + around.of(a, b)))
        score = _sure(odds - HEADED if headed[a] != headed[b] else odds)
        found[a][b] = found[b][a] = score
        if progress and n % 1000 == 0:
            progress(0.6 + 0.3 * n / len(known))
    return found


def _sure(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 3) if odds > -30 else 0.0
