"""Which pairs of sentences are worth comparing: those that share rare words, found through an index."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nlargest
from itertools import combinations

from reader.frozen import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.align.bags import Bag, Bags

#: How many counterparts of a sentence are compared in full, at most, in each other version.
PER_VERSION = 8


class Effort(NamedTuple):
    """How far the search goes, so that the work grows with the sentences and not with their square."""

    most: int  #: counterparts of a sentence that are compared in full, in all
    read: int  #: entries of the index that are read for a sentence, rarest words first
    faint: float  #: pairs that score less than this alone are no counterparts, whatever surrounds them


FEW = Effort(24, 500, 0.04)
#: Where many versions tell a thing, a sentence's nearest counterparts hold its passage together.
OF_MANY = Effort(8, 200, 0.1)
#: More versions than this are many.
MANY = 12

#: A word that more sentences have than this says nothing of which ones correspond. It is not looked for, even where a
#: sentence has no other: 100,000 sentences of one word would each be compared with all others.
COMMON = 2_000
#: Fewer words than this may be the same by chance ("He agreed."): such sentences are compared like others.
WORDS = 4
#: More pairs with the same words than this are not held, which would take 700 bytes each: 500 copies of a text of 40
#: sentences have five million.
MOST_ANCHORED = 500_000
#: Instead each sentence is paired with those of so many versions before its own and after it.
NEAREST = 10
#: Two versions that have this share of the shorter one's sentences word for word are revisions of one text.
REVISED = 0.5

Pair = tuple[int, int]


def effort(bags: Bags) -> Effort:
    """How far to search in such a cluster."""
    return OF_MANY if len({bag.version for bag in bags.all}) > MANY else FEW


def anchors(bags: Bags) -> list[Pair]:
    """Pairs of sentences of two versions with the same words: no comparing is needed.

    In revisions of one text all of them, the first with the first where one stands there twice; in other versions those
    that are long enough and stand there once. Where hundreds of versions share their sentences, each only with those of
    the versions nearest to its own in the order of ``in_order``: that holds its passage together as well.
    """
    shared = _in_several(bags)
    revised = _revised(bags, shared)
    many = _too_many(shared)
    found: list[Pair] = []
    for numbers in shared:
        long = len(bags.all[next(iter(numbers.values()))[0]].terms) >= WORDS
        for (x, of_x), (y, of_y) in _neighbours(numbers) if many else combinations(numbers.items(), 2):
            if (x, y) in revised or (long and len(of_x) == len(of_y) == 1):
                found += zip(of_x, of_y, strict=False)
    return found


def too_common(bags: Bags) -> int:
    """How many sentences have words, but only such as more than ``COMMON`` sentences have."""
    if len(bags.all) <= COMMON:
        return 0
    count = Counter([term for bag in bags.all for term in bag.terms])
    common = {term for term, times in count.items() if times > COMMON}
    return sum(bool(bag.terms) and bag.terms <= common for bag in bags.all) if common else 0


def too_many_anchored(bags: Bags) -> bool:
    """Whether there are more pairs with the same words than ``anchors`` holds."""
    return len(bags.all) > COMMON and _too_many(_in_several(bags))


def _in_several(bags: Bags) -> list[dict[int, list[int]]]:
    """For each wording that several versions have: version -> the numbers of its sentences."""
    count = Counter([bag.wording for bag in bags.all])
    same: dict[str, dict[int, list[int]]] = defaultdict(dict)
    for bag in bags.all:
        if count[bag.wording] > 1 and bag.wording:
            same[bag.wording].setdefault(bag.version, []).append(bag.number)
    return [numbers for numbers in same.values() if len(numbers) > 1]


def _too_many(shared: list[dict[int, list[int]]]) -> bool:
    """Whether there are more pairs with the same words than are held."""
    return sum(len(numbers) * (len(numbers) - 1) // 2 for numbers in shared) > MOST_ANCHORED


def _neighbours(numbers: dict[int, list[int]]) -> Iterator[tuple[tuple[int, list[int]], tuple[int, list[int]]]]:
    """Pairs of versions of which no more than NEAREST others stand between."""
    versions = list(numbers.items())
    for n, one in enumerate(versions):
        for other in versions[n + 1 : n + 1 + NEAREST]:
            yield one, other


def _revised(bags: Bags, shared: Iterable[dict[int, list[int]]]) -> set[Pair]:
    """The pairs of versions that are revisions of one text."""
    length = Counter(bag.version for bag in bags.all)
    between: Counter[Pair] = Counter()
    # Hundreds of versions have many sentences in common: all that the same ones have as often are counted at once.
    having = Counter([tuple([(version, len(of)) for version, of in numbers.items()]) for numbers in shared])
    for versions, wordings in having.items():
        for (x, times_x), (y, times_y) in combinations(versions, 2):
            between[x, y] += wordings * min(times_x, times_y)
    return {(x, y) for (x, y), count in between.items() if count >= REVISED * min(length[x], length[y])}


def candidates(bags: Bags, anchored: list[Pair]) -> list[Pair]:
    """Pairs of sentences of two versions that may report the same thing, the lower number first; none is anchored.

    In revisions of one text, a sentence that is anchored is not compared with others.
    """
    everything = bags.all
    index: dict[str, list[int]] = defaultdict(list)
    for n, bag in enumerate(everything):
        for term in bag.terms:
            index[term].append(n)
    version_of = [bag.version for bag in everything]
    size = [bag.weight + 3000 for bag in everything]
    versions = len(set(version_of))
    reach = effort(bags)
    each = min(PER_VERSION, max(1, reach.most // max(1, versions - 1)))
    done_with = settled(version_of, anchored)
    # Where so many are anchored that not all are held, those that are held are enough.
    enough = NEAREST if _too_many(_in_several(bags)) else versions - 1
    chosen: set[Pair] = set(anchored)
    for n, bag in enumerate(everything):
        if len(bag.terms) == 1 and len(index[next(iter(bag.terms))]) == 1:
            continue  # its only word is nowhere else
        mine = version_of[n]
        done = done_with.get(n, ())
        if len(done) >= enough:
            continue
        shared = _shared(bag, index, bags.terms, reach.read)
        passed = {mine, *done}
        near = [(w / size[m], m) for m, w in shared.items() if version_of[m] not in passed]
        if versions > MANY:
            near = nlargest(reach.most, near)
        elif len(near) > each:
            near = _best_of_each(near, each, version_of)
        chosen.update([(n, m) if n < m else (m, n) for _, m in near])
    return sorted(chosen.difference(anchored))


def settled(version_of: list[int], anchored: list[Pair]) -> dict[int, set[int]]:
    """Sentence -> the versions that have it word for word and are revisions of its own."""
    length = Counter(version_of)
    between = Counter((version_of[a], version_of[b]) for a, b in anchored)
    revised = {(x, y) for (x, y), count in between.items() if count >= REVISED * min(length[x], length[y])}
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in anchored:
        if (version_of[a], version_of[b]) in revised:
            found[a].add(version_of[b])
            found[b].add(version_of[a])
    return found


def _best_of_each(near: list[tuple[float, int]], each: int, version_of: list[int]) -> list[tuple[float, int]]:
    by_version: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for found in near:
        by_version[version_of[found[1]]].append(found)
    best = []
    for of_one in by_version.values():
        best += of_one if len(of_one) <= each else sorted(of_one, reverse=True)[:each]
    return best


def _shared(bag: Bag, index: dict[str, list[int]], weights: dict[str, int], most: int) -> dict[int, int]:
    """The sentences that share rare words with one, with the weight of what they share."""
    shared: dict[int, int] = defaultdict(int)
    read = 0
    for count, term in sorted([(len(index[term]), term) for term in bag.terms]):
        read += count
        if (read > most and shared) or count > COMMON:
            break
        weight = weights[term]
        for m in index[term]:
            shared[m] += weight
    return shared
