"""Which way one thing goes: prices that rose beside prices that fell, a level that rose beside one that stayed."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.date import clash, dated
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.prose.dates import dates
from reader.prose.trends import Trend, trends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: How sure it is of two ways of one thing, and of one way beside none.
OPPOSED, STILL = 0.65, 0.6

#: So many characters of a version are looked through for the other way of a thing.
MOST = 20_000

_WORDS = {1: "up", -1: "down", 0: "neither up nor down"}


@lru_cache(maxsize=8192)
def heads(text: str) -> frozenset[str]:
    """What a sentence tells the way of; both must tell that of one thing."""
    return frozenset([trend.head for trend in trends(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """One thing that goes two ways, where neither version tells the other way of it too."""
    for x in trends(a.text):
        for y in trends(b.text):
            if x.head != y.head or not (x.asserted or y.asserted) or not _opposed(x, y) or not _one(x, y):
                continue
            if clash(a, x.span, b, y.span) or _in_year(a, x) != _in_year(b, y) or _told_too(a, y) or _told_too(b, x):
                continue
            one_voice = quoted(a, x.span.start) == quoted(b, y.span.start)
            strength = Strength.CONFLICT if one_voice else Strength.DISCREPANCY
            yield Disagreement(
                Type.NUMBER, strength, x.span, y.span, _canonical(x), _canonical(y), "direction of the change",
                "number: another way", OPPOSED if x.way * y.way else STILL,
            )  # fmt: skip
            return


def _canonical(x: Trend) -> str:
    return f"{x.head} {_WORDS[x.way]}"


def _opposed(x: Trend, y: Trend) -> bool:
    """Whether the two ways exclude each other: what isn't said to fall may rise."""
    if x.way * y.way < 0:
        return True
    if x.way and y.way:
        return False
    still, moving = (x, y) if not x.way else (y, x)
    return bool(moving.way) and still.denied in (0, moving.way)


def _one(x: Trend, y: Trend) -> bool:
    """Whether two trends of things of one name are of the same: not oil prices beside house prices."""
    if not (x.words <= y.words or y.words <= x.words):
        return False
    return not (x.names and y.names and x.names.isdisjoint(y.names))


def _in_year(told: Told, trend: Trend) -> bool:
    """Whether a trend is told of a year, a month or a season, and not since or until one: of another time, where the
    other version gives none."""
    times = dates(told.text, told.published) if dated(told, trend.span) else ()
    return any(when.form in _PAST and not when.bound for when in times)


_PAST = ("year", "month", "season")


def _told_too(told: Told, other: Trend) -> bool:
    """Whether a version tells somewhere that the thing goes as another's trend says."""
    return any(
        mine.asserted and mine.head == other.head and mine.way == other.way and _one(mine, other)
        for mine in trends(told.whole[:MOST])
    )
