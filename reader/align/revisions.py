"""What corresponds in two successive revisions of one article: which sentence became which, and what was moved.

Revisions are nearly the same text, so that sentences with the same words are set together first; what is left goes by
the alignment's links, and where there is none by its place between two sentences that are settled.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import UTC, datetime
from functools import lru_cache

from reader.align.weights import LINKED
from reader.frozen import NamedTuple
from reader.prose.tokens import tokens
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.align.links import Alignment, Link
    from reader.story import Cluster, Place, Version


class Match(NamedTuple):
    """Sentences of a revision and what they became in the next; more than one where it was split or joined."""

    before: tuple[str, ...]  #: sentence ids, in their order
    after: tuple[str, ...]
    same: bool  #: the same words, but for house style
    moved: int = 0  #: -1: to an earlier place, 1: to a later one, against what stayed


#: A pair too unsure to be linked is one all the same between the same two settled sentences, from this score on.
LEAST = 0.2

#: Two versions -> the links between their sentences.
Pairs = dict[tuple[str, str], list["Link"]]


def sequence(cluster: Cluster) -> tuple[Version, ...]:
    """The revisions from the first to the last: by time of publication where all have one, else as displayed."""
    try:
        moments = [datetime.fromisoformat(version.published or "") for version in cluster.versions]
    except ValueError:
        return cluster.versions
    if any(len(version.published or "") <= 10 for version in cluster.versions):
        days = dict(zip((v.id for v in cluster.versions), (m.date() for m in moments), strict=True))
        return tuple(sorted(cluster.versions, key=lambda v: days[v.id]))
    known = [m if m.tzinfo else m.replace(tzinfo=UTC) for m in moments]
    times = dict(zip((v.id for v in cluster.versions), known, strict=True))
    return tuple(sorted(cluster.versions, key=lambda v: times[v.id]))


def successive_links(cluster: Cluster, alignment: Alignment, revisions: Sequence[Version]) -> Pairs:
    """The links, sure and unsure ones, between the sentences of each two successive revisions, ``a`` in the earlier."""
    rank = {version.id: n for n, version in enumerate(revisions)}
    found: Pairs = defaultdict(list)
    for link in (*alignment.links, *alignment.near):
        one, other = cluster.place(link.a).version.id, cluster.place(link.b).version.id
        if one in rank and other in rank and abs(rank[one] - rank[other]) == 1:
            found[(one, other) if rank[one] < rank[other] else (other, one)].append(link)
    return found


def matches(cluster: Cluster, before: Version, after: Version, links: Iterable[Link]) -> list[Match]:
    """What each telling sentence of ``before`` became in ``after``, in the order of ``after``.

    Sentences in no match are gone, or new. links: those between the two.
    """
    old, new = (_telling(cluster, version) for version in (before, after))
    partner = _same_words(old, new)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    in_group: dict[tuple[int, int], int] = {}  # (side, index) -> group
    at = ({p.sentence.id: n for n, p in enumerate(old)}, {p.sentence.id: n for n, p in enumerate(new)})
    settled = dict(partner)
    scored = sorted(_between(links, at), key=lambda x: (-x[0], x[1], x[2]))
    near = _gaps(partner)
    taken = set(partner.values())
    for sure, a, b in scored:
        if a in partner or b in taken:
            continue  # its words are there as they were: the other one is something more
        if sure < LINKED and (sure < LEAST or near(a) != near(b, side=1)):
            continue
        if (old[a].paragraph.kind is Kind.HEADLINE) != (new[b].paragraph.kind is Kind.HEADLINE):
            continue
        _join(groups, in_group, a, b)
    for a, b in _headlines(old, new):
        if a not in partner and b not in taken and (0, a) not in in_group and (1, b) not in in_group:
            _join(groups, in_group, a, b)
    found = [([a], [b], True) for a, b in settled.items()]
    found += [(sorted(a), sorted(b), _folded(old, a) == _folded(new, b)) for a, b in groups.values()]
    found.sort(key=lambda m: m[1][0])
    moved = _moved([(a[0], b[0]) for a, b, _ in found])
    return [
        Match(
            tuple(old[n].sentence.id for n in a), tuple(new[n].sentence.id for n in b), same, moved.get((a[0], b[0]), 0)
        )
        for a, b, same in found
    ]


def _telling(cluster: Cluster, version: Version) -> list[Place]:
    return [place for place in cluster.places(version.id) if place.paragraph.kind.tells]


def _folded(places: Sequence[Place], which: Iterable[int]) -> str:
    return " ".join(folded(places[n].text) for n in sorted(which))


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text's words without case, typography and spelling."""
    return " ".join(token.word for token in tokens(text)) or text.strip()


