"""Stretches of years: "from 1999 to 2007" beside "from 1998 to 2007", or beside "for more than ten years".

Also "from 1999 until her death", where the dates of the life are told, "built in 1790 ... until it was sold in 1944",
and "since 1999" up to the day of publication. Somebody held an office, a firm had a name, a law was in force: two
stretches of it, or a stretch and a length of time, are set against each other where both sentences begin with the same
name and go on with the same words; two lengths where one is that of a whole career.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf

from reader.findings import life
from reader.findings.around import content
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told, quoted
from reader.findings.subject import one_subject, subjects
from reader.frozen import NamedTuple
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, QuantityKind
from reader.prose.regex import regex
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

#: How sure it is of two stretches or lengths of what is told in the same words of one name.
CONFIDENCE = 0.75
#: What both tell besides the name: so many words before the years or after them.
LEAST_SHARED = 2
#: ...and where neither gives the years; of lengths no more than so many times one another, else it is of a part.
LENGTHS_SHARED, LENGTHS_APART = 3, 2.0
#: So many years more or less are lost where years are told without days.
SLACK = 1.0

_YEAR = r"(?:1[5-9]|20)\d\d"
_MONTH = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?"
_STRETCH = regex(
    rf"\b(?:(?:from|between) {_MONTH}(?P<a>{_YEAR}) ?(?:to|until|till|through|and|[-–]) {_MONTH}(?P<b>{_YEAR})"
    rf"|from (?:\w+ ){{1,4}}in {_MONTH}(?P<e>{_YEAR}) (?:to|until|till) (?:[\w’']+ ){{1,8}}in {_MONTH}(?P<f>{_YEAR})"
    rf"|(?:from )?(?P<c>{_YEAR}) ?[-–] ?(?P<d>{_YEAR}))(?![\d/])"
    rf"|\b[Ii]n {_MONTH}(?P<g>{_YEAR})\b[^.;:()\d]{{1,140}}?\b(?:until|till) [^.;:()\d]{{1,120}}?"
    rf"\bin {_MONTH}(?P<h>{_YEAR})\b"
)
#: "Began in 1914 and ended in 1918" is a stretch too; one of the two is an end of one.
_BEGAN = r"(?:began|started|opened|launched|premiered|broke out)"
_ENDED = r"(?:ended|finished|closed|concluded|folded|disbanded|(?:was|were) cancell?ed)"
_BEGAN_ENDED = regex(
    rf"\b{_BEGAN}\b[^.;:()\d]{{0,50}}? in {_MONTH}(?P<first>{_YEAR})[^.;:()\d]{{1,40}}?\b{_ENDED}\b"
    rf"[^.;:()\d]{{0,50}}? in {_MONTH}(?P<last>{_YEAR})\b"
)
_EDGE = regex(rf"\b(?:(?P<began>{_BEGAN})|{_ENDED})(?: (?!in\b)[a-z]+){{0,3}} in {_MONTH}(?P<year>{_YEAR})\b")
#: What goes on from one year to another, as a whole.
_RAN = regex(
    r"\b(?:ran|aired|lasted|existed|operated|went on|(?:was|were) (?:broadcast|published|held|shown|fought"
    r"|on the air))\b[^.;:()\d]{0,40}$"
)
_UNTIL_DEATH = regex(
    rf"\bfrom {_MONTH}(?P<first>\d{{3,4}})(?: up)? (?:to|until|till) (?:(?:his|her) death|(?:he|she) died)\b"
)
_SINCE = regex(rf"\bsince {_MONTH}(?P<first>{_YEAR})\b(?! ?[-–])")
#: "Three years before his death" is a day, not a length; "for three years before it was sold" is one.
_COUNTED_FROM = regex(r" (?:before|after|prior to|ago|later|earlier|into|from now)\b")
_FOR = regex(r"\b(?:for|lasted|lasting) (?:about |around |nearly |some |only )?$")
_LASTING = regex(r"\b(?:lasted|existed|lived on|been around|in force|in office|in business)\b")
_CAREER = regex(r"[- ](?:\w+ ){0,2}career\b")
#: Whoever held an office served in it.
_OFFICE = regex(
    r"\b(?:held office|in office|served|reign(?:ed)?|ruled|term|tenure|(?:was|as) (?:the )?(?:\w+ )?king)\b"
)
_SECONDS = 31556952.0
_UNITS = frozenset(("year", "decad", "season"))
_ANY_YEAR = regex(_YEAR)


class Stretch(NamedTuple):
    """So many years, from one to another or only so long."""

    span: Span
    first: int  #: the year in which it began; 0 where only its length is told
    last: int
    low: float  #: how many years it may have been
    high: float
    going_on: bool = False  #: up to the day of publication


def tells(told: Told) -> bool:
    """Whether a sentence tells of a stretch of years, of an end of one, or of a length of time in years; both must."""
    return bool(_stretches(told.text, told.published) or _edges(told.text))


def compare(a: Told, b: Told, kind: Type) -> Iterator[Disagreement]:
    """Two stretches of years of one thing (dates), or a stretch and a length that it can't have had (numbers)."""
    ours, theirs = _stretches(a.text, a.published), _stretches(b.text, b.published)
    if kind is Type.DATE:
        yield from _ends(a, ours, b, theirs)
    if len(ours) != 1 or len(theirs) != 1:  # which of several is meant can't be told
        return
    x, y = ours[0], theirs[0]
    if x.going_on and y.going_on:
        return
    if quoted(a, x.span.start) != quoted(b, y.span.start):
        return
    both = bool(x.first and y.first) and not (x.going_on or y.going_on)
    if both != (kind is Type.DATE):
        return
    if both and (abs(x.first - y.first) + abs(x.last - y.last) == 0):
        return
    if not both and x.low <= y.high and y.low <= x.high:
        return
    if not (x.first or y.first) and not _of_a_career(a, x, b, y):
        return
    if _of_one(a, x, b, y):
        yield Disagreement(
            kind, Strength.CONFLICT, x.span, y.span, _canonical(x), _canonical(y),
            "the years" if both else "how long", "date: another stretch of years" if both
            else "number: a length of time beside the years", CONFIDENCE,
        )  # fmt: skip


