"""Two values of one quantity: whether they go together, and how hard they differ where they don't."""

from __future__ import annotations

from reader.findings.finding import Strength
from reader.frozen import NamedTuple
from reader.prose.numerals import digits_that_count
from reader.prose.quantity import Dimension, Qualifier, Quantity, QuantityKind

_OPEN = (Qualifier.AT_LEAST, Qualifier.MORE, Qualifier.AT_MOST, Qualifier.LESS)
_UPWARDS = (Qualifier.AT_LEAST, Qualifier.MORE)
_LOOSE = (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER)

#: A rounding that loses less than this share is plain; so is one that keeps two digits and loses less than a twentieth.
PLAIN_ROUNDING = 0.01
#: Two lower bounds, or two upper ones, tell different things where they are more than this share apart.
BOUNDS_APART = 0.1
#: "Dozens" and "hundreds", "hundreds" and "thousands" begin so many times further up.
ANOTHER_SIZE = 5
#: Units convert with so much slack: "6 miles" and "10 km" are 4 % apart, "about 110 metres" and "400 feet" 10 %.
CONVERSION = 0.1
#: ...and temperatures with so many degrees Celsius.
DEGREES_ROUNDED = 1.0


class Relation(NamedTuple):
    """How two quantities of one thing stand to each other."""

    strength: Strength | None  #: None: they go together
    rule: str = ""
    weight: float = 1.0  #: how telling the difference is, 0..1


AGREE = Relation(None)


def relation(x: Quantity, y: Quantity) -> Relation:
    """How the values of two quantities of one thing stand to each other."""
    if QuantityKind.SCORE in (x.kind, y.kind):
        same_score = {x.value, x.second} == {y.value, y.second}
        return AGREE if same_score else Relation(Strength.CONFLICT, "another score")
    if x.kind is QuantityKind.ORDINAL:
        return AGREE if x.value == y.value else Relation(Strength.CONFLICT, "another ordinal")
    if Qualifier.VAGUE in (x.qualifier, y.qualifier):
        return _loose_number(x, y)
    if Qualifier.BETWEEN not in (x.qualifier, y.qualifier) and same(x.value, y.value):
        return _one_number(x, y)
    if x.dimension is Dimension.TEMPERATURE and x.unit != y.unit:
        x, y = _in_celsius(x), _in_celsius(y)
        if abs(x.value - y.value) <= DEGREES_ROUNDED:
            return AGREE
    gap = apart(x.value, y.value)
    if x.unit != y.unit and x.dimension is not Dimension.COUNT and gap <= CONVERSION:
        return AGREE
    if _meet(x, y):
        return _both_ranges(x, y) if x.qualifier is y.qualifier is Qualifier.BETWEEN else _both_open(x, y, gap)
    if _complements(x, y) or _rounds(x, y) or _rounds(y, x):
        return AGREE
    loose = (x.qualifier in _LOOSE) + (y.qualifier in _LOOSE)
    if gap <= (0.0, 0.03, 0.1)[loose]:
        return AGREE
    if gap <= 0.25 and (_rounds(x, y, loosely=True) or _rounds(y, x, loosely=True)):
        return Relation(Strength.DISCREPANCY, "rounded", 0.8)
    return Relation(Strength.DISCREPANCY if loose and gap <= 0.15 else Strength.CONFLICT, "another value")


def _in_celsius(x: Quantity) -> Quantity:
    """A temperature in degrees Celsius."""
    if x.unit != "fahrenheit":
        return x
    value, low, high = ((f - 32) * 5 / 9 for f in (x.value, x.low, x.high))
    return x._replace(value=value, low=low, high=high, grain=x.grain * 5 / 9, unit="celsius")


def same(one: float, other: float) -> bool:
    """Whether two values are equal but for the arithmetic."""
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-12)


def apart(one: float, other: float) -> float:
    """The difference of two values as a share of the larger."""
    return abs(one - other) / max(abs(one), abs(other), 1e-12)


def _one_number(x: Quantity, y: Quantity) -> Relation:
    """Two quantities that name the same number, perhaps bounded in different ways."""
    kinds = {x.qualifier, y.qualifier}
    above, below = {Qualifier.MORE, Qualifier.JUST_OVER}, {Qualifier.NEARLY, Qualifier.LESS}
    if len(kinds) == 1:
        return AGREE
    if kinds & above and kinds & below:
        return Relation(Strength.CONFLICT, "bounded from the other side", 0.95)
    if Qualifier.EXACT in kinds and kinds & (above | below):
        return Relation(Strength.DISCREPANCY, "a bound dropped", 0.8)
    if Qualifier.AT_MOST in kinds and kinds & {Qualifier.AT_LEAST, Qualifier.MORE}:
        return Relation(Strength.DISCREPANCY, "bounded from the other side", 0.85)
    return AGREE


