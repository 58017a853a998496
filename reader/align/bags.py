"""A sentence as the alignment sees it: its words and what they weigh, its numbers, its place in the telling."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from reader.prose.words import TOKEN, Lexicon, lexicon
from reader.story import Cluster, Place, Version

#: What weighs nothing: shared by an empty bag.
_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Bag:
    """One sentence, ready to be compared. Weights are whole thousandths, so that sums do not depend on their order."""

    number: int  #: which of all telling sentences it is, versions as ``in_order`` has them
    place: Place
    version: int  #: in the order of ``in_order``
    rank: int  #: which of its version's telling sentences it is, from 0
    keys: tuple[str, ...]  #: all its words' keys
    terms: frozenset[str]  #: keys of the words that say something
    groups: frozenset[str]  #: the same with words that stand for one another made one
    numbers: frozenset[str]
    runs: frozenset[tuple[str, ...]]  #: every three words in a row
    quotes: bool  #: it has quotation marks
    points_back: bool  #: it begins with "he", "the company said it" and the like
    position: float = 0.0  #: 0 the first of its version, 1 the last
    weights: dict[str, int] = field(default_factory=dict)  #: of the terms
    weight: int = 0  #: of all terms
    group_weights: dict[str, int] = field(default_factory=dict)
    group_weight: int = 0
    context: frozenset[str] = _NOTHING  #: its terms and those of the sentence that it points back to


def in_order(cluster: Cluster) -> tuple[Version, ...]:
    """The versions in an order that depends on nothing but what they say."""
    return tuple(sorted(cluster.versions, key=lambda v: (v.text, v.published or "", v.outlet)))


def bags(cluster: Cluster) -> list[Bag]:
    """The telling sentences of all versions, versions as ``in_order`` has them."""
    everything: list[Bag] = []
    for n, version in enumerate(in_order(cluster)):
        everything += _read(cluster, version, n, len(everything))
    rarity = _rarity(Counter(t for bag in everything for t in bag.terms), len(everything))
    group_rarity = _rarity(Counter(t for bag in everything for t in bag.groups), len(everything))
    for bag in everything:
        bag.weights = {term: rarity[term] for term in bag.terms}
        bag.weight = sum(bag.weights.values())
        bag.group_weights = {term: group_rarity[term] for term in bag.groups}
        bag.group_weight = sum(bag.group_weights.values())
    return everything


def _rarity(counts: Counter[str], sentences: int) -> dict[str, int]:
    """What each term weighs, in thousandths: the logarithm of how rare it is among the cluster's sentences."""
    return {term: round(1000 * math.log((sentences + 1) / (count + 0.5))) for term, count in counts.items()}


def _read(cluster: Cluster, version: Version, turn: int, first: int) -> list[Bag]:
    words = lexicon(version.language)
    places = [place for place in cluster.places(version.id) if place.paragraph.kind.tells]
    found = [_bag(place, first + rank, turn, rank, words) for rank, place in enumerate(places)]
    last = max(1, len(found) - 1)
    for before, bag in zip([None, *found], found, strict=False):
        bag.position = bag.rank / last
        near = before is not None and (bag.points_back or before.place.paragraph is bag.place.paragraph)
        bag.context = bag.terms | before.terms if before is not None and near else bag.terms
    return found


def _bag(place: Place, number: int, version: int, rank: int, words: Lexicon) -> Bag:
    text = place.text
    keys = tuple(words.keys(text))
    terms = frozenset(keys) - words.stop
    groups = words.groups
    return Bag(
        number,
        place,
        version,
        rank,
        keys,
        terms,
        frozenset([groups.get(term, term) for term in terms]),
        frozenset([term for term in terms if term[0].isdigit()]),
        frozenset(zip(keys, keys[1:], keys[2:], strict=False)),
        any(mark in text for mark in '"“”„«»'),
        not words.pronouns.isdisjoint(keys[:4]),
    )
