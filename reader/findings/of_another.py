"""Numbers of two happenings in much the same words: a quake "in September", the jury's hours before another decision,
bullets loaded and bullets fired, a game against another team.

Stories tell of what came before in the words of what they report. Each test here asks whether one sentence says of its
number what sets it apart, and nothing in the other version takes that up.
"""

from __future__ import annotations

from functools import lru_cache

from reader.findings.groups import befalls
from reader.findings.pair import Told, lower
from reader.prose.names import Name, names
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed, said

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS = tuple(name.lower() for name in _NAMES)
#: A month or a year without a day: news gives its own happenings a weekday or a date.
_PERIOD = regex(
    rf"\b(?i:in|since|during|last|early|late|mid)[ -](?P<month>{'|'.join(_NAMES)})\b(?! \d{{1,2}}\b)"
    r"(?:,? (?P<of>(?:19|20)\d\d)\b)?|\b[Ii]n (?P<year>(?:19|20)\d\d)\b",
)
_PERIODS = frozenset(_MONTHS) | {"in"}
_SHORTENED = 3
#: What a jury decides on in turn: whether somebody did it, and the sentence.
_CONVICTING = regex(r"\b(?:convict(?:s|ed|ing)|found (?:\w+ ){1,3}guilty|guilty verdict|acquit(?:s|ted|ting|tal))\b")
_DIVIDED = regex(
    r"\b(?:deadlocked|hung jury|mistrial|(?:unable|failed) to (?:come|agree|reach|return)|could not agree"
    r"|death (?:penalty|sentence)|life without|sentenced|penalty phase)\b"
)
_ROUNDS = listed("bullet round shot cartridg")
_WITH_ROUNDS = regex(
    r"\b(?:(?P<loaded>loaded|contain(?:s|ed|ing)?|held|holds|left in|remained)"
    r"|(?P<fired>fir(?:e|es|ed|ing)|shot at|discharged|struck))\b"
)
_CAUGHT = listed("pirat suspect gunmen smuggl militant rebel")
_VOTING = regex(r" (?:people |jurors )?voting (?:for|against|to) (?P<what>(?:the |a )?\w+)")
_FAMILY = listed("child grandchildren grandchild son daughter sibl brother sister")
_SURVIVED = regex(r"\b(?:survived by|leaves(?: behind)?|leaving behind)\b")
_BREAK = regex(r", (?:and|while|but) |; ")
#: How long something has lasted by the time it is told: "for four days, the town has".
_FOR = regex(r"\b[Ff]or (?:more than |over |nearly |almost |about |at least |the (?:last|past) )?$")
_HAS = regex(r"\b(?:has|have)\b|[’']ve\b")
_SHORT = ("hour", "day", "week")
#: What somebody wants is not what somebody gives.
_WANTED = regex(r"\b(?:seeks?|seeking|sought|wants?|wanted|wanting|demand(?:s|ed|ing)?|asking for)\b")
_GIVEN = regex(r"\b(?:offer(?:s|ed|ing)?|sign(?:s|ed|ing)?|agreed|accept(?:s|ed|ing)?|got|received|gave|given)\b")
_AGAINST = regex(
    r"\b(?:[Bb]eat(?:s|ing)?|[Dd]efeat(?:s|ed|ing)?|[Aa]gainst|[Oo]ver|[Rr]out(?:s|ed)|[Tt]opped|[Ee]dged) (?:the )?"
)


def of_another(a: Told, x: Quantity, b: Told, y: Quantity) -> bool:
    """Whether two quantities are of two happenings, as either sentence says of its own."""
    if (befalls(a.text, x) and befalls(b.text, y)) or (x.kind is y.kind is QuantityKind.COUNT and x.head in _CAUGHT):
        return long_before(a, x, b) or long_before(b, y, a)
    if x.head in _ROUNDS and y.head in _ROUNDS:
        return {_done(a.text, x), _done(b.text, y)} == {"fired", "loaded"}
    if x.head == y.head == "vote":
        one, other = _VOTING.match(a.text, x.number.end), _VOTING.match(b.text, y.number.end)
        return one is not None and other is not None and one["what"] != other["what"]
    if x.head == y.head and x.head in _FAMILY:
        return _of_two_families(a.text, b.text)
    if x.kind is y.kind is QuantityKind.SCORE:
        return _elsewhere(_opponents(a.text), b) and _elsewhere(_opponents(b.text), a)
    if x.dimension is not y.dimension or x.dimension not in (Dimension.DURATION, Dimension.MONEY):
        return False
    if {_wish(a.text, x), _wish(b.text, y)} == {"wanted", "given"}:
        return True
    return x.dimension is Dimension.DURATION and (
        {_decided(a.text), _decided(b.text)} == {"convicted", "divided"}
        or (_so_far(a.text, x) and _so_far(b.text, y) and (a.published is None or a.published != b.published))
    )


