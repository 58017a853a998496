"""Quantities that disagree: the same thing measured or counted, with values that can't both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.findings.around import likeness, overlap, role, slot
from reader.findings.date import clash
from reader.findings.finding import Strength, Type
from reader.findings.pair import Disagreement, Told
from reader.prose.numerals import digits_that_count
from reader.prose.quantities import Quantity, QuantityKind, quantities
from reader.prose.quantity import Dimension, Qualifier

#: Heads that name people without saying which.
_ANYBODY = frozenset(("peopl", "victim", "other", "man", "live", "soul", "individu", "", "dead", "kill", "injur", "wound", "hurt", "fatal", "death", "toll", "resid", "popul"))  # fmt: skip

_OPEN = (Qualifier.AT_LEAST, Qualifier.MORE, Qualifier.AT_MOST, Qualifier.LESS)
_LOOSE = (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER)

#: Pairs of quantities must be this much alike in what they measure before their values are compared.
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two quantities of one thing stand to each other."""

    strength: Strength | None  #: None: they go together
    rule: str = ""
    weight: float = 1.0  #: how telling the difference is, 0..1


_AGREE = Verdict(None)


def compare(a: Told, b: Told) -> Iterator[Disagreement]:
    """Disagreements about quantities between two linked sentences."""
    ours, theirs = quantities(a.text), quantities(b.text)
    if not ours or not theirs:
        return
    likes = {
        (i, j): 0.0 if clash(a, x.span, b, y.span) else alike(a.text, x, b.text, y)
        for i, x in enumerate(ours)
        for j, y in enumerate(theirs)
    }
    verdicts = {pair: relation(ours[pair[0]], theirs[pair[1]]) for pair, like in likes.items() if like > 0}
    settled_a = {i for (i, _), v in verdicts.items() if v.strength is None}
    settled_b = {j for (_, j), v in verdicts.items() if v.strength is None}
    rest = [(like, pair) for pair, like in likes.items() if like >= ENOUGH and pair in verdicts]
    for like, (i, j) in sorted(rest, key=lambda item: (-item[0], item[1])):
        if i in settled_a or j in settled_b:
            continue
        settled_a.add(i)
        settled_b.add(j)
        x, y, verdict = ours[i], theirs[j], verdicts[i, j]
        if verdict.strength is None or _sums(x, theirs) or _sums(y, ours):
            continue
        confidence = round(min(0.97, verdict.weight * (0.45 + 0.5 * like)), 2)
        yield Disagreement(
            Type.NUMBER, verdict.strength, x.number, y.number, canonical(x), canonical(y), about(a.text, x, y, b.text),
            f"number: {verdict.rule}", confidence,
        )  # fmt: skip


def alike(text_a: str, x: Quantity, text_b: str, y: Quantity) -> float:
    """How sure it is that two quantities measure the same thing, 0..1; 0 where they can't."""
    if x.dimension is not y.dimension or x.part != y.part:
        return 0.0
    if x.dimension is Dimension.MONEY and x.unit != y.unit:
        return 0.0
    counts = (QuantityKind.COUNT, QuantityKind.MEASURE)
    if x.kind is not y.kind and not (x.kind in counts and y.kind in counts):
        return 0.0
    near = likeness(text_a, x.span, text_b, y.span)
    place = slot(text_a, x.number, text_b, y.number)
    whole = overlap(text_a, text_b)
    if place >= 3 and whole >= 0.7 or place >= 5:
        return min(1.0, 0.6 + 0.08 * place)
    if _other_names(text_a, x, text_b, y):
        return 0.0
    if x.kind is QuantityKind.COUNT or y.kind is QuantityKind.COUNT:
        return _count_alike(text_a, x, text_b, y, near, place)
    if x.kind is QuantityKind.ORDINAL:
        return 0.3 + 0.7 * near if x.head == y.head and place >= 2 and whole >= 0.5 else 0.0
    if x.head and y.head and not {x.head, *x.modifiers} & {y.head, *y.modifiers}:
        return max(0.0, near - 0.3) if x.kind is not QuantityKind.MEASURE else 0.0
    towards = _towards(text_a, x), _towards(text_b, y)
    if x.dimension is Dimension.LENGTH and all(towards):
        return min(1.0, 0.5 + 0.5 * near) if towards[0] == towards[1] else 0.0
    if x.head and x.head == y.head and x.kind is QuantityKind.MEASURE:
        return min(1.0, 0.4 + 0.8 * near + 0.06 * place)
    same = 0.2 if x.head and x.head == y.head else -0.1 if x.kind is QuantityKind.SHARE else 0.0
    return max(0.0, min(1.0, near + same + 0.06 * place))


