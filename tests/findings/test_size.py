"""Sizes of one named thing are set against each other, in whatever construction."""

from __future__ import annotations

import pytest

from reader.findings import cues, size
from reader.findings.number import compare
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The Corran Viaduct is 9 km long.", "The Corran Viaduct has a total length of 7 km.", ("9 km", "7 km")),
        ("The Corran Viaduct is 90 m tall.", "The Corran Viaduct reaches a height of 70 m.", ("90 m", "70 m")),
        ("The Holt Hall seats 500 people.", "The Holt Hall has a capacity of 800.", ("500", "800")),
        ("Marsh Mills has 300 employees.", "Marsh Mills employs 450 people.", ("300", "450")),
        ("The Corran Viaduct weighs 800 tons.", "The Corran Viaduct, with a weight of 950 tons, was rebuilt.",
         ("800 tons", "950 tons")),
    ],
)  # fmt: skip
def test_two_sizes(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Corran Viaduct is 9 km long.", "The Corran Viaduct has a length of 5.6 miles."),
        ("The Corran Viaduct is 9 km long.", "The Corran Viaduct has a height of 70 m."),
        ("The Corran Viaduct is 9 km long.", "The Marsh Viaduct has a length of 7 km."),
        ("The Corran Viaduct is 9 km long.", "The Corran Viaduct has a section with a length of 7 km."),
        ("The Corran Viaduct is 9 km long.", "The Corran Viaduct is 9 km long and 40 m long at the quay."),
        ("The Corran Viaduct was 7 km long in 1950.", "The Corran Viaduct was 9 km long in 2010."),
        ("A bridge 9 km long fell.", "A bridge with a length of 7 km fell."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(size.compare(told(one), told(other, outlet="courier")))


def test_the_words_that_are_looked_for_first_are_all_of_them() -> None:
    assert cues.SIZE_WORDS == size.SIZE_WORDS
