"""Numerals in figures and words: their values, where they end, and what is no numeral."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.number_tokens import tokens
from reader.prose.number_words import SMALL
from reader.prose.numerals import digits_that_count, grain_of, numeral


def value(text: str) -> float:
    """The value of the numeral that a text begins with, which has to end with the text."""
    words = tokens(text)
    found = numeral(words, 0)
    assert found is not None
    assert found.end == len(words)
    assert found.low == found.high
    return found.low


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("10,012", 10_012),
        ("1.25", 1.25),
        (".45", 0.45),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("3/4", 0.75),
        ("40\u202f000", 40_000),
        ("1.2bn", 1.2e9),
        ("1.2 million", 1.2e6),
        ("250k", 250_000),
        ("10-million", 1e7),
        ("3 lakh", 300_000),
        ("zero", 0),
        ("twenty-five", 25),
        ("Ninety nine", 99),
        ("one hundred and twelve", 112),
        ("two hundred thousand", 200_000),
        ("three million four hundred and twelve thousand", 3_412_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("a quarter million", 250_000),
        ("two and a half", 2.5),
        ("two and a half million", 2.5e6),
        ("five and three quarters", 5.75),
        ("three point one four", 3.14),
        ("two-thirds", 2 / 3),
        ("one-third", 1 / 3),
        ("one in three", 1 / 3),
        ("1-in-3", 1 / 3),
        ("two out of five", 0.4),
    ],
)
def test_value(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("first", 1), ("22nd", 22), ("twenty-second", 22), ("hundredth", 100), ("one hundred and first", 101)],
)
def test_ordinals(text: str, expected: float) -> None:
    words = tokens(text)
    found = numeral(words, 0)
    assert found is not None
    assert (found.kind, found.low, found.end) == ("ordinal", expected, len(words))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("dozens", 24, 200), ("hundreds", 150, 3000), ("tens of thousands", 15_000, 400_000)],
)
def test_vague_words_are_stretches(text: str, low: float, high: float) -> None:
    found = numeral(tokens(text), 0)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["people", "a man", "million", "quarter final", "half time", "and", "$", "-"])
def test_no_numeral(text: str) -> None:
    assert numeral(tokens(text), 0) is None


def test_a_third_man_is_an_ordinal_and_a_third_of_them_a_share() -> None:
    assert numeral(tokens("a third man"), 0) is None
    share = numeral(tokens("a third of them"), 0)
    assert share is not None
    assert share.kind == "fraction"
    assert share.low == pytest.approx(1 / 3)


def test_two_numbers_side_by_side_stay_two() -> None:
    found = numeral(tokens("twelve eleven"), 0)
    assert found is not None
    assert (found.low, found.end) == (12, 1)


@pytest.mark.parametrize(
    ("number", "decimals", "grain"), [(10_000, 0, 10_000), (10_012, 0, 1), (120, 0, 10), (1.25, 2, 0.01), (0, 0, 1)]
)
def test_grain(number: float, decimals: int, grain: float) -> None:
    assert grain_of(number, decimals) == pytest.approx(grain)


def test_digits_that_count() -> None:
    assert digits_that_count(10_000, 10_000) == 1
    assert digits_that_count(12_500, 100) == 3


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_figures_with_separators_are_read_back(number: int) -> None:
    assert value(f"{number:,}") == number


@given(st.integers(min_value=1, max_value=999_999))
def test_number_words_are_read_back(number: int) -> None:
    assert value(spelled(number)) == number


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    words = tokens(text)
    for at in range(len(words)):
        found = numeral(words, at)
        assert found is None or at <= found.start < found.end <= len(words)


def spelled(number: int) -> str:
    """A number below a million in English words, written apart from the reader."""
    if number >= 1000:
        rest = f" {spelled(number % 1000)}" if number % 1000 else ""
        return f"{spelled(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{spelled(number // 100)} hundred{rest}"
    names = {n: word for word, n in SMALL.items() if word not in ("nil", "naught")}
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"