def _both_open(x: Quantity, y: Quantity, gap: float) -> Relation:
    """Two quantities with bounds that leave room for both."""
    both_open = x.qualifier in _OPEN and y.qualifier in _OPEN
    one_way = (x.qualifier in _UPWARDS) == (y.qualifier in _UPWARDS)
    if both_open and one_way and gap > BOUNDS_APART:
        return Relation(Strength.DISCREPANCY, "another bound", 0.8)
    return AGREE


def _both_ranges(x: Quantity, y: Quantity) -> Relation:
    """Two ranges that overlap: told of one thing, they have the same ends, or near ones."""
    if max(apart(x.low, y.low), apart(x.high, y.high)) > BOUNDS_APART:
        return Relation(Strength.DISCREPANCY, "another range", 0.85)
    return AGREE


def _loose_number(x: Quantity, y: Quantity) -> Relation:
    """ "dozens" beside 5, "several days" beside "as many as two weeks"."""
    if x.qualifier is y.qualifier is Qualifier.VAGUE and min(x.low, y.low) * ANOTHER_SIZE <= max(x.low, y.low):
        return Relation(Strength.DISCREPANCY, "another loose number", 0.8)
    vague, other = (x, y) if x.qualifier is Qualifier.VAGUE else (y, x)
    low = other.value if other.qualifier is Qualifier.AT_MOST else other.low
    if other.qualifier is not Qualifier.AT_MOST and _meet(x, y):
        return AGREE
    if other.qualifier is Qualifier.AT_MOST and low <= vague.high:
        return AGREE
    far = max(low / vague.high, vague.low / max(other.high, 1e-9))
    enough = 1.1 if x.dimension is Dimension.DURATION else 1.6
    return Relation(Strength.DISCREPANCY, "outside a loose number", 0.85) if far >= enough else AGREE


def _meet(x: Quantity, y: Quantity) -> bool:
    low, high = max(x.low, y.low), min(x.high, y.high)
    return low < high or (low == high and x.holds(low) and y.holds(low))


def _complements(x: Quantity, y: Quantity) -> bool:
    """Whether two shares are the two parts of one whole: one chance in three to lose is two in three to win."""
    if x.kind is not QuantityKind.SHARE or x.value == y.value:
        return False
    if abs(x.value + y.value - 100) < 1:
        return True
    if x.qualifier in _OPEN or y.qualifier in _OPEN:  # nearly everything is less than most
        return False
    return y.holds(100 - x.value) or x.holds(100 - y.value)


def _rounds(coarse: Quantity, fine: Quantity, *, loosely: bool = False) -> bool:
    """Whether one value is the other, rounded; not ``loosely`` only where the rounding loses nothing material."""
    if coarse.grain <= fine.grain or coarse.qualifier in _OPEN or fine.qualifier in _OPEN:
        return False
    if abs(coarse.value - fine.value) > coarse.grain / 2 * 1.0001:
        return False
    lost = apart(coarse.value, fine.value)
    kept = digits_that_count(coarse.value, coarse.grain)
    return loosely or lost <= PLAIN_ROUNDING or (kept >= 2 and lost <= 0.05)


_SIGNS = {
    Qualifier.AT_LEAST: "≥", Qualifier.MORE: ">", Qualifier.AT_MOST: "≤", Qualifier.LESS: "<", Qualifier.ABOUT: "~",
    Qualifier.NEARLY: "<~", Qualifier.JUST_OVER: ">~",
}  # fmt: skip
_BASES = {
    Dimension.LENGTH: "m", Dimension.AREA: "m²", Dimension.VOLUME: "m³", Dimension.MASS: "kg", Dimension.DURATION: "s",
    Dimension.SPEED: "m/s", Dimension.SHARE: "%", Dimension.POINTS: "points", Dimension.WARMING: "degrees Celsius",
    Dimension.CONCENTRATION: "ppm", Dimension.POWER: "W", Dimension.ENERGY: "Wh",
}  # fmt: skip


def canonical(x: Quantity) -> str:
    """The value of a quantity in a form that is the same for the same value, in the base unit."""
    if x.kind is QuantityKind.SCORE:
        return f"{max(x.value, x.second):g}-{min(x.value, x.second):g}"
    unit = _BASES.get(x.dimension, x.unit)
    if x.per:
        unit = f"{unit} a {x.per}"
    if x.qualifier in (Qualifier.BETWEEN, Qualifier.VAGUE):
        return f"{x.low:.12g}..{x.high:.12g} {unit}".rstrip()
    return f"{_SIGNS.get(x.qualifier, '')}{x.value:.12g} {unit}".rstrip()