class Edge(NamedTuple):
    """The year in which something began, or ended."""

    span: Span
    year: int
    last: bool  #: it ended


@lru_cache(maxsize=8192)
def _edges(text: str) -> tuple[Edge, ...]:
    if not _ANY_YEAR.search(text):
        return ()
    return tuple(Edge(Span(*m.span()), int(m["year"]), not m["began"]) for m in _EDGE.finditer(text))


def _ends(a: Told, ours: Sequence[Stretch], b: Told, theirs: Sequence[Stretch]) -> Iterator[Disagreement]:
    """A stretch of what ran from one year to another beside another year in which it began or ended."""
    for one, runs, other, turned in ((a, ours, b, False), (b, theirs, a, True)):
        if len(runs) != 1 or not runs[0].first or runs[0].going_on or not _RAN.search(one.text, 0, runs[0].span.start):
            continue
        x = runs[0]
        for edge in _edges(other.text):
            year = x.last if edge.last else x.first
            if edge.year == year or quoted(one, x.span.start) != quoted(other, edge.span.start):
                continue
            if (
                not one_subject(one, subjects(one.text, x.span.start), other, subjects(other.text, edge.span.start))
                or str(edge.year) in one.whole
            ):
                continue
            spans, values = (x.span, edge.span), (str(year), str(edge.year))
            if turned:
                spans, values = spans[::-1], values[::-1]
            yield Disagreement(
                Type.DATE, Strength.CONFLICT, *spans, *values, "when it ended" if edge.last else "when it began",
                "date: another end of a stretch of years", CONFIDENCE,
            )  # fmt: skip
            return