def _count_alike(text_a: str, x: Quantity, text_b: str, y: Quantity, near: float, place: int) -> float:
    """The same for counted things."""
    does_x, does_y = role(text_a, x.span), role(text_b, y.span)
    if does_x and does_y:
        if does_x != does_y or not (_thing(x.head) == _thing(y.head) or x.head in _ANYBODY and y.head in _ANYBODY):
            return 0.0
        return min(1.0, 0.6 + 0.4 * near)
    if not x.head or not y.head or _thing(x.head) != _thing(y.head):
        return 0.0
    if x.head in _ANYBODY and (does_x or does_y):
        return 0.0
    other = set(x.modifiers) ^ set(y.modifiers)
    both = set(x.modifiers) & set(y.modifiers)
    clash = 0.25 if x.modifiers and y.modifiers and other and not both else 0.0
    return max(
        0.0, min(1.0, (0.25 if x.head in _ANYBODY else 0.45) + 0.8 * near + 0.06 * place + 0.1 * bool(both) - clash)
    )


#: Names of things that newsrooms swap: each line is one thing.
_THINGS = {
    word: line.split()[0]
    for line in (
        "boat ship vessel skiff craft", "hous home dwell", "bill measur legisl", "villag town hamlet settlement",
        "student pupil", "compani firm", "car vehicl automobil", "plane jet aircraft airplan", "lawmak legisl congressman",
        "polic offic", "employe worker staff staffer", "cabl line", "lawyer attorney", "doctor physician", "gunman shooter",
        "bullet round shot", "blast explos", "minut min", "kid child", "death fatal", "aid staffer assist",
    )
    for word in line.split()
}  # fmt: skip


def _thing(head: str) -> str:
    return _THINGS.get(head, head)


_TOWARDS = re.compile(
    r"[ ,]*(?:(?:to the )?(?:(?:due )?(?:north|south|east|west)[\w-]*|away|offshore|inland|upstream|downstream) )?"
    r"(?:of|from|off|to|outside|beyond) (?:the )?(?:[a-z]+ ){0,3}(?P<name>[A-Z][\w’'-]+)"
)


def _towards(text: str, x: Quantity) -> str:
    """The place that a distance is measured from: "940 miles south of Tehran"."""
    found = _TOWARDS.match(text, x.number.end) or _TOWARDS.match(text, x.span.end)
    return found["name"].lower() if found else ""


_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")


def _names_near(text: str, x: Quantity) -> frozenset[str]:
    start = max(text.rfind(sign, 0, x.span.start) for sign in ",;:(") + 1
    ends = [n for n in (text.find(sign, x.span.end) for sign in ",;:)") if n >= 0]
    clause = text[start : min(ends) if ends else len(text)]
    return frozenset(m.group().lower().replace("’s", "").replace("'s", "") for m in _NAME.finditer(clause))


def _other_names(text_a: str, x: Quantity, text_b: str, y: Quantity) -> bool:
    """Whether the clauses of two shares, scores or ages name different people or places."""
    if x.kind not in (QuantityKind.SHARE, QuantityKind.AGE, QuantityKind.SCORE):
        return False
    one, other = _names_near(text_a, x), _names_near(text_b, y)
    return bool(one) and bool(other) and not one & other


