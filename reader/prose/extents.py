"""How far something goes: a lake that rose by 3 mm a year, a rise of two metres, rents that will fall by a tenth."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from functools import lru_cache

from reader.frozen import NamedTuple
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.trends import WARMTH, Reading, Trend, trends_at_all
from reader.prose.word_lists import listed, placed, said
from reader.story import Span

#: So many characters around a number say whether it is to come; a rate stands so far behind what has it.
NEAR_BY, FAR = 70, 160
_DIMENSIONS = (Dimension.LENGTH, Dimension.WARMING, Dimension.TEMPERATURE, Dimension.AREA, Dimension.MASS)
_DEGREES = (Dimension.WARMING, Dimension.TEMPERATURE)
_ZERO = {"fahrenheit": 5 / 9}

#: What stands between a word for going up or down and how far...
_THEN = regex(
    r"(?:[ \u2014\u2013,-]|\b(?:by|of|on average|at|perhaps|maybe|another|an average|an?(?: [a-z]+)?|rate|about|roughly"
    r"|around|some|up to|as much as|to be|was|is|\w+ly)\b){0,16}"
)
#: ...and between how far and what goes up or down: "30 feet of sea-level rise".
_OF = regex(r"[ -]*(?:of |in )?(?:the |a )?(?:global |world |average |mean |annual |total )*")
#: A rate is told of what was named before: "goes on at the same rate, 3 mm a year".
_AT_A_RATE = regex(r"\b(?:rate|pace|trend)(?: of| is| was| to be|,| at)*(?: about| around| roughly)? *$")
_PER = regex(r" (?:a|an|per|each|every) [a-z]+|/[a-z]+")
_ENDS = regex(r"[.:!?](?:\s|$)")
_CONDITION = listed("if were unless scenario scenarios doubling")
#: ...unless it is only that all goes on as it does.
_CONDITIONAL = regex(
    r"\b(?:were|unless|scenarios?|(?:for|to|from|by|of|after) (?:a |the )?doubling"
    r"|if(?! (?:nothing|no (?:\w+ ){0,2}action|(?:the )?(?:current|present))\b))\b",
    re.IGNORECASE,
)
_AHEAD = listed(
    "will could may might projected project projects projection predict predicts predicted prediction predictions "
    "forecast forecasts expected expects expect scenario looking likely"
)
_HYPOTHETICAL = regex(r"[^.;:!?]{0,60}? (?:would|could|might|may|can) (?!be\b)")


class Mood(StrEnum):
    """How it is told."""

    SO = "so"
    AHEAD = "to come"


class Extent(NamedTuple):
    """How far something goes one way."""

    span: Span  #: the number
    head: str  #: what goes, as a key
    words: frozenset[str]  #: which one, as keys
    names: frozenset[str]
    way: int  #: 1 up, -1 down, 0 where it isn't told
    mood: Mood
    dimension: Dimension
    low: float  #: in metres, square metres, kilograms or degrees Celsius
    high: float
    per: str  #: of a rate: "year" and the like


def extents(text: str) -> tuple[Extent, ...]:
    """How far things go in a text; not where a condition stands beside it."""
    return _read(text) if any(q.dimension in _DIMENSIONS for q in quantities(text)) else ()


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Extent, ...]:
    if not _CONDITION.isdisjoint(said(text)) and _CONDITIONAL.search(text):
        return ()
    found = []
    going = trends_at_all(text)
    for x in quantities(text):
        if x.kind is not QuantityKind.MEASURE or x.dimension not in _DIMENSIONS:
            continue
        trend = next((t for t in going if _measures(text, t, x)), None) or _before_rate(text, going, x)
        if trend is not None and _HYPOTHETICAL.match(text, max(trend.span.end, x.number.end)):
            continue
        if trend is not None and trend.way and (trend.head == WARMTH) == (x.dimension in _DEGREES):
            found.append(_extent(text, trend, x))
    return tuple(found)


def _measures(text: str, trend: Trend, x: Quantity) -> bool:
    if trend.span.end <= x.number.start:
        return _THEN.fullmatch(text, trend.span.end, x.number.start) is not None
    if trend.span.start < x.number.start:  # "a rise of two degrees in water temperature"
        return True
    if x.number.end <= trend.span.start:
        return _OF.fullmatch(text, x.number.end, trend.span.start) is not None
    return False


def _before_rate(text: str, going: tuple[Trend, ...], x: Quantity) -> Trend | None:
    """What a rate is told of: the last thing before it that can have one, or what "trend" stands beside."""
    anchor = _AT_A_RATE.search(text, max(0, x.number.start - FAR), x.number.start) if x.per else None
    if anchor is None:
        return None
    if anchor.group().startswith("trend"):
        return _of_trend(text, anchor.start())
    near = [
        t
        for t in going
        if 0 <= x.number.start - t.span.end <= FAR
        and (t.head == WARMTH) == (x.dimension in _DEGREES)
        and not _ENDS.search(text, t.span.end, x.number.start)
    ]
    return near[-1] if near else None


def _of_trend(text: str, at: int) -> Trend | None:
    """What a trend is of: "the mean lake level trend"."""
    read = placed(text)
    if read is None:
        return None
    reading, n = Reading(text, *read), bisect_left(read[1], at)
    group = reading.back(n - 1) if n else []
    head, words, names = reading.named(group) if group else ("", frozenset(), frozenset())
    return Trend(Span(at, at + len("trend")), 1, 0, head, words, names) if head else None


def _extent(text: str, trend: Trend, x: Quantity) -> Extent:
    factor = 1.0
    if x.dimension is Dimension.TEMPERATURE:
        factor = _ZERO.get(x.unit, 1.0)
    start = max(0, min(trend.span.start, x.number.start) - NEAR_BY)
    around = said(text[start : x.number.end + NEAR_BY])
    mood = Mood.SO if _AHEAD.isdisjoint(around) else Mood.AHEAD
    dimension = Dimension.WARMING if x.dimension in _DEGREES else x.dimension
    rate = _PER.match(text, x.number.end) if x.per else None
    span = Span(x.number.start, rate.end()) if rate else x.number
    return Extent(
        span, trend.head, trend.words, trend.names, trend.way, mood, dimension, x.low * factor, x.high * factor,
        x.per,
    )  # fmt: skip
