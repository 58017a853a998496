"""Lives: when somebody was born and died, and how old that makes them, however a sentence gives it.

"Ada Holt (1903–1956)" and "died in the 1960s", "Ben Marsh (20 May 1912 – 1 August 1985)" and "died at the age of 70",
"born in 1960" and "Holt, 45": years and ages of one person that arithmetic sets against each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from reader.findings.finding import Strength, Type
from reader.findings.happening import governors
from reader.findings.pair import Disagreement, Told
from reader.findings.subject import one_subject
from reader.findings.subject import people as named
from reader.frozen import NamedTuple
from reader.prose.calendar import year_days
from reader.prose.dates import dates, with_bound
from reader.prose.names import Name, same
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.prose.calendar import Days
    from reader.prose.quantity import Quantity

#: How sure it is of two ages or two dates of one life: nothing but the person can be another.
CONFIDENCE = 0.8

_QUICK = regex(
    r"\b(?:born|[Dd]ied?|dies|dead|death|passed|lived|killed|murdered)\b"
    r"|\(\s?(?:c\. ?)?\d{4}\s?[–—-]|\d{4}(?:,? in [A-Z][^()\d]{0,30}?)?\s?(?:[–—−]|--?)\s?(?:\d|[A-Z][a-z]{2})"
)
#: One of these words, or a year, is in every text in which that finds something.
LIFE_WORDS = listed("born die died dies dead death passed lived killed murdered")
_YEARS = regex(r"\d\d{3}")  # begun with one digit, it is looked for sooner
_BRACKET = regex(r"(?:\(|-LRB-)(?P<in>[^()]{4,160}?)(?:\)|-RRB-)")
#: "1833–1888", "20 May 1912 – 1 August 1985"; a range of years may be that of a term, so the name has to stand before.
_RANGE = regex(
    r"(?P<born>(?:[^()–—−;]{0,24}[ ;])?\d{4})(?:,? in [A-Z][^()–—−;\d]{0,30}?)?\s?(?:[–—−]|--?|, died)\s?"
    r"(?P<died>[^()–—−;]{0,24}?\d{4})(?!\d)"
)
_NAME_GOES_ON = regex(r"\.?(?: [IVX]+)?(?: of [A-Z][\w-]+|,? (?:Jr|Sr)\.?|, [A-Z][^,.()]{0,40})?,?\s*")
_BORN = regex(r"\bborn\b(?P<born>[^();]{0,60}?(?:; ?[A-Z][a-z]+ \d{1,2} ?, )?\d{4})(?!\d)")
#: What else somebody is called may stand between the name and the brackets: "Ada Holt, 1st Lady Marsh (1903–1956)".
_ALSO_CALLED = regex(r"(?: of [A-Z]\w+)? ?, [^.;:()]{1,60},? ?(?:-LRB- ?)?")
_DEATH = r"\b(?:died|dies|die|dead|passed away|passed(?= at ))\b"
_AT = regex(
    rf"{_DEATH}[^.;]{{0,60}}?\b(?:(?P<before>before) )?(?:at|aged|age|at the age of|at age|the age of|reaching|turning"
    r"|his|her|when (?:he|she) was) $",
    re.IGNORECASE,
)
_LIVED = regex(r"\blived (?:for |to be |to the age of |to )?$", re.IGNORECASE)
_WAS = regex(r"\b(?:was|were) $", re.IGNORECASE)
_WHEN = regex(
    r"(?: years old)?,? (?:when (?:he|she|they) (?:died|dies|passed|was killed)"
    r"|at the time of (?:his|her|their) death)\b",
    re.IGNORECASE,
)
_LIFE_VERB = regex(r"\b(?:born|birth|died|dies|dead|death|killed|murdered|passed away)\b")
_BIRTHDAY = regex(rf"{_DEATH}[^.;]{{0,40}}?\b(?P<side>before|after|on|shy of|short of) (?:his|her|their) $")
#: "He died", "His health failed and he died"; "Her father died" is of another.
_HE = regex(r"(?:He|She)(?= )|(?:His|Her)(?= .{0,160}?\b(?:he|she) (?:died|passed|dies)\b)")
#: What comes next befalls somebody else: "Ada Holt, whose brother died on", "Holt said that her husband died at".
_OF_ANOTHER = regex(
    r"\b(?:whose|(?:his|her|their) (?:\w+ )?"
    r"(?:wife|husband|partner|son|daughter|brother|sister|father|mother|friend))\b[^,.;:()]*$"
)
_LONG_AGO = regex(
    r"\b(?P<verb>born|died|passed away|killed|murdered) in (?:the year )?"
    r"(?P<year>[1-9]\d\d|1[0-4]\d\d)(?=[.,;)]|$| (?!\w+s\b))"
)
_ANY_YEAR = regex(r"[1-9]\d{2,3}$")
_DECADE = regex(r"[’']?s\b")
_OPENS = regex(r"(?:On|In) (?:the )?")
_PASSED_AWAY = regex(r"\bpassed away(?: \w+){0,3} $")
_YEAR = 31556952.0
#: Nobody is older; a longer stretch of years is not a life.
OLDEST = 120


class Part(NamedTuple):
    """A birth, a death or an age at death, with its words."""

    kind: str  #: "born", "died" or "age"
    who: Name
    span: Span
    low: float  #: of the age, in years
    high: float
    days: Days | None  #: of a birth or a death


class _Age(NamedTuple):
    """How old a life became, with the words that say so."""

    who: Name
    span: Span
    low: float
    high: float
    told: bool  #: given as an age, not reckoned from dates


def tells(told: Told) -> bool:
    """Whether a sentence tells of a birth, a death or an age at death; both must."""
    return bool(parts_of(told.text, told.published))


def people(told: Told) -> Iterator[Name]:
    """Whose births, deaths and ages at death a sentence tells."""
    return (part.who for part in parts_of(told.text, told.published))


def ages(a: Told, b: Told) -> Iterator[Disagreement]:
    """An age at death beside another, given or reckoned from the dates of the life; not both reckoned."""
    for x in _ages(a.text, a.published):
        for y in _ages(b.text, b.published):
            if (x.low <= y.high and y.low <= x.high) or not (x.told or y.told):
                continue
            if same_person(a, x.who, b, y.who):
                yield Disagreement(
                    Type.NUMBER, Strength.CONFLICT, x.span, y.span, _years(x), _years(y), "age at death",
                    "number: an age beside the dates of a life", CONFIDENCE,
                )  # fmt: skip
                return


def ends(a: Told, b: Told) -> Iterator[Disagreement]:
    """Another day or year of a birth or a death."""
    for x in parts_of(a.text, a.published):
        for y in parts_of(b.text, b.published):
            if x.kind != y.kind or x.days is None or y.days is None:
                continue
            apart = x.days[0] > y.days[1] or y.days[0] > x.days[1]
            if apart and same_person(a, x.who, b, y.who):
                one_year = x.days[0].year == x.days[1].year == y.days[0].year == y.days[1].year
                yield Disagreement(
                    Type.DATE, Strength.CONFLICT, x.span, y.span, iso(x.days), iso(y.days),
                    f"{'day' if one_year else 'year'} of the {'birth' if x.kind == 'born' else 'death'}",
                    f"date: another {'day' if one_year else 'year'}", CONFIDENCE,
                )  # fmt: skip


def same_person(a: Told, x: Name, b: Told, y: Name) -> bool:
    """Whether two names, or a name and a pronoun, which has no words, are of one person."""
    return one_subject(a, [x] if x.words else [], b, [y] if y.words else [])


def parts(told: Told) -> tuple[Part, ...]:
    """The births, deaths and ages at death that a sentence tells."""
    return parts_of(told.text, told.published)


def iso(days: Days) -> str:
    """A day, or the first and the last one, as they are compared and counted."""
    return days[0].isoformat() if days[0] == days[1] else f"{days[0].isoformat()}/{days[1].isoformat()}"


def _years(age: _Age) -> str:
    if age.low == age.high:
        return f"{age.low:g} years"
    return f"≥{age.low:g} years" if age.high == inf else f"{age.low:g}..{age.high:g} years"


def _ages(text: str, published: date | None) -> list[_Age]:
    """The ages at death that a sentence gives, or that follow from the dates that it gives."""
    parts = parts_of(text, published)
    found = [_Age(p.who, p.span, p.low, p.high, told=True) for p in parts if p.kind == "age"]
    for born in (p for p in parts if p.kind == "born"):
        for died in (p for p in parts if p.kind == "died" and same(p.who, born.who)):
            if born.days is None or died.days is None:
                continue
            low, high = full_years(born.days[1], died.days[0]), full_years(born.days[0], died.days[1])
            if 0 <= low <= high <= OLDEST:
                span = Span(min(born.span.start, died.span.start), max(born.span.end, died.span.end))
                found.append(_Age(born.who, span, low, high, told=False))
                break
    return found


def full_years(start: date, end: date) -> int:
    """How old somebody born on one day is on another."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def parts_of(text: str, published: date | None) -> tuple[Part, ...]:
    """What a sentence tells of lives."""
    return () if LIFE_WORDS.isdisjoint(said(text)) and not _YEARS.search(text) else _read(text, published)


