"""What a quantity is: a value with its bounds, its unit, and the thing that it counts or measures."""

from __future__ import annotations

from enum import StrEnum
from math import inf

from reader.frozen import NamedTuple
from reader.prose.numerals import digits_that_count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.story import Span


class QuantityKind(StrEnum):
    """What a number does in its sentence."""

    COUNT = "count"  #: so many things
    MEASURE = "measure"  #: so much of a unit, or a bare value ("magnitude 6.1")
    ORDINAL = "ordinal"
    AGE = "age"
    SCORE = "score"  #: two numbers against each other
    SHARE = "share"  #: percent, fraction, odds


class Dimension(StrEnum):
    """What is measured."""

    COUNT = "count"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    DURATION = "duration"
    SHARE = "share"  #: percent, fractions, odds
    POINTS = "percentage points"
    TEMPERATURE = "temperature"
    WARMING = "change of temperature"
    SPEED = "speed"
    CONCENTRATION = "concentration"  #: parts per million
    POWER = "power"
    ENERGY = "energy"


class Qualifier(StrEnum):
    """How the words around a number bound it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"  #: a little less
    JUST_OVER = "just over"  #: a little more
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    BETWEEN = "between"
    VAGUE = "vague"  #: dozens, several


class Quantity(NamedTuple):
    """One quantity as a sentence gives it."""

    span: Span  #: the very words, with the qualifier, the unit and the thing counted
    number: Span  #: the words of the number alone, with its qualifier and unit
    kind: QuantityKind
    dimension: Dimension
    unit: str  #: a currency code, "m", "second", "percent" or ""
    value: float  #: as written, in the base unit; of a range the middle, of a score the first number
    low: float  #: in the base unit: metres, seconds, kilograms, watts, percent; money in its currency
    high: float
    low_open: bool
    high_open: bool
    qualifier: Qualifier
    grain: float  #: the place of the last digit that counts, in the base unit
    head: str  #: the stem of the thing counted or measured, "" where the sentence leaves it open
    modifiers: tuple[str, ...]  #: stems of the words before the head: "merchant", "north", "korean"
    part: bool  #: "18 of them", "30 of the 80": some of a group that is told of elsewhere
    second: float = 0.0  #: of a score: the other number
    per: str = ""  #: of a rate: "hour", "day", "month" or "year", to which decades and centuries are reckoned

    def holds(self, value: float) -> bool:
        """Whether a value lies within the bounds."""
        above = value > self.low if self.low_open else value >= self.low
        return above and (value < self.high if self.high_open else value <= self.high)


def bounded(quantity: Quantity) -> Quantity:
    """The quantity with the interval that its qualifier makes.

    "About" reaches a tenth of the value to both sides where one digit counts, a twentieth where more do, and half a
    unit of the last digit at least; "nearly" and "just over" reach half as far again to one side.
    """
    value, grain = quantity.value, quantity.grain
    digits = digits_that_count(value, grain)
    slack = max(value * (0.1 if digits == 1 else 0.05), grain / 2 if digits > 1 else 0.0)
    match quantity.qualifier:
        case Qualifier.ABOUT:
            return quantity._replace(low=quantity.low - slack, high=quantity.high + slack)
        case Qualifier.NEARLY:
            return quantity._replace(low=value - slack * 1.5, high_open=True)
        case Qualifier.JUST_OVER:
            return quantity._replace(high=value + slack * 1.5, low_open=True)
        case Qualifier.AT_LEAST:
            return quantity._replace(high=inf)
        case Qualifier.MORE:
            return quantity._replace(high=inf, low_open=True)
        case Qualifier.AT_MOST:
            return quantity._replace(low=0.0)
        case Qualifier.LESS:
            return quantity._replace(low=0.0, high_open=True)
    return quantity
