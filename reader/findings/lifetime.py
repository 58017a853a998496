"""What cannot fall into a life: played before the birth, wrote after the death, was 27 when the dates make it 26.

Beside :mod:`reader.findings.life`, which compares births, deaths and ages at death with each other, this sets what
somebody did against when they lived: "Ada Holt (born 5 February 1958)" beside "Ada Holt played for Corran in 1959", or
beside "Holt was elected when she was 27", where the version tells the year of the election.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf

from reader.findings import life
from reader.findings.around import content
from reader.findings.finding import Strength, Type
from reader.findings.lone_figure import lone
from reader.findings.pair import Disagreement, Told
from reader.findings.subject import people
from reader.frozen import NamedTuple
from reader.prose.dates import dates
from reader.prose.quantities import quantities
from reader.prose.quantity import Dimension, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import said
from reader.story import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reader.prose.calendar import Days
    from reader.prose.names import Name
    from reader.prose.quantity import Quantity

#: How sure it is of what was done out of a life, and of an age at something that is told elsewhere with its year.
OUTSIDE, AGED = 0.8, 0.7
#: So many years old somebody is at least who does such things; a dead person's works still appear, but not these.
YOUNGEST = 5
#: So many words of what happened must be told with its year for it to be the same.
LEAST_SHARED = 2

#: What a person does in person; "won", "released" and "was honoured" can follow a death.
_DID = (
    "played wrote worked joined served fought graduated married led directed starred coached taught studied enlisted "
    "moved lived sang painted sailed travelled traveled campaigned resigned retired testified signed began started"
)
_ACT = regex(rf"(?:first |also |later |once |then )?(?P<verb>{'|'.join(_DID.split())})\b")
_ACTS = frozenset(_DID.split())
_ALIVE = regex(r"was (?:still )?(?P<verb>alive|a (?:teenager|teen|child|schoolboy|schoolgirl|student|soldier))\b")
_ALIVE_WORDS = frozenset(("alive", "teenager", "teen"))
LIVING = _ACTS | _ALIVE_WORDS
_TEENS = (13, 19)
#: What stands between a verb and its time belongs to it, where no other clause begins.
_OTHER_CLAUSE = regex(
    r"[;:()]|, (?!and )"
    r"|\b(?:who|which|that|whose|where|when|while|after|before|because|by|published|released|born)\b"
)
_VERB_BEFORE = regex(r"\b(?:born|died)(?: on| in)? $")
_OTHER_DEED = regex(r"\b[a-z]{3,}ed\b")
_WHEN_HE = regex(r"(?: years old)?,? when (?:he|she) (?P<what>[^.;]{4,80})")
_WHEN_WAS = regex(r"\b(?:when|while) (?:he|she) was (?:only |just |already )?$")
_AT_AGE = regex(r"\b(?:at (?:the )?age(?: of)?|at|aged) (?:only |just )?$")
_WAS = regex(r"\bwas (?:only |just |already )?$")
_SENTENCE = regex(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*")
_YEAR = 31556952.0
#: A longer claim is shown by its end only.
_LONGEST = 70


class Act(NamedTuple):
    """What somebody did or was, and when."""

    who: Name
    span: Span
    verb: str
    days: Days


class Aged(NamedTuple):
    """How old somebody was when something happened, which is told by these words."""

    who: Name
    span: Span
    low: float
    high: float
    what: frozenset[str]


def tells(told: Told) -> bool:
    """Whether a sentence tells what somebody did in a year, or how old they were when something happened."""
    return bool(_acts(told.text, told.published)) or bool(_ages(told.text))


def whose(told: Told) -> Iterator[Name]:
    """Who did something or was of some age in a sentence."""
    yield from (act.who for act in _acts(told.text, told.published))
    yield from (age.who for age in _ages(told.text))


def outside(a: Told, b: Told) -> Iterator[Disagreement]:
    """What one sentence tells somebody did, before the birth or after the death that the other gives."""
    yield from _outside(a, b)
    yield from (_turned(found) for found in _outside(b, a))


def ages(a: Told, b: Told) -> Iterator[Disagreement]:
    """An age when something happened that the birth in the other sentence and the year of it do not make."""
    yield from _aged(a, b)
    yield from (_turned(found) for found in _aged(b, a))


def _turned(found: Disagreement) -> Disagreement:
    return found._replace(a=found.b, b=found.a, value_a=found.value_b, value_b=found.value_a)


def _outside(lived: Told, did: Told) -> Iterator[Disagreement]:
    acts = _acts(did.text, did.published)
    for part in life.parts(lived) if acts else ():
        for act in acts:
            if part.days is None or not life.same_person(lived, part.who, did, act.who):
                continue
            if not _cannot(part.kind, part.days, act) or act.verb in said(lived.whole):  # told there with its own time
                continue
            about = "the birth, and what was done" if part.kind == "born" else "the death, and what was done"
            yield Disagreement(
                Type.DATE, Strength.CONFLICT, _with_verb(lived.text, part.span), act.span,
                f"{part.kind} {life.iso(part.days)}", f"{act.verb} {life.iso(act.days)}", about,
                "date: done out of a lifetime", OUTSIDE,
            )  # fmt: skip
            return


def _with_verb(text: str, span: Span) -> Span:
    """The time of a birth or a death with the verb right before it."""
    found = _VERB_BEFORE.search(text, 0, span.start)
    return Span(found.start(), span.end) if found else span


def _cannot(kind: str, days: Days, act: Act) -> bool:
    """Whether somebody born or dead by these days can't have done that then."""
    if kind == "died":
        return act.days[0] > days[1]
    if act.verb in _ALIVE_WORDS:
        first, last = (0, life.OLDEST) if act.verb == "alive" else _TEENS
        return act.days[1].year - days[0].year < first or act.days[0].year - days[1].year > last
    return act.days[1].year - days[0].year < YOUNGEST


