"""How sure it is that two sentences report the same thing: first by themselves, then among all pairs."""

from __future__ import annotations

from math import exp
from operator import mul
from typing import TYPE_CHECKING

from reader.align import features, surroundings
from reader.align.candidates import anchors, candidates, effort
from reader.align.surroundings import Surroundings
from reader.align.weights import ALONE, ALONE_BIAS, AMONG, AMONG_BIAS
from reader.story import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from reader.align.bags import Bags
    from reader.align.surroundings import Scores

#: A subheading names what follows and tells nothing: this is taken from its log odds with any other sentence. Set by
#: hand, as the labelled clusters have too few subheadings to learn from.
HEADED = 2.0
#: What two sentences with the same words score.
SAME = 0.99
#: Pairs that score less than this alone are forgotten.
KEPT = 0.015

_ALONE = tuple(ALONE.get(name, 0.0) for name in features.NAMES)
_AMONG = tuple(AMONG.get(name, 0.0) for name in (*features.NAMES, *surroundings.NAMES))


def scores(bags: Bags, progress: Callable[[float], None] | None = None, apart: Container[str] = ()) -> Scores:
    """The score of each pair worth comparing: sentence -> other sentence -> score, both ways round.

    Sentences of the versions ``apart`` are in no pair.
    A score is the share of pairs like this that a careful reader would link. ``progress`` is called with 0..1.
    """
    everything = bags.all
    alone: Scores = [{} for _ in everything]
    same = anchors(bags)
    pairs = candidates(bags, same)
    least = effort(bags).faint
    if apart:
        out = {bag.number for bag in everything if bag.place.version.id in apart}
        same, pairs = ([(a, b) for a, b in found if a not in out and b not in out] for found in (same, pairs))
    for a, b in same:
        alone[a][b] = alone[b][a] = SAME
    known: list[tuple[int, int, tuple[float, ...]]] = []
    faint: list[tuple[int, int, float]] = []
    for n, (a, b) in enumerate(pairs):
        found = features.features(everything[a], everything[b], bags)
        score = _sure(ALONE_BIAS + sum(map(mul, _ALONE, found)))
        alone[a][b] = alone[b][a] = score
        if score >= least:
            known.append((a, b, found))
        elif score >= KEPT:
            faint.append((a, b, score))
        if progress and n % 2000 == 0:
            progress(0.2 + 0.4 * n / len(pairs))
    headed = [bag.place.paragraph.kind is Kind.SUBHEADING for bag in everything]
    around = Surroundings(bags, alone, least)
    among: Scores = [{} for _ in everything]
    for a, b in same:
        among[a][b] = among[b][a] = SAME
    for n, (a, b, found) in enumerate(known):
        odds = AMONG_BIAS + sum(map(mul, _AMONG, found + around.of(a, b)))
        score = _sure(odds - HEADED if headed[a] != headed[b] else odds)
        among[a][b] = among[b][a] = score
        if progress and n % 1000 == 0:
            progress(0.6 + 0.3 * n / len(known))
    for a, b, score in faint:
        among[a][b] = among[b][a] = score
    return among


def _sure(odds: float) -> float:
    return round(1 / (1 + exp(-odds)), 3) if odds > -30 else 0.0
