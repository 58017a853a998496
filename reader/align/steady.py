"""What two versions say by themselves, so that another version takes no sure link away.

How rare a word is, what a third version has and how much there is to compare all depend on the cluster. So the pairs of
each two versions are also scored as if these were all there is, which nothing that joins them can change. A pair that
is sure enough so stays a link in every cluster; no other link is called as sure as ``SURE``.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations

from reader.align.bags import between
from reader.align.candidates import settled
from reader.align.features import features
from reader.align.rivals import outdone
from reader.align.scoring import SAME, by_itself
from reader.align.weights import LINKED
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from reader.align.bags import Bag, Bags
    from reader.align.candidates import Pair
    from reader.align.surroundings import Scores

#: A pair that scores this by itself, with no third version in sight, is a link in every cluster. Of a hundred such
#: pairs in the labelled clusters 93 are links; hardly one would not be made without this.
STEADY = 0.7
#: Fewer shared words, or a smaller share of the shorter sentence's, are not asked about: hardly any such pair is sure.
WORDS, SHARE = 2, 0.3
#: Two versions with more pairs of sentences than this (500 by 500) are not asked: it would take their square.
MOST = 250_000
#: From this score on a link is not to be lost. One link in 20 would score it without being steady,
SURE = 0.9
#: and scores this.
UNDER = 0.899


def steady(bags: Bags, same: list[Pair], apart: Container[str] = ()) -> set[Pair]:
    """The pairs of sentences that are links whatever other versions say, the lower number first.

    same: the pairs with the same words. Sentences of the versions ``apart`` are in no pair.
    """
    out = {bag.number for bag in bags.all if bag.place.version.id in apart} if apart else ()
    kept = [(a, b) for a, b in same if a not in out and b not in out]
    return lasting(bags.all, kept, [(by_itself(seen), a, b) for a, b, seen in alike(bags, same, apart)])


def lasting(everything: list[Bag], same: list[Pair], scored: Iterable[tuple[float, int, int]]) -> set[Pair]:
    """Of the pairs with the same words and those scored by themselves, with no third version in sight, the steady ones.

    Not a pair whose two sentences both have a far surer counterpart in the other's version.
    """
    sure = [(SAME, a, b) for a, b in same] + [pair for pair in scored if pair[0] >= STEADY]
    return {(a, b) for _, a, b in sure} - outdone(everything, sure)


def alike(bags: Bags, same: list[Pair], apart: Container[str] = ()) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Pairs of sentences that might be steady, the lower number first, with their features as if in no larger cluster.

    A subheading is steady with subheadings only. In revisions of one text, two sentences that each stand word for word
    in the other version are no pair, as in ``candidates``.
    """
    told: dict[int, list[Bag]] = {}
    for bag in bags.all:
        if bag.place.version.id not in apart:
            told.setdefault(bag.version, []).append(bag)
    done = settled([bag.version for bag in bags.all], same)
    headed = {bag.number for bag in bags.all if bag.place.paragraph.kind is Kind.SUBHEADING}
    for x, y in combinations(sorted(told), 2):
        one, other = told[x], told[y]
        both = _open(one, y, done), _open(other, x, done)
        if not any(both) or len(one) * len(other) > MOST:
            continue
        pairs = [(n, m) for n, m in _sharing(one, other) if n in both[0] or m in both[1]]
        if pairs:
            two = between([*one, *other])
            first, second = two.all[: len(one)], two.all[len(one) :]
            for n, m in pairs:
                a, b = one[n].number, other[m].number
                if (a in headed) == (b in headed):
                    yield a, b, features(first[n], second[m], two)


def too_large(bags: Bags, same: list[Pair], apart: Container[str] = ()) -> int:
    """How many pairs of versions have more than ``MOST`` pairs of sentences and something to ask about."""
    if len(bags.all) ** 2 <= 4 * MOST:
        return 0
    told: dict[int, list[Bag]] = {}
    for bag in bags.all:
        if bag.place.version.id not in apart:
            told.setdefault(bag.version, []).append(bag)
    large = [(x, y) for x, y in combinations(sorted(told), 2) if len(told[x]) * len(told[y]) > MOST]
    done = settled([bag.version for bag in bags.all], same) if large else {}
    return sum(bool(_open(told[x], y, done) or _open(told[y], x, done)) for x, y in large)


def _open(sentences: Iterable[Bag], version: int, done: dict[int, set[int]]) -> set[int]:
    """Which of the sentences don't stand word for word in the other version, a revision of theirs."""
    return {n for n, bag in enumerate(sentences) if version not in done.get(bag.number, ())}


def _sharing(one: Sequence[Bag], other: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """Which sentences share enough words to be asked about, by their places; in order."""
    index: dict[str, list[int]] = {}
    for m, bag in enumerate(other):
        for term in bag.terms:
            index.setdefault(term, []).append(m)
    sizes = [len(bag.terms) for bag in other]
    for n, bag in enumerate(one):
        shared = Counter(chain.from_iterable([index[term] for term in bag.terms if term in index]))
        size = len(bag.terms)
        for m in sorted([m for m, count in shared.items() if count >= WORDS]):
            if shared[m] >= SHARE * min(size, sizes[m]):
                yield n, m


def steadied(scores: Scores, kept: set[Pair]) -> Scores:
    """The scores with steady pairs linked and all others below ``SURE``; ``scores`` itself is changed."""
    for a, row in enumerate(scores):
        for b, score in row.items():
            if score >= SURE and (a, b) not in kept and (b, a) not in kept:
                row[b] = UNDER
    for a, b in kept:
        if scores[a].get(b, 0.0) < LINKED:
            scores[a][b] = scores[b][a] = LINKED
    return scores