def relation(x: Quantity, y: Quantity) -> Verdict:
    """How the values of two quantities of one thing stand to each other."""
    if x.kind is QuantityKind.SCORE or y.kind is QuantityKind.SCORE:
        same = {x.value, x.second} == {y.value, y.second}
        return _AGREE if same else Verdict(Strength.CONFLICT, "another score")
    if x.kind is QuantityKind.ORDINAL:
        return _AGREE if x.value == y.value else Verdict(Strength.CONFLICT, "another ordinal")
    vague = Qualifier.VAGUE in (x.qualifier, y.qualifier)
    if (
        _same(x.value, y.value)
        and x.qualifier is not Qualifier.BETWEEN
        and y.qualifier is not Qualifier.BETWEEN
        and not vague
    ):
        return _bounds(x, y)
    if x.unit != y.unit and x.dimension is not Dimension.COUNT and _apart(x.value, y.value) <= 0.06:
        return _AGREE
    if _meets(x, y):
        return _overlapping(x, y)
    if vague:
        low, high = (x, y) if x.high <= y.low else (y, x)
        far = high.low / max(low.high, 1e-9)
        enough = 1.1 if x.dimension is Dimension.DURATION else 1.6
        return Verdict(Strength.DISCREPANCY, "outside a loose number", 0.85) if far >= enough else _AGREE
    if _rounds(x, y) or _rounds(y, x):
        return _AGREE
    if (
        x.kind is QuantityKind.SHARE
        and x.value != y.value
        and (y.holds(100 - x.value) or x.holds(100 - y.value) or abs(x.value + y.value - 100) < 1)
    ):
        return _AGREE  # two chances in three to win are one in three to lose
    gap = _apart(x.value, y.value)
    if x.qualifier in _LOOSE and y.qualifier in _LOOSE and gap <= 0.1:
        return _AGREE
    if gap <= 0.03 and (x.qualifier in _LOOSE or y.qualifier in _LOOSE):
        return _AGREE
    if gap <= 0.25 and (_rounds(x, y, loosely=True) or _rounds(y, x, loosely=True)):
        return Verdict(Strength.DISCREPANCY, "rounded", 0.8)
    exact = x.qualifier is Qualifier.EXACT and y.qualifier is Qualifier.EXACT
    return Verdict(Strength.CONFLICT if exact or gap > 0.15 else Strength.DISCREPANCY, "another value")


def _bounds(x: Quantity, y: Quantity) -> Verdict:
    """Two quantities that name the same number, perhaps bounded in different ways."""
    kinds = {x.qualifier, y.qualifier}
    if len(kinds) == 1:
        return _AGREE
    up, down = {Qualifier.MORE, Qualifier.JUST_OVER}, {Qualifier.NEARLY, Qualifier.LESS}
    if kinds & up and kinds & down:
        return Verdict(Strength.CONFLICT, "bounded from the other side", 0.95)
    if Qualifier.EXACT in kinds and kinds & (up | down):
        return Verdict(Strength.DISCREPANCY, "a bound dropped", 0.8)
    if kinds == {Qualifier.AT_LEAST, Qualifier.AT_MOST} or kinds == {Qualifier.AT_MOST, Qualifier.MORE}:
        return Verdict(Strength.DISCREPANCY, "bounded from the other side", 0.85)
    return _AGREE


def _overlapping(x: Quantity, y: Quantity) -> Verdict:
    """Two quantities with bounds that leave room for both."""
    opens = [q for q in (x, y) if q.qualifier in _OPEN]
    if len(opens) == 2:
        same_way = (x.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE)) == (
            y.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE)
        )
        if same_way and _apart(x.value, y.value) > 0.1:
            return Verdict(Strength.DISCREPANCY, "another bound", 0.8)
    return _AGREE


def _meets(x: Quantity, y: Quantity) -> bool:
    low, high = max(x.low, y.low), min(x.high, y.high)
    if low > high:
        return False
    return low < high or x.holds(low) and y.holds(low)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-12)


