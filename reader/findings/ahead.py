"""What can be found out before it is known which sentences correspond: what each says, and likely pairs compared."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from reader.findings.compare import Ahead, compared, pair, read, tell, texts_of, told_in_both
from reader.findings.matter import keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.findings.pair import Told
    from reader.story import Cluster, Version

#: Two sentences that share so many words that carry matter are likely to be compared.
LEAST_IN_COMMON = 2
#: A word that so many sentences have brings none of them together.
MOST_WITH_IT = 24
#: Work on so many sentences or pairs is done between two questions whether it should end.
AT_ONCE = 16


def ahead(cluster: Cluster, enough: Callable[[], bool]) -> Ahead:
    """Read the sentences of a cluster, then compare pairs of them, the likeliest first, until there is ``enough``.

    Sentences of versions that turn out to report another event are read and compared for nothing. So those published
    farthest from the others come last.
    """
    told = list(tell(cluster, sorted(cluster.versions, key=_distance(cluster))).values())
    found = Ahead({}, {})
    for begin in range(0, len(told), AT_ONCE):
        if enough():
            return found
        some = told[begin : begin + AT_ONCE]
        found.read.update(zip([one.sentence for one in some], read(some), strict=True))
    pairs = likely(told)
    for begin in range(0, len(pairs), AT_ONCE):
        if enough():
            return found
        few = pairs[begin : begin + AT_ONCE]
        found.seen.update(zip([pair(a, b) for a, b in few], compared(few, found.read), strict=True))
    return found


def _distance(cluster: Cluster) -> Callable[[Version], int]:
    """Days between a version and the one in the middle."""
    day = {v.id: v.published_date.toordinal() for v in cluster.versions if v.published_date}
    middle = sorted(day.values())[len(day) // 2] if day else 0
    return lambda version: abs(day.get(version.id, middle) - middle)


def likely(told: Sequence[Told]) -> list[tuple[Told, Told]]:
    """The pairs of sentences of two versions that share words, those that share most first."""
    having: dict[str, list[int]] = {}
    for n, one in enumerate(told):
        for word in keys(one.text, one.language):
            having.setdefault(word, []).append(n)
    common: Counter[tuple[int, int]] = Counter()
    for here in having.values():
        if len(here) <= MOST_WITH_IT:
            common.update(combinations(here, 2))
    texts = texts_of(told)
    pairs = [(told[a], told[b]) for (a, b), words in common.most_common() if words >= LEAST_IN_COMMON]
    return [(a, b) for a, b in pairs if a.version != b.version and not told_in_both(a, b, texts)]
