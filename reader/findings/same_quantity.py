"""Whether two quantities of two sentences measure or count the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.findings.around import likeness, overlap, role, slot
from reader.findings.happening import governors
from reader.prose.countries import place_of
from reader.prose.names import Name, names, same
from reader.prose.quantity import Dimension, Quantity, QuantityKind
from reader.prose.word_lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Heads that name people without saying which.
_ANYBODY = listed(
    "peopl victim other man live soul individu dead kill injur wound hurt fatal death toll resid popul casualti"
) | {""}

#: Names of things that newsrooms swap, as stems: each line is one thing.
_THINGS = {
    word: line.split()[0]
    for line in (
        "boat ship vessel skiff craft", "hous home dwell", "bill measur legisl", "villag town hamlet settlement",
        "student pupil", "compani firm", "car vehicl automobil", "plane jet aircraft airplan",
        "lawmak legisl congressman", "polic offic", "employe worker staff staffer", "cabl line", "lawyer attorney",
        "doctor physician", "gunman shooter", "bullet round shot", "blast explos", "kid child", "death fatal",
    )
    for word in line.split()
}  # fmt: skip

#: Things that are no one thing: "three times", "two ways".
_NOTHING = listed("time way thing kind type part number case sort form place")
#: Roles that only people have; boats are rescued and albums released too, but that doesn't say what is counted.
_PEOPLE_ONLY = listed("rescued arrested displaced living")
_PEOPLE = _ANYBODY | listed(
    "civilian juror soldier polic offic student protest worker passeng child woman boy girl hostag migrant refuge "
    "patient employe pilgrim fan miner villag demonstr suspect men youth teenag famili member guest tourist driver "
    "prison inmat resident"
)

#: What everybody in a game has some of, as stems.
_STATISTICS = listed(
    "point goal yard touchdown pass rebound assist catch recept carri homer rbi game match win loss run wicket hit "
    "strikeout inn shot steal block start season tackl sack td ko round tri kick save medal titl appear"
)
_RESTRICTING = listed("femal male black white young older younger senior junior foreign local former adult women men")
_AMONG = re.compile(r"\s+of\s+(?:the|these|those)\b")
_OTHERS = re.compile(r"\b(?:other|others|more|additional|further|another)\b")

#: Two numbers in the same words of two sentences that share this much measure the same thing, whatever it is.
SAME_WORDS = 0.7

_TOWARDS = re.compile(
    r"[ ,]*(?:\([^)]{1,30}\) )?"
    r"(?:(?:to the )?(?:(?:due )?(?:north|south|east|west)[\w-]*|away|offshore|inland|upstream|downstream) )?"
    r"(?:of|from|off|to|outside|beyond) (?:the )?(?:[a-z]+ ){0,3}(?P<name>[A-Z][\w’'-]+)"
)


def alike(text_a: str, x: Quantity, text_b: str, y: Quantity) -> float:
    """How sure it is that two quantities measure the same thing, 0..1; 0 where they can't.

    Where newsrooms contradict each other, the values are mostly near: a value many times the other is of another thing,
    or of another happening, unless the words around say otherwise.
    """
    if not _comparable(x, y):
        return 0.0
    if _other_names(text_a, x, text_b, y):
        return 0.0
    place, whole = slot(text_a, x.number, text_b, y.number), overlap(text_a, text_b)
    if (place >= 3 and whole >= SAME_WORDS) or place >= 5:
        return min(1.0, 0.6 + 0.08 * place)
    far = max(x.value, y.value) / max(1e-9, min(x.value, y.value)) if x.kind is not QuantityKind.ORDINAL else 1.0
    doubt = 0.35 if far > 8 else 0.2 if far > 3 else 0.0
    return max(0.0, _alike(text_a, x, text_b, y, place, whole) - doubt)


def _alike(text_a: str, x: Quantity, text_b: str, y: Quantity, place: int, whole: float) -> float:
    """The same in unlike sentences, whatever the values."""
    near = likeness(text_a, x.span, text_b, y.span)
    if QuantityKind.COUNT in (x.kind, y.kind):
        return _counted_alike(text_a, x, text_b, y, near, place)
    if x.kind is QuantityKind.ORDINAL:
        return 0.3 + 0.7 * near if x.head == y.head and place >= 2 and whole >= 0.5 else 0.0
    if x.dimension is Dimension.LENGTH:
        if _is_size(text_a, x) != _is_size(text_b, y):
            return 0.0
        towards = _towards(text_a, x), _towards(text_b, y)
        if all(towards):
            return min(1.0, 0.5 + 0.5 * near) if towards[0] == towards[1] else 0.0
    return _measured_alike(text_a, x, text_b, y, near, place)


def _comparable(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities are of one kind and unit, so that their values can be compared at all."""
    if x.dimension is not y.dimension or x.part != y.part:
        return False
    if x.dimension in (Dimension.MONEY, Dimension.TEMPERATURE) and x.unit != y.unit:
        return False
    counts = (QuantityKind.COUNT, QuantityKind.MEASURE)
    return x.kind is y.kind or (x.kind in counts and y.kind in counts)