def _same_words(old: Sequence[Place], new: Sequence[Place]) -> dict[int, int]:
    """Sentences with the same words, in order where there are several of them."""
    left: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for n, place in enumerate(new):
        left[_key(place)].append(n)
    found: dict[int, int] = {}
    for n, place in enumerate(old):
        same = left[_key(place)]
        if same:
            found[n] = same.pop(0)
    return found


def _key(place: Place) -> tuple[str, bool]:
    # A headline is no sentence of the text, even where it has the words of one.
    return folded(place.text), place.paragraph.kind is Kind.HEADLINE


def _between(
    links: Iterable[Link], at: tuple[Mapping[str, int], Mapping[str, int]]
) -> Iterable[tuple[float, int, int]]:
    for link in links:
        a, b = (link.a, link.b) if link.a in at[0] else (link.b, link.a)
        if a in at[0] and b in at[1]:
            yield link.score, at[0][a], at[1][b]


def _gaps(partner: Mapping[int, int]) -> Callable[..., int]:
    """Where a sentence stands among the settled ones: the number, in the new revision, of the one before it."""
    olds, news = sorted(partner), sorted(partner.values())

    def gap(n: int, side: int = 0) -> int:
        settled = news if side else olds
        k = bisect_left(settled, n) - 1
        if k < 0:
            return -1
        return settled[k] if side else partner[settled[k]]

    return gap


def _join(groups: dict[int, tuple[list[int], list[int]]], in_group: dict[tuple[int, int], int], a: int, b: int) -> None:
    """Put two sentences together: two new ones, or one more where a sentence was split or two were joined."""
    one, other = in_group.get((0, a)), in_group.get((1, b))
    if one is not None and other is not None:
        return
    if one is None and other is None:
        number = len(groups)
        groups[number] = ([a], [b])
        in_group[0, a] = in_group[1, b] = number
        return
    number = one if one is not None else other if other is not None else 0
    olds, news = groups[number]
    # One became several, or several one; several that became several are told apart.
    if one is not None and len(olds) == 1 and abs(b - news[-1]) <= len(news):
        news.append(b)
        in_group[1, b] = number
    elif other is not None and len(news) == 1 and abs(a - olds[-1]) <= len(olds):
        olds.append(a)
        in_group[0, a] = number


def _headlines(old: Sequence[Place], new: Sequence[Place]) -> list[tuple[int, int]]:
    """The first headlines of both: a headline that is written anew is still the headline."""
    heads = [[n for n, p in enumerate(places) if p.paragraph.kind is Kind.HEADLINE] for places in (old, new)]
    return [(heads[0][0], heads[1][0])] if all(heads) else []


def _moved(pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """Pairs out of order against the longest run of pairs in order, and which way. Sorted by the new place."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (old, _) in enumerate(pairs):
        k = bisect_left(tails, old)
        before.append(ends[k - 1] if k else -1)
        if k == len(tails):
            tails.append(old)
            ends.append(n)
        else:
            tails[k], ends[k] = old, n
    kept: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    stayed = sorted(pairs[k][0] for k in kept)
    found: dict[tuple[int, int], int] = {}
    above = 0  # those that stayed and stand before it now
    for k, pair in enumerate(pairs):
        if k in kept:
            above += 1
        else:
            found[pair] = -1 if above < bisect_left(stayed, pair[0]) else 1
    return found