def long_before(told: Told, x: Quantity, other: Told) -> bool:
    """Whether a clause dates what it counts to a month or a year that the other version never names."""
    whole = lower(other.whole or other.text)
    for month, year in _periods(_clause(told, x)):
        day = other.published
        if day is not None and (year == str(day.year) or (month == _MONTHS[day.month - 1] and not year)):
            continue
        if not any(word and word in whole for word in (month, f"{month[:_SHORTENED]}. " if month else "", year)):
            return True
    return False


def _clause(told: Told, x: Quantity) -> str:
    """What is told together with a number, from one "and" after a comma to the next, with what a full stop within a
    figure cut off: "in February a quake of 6." "4 killed"."""
    breaks = [m.span() for m in _BREAK.finditer(told.text)]
    start = max((end for _, end in breaks if end <= x.number.start), default=0)
    text = told.text[start : min((begin for begin, _ in breaks if begin >= x.number.end), default=len(told.text))]
    cut = start == 0 and told.text[:1].isdigit() and told.before[-2:-1].isdigit()
    return f"{told.before} {text}" if cut else text


@lru_cache(maxsize=16384)
def _periods(text: str) -> tuple[tuple[str, str], ...]:
    """The months, in lower case, and the years that a sentence gives without a day; "" for what it doesn't."""
    if _PERIODS.isdisjoint(said(text)):
        return ()
    return tuple(((m["month"] or "").lower(), m["year"] or m["of"] or "") for m in _PERIOD.finditer(text))


def _done(text: str, x: Quantity) -> str:
    """What is done with bullets, as the last word for it before their number says, else the first after it."""
    found = list(_WITH_ROUNDS.finditer(text))
    before = [m for m in found if m.end() <= x.number.start]
    last = before[-1] if before else found[0] if found else None
    return (last.lastgroup or "") if last else ""


def _of_two_families(one: str, other: str) -> bool:
    """Whether both say whom somebody is survived by, and name two who died."""
    first = [_dead(text) for text in (one, other)]
    return all(first) and first[0].isdisjoint(first[1])


def _dead(text: str) -> frozenset[str]:
    found = _SURVIVED.search(text)
    if found is None:
        return frozenset()
    return frozenset(n.words[-1] for n in names(text) if not n.kind and n.words and n.span.end <= found.start())


def _decided(text: str) -> str:
    """What a jury came to after so many hours."""
    if "jur" not in text and "eliberat" not in text:
        return ""
    if _DIVIDED.search(text):
        return "divided"
    return "convicted" if _CONVICTING.search(text) else ""


def _so_far(text: str, x: Quantity) -> bool:
    """Whether a short time is how long something has gone on by then, which hangs on the day of telling."""
    return x.unit in _SHORT and _FOR.search(text, 0, x.span.start) is not None and _HAS.search(text) is not None


def _wish(text: str, x: Quantity) -> str:
    """Whether a sum or a time is wanted or given, as the last such word before it says."""
    start = max(text.rfind(sign, 0, x.span.start) for sign in ",;:(") + 1
    wanted, given = (list(p.finditer(text, start, x.span.start)) for p in (_WANTED, _GIVEN))
    if wanted and given:
        return "wanted" if wanted[-1].start() > given[-1].start() else "given"
    return "wanted" if wanted else "given" if given else ""


@lru_cache(maxsize=4096)
def _opponents(text: str) -> tuple[Name, ...]:
    """Against whom a game was played."""
    begun = {m.end() for m in _AGAINST.finditer(text)}
    return tuple(n for n in names(text) if n.span.start in begun)


def _elsewhere(opponents: tuple[Name, ...], other: Told) -> bool:
    """Whether there are opponents, and a version names none of them anywhere."""
    whole = lower(other.whole or other.text)
    return bool(opponents) and not any(word in whole for name in opponents for word in name.words)