@lru_cache(maxsize=8192)
def _read(text: str, published: date | None) -> tuple[Part, ...]:
    if not _QUICK.search(text):
        return ()
    people = named(text)
    if pronoun := _HE.match(text):  # who is named later in the sentence is somebody else
        people.insert(0, Name(Span(*pronoun.span()), ()))
    if not people:
        return ()
    dated = list(_bracketed(text, people))
    taken = {part.span.start for part in dated}
    dated += (part for part in _governed(text, published, people) if part.span.start not in taken)
    return (*dated, *_told_ages(text, people))


def _bracketed(text: str, people: list[Name]) -> Iterator[Part]:
    """The dates in brackets after a name."""
    for bracket in _BRACKET.finditer(text):
        who = next((name for name in reversed(people) if name.span.end <= bracket.start()), None)
        if who is None:
            continue
        if people[0] is not who and _ALSO_CALLED.fullmatch(text, people[0].span.end, bracket.start()):
            who = people[0]
        elif not _NAME_GOES_ON.fullmatch(text, who.span.end, bracket.start()):
            continue
        if found := _RANGE.search(text, bracket.start("in"), bracket.end("in")):
            named = [("born", found.span("born")), ("died", found.span("died"))]
        elif found := _BORN.search(text, bracket.start("in"), bracket.end("in")):
            named = [("born", found.span("born"))]
        else:
            continue
        for kind, (start, end) in named:
            times = [w for w in dates(text[start:end], None) if w.year is not None and w.readings]
            if times:
                span = Span(start + times[-1].span.start, start + times[-1].span.end)
                yield Part(kind, who, span, 0, 0, times[-1].readings[0])
            elif year := _ANY_YEAR.search(text, start, end):  # of an age that news seldom tells of
                yield Part(kind, who, Span(*year.span()), 0, 0, year_days(int(year.group())))


