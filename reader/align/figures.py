"""Figures that two accounts of one event share: 288 candidates for 125 seats, 23 arrested, a final score of 31 to 24.

Another election, another raid or another game has other figures, however much the wording is alike.
"""

from __future__ import annotations

from itertools import islice

from reader.prose.names import names
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.prose.names import Name
    from reader.story import Cluster, Version

#: So many figures that every other version gives too, or one with a name that all begin with, speak for one event.
MANY, ONE = 2, 1
#: The sentences in which a name that all begin with stands.
LEAD = 6
#: One of these has to be as large as that: games of one sort have the same small ones.
LARGE = 100
#: Smaller figures are given of much; so are round ones, and years.
SMALLEST = 13
#: So many figures of a version are read: more are tables.
MOST = 500
_YEARS = range(1900, 2101)
_FIGURE = regex(r"(?<![\d.,])\d{1,9}(?:,\d{3})*(?:\.\d+)?(?![\d%])")


def of_one_event(cluster: Cluster, version: str) -> bool:
    """Whether a version gives so many figures that every other gives too that it reports what they do."""
    mine = next(v for v in cluster.versions if v.id == version)
    others = [v for v in cluster.versions if v.id != version]
    own = _telling(mine)
    shared = [own & _telling(other) for other in others]
    if not shared or min(map(len, shared)) < ONE:
        return False
    if min(map(len, shared)) >= MANY and all(any(float(figure) >= LARGE for figure in both) for both in shared):
        return True
    return not _leading(cluster, mine).isdisjoint(
        frozenset.intersection(*(_leading(cluster, other) for other in others))
    )


def _telling(version: Version) -> frozenset[str]:
    """The figures of a version that are given of one thing only, as they are written, without separators."""
    found = set()
    for match in islice(_FIGURE.finditer(version.text), MOST):
        figure = match.group().replace(",", "")
        if float(figure) >= SMALLEST and len(figure.rstrip("0")) > 1 and not (
            figure.isdecimal() and int(figure) in _YEARS
        ):  # fmt: skip
            found.add(figure)
    return frozenset(found)


def _is_person(name: Name) -> bool:
    """Whether a name has a first and a last word, and no small one, as those of places and bodies have."""
    return not name.kind and len(name.words) > 1 and "of" not in name.words


def _leading(cluster: Cluster, version: Version) -> frozenset[tuple[str, ...]]:
    """The names of more than one word in the first sentences of a version that tell something."""
    told = (place.text for place in cluster.places(version.id) if place.paragraph.kind.tells)
    return frozenset(n.words for text in islice(told, LEAD) for n in names(text) if _is_person(n))