def _of_a_career(a: Told, x: Stretch, b: Told, y: Stretch) -> bool:
    """Whether one of two lengths is that of a career, and neither many times the other."""
    whole = _CAREER.match(a.text, x.span.end) or _CAREER.match(b.text, y.span.end)
    return whole is not None and max(x.low, y.low) <= LENGTHS_APART * min(x.low, y.low)


def _canonical(x: Stretch) -> str:
    if x.first:
        return f"{x.first}/{x.last}"
    return f"≥{x.low:g} years" if x.high == inf else f"{x.low:g}..{x.high:g} years"


def _stretches(text: str, published: date | None) -> tuple[Stretch, ...]:
    """The stretches of years of a sentence, and its lengths of time in years; not the dates of a life in brackets."""
    telling = any(word in text for word in ("year", "decade", "death", "died", "seasons")) or _ANY_YEAR.search(text)
    return _read(text, published) if telling else ()


@lru_cache(maxsize=8192)
def _read(text: str, published: date | None) -> tuple[Stretch, ...]:
    found = []
    if until := _UNTIL_DEATH.search(text) if "death" in text or "died" in text else None:
        first = int(until["first"])
        for died in (p.days[1].year for p in life.parts_of(text, published) if p.kind == "died" and p.days):
            if 0 <= died - first <= life.OLDEST:
                found.append(Stretch(Span(*until.span()), first, died, died - first - SLACK, died - first + SLACK))
                break
    if published and (since := _SINCE.search(text) if "since" in text else None):
        first, last = int(since["first"]), published.year
        found.append(Stretch(Span(*since.span()), first, last, last - first - SLACK, last - first + SLACK, True))
    for match in _BEGAN_ENDED.finditer(text) if _ANY_YEAR.search(text) else ():
        first, last = int(match["first"]), int(match["last"])
        if first < last:
            found.append(Stretch(Span(*match.span()), first, last, last - first - SLACK, last - first + SLACK))
    for match in _STRETCH.finditer(text) if _ANY_YEAR.search(text) else ():
        first = int(match["a"] or match["c"] or match["e"] or match["g"])
        last = int(match["b"] or match["d"] or match["f"] or match["h"])
        if first < last and "(" not in text[: match.start()].rpartition(")")[2]:
            years = last - first
            found.append(Stretch(Span(*match.span()), first, last, years - SLACK, years + SLACK))
    if "year" in text or "decade" in text:
        for q in quantities(text):
            if q.dimension is Dimension.DURATION and q.kind is QuantityKind.MEASURE and q.unit in ("year", "decade"):
                if _COUNTED_FROM.match(text, q.number.end) and not _FOR.search(text, 0, q.number.start):
                    continue
                slack = 10 * _SECONDS if q.unit == "decade" else 0.0
                low, high = q.low / _SECONDS, (q.high + slack) / _SECONDS
                found.append(Stretch(q.number, 0, 0, low, high))
    if "seasons" in text:  # of a sport: one a year
        seasons = (q for q in quantities(text) if q.head == "season" and q.kind is QuantityKind.COUNT)
        found += (Stretch(q.number, 0, 0, q.low, q.high) for q in seasons)
    return tuple(found)


def _of_one(a: Told, x: Stretch, b: Told, y: Stretch) -> bool:
    """Whether both are told of one name, in the same words or as what lasted."""
    ours, theirs = subjects(a.text, x.span.start), subjects(b.text, y.span.start)
    if not one_subject(a, ours, b, theirs):
        return False
    length = bool(x.first) != bool(y.first)
    if _LASTING.search(a.text) or _LASTING.search(b.text):
        return bool(x.first or y.first)
    if length and _OFFICE.search(a.text) and _OFFICE.search(b.text):
        return True
    named = {word for name in (*ours, *theirs) for word in name.words}
    told_of = ({w.key for w in content(t.text) if t.text[w.start : w.end].lower() not in named} for t in (a, b))
    shared = len(next(told_of) & next(told_of) - _UNITS)
    return shared >= (LEAST_SHARED if x.first or y.first else LENGTHS_SHARED)