def _apart(one: float, other: float) -> float:
    """The difference as a share of the larger."""
    return abs(one - other) / max(abs(one), abs(other), 1e-12)


def _rounds(coarse: Quantity, fine: Quantity, *, loosely: bool = False) -> bool:
    """Whether one value is the other, plainly rounded: two digits that count are kept, or a hundredth at most is lost."""
    if coarse.grain <= fine.grain or coarse.qualifier in _OPEN or fine.qualifier in _OPEN:
        return False
    if abs(coarse.value - fine.value) > coarse.grain / 2 * 1.0001:
        return False
    lost = _apart(coarse.value, fine.value)
    kept = digits_that_count(coarse.value, coarse.grain)
    return loosely or lost <= 0.01 or kept >= 2 and lost <= 0.05


def _sums(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether one sentence gives the parts of the other's whole: "seven rifles, two other rifles" beside "nine rifles"."""
    same = [
        p.value
        for p in parts
        if p.kind is QuantityKind.COUNT and p.head == whole.head and p.qualifier is Qualifier.EXACT
    ]
    return len(same) > 1 and any(
        _same(sum(same[i:j]), whole.value) for i in range(len(same)) for j in range(i + 2, len(same) + 1)
    )


def canonical(x: Quantity) -> str:
    """The value of a quantity in a form that is the same for the same value."""
    unit = x.unit or x.head
    if x.kind is QuantityKind.SCORE:
        return f"{max(x.value, x.second):g}-{min(x.value, x.second):g}"
    sign = {
        Qualifier.AT_LEAST: "≥", Qualifier.MORE: ">", Qualifier.AT_MOST: "≤", Qualifier.LESS: "<", Qualifier.ABOUT: "~",
        Qualifier.NEARLY: "<~", Qualifier.JUST_OVER: ">~",
    }.get(x.qualifier, "")  # fmt: skip
    if x.qualifier in (Qualifier.BETWEEN, Qualifier.VAGUE):
        return f"{x.low:.12g}..{x.high:.12g} {_base(x, unit)}".rstrip()
    return f"{sign}{x.value:.12g} {_base(x, unit)}".rstrip()


def _base(x: Quantity, unit: str) -> str:
    bases = {
        Dimension.LENGTH: "m", Dimension.AREA: "m²", Dimension.VOLUME: "m³", Dimension.MASS: "kg", Dimension.DURATION: "s",
        Dimension.SPEED: "m/s", Dimension.SHARE: "%",
    }  # fmt: skip
    return bases.get(x.dimension, unit)


def about(text_a: str, x: Quantity, y: Quantity, text_b: str) -> str:
    """What two quantities disagree about, in a few words of the texts."""
    does = (role(text_a, x.span) or role(text_b, y.span)) if x.kind is QuantityKind.COUNT else ""
    if x.kind is QuantityKind.AGE:
        return "age"
    if x.kind is QuantityKind.SCORE:
        return "score or vote"
    if does == "living":
        return "people living there"
    if does in ("dead", "hurt", "missing", "arrested", "rescued", "displaced"):
        return f"how many were {'killed' if does == 'dead' else does}"
    for text, quantity in ((text_a, x), (text_b, y)):
        words = text[quantity.number.end : quantity.span.end].strip(" -–")
        if words and quantity.head:
            kind = {QuantityKind.ORDINAL: "which", QuantityKind.COUNT: "number of", QuantityKind.SHARE: "share"}.get(
                quantity.kind
            )
            return f"{kind} {words}" if kind else words
    if x.head or y.head:
        return _MEASURES.get(x.head or y.head, x.head or y.head)
    return {
        Dimension.MONEY: "sum of money", Dimension.SHARE: "share", Dimension.DURATION: "how long", Dimension.LENGTH: "distance or length",
    }.get(x.dimension, x.dimension.value)  # fmt: skip


_MEASURES = {
    "magnitud": "magnitude",
    "popul": "population",
    "averag": "average",
    "valu": "value",
    "averag": "average",
    "major": "majority",
}