def _governed(text: str, published: date | None, people: list[Name]) -> Iterator[Part]:
    """The times of "was born" and "died", in a sentence that begins with who it was, or with when that was."""
    who = people[0]
    for when in dates(text, published):
        if when.form == "clock" or not when.readings:
            continue
        if when.span.start < who.span.end:
            if not _OPENS.fullmatch(text, 0, when.span.start):
                continue
        elif not _LIFE_VERB.search(text, who.span.end, when.span.start):
            continue  # "Holt, a star of the 1940s, died"
        if _OF_ANOTHER.search(text, who.span.end, max(who.span.end, when.span.start)):
            continue
        happening = governors(text, when.span)
        if happening in ({"bear"}, {"die"}) or _PASSED_AWAY.search(text, 0, when.span.start):
            yield Part("born" if "bear" in happening else "died", who, with_bound(text, when), 0, 0, when.readings[0])
    for old in _LONG_AGO.finditer(text, who.span.end):  # years that ``dates`` takes for counts
        span = Span(*old.span("year"))
        yield Part("born" if old["verb"] == "born" else "died", who, span, 0, 0, year_days(int(old["year"])))


def _told_ages(text: str, people: list[Name]) -> Iterator[Part]:
    """Ages at death: "died at the age of 70", "lived to be 100", "was 83 when she died"."""
    for x in quantities(text):
        who = next((name for name in people if name.span.end <= x.number.start), None)
        bounds = _birthday(text, x) if x.kind is QuantityKind.ORDINAL else _age_at_death(text, x)
        if who is not None and bounds is not None and not _OF_ANOTHER.search(text, who.span.end, x.number.start):
            yield Part("age", who, x.number, *bounds, None)


def _birthday(text: str, x: Quantity) -> tuple[float, float] | None:
    """The age at death where it is told by a birthday: "died three days after her 95th birthday"."""
    found = _BIRTHDAY.search(text, 0, x.number.start) if x.head == "birthday" else None
    if found is None:
        return None
    if found["side"] in ("before", "shy of", "short of"):
        return 0.0, x.value - 1
    return x.value, x.value if found["side"] == "on" else inf  # nobody says how long after


def _age_at_death(text: str, x: Quantity) -> tuple[float, float] | None:
    years = 1.0 if x.dimension is Dimension.COUNT else _YEAR if x.dimension is Dimension.DURATION else 0.0
    if not years or x.kind in (QuantityKind.ORDINAL, QuantityKind.SCORE) or not 0 < x.value / years <= OLDEST:
        return None
    before = text[: x.number.start]
    low, high = x.low / years + x.low_open, x.high / years - x.high_open
    if _DECADE.match(text, x.number.end):  # "died in his 30's"
        low, high = low // 10 * 10, high // 10 * 10 + 9
    if died := _AT.search(before):
        return (0.0, low - 1) if died["before"] else (low, high)
    if _LIVED.search(before) or (_WAS.search(before) and _WHEN.match(text, x.number.end)):
        return round(low), high if high == inf else round(high)
    return None