def _acts(text: str, published: date | None) -> tuple[Act, ...]:
    """What a sentence that begins with a name says its bearer did in a year, or was."""
    return () if LIVING.isdisjoint(said(text)) else _acts_of(text, published)


@lru_cache(maxsize=8192)
def _acts_of(text: str, published: date | None) -> tuple[Act, ...]:
    who = next(iter(people(text)), None)
    if who is None or (who.span.start and not who.title):
        return ()
    verb = _ACT.match(text, who.span.end + 1) or _ALIVE.match(text, who.span.end + 1)
    if verb is None:
        return ()
    for when in dates(text, published):
        if when.span.start < verb.end() or when.year is None or not when.readings or when.bound:
            continue
        between = verb.end(), when.span.start
        if _OTHER_CLAUSE.search(text, *between) or _OTHER_DEED.search(text, *between):
            return ()
        start = verb.start("verb") if when.span.end - verb.start("verb") <= _LONGEST else when.span.start
        return (Act(who, Span(start, when.span.end), verb["verb"].split()[-1], when.readings[0]),)
    return ()


def _aged(born: Told, aged: Told) -> Iterator[Disagreement]:
    ages = _ages(aged.text)
    for part in life.parts(born) if ages else ():
        for age in ages if part.kind == "born" and part.days is not None else ():
            if not life.same_person(born, part.who, aged, age.who):
                continue
            then = _when(age.what, born.whole) or _when(age.what, aged.whole)
            if then is None or part.days is None or then[0] <= part.days[1]:
                continue
            low, high = life.full_years(part.days[1], then[0]), life.full_years(part.days[0], then[1])
            if age.low <= high and low <= age.high:
                continue
            year = then[0].year
            yield Disagreement(
                Type.NUMBER, Strength.CONFLICT, _with_verb(born.text, part.span), age.span,
                life.iso(part.days), f"{age.low:g} years",
                f"the birth, and the age in {year}", "number: an age that the year of birth does not make", AGED,
            )  # fmt: skip
            return


def _ages(text: str) -> tuple[Aged, ...]:
    """How old the one that a sentence begins with was at something: "was 27 when she was elected"."""
    if not ("when" in text or " at " in text or " aged " in text) or ("was" not in text and lone(text) is not None):
        return ()
    return _ages_of(text)


@lru_cache(maxsize=8192)
def _ages_of(text: str) -> tuple[Aged, ...]:
    found = []
    who: Name | None = None
    for x in quantities(text):
        years = 1.0 if x.dimension is Dimension.COUNT else _YEAR if x.dimension is Dimension.DURATION else 0.0
        if not years or x.kind in (QuantityKind.ORDINAL, QuantityKind.SCORE) or not 4 < x.value / years <= life.OLDEST:
            continue
        what = _what(text, x)
        if not what:
            continue
        who = who or next(iter(people(text)), None)
        if who is None or who.span.start > x.number.start:
            return ()
        low, high = x.low / years + x.low_open, x.high / years - x.high_open
        found.append(Aged(who, x.number, low, high if high == inf else round(high), what))
    return tuple(found)


def _what(text: str, x: Quantity) -> frozenset[str]:
    """The words of what happened at an age; none where the number is no age of the one whom the sentence is about."""
    start, end = x.number
    if _WAS.search(text, 0, start) and (then := _WHEN_HE.match(text, end)):
        return frozenset(w.key for w in content(then["what"]))
    if _WHEN_WAS.search(text, 0, start) or (_AT_AGE.search(text, 0, start) and x.kind is not QuantityKind.COUNT):
        at = max(text.rfind(sign, 0, start) for sign in ",;:(") + 1
        clause = text[at:start]
        return frozenset(w.key for w in content(clause)) - {"age"}
    return frozenset()


def _when(what: frozenset[str], whole: str) -> Days | None:
    """When something happened, by the sentence of a version that tells of it with a year and no other time."""
    for match in _SENTENCE.finditer(whole):
        sentence = match.group()
        times = [w for w in dates(sentence, None) if w.form != "clock"]
        if len(times) != 1 or times[0].year is None or not times[0].readings or times[0].bound:
            continue
        clause = [
            w for w in content(sentence) if not _OTHER_CLAUSE.search(sentence, *_between(w.start, w.end, times[0].span))
        ]
        if len(what & {w.key for w in clause}) >= LEAST_SHARED:
            return times[0].readings[0]
    return None


def _between(start: int, end: int, span: Span) -> tuple[int, int]:
    return (end, span.start) if end <= span.start else (span.end, max(start, span.end))
