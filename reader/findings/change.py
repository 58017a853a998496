"""Changes told backwards: lowered from 16 to 14 beside raised from 14 to 16."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reader.findings.around import overlap
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.value import same
from reader.frozen import NamedTuple
from reader.prose.quantities import quantities
from reader.prose.quantity import Qualifier
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.prose.quantity import Dimension, Quantity

#: How sure it is of two changes between the same values; they are of one thing where the sentences share so much.
CONFIDENCE, SAME_THING = 0.75, 0.25

_FROM = regex(r"\bfrom (?:about |around |nearly |some )?$")
_TO = regex(r"\W{0,2}(?:(?P<way>up|down) )?(?:to )?(?:about |around |nearly |some )?")
_WAY = regex(r"(?P<way>up|down) ")
_UP = regex(
    r"\b(?:rose|risen|rises?|rising|rais(?:e|ed|es|ing)|increas(?:e|ed|es|ing)|grew|grown|grows?|climb(?:ed|s)?|up"
    r"|jump(?:ed|s)?|surged?|gain(?:ed|s)?)\b"
)
_DOWN = regex(
    r"\b(?:fell|fallen|falls?|falling|lower(?:ed|s|ing)?|cut|cuts|cutting|drop(?:ped|s)?|declin(?:e|ed|es|ing)|down"
    r"|reduc(?:e|ed|es|ing)|shrank|shrunk|decreas(?:e|ed|es|ing)|slid|slipped|plunged)\b"
)
#: So many characters before a change the verb stands that says which way it goes.
_BEFORE = 60


class Change(NamedTuple):
    """From one value to another, and which way the words say that goes: 1 up, -1 down, 0 where they don't."""

    span: Span
    first: float
    last: float
    dimension: Dimension
    way: int


def tells(told: Told) -> bool:
    """Whether a sentence tells of a change from one value to another; both must."""
    return bool(_changes(told.text))


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Two changes between the same two values that go opposite ways."""
    for x in _changes(a.text):
        for y in _changes(b.text):
            if x.dimension is not y.dimension or quoted(a, x.span.start) or quoted(b, y.span.start):
                continue
            turned = same(x.first, y.last) and same(x.last, y.first)
            other_way = same(x.first, y.first) and same(x.last, y.last) and x.way * y.way < 0
            if (turned or other_way) and overlap(a.text, b.text) >= SAME_THING:
                yield Disagreement(
                    Type.NUMBER, Strength.CONFLICT, x.span, y.span, _canonical(x), _canonical(y),
                    "direction of the change", "number: a change the other way", CONFIDENCE,
                )  # fmt: skip
                return


def _canonical(x: Change) -> str:
    return f"{x.first:g} to {x.last:g}{('', ' up', ' down')[x.way]}"


def _changes(text: str) -> tuple[Change, ...]:
    return _read(text) if "from " in text and "to " in text else ()


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Change, ...]:
    read = quantities(text)
    found = [_within(text, x) for x in read if x.qualifier is Qualifier.BETWEEN and _rising(text, x)]
    for x, y in pairwise(read):
        between = _TO.fullmatch(text, x.span.end, y.number.start)
        if (
            x.dimension is not y.dimension
            or between is None
            or x.value == y.value
            or not _FROM.search(text, 0, x.number.start)
        ):
            continue
        way = between["way"] or (_WAY.match(text, y.number.start) or {"way": ""})["way"]
        at = text.rindex("from", 0, x.number.start)
        span = Span(at, y.number.end)
        found.append(Change(span, x.value, y.value, x.dimension, _which_way(text, x.number.start, way)))
    return tuple(found)


def _rising(text: str, x: Quantity) -> bool:
    """Whether a range is one from its first number to its second: "from 14 to 16", not "between 14 and 16"."""
    words = text[x.number.start : x.number.end]
    return " to " in words and (words.startswith("from ") or _FROM.search(text, 0, x.number.start) is not None)


def _within(text: str, x: Quantity) -> Change:
    at = x.number.start if text.startswith("from", x.number.start) else text.rindex("from", 0, x.number.start)
    return Change(Span(at, x.number.end), x.low, x.high, x.dimension, _which_way(text, x.number.start, ""))


def _which_way(text: str, at: int, way: str) -> int:
    """1 up, -1 down, 0 where neither the word between the values nor a verb before them tells."""
    start = max(0, at - _BEFORE)
    rising = way == "up" or (not way and _UP.search(text, start, at) is not None)
    falling = way == "down" or (not way and _DOWN.search(text, start, at) is not None)
    return rising - falling
