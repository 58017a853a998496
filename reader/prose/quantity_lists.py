"""Quantities beside one another: shared nouns, conversions, measures told in two units."""

from __future__ import annotations

from reader.prose.counted import plural
from reader.prose.quantity import Dimension, Qualifier, Quantity, QuantityKind, bounded
from reader.story import Span

#: Measures that are told in two units: "6 feet 4 inches".
_COMPOUND = (Dimension.LENGTH, Dimension.DURATION, Dimension.MASS)
#: A number above this is nobody's age.
OLDEST = 115
#: What is told in degrees: of two scales in brackets only the first may say that it is a change.
_DEGREES = (Dimension.TEMPERATURE, Dimension.WARMING)
#: Stems of what befalls people, which no following number's noun explains: "80 hurt and 7 villages damaged".
_BEFALLS = ("hurt", "kill", "dead", "wound", "injur", "miss", "arrest")


def with_shared_heads(text: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers of a list share the noun at its end: "12 Somali and 11 Yemeni pirates"."""
    for n in range(len(found) - 2, -1, -1):
        one, other = found[n], found[n + 1]
        gap = text[one.span.end : other.span.start].strip().lower()
        if gap not in ("and", "or", "&", "to") or one.kind is not QuantityKind.COUNT:
            continue
        if other.kind is QuantityKind.AGE and not one.head and one.value <= OLDEST:  # "68 and 48 years old"
            found[n] = one._replace(kind=QuantityKind.AGE, unit=other.unit)
            continue
        if other.kind is not QuantityKind.COUNT:
            continue
        own = text[one.number.end : one.span.end].split()
        if other.head and one.head not in _BEFALLS and not (own and plural(own[-1].lower())):
            found[n] = one._replace(head=other.head, modifiers=(*one.modifiers, one.head) if one.head else ())
    return found


def without_conversions(text: str, found: list[Quantity]) -> list[Quantity]:
    """A quantity that only says the one before it in another unit is dropped: "58km (36 miles)"."""
    return [q for n, q in enumerate(found) if not (n and _converts(text, found[n - 1], q))]


def compounded(text: str, found: list[Quantity]) -> list[Quantity]:
    """Measures told in two units are one: "6 feet 4 inches", "two hours and 20 minutes"."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged else None
        if last is not None and _continues(text, last, quantity):
            number, span = Span(last.number.start, quantity.number.end), Span(last.span.start, quantity.span.end)
            value = last.value + quantity.value
            merged[-1] = bounded(quantity._replace(
                number=number, span=span, value=value, low=value, high=value, unit=last.unit,
                qualifier=last.qualifier, low_open=False, high_open=False,
            ))  # fmt: skip
        else:
            merged.append(quantity)
    return merged


def _continues(text: str, one: Quantity, other: Quantity) -> bool:
    between = text[one.number.end : other.number.start].strip()
    smaller = other.unit != one.unit and other.grain < one.grain and other.value < one.value
    compound = one.dimension is other.dimension and one.dimension in _COMPOUND
    return compound and smaller and between in ("", "and", ",", ", and") and other.qualifier is Qualifier.EXACT


def _converts(text: str, one: Quantity, other: Quantity) -> bool:
    between = text[one.number.end : other.number.start].strip()
    degrees = one.dimension in _DEGREES and other.dimension in _DEGREES
    alike = one.dimension is other.dimension or degrees
    return alike and one.unit != other.unit and between in ("(", "[", "/", ", or", "or")