def _measured_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for measures, shares, scores and ages."""
    same_thing = bool({x.head, *x.modifiers} & {y.head, *y.modifiers}) if x.head and y.head else None
    if same_thing is False:
        return max(0.0, near - 0.3) if x.kind is not QuantityKind.MEASURE else 0.0
    if x.kind is QuantityKind.MEASURE and x.head and x.head == y.head:
        return min(1.0, 0.4 + 0.8 * near + 0.06 * place)
    bonus = 0.2 if same_thing else -0.1 if x.kind is QuantityKind.SHARE else 0.0
    if x.kind is QuantityKind.AGE and not _names_near(text_a, x) & _names_near(text_b, y) and near < 0.6:
        return 0.0
    governed = governors(text_a, x.number) & governors(text_b, y.number) - {"say"}
    return max(0.0, min(1.0, near + bonus + 0.06 * place + 0.15 * bool(governed)))


def _counted_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for counted things."""
    does_x, does_y = befalls(text_a, x), befalls(text_b, y)
    same_thing = thing(x.head) == thing(y.head)
    if _other_people(text_a, x, text_b, y) or _more(text_a, x) != _more(text_b, y):
        return 0.0
    if _other_subject(text_a, x, text_b, y, needed=x.head in _STATISTICS):
        return 0.0
    if x.head in _PEOPLE and _restricted(x) != _restricted(y):
        return 0.0
    if bool(_AMONG.match(text_a, x.number.end)) != bool(_AMONG.match(text_b, y.number.end)):
        near -= 0.3
    if does_x and does_y:
        anybody = x.head in _ANYBODY and y.head in _ANYBODY
        return min(1.0, 0.6 + 0.4 * near) if does_x == does_y and (same_thing or anybody) else 0.0
    if not x.head or not y.head or not same_thing or (x.head in _ANYBODY and (does_x or does_y)):
        return 0.0
    if x.head in _NOTHING and near < 0.6:
        return 0.0
    shared = bool(set(x.modifiers) & set(y.modifiers))
    clash = 0.25 if x.modifiers and y.modifiers and not shared else 0.0
    start = 0.25 if x.head in _ANYBODY else 0.45
    return max(0.0, min(1.0, start + 0.8 * near + 0.06 * place + 0.1 * shared - clash))


def _other_people(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether both groups are named at once, and by other names: "two senators, Ada Holt and Ben Marsh"."""
    one, other = _named_at_once(text_a, x), _named_at_once(text_b, y)
    return bool(one) and bool(other) and not any(same(a, b) for a in one for b in other)


_NAMED = re.compile(r"\s*[,:(–—-]+\s*(?:both |all |including |namely )?")


def _named_at_once(text: str, x: Quantity) -> list[Name]:
    """The names right after a group, set off by a comma, a colon or a dash."""
    begun = _NAMED.match(text, x.span.end)
    if not begun:
        return []
    found = [name for name in names(text) if begun.end() <= name.span.start < begun.end() + 80]
    return found if found and found[0].span.start <= begun.end() + 4 else []


def _more(text: str, x: Quantity) -> bool:
    """Whether a number counts others than those told of before: "two other victims", "another 30"."""
    words = text[x.number.start : x.span.end].lower()
    return bool(_OTHERS.search(words)) or text[: x.number.start].lower().rstrip().endswith("another")


def _restricted(x: Quantity) -> frozenset[str]:
    """The words that make a group a part of a larger one: "two female jurors"."""
    return frozenset(m for m in x.modifiers if m in _RESTRICTING or (place_of(m) or ("", ""))[1] == "people")


def _other_subject(text_a: str, x: Quantity, text_b: str, y: Quantity, *, needed: bool) -> bool:
    """Whether two numbers are told of other people or bodies: the last names before them differ.

    needed: whether they must be known to be the same, as for points and games, which everybody has some of.
    """
    one, other = _subject(text_a, x), _subject(text_b, y)
    if one is None or other is None:
        return needed
    return not same(one, other)


def _subject(text: str, x: Quantity) -> Name | None:
    before = [n for n in names(text) if n.span.end <= x.number.start and not n.kind]
    return before[0] if before and x.head in _STATISTICS else None


def befalls(text: str, x: Quantity) -> str:
    """What befell the people that a quantity counts: "dead", "hurt", ...; "" where it doesn't say or counts no
    people."""
    found = role(text, x.span)
    return "" if found in _PEOPLE_ONLY and x.head not in _PEOPLE else found


def thing(head: str) -> str:
    """One stem for the names of a thing that newsrooms swap."""
    return _THINGS.get(head, head)


def _is_size(text: str, x: Quantity) -> bool:
    """Whether a length belongs to a thing: "a 10-metre dhow"."""
    return "-" in text[x.number.start : x.number.end]


def _towards(text: str, x: Quantity) -> str:
    """The place that a distance is measured from: "940 miles south of Tehran"."""
    found = _TOWARDS.match(text, x.number.end) or _TOWARDS.match(text, x.span.end)
    return found["name"].lower() if found else ""


def _other_names(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether the clauses of two shares, scores or ages name different people or places."""
    if x.kind not in (QuantityKind.SHARE, QuantityKind.AGE, QuantityKind.SCORE):
        return False
    one, other = _names_near(text_a, x), _names_near(text_b, y)
    return bool(one) and bool(other) and not one & other


def _names_near(text: str, x: Quantity) -> frozenset[str]:
    """The words of the names in a quantity's clause; for an age between commas, of the name before it."""
    start = max(text.rfind(sign, 0, max(0, x.span.start - 2 * (x.kind is QuantityKind.AGE))) for sign in ",;:(") + 1
    end = min((n for n in (text.find(sign, x.span.end) for sign in ",;:)") if n >= 0), default=len(text))
    found = (name for name in names(text) if start <= name.span.start < end and name.kind != "people")
    return frozenset(word for name in found for word in name.words)


def sums(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a sentence gives the parts of another's whole: "seven rifles, two other rifles" beside "nine rifles"."""
    people = whole.head in _PEOPLE
    values = [
        p.value
        for p in parts
        if p.kind is QuantityKind.COUNT and (p.head == whole.head or (people and p.head in _PEOPLE))
    ]
    runs = (sum(values[i:j]) for i in range(len(values)) for j in range(i + 2, len(values) + 1))
    return any(abs(total - whole.value) < 1e-6 for total in runs)
