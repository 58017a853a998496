"""How far one thing goes: 3 mm a year beside 2 mm a year, a rise of half a metre to come beside one of nine metres."""

from __future__ import annotations

from functools import lru_cache

from reader.findings.date import clash
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.reach import of_one_case
from reader.prose.extents import Extent, Mood, extents
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SINCE = regex(r"\b(?:[Ss]ince|[Bb]etween|[Ff]rom|[Ss]tarting in|[Uu]ntil|[Uu]p to|and|to) (?:[A-Z][a-z]+ )?(\d{4})\b")
#: How sure it is of two rates, and of two forecasts.
CONFIDENCE = 0.65
#: Estimates differ; these are so many times one another at least.
FAR_APART = 1.5
#: So many characters of a version are looked through for another estimate.
MOST = 20_000


@lru_cache(maxsize=8192)
def heads(text: str) -> frozenset[str]:
    """What a sentence tells how far it goes; both must tell that of one thing."""
    return frozenset([extent.head for extent in extents(text)])


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two rates of one thing, or two forecasts, that lie far apart, where neither version has one near the other's."""
    if not of_one_case(a.text, b.text):
        return
    for x in extents(a.text):
        for y in extents(b.text):
            if not _of_one(x, y) or not _apart(x, y) or clash(a, x.span, b, y.span):
                continue
            if x.mood is Mood.SO and _since(a.text, x) != _since(b.text, y):
                continue
            if _told_too(a, y) or _told_too(b, x):
                continue
            one_voice = quoted(a, x.span.start) == quoted(b, y.span.start) and x.mood is Mood.SO
            strength = Strength.CONFLICT if one_voice else Strength.DISCREPANCY
            yield Disagreement(
                Type.NUMBER, strength, x.span, y.span, _canonical(x), _canonical(y),
                "how fast it goes" if x.per else "how far it goes", "number: another extent", CONFIDENCE,
            )  # fmt: skip
            return


def _of_one(x: Extent, y: Extent) -> bool:
    """Whether two are of one thing going one way, both rates or both to come: how far something went hangs on since
    when."""
    if (x.head, x.way, x.mood, x.dimension, x.per) != (y.head, y.way, y.mood, y.dimension, y.per):
        return False
    if not x.per and x.mood is Mood.SO:
        return False
    return (x.words <= y.words or y.words <= x.words) and not (x.names and y.names and x.names.isdisjoint(y.names))


def _apart(x: Extent, y: Extent) -> bool:
    less, more = (x, y) if x.high < y.low else (y, x)
    return more.low > less.high * FAR_APART and more.low > 0


def _since(text: str, x: Extent) -> frozenset[str]:
    """The years since which, or between which, a rate is told: it changes with them."""
    start = max(text.rfind(sign, 0, x.span.start) for sign in ";:.") + 1
    ends = [at for sign in ";:" if (at := text.find(sign, x.span.end)) >= 0]
    return frozenset(_SINCE.findall(text, start, min(ends, default=len(text))))


def _told_too(told: Told, other: Extent) -> bool:
    """Whether a version tells anywhere that the same thing goes about as far as another's extent."""
    return any(
        mine.head == other.head and mine.per == other.per and not _apart(mine, other)
        for mine in extents(told.whole[:MOST])
    )


def _canonical(x: Extent) -> str:
    far = f"{x.low:.4g}" if x.low == x.high else f"{x.low:.4g}..{x.high:.4g}"
    return f"{far} {x.dimension.value}{' a ' + x.per if x.per else ''}"
