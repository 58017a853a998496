"""Versions that report another event, found by what they report: names and words, and how well their sentences fit.

Every measure sets a version against the rest: how near it is to the others, beside how near these are to each other. So
a short version, a long one or one from another desk is not set apart for being so, and nothing is in a cluster of two.
Of three, more has to speak for it than of more; and the more a second stands out, the likelier is a mixed cluster.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import combinations

from reader.align.bags import in_order
from reader.align.links import Apart, Mark
from reader.align.weights_apart import APART, APART_BIAS, SET_APART
from reader.frozen import NamedTuple
from reader.prose.words import lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.align.bags import Bags
    from reader.align.surroundings import Scores
    from reader.story import Cluster

#: The first sentences of a version, which say what happened.
LEAD = 5
#: Clusters of more versions are feeds or revisions, in which "the others" do not report one event; and measuring them
#: takes too long.
MOST = 40
#: How many of the best pairs of two versions are averaged.
TOP = 6
#: A pair is about as sure as the others' best if its log ratio to them is more than this.
SURE = -0.03
#: A name is at the core of the others if at least this share of them have it.
CORE = 0.6
#: A name has to stand this often to take another's place.
OFTEN = 2
#: From these log odds on the second oddest version counts against the oddest: two that stand out are a mixed cluster.
ALSO_ODD = -3.0
#: What a sentence scores with one of the same words.
COPIED = 0.99
#: At most this many names are shown as evidence.
SHOWN = 5

#: What ``measures`` returns for a version, in its order.
NAMES = (
    "names",  # how far its names are from the others', beside how far theirs are from each other (log ratio)
    "nearest names",  # how near they are to the version nearest to it
    "words",  # the same as "names" for the share of a version's words that another has
    "best pair",  # for the best pair of sentences
    "top pairs",  # for the best six pairs
    "sure pair",  # 1 if one of its sentences fits another version about as surely as the others' best fit each other
    "lead",  # how near its first sentences are to the nearest version's, beside the worst such value among the others
    "own names",  # the share of its names that no other version has
    "core beside",  # the share of the names most others have that it has too, less what these have of them on average
    "replaced though sure",  # where there is such a sentence: the name all others begin with is nowhere in it, and it
    # begins with another: how often both stand; another event in nearly the same words
    "of three",  # 1 in a cluster of three, where the others are but two
)

Counts = Counter[str]


class _Told(NamedTuple):
    """What one version is made of."""

    names: Counts
    terms: frozenset[str]
    lead: Counts


def set_apart(cluster: Cluster, bags: Bags, scores: Scores) -> dict[str, Apart]:
    """Version id -> why it seems to report another event: at most one version, and none in a cluster of two."""
    if not 3 <= len(cluster.versions) <= MOST or _revisions(bags, scores):
        return {}
    told = told_by(cluster, bags)
    measured = measures(told, bags, scores)
    if not measured:
        return {}
    sure = [APART_BIAS + sum(APART[name] * x for name, x in zip(NAMES, row, strict=True)) for row in measured]
    odd = oddest(sure)
    if odd is None:
        return {}
    version = in_order(cluster)[odd]
    from reader.align.figures import of_one_event  # names are read there, which most clusters don't need

    if of_one_event(cluster, version.id):
        return {}
    marks, reason = _reason(cluster, version.id, told, odd)
    return {version.id: Apart(reason, marks)}


def oddest(sure: Sequence[float], least: float = SET_APART) -> int | None:
    """Which version is set apart, given the log odds of each; None if none is."""
    odd = max(range(len(sure)), key=sure.__getitem__)
    second = max((odds for n, odds in enumerate(sure) if n != odd), default=ALSO_ODD)
    return odd if sure[odd] - max(0.0, second - ALSO_ODD) >= least else None


def _revisions(bags: Bags, scores: Scores) -> bool:
    """Whether every version has half of its sentences from another, word for word: then all report one event."""
    length = Counter(bag.version for bag in bags.all)
    copied = Counter(
        bag.version for bag, row in zip(bags.all, scores, strict=True) if max(row.values(), default=0) >= COPIED
    )
    return all(2 * copied[version] >= count for version, count in length.items())


def measures(told: list[_Told], bags: Bags, scores: Scores) -> list[tuple[float, ...]]:
    """How each version stands to the rest, versions as ``in_order`` has them; nothing for fewer than three."""
    count = len(told)
    if not 3 <= count <= MOST:
        return []
    best, top = _pairs(count, bags, scores)
    near: dict[str, dict[tuple[int, int], float]] = {"names": {}, "words": {}, "best": best, "top": top, "lead": {}}
    often = Counter(term for version in told for term in version.terms)
    rare = {term: math.log((count + 1) / times) + 0.1 for term, times in often.items()}
    size = [math.fsum(map(rare.__getitem__, version.terms)) for version in told]
    for a, b in combinations(range(count), 2):
        near["names"][a, b] = _cosine(told[a].names, told[b].names)
        near["lead"][a, b] = _cosine(told[a].lead, told[b].lead)
        shared = math.fsum(map(rare.__getitem__, told[a].terms & told[b].terms))
        near["words"][a, b] = shared / (min(size[a], size[b]) + 3)
    return [_measure(v, told, {name: _near(v, count, pairs) for name, pairs in near.items()}) for v in range(count)]


class _Near(NamedTuple):
    """One kind of nearness, seen from one version."""

    mean: float  #: to the others
    most: float  #: to the nearest
    rest: float  #: the mean among the others
    worst: float  #: of the others: how near the nearest other is, where that is least

    def ratio(self) -> float:
        return math.log((self.mean + 0.03) / (self.rest + 0.03))


def _near(version: int, count: int, pairs: Mapping[tuple[int, int], float]) -> _Near:
    others = [n for n in range(count) if n != version]
    mine = [pairs[min(version, n), max(version, n)] for n in others]
    among = {pair: near for pair, near in pairs.items() if version not in pair}
    nearest = [max(near for pair, near in among.items() if n in pair) for n in others]
    return _Near(math.fsum(mine) / len(mine), max(mine), math.fsum(among.values()) / len(among), min(nearest))


def _measure(version: int, told: list[_Told], near: Mapping[str, _Near]) -> tuple[float, ...]:
    others = [told[n] for n in range(len(told)) if n != version]
    mine = told[version]
    best = near["best"].ratio()
    often = Counter(name for other in others for name in other.names)
    core = {name for name, times in often.items() if times >= max(2.0, CORE * len(others))}
    has = sum(name in mine.names or name in mine.terms for name in core) / (len(core) + 1) if core else 0.5
    they = math.fsum(len(core & other.names.keys()) / len(core) for other in others) / len(others) if core else 0.5
    own = sum(times for name, times in mine.names.items() if not any(name in other.terms for other in others))
    return (
        near["names"].ratio(),
        near["names"].most,
        near["words"].ratio(),
        best,
        near["top"].ratio(),
        float(best > SURE),
        near["lead"].most - near["lead"].worst,
        own / (sum(mine.names.values()) + 1),
        has - they,
        _replaced(mine, others) if best > SURE else 0.0,
        float(len(told) == 3),
    )


def _replaced(mine: _Told, others: list[_Told]) -> float:
    """The logarithm of how often a name of this version stands there that takes the place of one that all others have.

    0 where none does, or where fewer than three others agree on theirs.
    """
    if len(others) < 3:
        return 0.0
    agreed = [name for name in others[0].names if all(name in t.names and name in t.lead for t in others)]
    often = [math.fsum(t.names[name] for t in others) / len(others) for name in agreed if name not in mine.terms]
    missing = max(often, default=0.0)
    own = max((times for name, times in mine.names.items() if _is_own(name, mine, others)), default=0)
    return math.log1p(min(missing, own)) if min(missing, own) >= OFTEN else 0.0


def _is_own(name: str, mine: _Told, others: list[_Told]) -> bool:
    return name in mine.lead and sum(name in t.terms for t in others) <= 1 and all(t.names[name] <= 1 for t in others)


def _pairs(count: int, bags: Bags, scores: Scores) -> tuple[dict[tuple[int, int], float], ...]:
    """For every two versions the best score, and the mean of the best."""
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for n, row in enumerate(scores):
        best: dict[int, float] = {}
        for m, score in row.items():
            version = bags.all[m].version
            if score > best.get(version, 0.0):
                best[version] = score
        mine = bags.all[n].version
        for version, score in best.items():
            found[min(mine, version), max(mine, version)].append(score)
    best_pair, top = {}, {}
    for a, b in combinations(range(count), 2):
        values = sorted(found.get((a, b), ()), reverse=True)
        best_pair[a, b] = values[0] if values else 0.0
        top[a, b] = math.fsum(values[:TOP]) / TOP
    return best_pair, top


def told_by(cluster: Cluster, bags: Bags) -> list[_Told]:
    """What each version is made of, versions as ``in_order`` has them."""
    count = len(cluster.versions)
    names: list[Counts] = [Counter() for _ in range(count)]
    terms: list[set[str]] = [set() for _ in range(count)]
    lead: list[Counts] = [Counter() for _ in range(count)]
    low: Counts = Counter()
    inside: set[str] = set()
    for bag in bags.all:
        terms[bag.version] |= bag.terms
        if bag.rank < LEAD:
            lead[bag.version].update(bag.terms)
        words = lexicon(bag.place.version.language)
        quiet = words.stop | words.calendar
        tokens, keys = words.tokens(bag.place.text)
        named = [
            key
            for token, key in zip(tokens, keys, strict=True)
            if token[0].isupper() and len(key) > 1 and key not in quiet
        ]
        names[bag.version].update(named)
        # What a sentence begins with has a capital letter whatever it is.
        inside.update(named[1:] if tokens and named[:1] == keys[:1] else named)
        low.update(key for key in keys if key not in quiet)
        low.subtract(named)
    high: Counts = Counter()
    for found in names:
        high.update(found)
    return [
        _Told(
            Counter({n: t for n, t in found.items() if high[n] > low[n] and n in inside}),
            frozenset(terms[v] | found.keys()),
            lead[v],
        )
        for v, found in enumerate(names)
    ]


def _cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    weigh: Callable[[int], float] = math.log1p
    both = math.fsum(weigh(one[t]) * weigh(other[t]) for t in one.keys() & other.keys())
    size = math.fsum(weigh(n) ** 2 for n in one.values()) * math.fsum(weigh(n) ** 2 for n in other.values())
    return both / math.sqrt(size) if size else 0.0


def _reason(cluster: Cluster, version: str, told: list[_Told], odd: int) -> tuple[tuple[Mark, ...], str]:
    """The names that only this version has, where they first stand, and a sentence that says so."""
    others = [t for n, t in enumerate(told) if n != odd]
    mine = told[odd].names
    own = [name for name in mine if not any(name in other.terms for other in others)]
    wanted = sorted(own, key=lambda name: (-mine[name], name))[:SHOWN]
    marks: dict[str, Mark] = {}
    words: dict[str, str] = {}
    for place in cluster.places(version):
        if place.paragraph.kind.tells:
            for word in lexicon(place.version.language).words(place.text):
                if word.key in wanted and word.key not in marks and place.text[word.start].isupper():
                    start = place.sentence.start
                    marks[word.key] = Mark(version, place.sentence.id, start + word.start, start + word.end)
                    words[word.key] = place.text[word.start : word.end]
    shown = [words[name] for name in wanted if name in words]
    if not shown:
        return (), "It seems to report another event: hardly any of its sentences corresponds to the other versions."
    named = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    reason = f"It seems to report another event: no other version names {named}; few of its sentences correspond."
    return tuple(marks[name] for name in wanted if name in marks), reason
