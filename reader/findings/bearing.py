"""On which side of a place something is: "150 miles west of Corran" beside "150 miles east of Corran"."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from reader.findings.around import likeness, overlap
from reader.frozen import NamedTuple
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from reader.findings.pair import Told

#: Sentences must share this much, or the words around the two this much, to tell of one thing; less where the distance
#: is the same.
ONE_THING, BESIDE = 0.4, 0.4
#: So many of one sentence are compared.
MOST = 10

_BEARING = regex(
    r"\b(?:(?P<far>\d[\d.,]*) ?(?:nautical )?(?:km|kms|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?|yards?|blocks?) )?"
    r"(?:(?:due|just|far|further|directly|to the) )?"
    r"(?P<side>(?:north|south)[- ]?(?:east|west)|north|south|east|west)(?:wards?)? of (?:the )?"
    r"(?P<place>[A-Z][\w’'-]*)"
)
_AXES = {"north": "n", "south": "s", "east": "e", "west": "w"}
_OPPOSED = (frozenset("ns"), frozenset("ew"))


class Bearing(NamedTuple):
    """A place, and on which side of it something is."""

    place: str
    side: str
    axes: frozenset[str]
    far: str  #: the figure of the distance; "" where none is told
    span: Span


def speaks(text: str) -> bool:
    """Whether a sentence says on which side of a place something is."""
    return bool(read(text))


def marks(text: str) -> dict[Hashable, Hashable]:
    """The places of which a sentence tells a side, each with the side."""
    return {("bearing", x.place): x.axes for x in read(text)}


def read(text: str) -> tuple[Bearing, ...]:
    """The sides of places that a sentence tells of."""
    return _read(text) if "th of " in text or "st of " in text or "rd of " in text or "rds of " in text else ()


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Bearing, ...]:
    found = []
    for match in islice(_BEARING.finditer(text), MOST):
        word = match["side"].lower()
        axes = frozenset(letter for name, letter in _AXES.items() if name in word)
        far = (match["far"] or "").replace(",", "")
        found.append(Bearing(match["place"], word, axes, far, Span(*match.span())))
    return tuple(found)


def compare(a: Told, b: Told) -> Iterator[tuple[Bearing, Bearing]]:
    """Opposite sides of one place, told of one thing, where neither version tells the other's."""
    ours, theirs = read(a.text), read(b.text)
    for x in ours:
        for y in theirs:
            if x.place != y.place or not _opposed(x.axes, y.axes) or _tells(b, x) or _tells(a, y):
                continue
            if x.far and y.far and x.far != y.far:
                continue
            near = likeness(a.text, x.span, b.text, y.span)
            if x.far or y.far:
                near += BESIDE * (x.far == y.far) - BESIDE / 2
            if near >= BESIDE or overlap(a.text, b.text) >= ONE_THING:
                yield x, y
                return


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(axis <= one | other and not (axis & one) & (axis & other) for axis in _OPPOSED)


def _tells(told: Told, x: Bearing) -> bool:
    """Whether a version tells a side of a place, or one that goes with it, anywhere."""
    return any(y.place == x.place and not _opposed(x.axes, y.axes) for y in read(told.whole))
