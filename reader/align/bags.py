"""A sentence as the alignment sees it: its words and what they weigh, its numbers, its place in the telling."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from reader.frozen import NamedTuple, dataclass
from reader.prose.quotations import quoted_paragraphs, within
from reader.prose.words import Lexicon, lexicon
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story import Cluster, Place, Version

#: A cluster of fewer sentences says too little of what is rare: words weigh there as in one of so many.
USUAL = 40
#: What a word weighs that most sentences have.
LEAST = 50

#: Three words in a row.
Run = tuple[str, str, str]

_NO_RUNS: frozenset[Run] = frozenset()
#: Any of these in a version, and it is read for quotations.
_MARKS = ('"', "“", "”", "„", "«", "»", "''", "‘", "「", "『", "'")


@dataclass(slots=True, eq=False)
class Bag:
    """One sentence, ready to be compared. Weights are whole thousandths, so that sums do not depend on their order."""

    number: int  #: which of all telling sentences it is, versions as ``in_order`` has them
    place: Place
    version: int  #: in the order of ``in_order``
    rank: int  #: which of its version's telling sentences it is, from 0
    wording: str  #: its words' keys in a row: equal where sentences differ in typography and spelling at most
    terms: frozenset[str]  #: keys of the words that say something, words that stand for one another made one
    numbers: frozenset[str]
    words: frozenset[str]  #: keys of all its words
    quoted: frozenset[Run]  #: the runs inside quotation marks
    runs: frozenset[Run] = _NO_RUNS  #: of all its runs, those that some sentence of the cluster quotes
    position: float = 0.0  #: 0 the first of its version, 1 the last
    weight: int = 0  #: of all terms
    opens: bool = False  #: a headline, or its version's first sentence below headlines and subheadings
    unique: frozenset[str] = frozenset()  #: terms that no other sentence of its version has


class Bags(NamedTuple):
    """All telling sentences of a cluster, and what words and runs weigh in it, in thousandths."""

    all: list[Bag]
    terms: dict[str, int]  #: how rare a term is among the cluster's sentences
    runs: dict[Run, int]  #: quoted runs that no version has twice: the share of their words that say something


def in_order(cluster: Cluster) -> tuple[Version, ...]:
    """The versions in an order that depends on nothing but what they say."""
    return tuple(sorted(cluster.versions, key=lambda v: (v.text, v.published or "", v.outlet)))


def bags(cluster: Cluster) -> Bags:
    """The telling sentences of all versions, versions as ``in_order`` has them."""
    everything: list[Bag] = []
    for n, version in enumerate(in_order(cluster)):
        everything += _read(cluster, version, n, len(everything))
    counts = Counter(term for bag in everything for term in bag.terms)
    size = max(len(everything), USUAL)
    terms = {term: _rarity(count, size) for term, count in counts.items()}
    for bag in everything:
        bag.weight = sum(map(terms.__getitem__, bag.terms))
    _find_quoted(everything)
    return Bags(everything, terms, _quoted_runs(everything))


def between(both: Sequence[Bag]) -> Bags:
    """These sentences of two versions as if they were all there is, in the order given."""
    counts = Counter([term for bag in both for term in bag.terms])
    size = max(len(both), USUAL)
    weight = {count: _rarity(count, size) for count in set(counts.values())}
    terms = {term: weight[count] for term, count in counts.items()}
    quoted = frozenset[Run]().union(*[bag.quoted for bag in both])
    copies = [
        Bag(
            n,
            bag.place,
            bag.version,
            bag.rank,
            bag.wording,
            bag.terms,
            bag.numbers,
            bag.words,
            bag.quoted,
            bag.runs & quoted if bag.runs else _NO_RUNS,
            bag.position,
            sum(map(terms.__getitem__, bag.terms)),
            bag.opens,
            bag.unique,
        )
        for n, bag in enumerate(both)
    ]
    return Bags(copies, terms, _quoted_runs(copies))


def _rarity(count: int, sentences: int) -> int:
    """What a term weighs that so many of the sentences have (Robertson and Spärck Jones), never quite nothing."""
    return max(LEAST, round(1000 * math.log((sentences - count + 0.5) / (count + 0.5))))


def _find_quoted(everything: list[Bag]) -> None:
    """Give each sentence the runs it has that some sentence quotes."""
    quoted = frozenset[Run]().union(*(bag.quoted for bag in everything))
    if quoted:
        for bag in everything:
            keys = bag.wording.split(" ")
            bag.runs = quoted.intersection(zip(keys, keys[1:], keys[2:], strict=False)) or _NO_RUNS


def _quoted_runs(everything: list[Bag]) -> dict[Run, int]:
    """What quoted runs weigh."""
    count: Counter[Run] = Counter()
    versions: dict[Run, set[int]] = defaultdict(set)
    for bag in everything:
        for run in bag.runs:
            count[run] += 1
            versions[run].add(bag.version)
    if not count:
        return {}
    stop = {lexicon(bag.place.version.language) for bag in everything}
    return {
        run: 1000 * sum(not any(word in words.stop for words in stop) for word in run) // 3
        for run, times in count.items()
        if times <= 1.34 * len(versions[run])
    }


def _read(cluster: Cluster, version: Version, turn: int, first: int) -> list[Bag]:
    words = lexicon(version.language)
    places = [place for place in cluster.places(version.id) if place.paragraph.kind.tells]
    quotes = {}
    if any(mark in version.text for mark in _MARKS):
        told = [p for p in version.paragraphs if p.kind.tells]
        quotes = dict(zip((p.id for p in told), quoted_paragraphs(p.text for p in told), strict=True))
    found: list[Bag] = []
    for rank, place in enumerate(places):
        spans = quotes.get(place.paragraph.id)
        inside = within(spans, place.sentence.start, place.sentence.end) if spans else ()
        found.append(_bag(place, first + rank, turn, rank, words, [(q.start, q.end) for q in inside]))
    count = Counter(term for bag in found for term in bag.terms)
    once = frozenset(term for term, times in count.items() if times == 1)
    last = max(1, len(found) - 1)
    lead = next((bag for bag in found if bag.place.paragraph.kind not in (Kind.HEADLINE, Kind.SUBHEADING)), None)
    for bag in found:
        bag.opens = bag is lead or bag.place.paragraph.kind is Kind.HEADLINE
        bag.position = bag.rank / last
        bag.unique = bag.terms & once
    return found


def _bag(place: Place, number: int, version: int, rank: int, words: Lexicon, quotes: list[tuple[int, int]]) -> Bag:
    text = place.text
    keys = words.keys(text)
    stop, stands_for = words.stop, words.meant
    meant = [None if key in stop else stands_for.get(key, key) for key in keys]
    said = frozenset(keys)
    quoted: set[Run] = set()
    for start, end in quotes:
        spoken = words.keys(text[start:end])
        quoted.update(zip(spoken, spoken[1:], spoken[2:], strict=False))
    return Bag(
        number,
        place,
        version,
        rank,
        " ".join(keys),
        frozenset([term for term in meant if term is not None]),
        frozenset([word for word in said if word[0].isdigit() and word not in stop]),
        said,
        frozenset(quoted) if quoted else _NO_RUNS,
    )
