"""Quantities: the very words, the bounds they make, what they measure, and what is none."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.number_words import PARTS, SCALES
from reader.prose.quantities import MOST, NUMBER_WORDS, _Reading, in_words, quantities
from reader.prose.quantity import Dimension, Qualifier, Quantity, QuantityKind
from reader.prose.units import CURRENCIES, UNITS


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    found = quantities(text)
    assert len(found) == 1, [text[q.span.start : q.span.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "qualifier", "low", "high"),
    [
        ("More than 10,000 troops crossed.", "More than 10,000", Qualifier.MORE, 10_000, inf),
        ("At least 12 people were hurt.", "At least 12", Qualifier.AT_LEAST, 12, inf),
        ("It cost nearly $30 million.", "nearly $30 million", Qualifier.NEARLY, 25.5e6, 30e6),
        ("About 4,000 fans came.", "About 4,000", Qualifier.ABOUT, 3_600, 4_400),
        ("Some 16 bills were passed.", "Some 16", Qualifier.ABOUT, 15.2, 16.8),
        ("Up to 60 houses were hit.", "Up to 60", Qualifier.AT_MOST, 0, 60),
        ("Fewer than 50 voters stayed.", "Fewer than 50", Qualifier.LESS, 0, 50),
        ("Just over 10 seconds passed.", "Just over 10 seconds", Qualifier.JUST_OVER, 10, 11.5),
        ("Between 10,000 and 12,000 soldiers left.", "Between 10,000 and 12,000", Qualifier.BETWEEN, 10_000, 12_000),
        ("He owes $1-2 million.", "$1-2 million", Qualifier.BETWEEN, 1e6, 2e6),
        ("20 or more sheep were lost.", "20 or more", Qualifier.AT_LEAST, 20, inf),
        ("Dozens of sheep were lost.", "Dozens", Qualifier.VAGUE, 24, 200),
        ("At least some 200 sheep were lost.", "At least some 200", Qualifier.AT_LEAST, 200, inf),
        ("Two dozen sheep were lost.", "Two dozen", Qualifier.EXACT, 24, 24),
    ],
)
def test_bounds(text: str, words: str, qualifier: Qualifier, low: float, high: float) -> None:
    found = only(text)
    assert text[found.number.start : found.number.end] == words
    assert found.qualifier is qualifier
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "dimension", "unit", "value"),
    [
        ("a fine of $1.2bn", Dimension.MONEY, "USD", 1.2e9),
        ("half a million dollars", Dimension.MONEY, "USD", 500_000),
        ("a quarter of a million dollars", Dimension.MONEY, "USD", 250_000),
        ("half an hour", Dimension.DURATION, "hour", 1800),
        ("a half-hour", Dimension.DURATION, "hour", 1800),
        ("three quarters of an hour", Dimension.DURATION, "hour", 2700),
        ("an hour and a half", Dimension.DURATION, "hour", 5400),
        ("two months and a half", Dimension.DURATION, "month", 2.5 * 2629746),
        ("an hour and 45 minutes", Dimension.DURATION, "hour", 6300),
        ("5 and a half minutes", Dimension.DURATION, "minute", 330),
        ("half a litre", Dimension.VOLUME, "liter", 0.0005),
        ("a third of a mile", Dimension.LENGTH, "mile", 536.448),
        ("42 million ringgits", Dimension.MONEY, "MYR", 42e6),
        ("a grant of 30bn euros", Dimension.MONEY, "EUR", 3e10),
        ("£40", Dimension.MONEY, "GBP", 40),
        ("C$5,000", Dimension.MONEY, "CAD", 5_000),
        ("12.5 percent", Dimension.SHARE, "percent", 12.5),
        ("Sixty-five per cent", Dimension.SHARE, "percent", 65),
        ("a third of the crew", Dimension.SHARE, "percent", 100 / 3),
        ("a one-in-four chance", Dimension.SHARE, "percent", 25),
        ("3 percentage points", Dimension.POINTS, "points", 3),
        ("6 miles", Dimension.LENGTH, "mile", 9656.064),
        ("10 km", Dimension.LENGTH, "kilometer", 10_000),
        ("150 nautical miles", Dimension.LENGTH, "nautical mile", 277_800),
        ("6 feet 4 inches", Dimension.LENGTH, "foot", 1.9304),
        ("a two-week trip", Dimension.DURATION, "week", 1_209_600),
        ("30 seconds", Dimension.DURATION, "second", 30),
        ("two more days", Dimension.DURATION, "day", 172_800),
        ("for an hour", Dimension.DURATION, "hour", 3_600),
        ("5 tonnes of rice", Dimension.MASS, "tonne", 5_000),
        ("38 degrees Celsius", Dimension.TEMPERATURE, "celsius", 38),
        ("60 miles per hour", Dimension.SPEED, "m/s", 26.8224),
        ("200 square miles", Dimension.AREA, "square mile", 5.17998e8),
        ("a high of 38C", Dimension.TEMPERATURE, "celsius", 38),
        ("41 Celsius degrees", Dimension.TEMPERATURE, "celsius", 41),
        ("It rose to 40C (104F).", Dimension.TEMPERATURE, "celsius", 40),
        ("a rise of 2C", Dimension.WARMING, "celsius", 2),
        ("It is 9°F warmer than it was.", Dimension.WARMING, "fahrenheit", 5),
        ("to limit warming to 1.5C (2.7F)", Dimension.WARMING, "celsius", 1.5),
        ("415 ppm of smoke", Dimension.CONCENTRATION, "ppm", 415),
        ("15 parts per billion", Dimension.CONCENTRATION, "ppm", 0.015),
        ("a 300MW plant", Dimension.POWER, "megawatt", 3e8),
        ("2 gigawatts", Dimension.POWER, "gigawatt", 2e9),
        ("500 kilowatt-hours", Dimension.ENERGY, "kilowatt hour", 5e5),
        ("43 gigatons of ice", Dimension.MASS, "gigaton", 4.3e13),
        ("9 metric tonnes", Dimension.MASS, "tonne", 9_000),
    ],
)
def test_units(text: str, dimension: Dimension, unit: str, value: float) -> None:
    found = only(text)
    assert (found.dimension, found.unit) == (dimension, unit)
    assert found.value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("The sand grows 3 mm (0.12 in) a year.", 0.003, "year"),
        ("a loss of 40 tons of silt per decade", 4_000, "year"),
        ("$15 an hour", 15, "hour"),
        ("It grew 3% annually.", 3, "year"),
        ("2 litres a day", 0.002, "day"),
        ("0.2 °C per century", 0.002, "year"),
        ("It grew 3 percent.", 3, ""),
        ("$15 a share", 15, ""),
    ],
)
def test_rates(text: str, value: float, per: str) -> None:
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.per == per


@pytest.mark.parametrize("text", ["the 24 F Street shop", "3 C-130s", "flat 4c"])
def test_a_letter_that_is_no_degree(text: str) -> None:
    assert {found.dimension for found in quantities(text)} <= {Dimension.COUNT}


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("two boats and three helicopters", ["boat", "helicopt"]),
        ("seven of its villages", ["villag"]),
        ("12 Welsh and 11 Irish sailors", ["sailor", "sailor"]),
        ("seven AK-47 assault rifles, two other rifles", ["rifl", "rifl"]),
        ("a magnitude of 5.9", ["magnitud"]),
        ("a 6.1-magnitude quake", ["magnitud"]),
        ("the toll rose to 12", ["toll"]),
        ("killing 612 people and wounding around 1,400", ["peopl", ""]),
        ("40 percent of the buildings", ["build"]),
        ("a mother of 13, Ada Holt", ["child"]),
        ("a father of three", ["child"]),
        ("Corran mother of 13 Ada Holt", ["child"]),
        ("the father-of-three died", ["child"]),
        ("a father of two boys", ["boy"]),
        ("a quake of 5.6 on the Richter scale", ["magnitud"]),
        ("a group of three", [""]),
        ("a third-floor flat", ["floor"]),
        ("second-degree murder", ["degre"]),
    ],
)
def test_what_is_counted(text: str, heads: list[str]) -> None:
    assert [found.head for found in quantities(text)] == heads


def test_kinds() -> None:
    kinds = {
        "Jane Doe, 31, left.": QuantityKind.AGE,
        "a 31-year-old nurse": QuantityKind.AGE,
        "the House voted 396-9": QuantityKind.SCORE,
        "by 24 votes to 21": QuantityKind.SCORE,
        "the third attempt": QuantityKind.ORDINAL,
        "a third-floor flat": QuantityKind.ORDINAL,
        "the first time": QuantityKind.ORDINAL,
        "three attempts": QuantityKind.COUNT,
        "3 km": QuantityKind.MEASURE,
        "3 percent": QuantityKind.SHARE,
    }
    assert {text: only(text).kind for text in kinds} == kinds


def test_ages_in_a_list() -> None:
    assert [found.kind for found in quantities("two women, 68 and 48 years old")] == [
        QuantityKind.COUNT,
        QuantityKind.AGE,
        QuantityKind.AGE,
    ]
    assert [found.kind for found in quantities("200 and 48 years old")] == [QuantityKind.COUNT, QuantityKind.AGE]


def test_counts_are_told_apart_by_what_they_are_of() -> None:
    assert [found.modifiers for found in quantities("two counts of fraud and one count of theft")] == [
        ("fraud",),
        ("theft",),
    ]


def test_parts_of_a_group_are_marked() -> None:
    some, all_of_them = quantities("30 of the 80 wounded stayed")
    assert some.part
    assert not all_of_them.part
    assert only("18 of them left").part


def test_a_conversion_in_brackets_is_not_read_twice() -> None:
    assert only("58km (36 miles) to the west").unit != "mile"


@pytest.mark.parametrize(
    "text",
    [
        "in 2014",
        "on May 4, 2014",
        "at 2:30 p.m.",
        "two weeks ago",
        "the 1990s",
        "an AK-47",
        "Flight 370, he said",
        "the bill, known as SB 1062, passed",
        "No. 5",
        "one of the largest",
        "no one came",
        "at first it rained",
        "three tenths of a second",
        "after 900 CE",
        "",
        "no number here",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_years_are_counts_where_they_count_something() -> None:
    assert only("1500 mudbrick houses").value == 1500


def test_a_bound_belongs_to_the_number_after_it() -> None:
    killed, hurt = quantities("The quake killed 3 and over 1,200 were hurt.")
    assert (killed.qualifier, hurt.qualifier) == (Qualifier.EXACT, Qualifier.MORE)
    assert only("Tickets are free for those of 60 and over.").qualifier is Qualifier.AT_LEAST


@pytest.mark.parametrize("sign", ["S$", "A$", "HK$", "US$", "$", "€", "Rs.", "EUR"])
def test_a_text_may_end_in_a_currency(sign: str) -> None:
    assert quantities(f"They pay in {sign}") == ()
    assert [q.value for q in quantities(f"They paid 40 million in {sign}")] == [4e7]


def test_over_bounds_a_duration_only_where_it_does_not_say_when() -> None:
    assert only("The trial lasted over two weeks.").qualifier is Qualifier.MORE
    assert only("He wrote to her for over two years.").qualifier is Qualifier.MORE
    paid, years = quantities("They offered $160 million over seven years.")
    assert (paid.qualifier, years.qualifier) == (Qualifier.EXACT, Qualifier.EXACT)


def test_bounds_hold_their_own_ends() -> None:
    more, least = only("more than 40 goats"), only("at least 40 goats")
    assert not more.holds(40)
    assert least.holds(40)
    assert more.holds(41)


@given(st.text())
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert last <= found.number.start < found.number.end <= len(text)
        assert found.number.start == found.span.start <= found.span.end <= len(text)
        assert found.low <= found.high
        last = found.number.end


@given(st.integers(min_value=2, max_value=10**9), st.sampled_from(["goats", "percent", "miles", "euros"]))
def test_an_exact_number_holds_itself_only(number: int, unit: str) -> None:
    found = only(f"There were {number:,} {unit}.")
    assert found.low == found.high == found.value


@pytest.mark.parametrize("piece", ["1-", "1, ", "twenty-", "1.2 million to ", "hundred ", "million ", "9" * 400 + " "])
def test_a_table_or_a_code_takes_no_longer_than_a_page(piece: str) -> None:
    text = (piece * 4000)[:4000]
    found = quantities(text)
    assert len(found) <= MOST
    assert all(q.value < inf for q in found)


_WORDS = st.sampled_from(
    [*NUMBER_WORDS, *list(UNITS)[:60], *SCALES, *PARTS, *CURRENCIES, "a", "an", "the", "of", "for", "within", "and",
     "-", "“", "men", "more than", "over", "square", "few", "point", "US", "$", "every"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=8).map(" ".join))
def test_no_quantity_in_words_is_passed_over(text: str) -> None:
    assert in_words(text) or not _Reading(text).all()
