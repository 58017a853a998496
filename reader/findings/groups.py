"""Which group a number counts: whose points, which senators, the others or all of them."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.findings.around import REACH, role
from reader.prose.calendar import MONTHS, WEEKDAYS
from reader.prose.counted import plural
from reader.prose.countries import place_of
from reader.prose.name_words import ROLES, TITLES
from reader.prose.names import Name, names, same
from reader.prose.quantities import OF_WHAT
from reader.prose.quantity import Qualifier, Quantity, QuantityKind
from reader.prose.regex import regex
from reader.prose.word_lists import listed
from reader.prose.words import lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.story import Span

#: Heads that name people without saying which.
ANYBODY = listed(
    "peopl victim other man live soul individu dead kill injur wound hurt fatal death toll resid popul casualti"
) | {""}
#: Heads that name people.
PEOPLE = ANYBODY | listed(
    "civilian juror soldier polic offic student protest worker passeng child woman boy girl hostag migrant refuge "
    "patient employe pilgrim fan miner villag demonstr suspect men youth teenag famili member guest tourist driver "
    "prison inmat survivor senat lawmak pirat firefight cyclist pedestrian bystand rescuer nurs teacher toddler"
)
#: What everybody in a game has some of, as stems.
_STATISTICS = listed(
    "point goal yard touchdown pass rebound assist catch recept carri homer rbi rbis game match win loss run wicket "
    "hit strikeout inn steal block start season tackl sack td ko round tri kick save medal titl appear"
)
#: What is counted in games, and elsewhere too.
_PLAYED = _STATISTICS | {"shot"}
#: Things that are no one thing: "three times", "two ways".
NOTHING = listed("time way thing kind type part number case sort form place")

#: Names of things that newsrooms swap, as stems: each line is one thing.
_THINGS = {
    word: line.split()[0]
    for line in (
        "boat ship vessel skiff craft", "hous home dwell", "bill measur legisl", "villag town hamlet settlement",
        "student pupil", "compani firm", "car vehicl automobil", "plane jet aircraft airplan",
        "lawmak legisl congressman", "polic offic", "employe worker staff staffer job", "cabl line", "lawyer attorney",
        "doctor physician", "gunman shooter", "bullet round shot", "blast explos", "kid child", "death fatal",
    )
    for word in line.split()
}  # fmt: skip

#: What is counted by what is done: people who are employed are employees, times that something is watched are views.
COUNTED_AS = {"peopl": "employe", "time": "view"}

_PART_OF = regex(
    r"\b(?:one|two|three|four|five|six|\d+|some|many|most|several|none|both|half) of (?:the|these|those) $"
)
_VOTING = regex(r" (?:[a-z]+ ){0,2}?(?:vot(?:ed|ing|es?)|in favou?r|against)\b")

#: What befalls people only; boats are rescued and albums released too, but that doesn't say what is counted.
_PEOPLE_ONLY = listed("rescued arrested displaced living")
_RESTRICTING = listed("femal male black white young older younger senior junior foreign local former adult women men")
_AMONG = regex(r"\s+of\s+(?:the|these|those)\b")
_SUFFERERS = listed("dead injured wounded missing homeless")
_AND = regex(r" and (?:the |their |its |his |her )?(?P<who>[a-z]{3,})\b")
_DENIED = regex(r"\b(?:no|not|never|neither|nor|none|nobody|without)\b|n[’']t\b", re.IGNORECASE)
_IN = regex(r"\bin (?:the )?(?:[a-z]+ ){0,2}$")
#: So many characters after a number the place that it is told of may stand.
_NEAR = 60
_OTHERS = regex(r"\b(?:other|others|more|additional|further|another)\b")
_SET_OFF = regex(r"\s*[,:(–—-]+\s*(?:both |all |including |namely )?")
#: What a statistic can be counted in, and within how many characters of it that is told.
_FRAME = regex(
    r"\b(?:during|in|over|for|this|of|last|first|second|third|fourth|final|opening|combined|all|per|a|the) "
    r"(?:\S+ ){0,3}?"
    r"(?P<part>half|quarter|period|overtime|run|stretch|span|game|games|match|matches|season|seasons|career|inning|innings"
    r"|set|sets|minutes|months|weeks|years)\b"
)
_FRAMED = 160
#: Characters after a group within which its names begin, and after that within which they go on.
_AT_ONCE, _LIST = 4, 80


def thing(head: str) -> str:
    """One stem for the names of a thing that newsrooms swap."""
    return _THINGS.get(head, head)


def befalls(text: str, x: Quantity) -> str:
    """What befell the people counted: "dead", "hurt", ...; "" where that isn't said or no people are counted."""
    if _PART_OF.search(text, max(0, x.number.start - 30), x.number.start) or _VOTING.match(text, x.number.end):
        return ""  # "two of the three victims died", "nine voting to put him to death"
    found = role(text, x.span, REACH if x.head else REACH // 2)
    return "" if found in _PEOPLE_ONLY and x.head not in PEOPLE else found


def whole_beside_part(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether one counts all of whom something befell some, and the other those: "two of the three died"."""
    for text, q, other, r in ((text_a, x, text_b, y), (text_b, y, text_a, x)):
        if _PART_OF.search(text, max(0, q.number.start - 30), q.number.start) and befalls(other, r):
            return True
    return False


def other_group(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether the words say that two numbers count other groups."""
    if _more(text_a, x) != _more(text_b, y) or _with_others(text_a, x) != _with_others(text_b, y):
        return True
    if other_named(text_a, x, text_b, y):
        return True
    if x.head in PEOPLE and _restricted(x) != _restricted(y):
        return True
    nations = _nation(text_a, x), _nation(text_b, y)
    return all(nations) and nations[0] != nations[1]


def _nation(text: str, x: Quantity) -> str:
    """Whose the number is, where a nationality stands before it in its clause: "the Indian navy captured 23"."""
    start = max(text.rfind(sign, 0, x.number.start) for sign in ",;:(—") + 1
    found = [n.place for n in names(text) if n.kind == "people" and start <= n.span.start < x.number.start]
    return found[-1] if found else ""


def is_statistic(x: Quantity) -> bool:
    """Whether everybody in a game has so many or so much of it: points, games, yards."""
    return x.head in _STATISTICS or x.unit.rstrip("s") in ("yard", "yd")


def played(text: str, x: Quantity) -> tuple[str, ...]:
    """What part of a game or of a season a statistic is of: a run, a half, so many games; () where that isn't told."""
    if x.head not in _PLAYED:
        return ()
    near = text[max(0, x.number.start - _FRAMED) : x.number.end + _FRAMED].lower()
    return tuple(sorted({found["part"] for found in _FRAME.finditer(near)}))


def among(text: str, x: Quantity) -> bool:
    """Whether a number counts some of a group: "eight of the jurors"."""
    return _AMONG.match(text, x.number.end) is not None


def same_subject(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether both sentences tell of one person or body before they come to the numbers."""
    return of_one(subject(text_a, x.number), subject(text_b, y.number))


def of_one(one: Name | None, other: Name | None) -> bool:
    """Whether two subjects are named, and by one name."""
    return one is not None and other is not None and same(one, other)


def other_subject(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether the sentences tell of two people or bodies before they come to the numbers."""
    one, other = subject(text_a, x.number), subject(text_b, y.number)
    return one is not None and other is not None and not same(one, other)


def subject(text: str, span: Span) -> Name | None:
    """The last name before a number or the like that is no place."""
    before = [n for n in names(text) if n.span.end <= span.start and not n.kind]
    return before[-1] if before else None


def other_named(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether both groups are named at once, and by other names: "two senators, Ada Holt and Ben Marsh"."""
    one, other = _named_at_once(text_a, x), _named_at_once(text_b, y)
    return bool(one) and bool(other) and not any(same(a, b) for a in one for b in other)


def _named_at_once(text: str, x: Quantity) -> list[Name]:
    """The names right after a group, set off by a comma, a colon or a dash."""
    begun = _SET_OFF.match(text, x.span.end)
    if not begun:
        return []
    found = [name for name in names(text) if begun.end() <= name.span.start < begun.end() + _LIST]
    return found if found and found[0].span.start <= begun.end() + _AT_ONCE else []


def _more(text: str, x: Quantity) -> bool:
    """Whether a number counts others than those told of before: "two other victims", "another 30"."""
    words = text[x.number.end : x.span.end].lower()
    return bool(_OTHERS.search(words)) or text[: x.number.start].lower().rstrip().endswith("another")


def _with_others(text: str, x: Quantity) -> str:
    """Who is counted together with the thing, as a stem: "420 passengers and crew" counts more than the passengers."""
    found = _AND.match(text, x.span.end) if x.head in PEOPLE else None
    who = found["who"] if found else ""
    return who if plural(who) and who not in _SUFFERERS else ""


def _restricted(x: Quantity) -> frozenset[str]:
    """The words that make a group a part of a larger one: "two female jurors"."""
    return frozenset(m for m in x.modifiers if m in _RESTRICTING or (place_of(m) or ("", ""))[1] == "people")


def denied(text: str, x: Quantity) -> bool:
    """Whether a bound is what isn't so: "no team has offered more than eight years"."""
    if x.qualifier not in (Qualifier.MORE, Qualifier.LESS, Qualifier.AT_LEAST, Qualifier.AT_MOST):
        return False
    start = max(text.rfind(sign, 0, x.number.start) for sign in ",;:(—") + 1
    return _DENIED.search(text, start, x.number.start) is not None


def elsewhere(text: str, x: Quantity, whole: str) -> bool:
    """Whether a number is told of a country or a state that another version never names: of another happening, then."""
    if x.kind is not QuantityKind.COUNT:
        return False
    near = [n for n in names(text) if n.kind in ("country", "state") and 0 <= n.span.start - x.span.end < _NEAR]
    return any(
        _IN.search(text, max(0, n.span.start - 20), n.span.start) and text[n.span.start : n.span.end] not in whole
        for n in near
    ) and not any(_held(n, whole) for n in near)


def _held(name: Name, whole: str) -> bool:
    """Whether a text names a place or its people in any form."""
    return any(other.place == name.place for other in names(whole))


_AFTER_NAME = regex(r"\s?,? (?:\(|(?:(?:who )?(?:is|was) )?(?:aged |age |an? |the )?)")
_BEFORE_NAME = regex(r"\s+(?:[a-z][a-z-]+ ){0,3}")


#: "the then 15-year-old", "a 39-year-old Corran man".
_THEN = regex(r"\bthen[- ]{1,2}$")
_FROM_PLACE = regex(r" (?:man|woman|boy|girl|teen|teenager|resident|native|student|driver|worker|mother|father)\b")


def aged(text: str, x: Quantity) -> Name | None:
    """Whose age a sentence gives: "Ada Holt, 31", "a 31-year-old baker"; None where no name is beside it."""
    if x.kind is not QuantityKind.AGE or _THEN.search(text, max(0, x.number.start - 8), x.number.start):
        return None
    people = [name for name in names(text) if not name.kind and not name.weak]
    following = next((n for n in people if n.span.start == x.number.end + 1), None)  # "the 63-year-old Holt"
    if following is not None and not _FROM_PLACE.match(text, following.span.end):
        return following
    for name in people:
        if name.span.end <= x.number.start and _AFTER_NAME.fullmatch(text, name.span.end, x.number.start):
            return name
        if name.span.start >= x.number.end:
            beside = _BEFORE_NAME.fullmatch(text, x.number.end, name.span.start)
            return name if beside and not _FROM_PLACE.match(text, name.span.end) else None
    return None


def one_person(one: Name, other: Name, *wholes: str) -> bool:
    """Whether two names are of one person: both in full, or of the only one with that last name in the versions."""
    if not same(one, other) or not one.words or not other.words:
        return False
    if len(one.words) > 1 and len(other.words) > 1:
        return True
    last = min(one.words, other.words, key=len)[-1]
    return len(set().union(*(_first_names(whole, last) for whole in wholes))) < 2


#: "On Friday Holt said": no name before a last name.
_TIMES = frozenset((*WEEKDAYS, *MONTHS))


@lru_cache(maxsize=1024)
def _first_names(whole: str, last: str) -> frozenset[str]:
    """The capitalised words that stand right before a last name in a text, titles aside."""
    found = re.finditer(rf"\b(?P<first>[A-Z][\w’'-]+)[)”\"]? {re.escape(last)}\b", whole, re.IGNORECASE)
    first = {m["first"].lower() for m in found if m["first"][0].isupper()}
    return frozenset(first - lexicon("en").stop - _TIMES).difference(TITLES, ROLES)


def names_near(text: str, x: Quantity) -> frozenset[str]:
    """The words of the names in a quantity's clause; for an age between commas, of the name before it."""
    start = max(text.rfind(sign, 0, max(0, x.span.start - 2 * (x.kind is QuantityKind.AGE))) for sign in ",;:(") + 1
    end = min((n for n in (text.find(sign, x.span.end) for sign in ",;:)") if n >= 0), default=len(text))
    found = (name for name in names(text) if start <= name.span.start < end and name.kind != "people")
    return frozenset(word for name in found for word in name.words)


def sums(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a sentence gives the parts of another's whole: "seven rifles, two other rifles" beside "nine rifles"."""
    people = whole.head in PEOPLE
    counts = (p for p in parts if p.kind is QuantityKind.COUNT)
    values = [
        p.value
        for p in counts
        if (p.head == whole.head and (p.head not in OF_WHAT or p.modifiers == whole.modifiers))
        or (people and p.head in PEOPLE)
    ]
    runs = (sum(values[i:j]) for i in range(len(values)) for j in range(i + 2, len(values) + 1))
    return any(abs(total - whole.value) < 1e-6 for total in runs)
