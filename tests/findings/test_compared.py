"""Two things compared the other way round are set against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import compared
from reader.findings.number import compare
from reader.prose.comparisons import comparisons
from tests.findings.build import seen, told

FASTER = "The new ferry is much faster than the train, the board said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FASTER, "The train is faster than the ferry."),
        (FASTER, "The ferry is slower than the train."),
        (FASTER, "The ferry is not faster than the train."),
        ("There are more cows than sheep in Corran.", "In Corran there are more sheep than cows."),
        ("There are more cows than sheep in Corran.", "There are fewer cows than sheep in Corran."),
        ("The ferry is more popular than the train.", "The ferry is less popular than the train."),
        ("Fares were higher than wages.", "Wages were higher than fares."),
    ],
)
def test_the_other_way_round(one: str, other: str) -> None:
    assert seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FASTER, "The train is slower than the ferry."),
        (FASTER, "The train is not faster than the ferry."),
        (FASTER, "The ferry is faster than the bus."),
        (FASTER, "The train is cheaper than the ferry."),
        (FASTER, "The train may be faster than the ferry."),
        (FASTER, "On Sundays the train is faster than the ferry; on other days the ferry is faster than the train."),
        ("The ferry is faster than expected.", "The ferry is slower than before."),
        ("It was more than 40 km.", "It was less than 40 km."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(compared.compare(told(one), told(other, outlet="courier")))


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "ferry",
                "ferries",
                "than",
                "more",
                "is",
                "was",
                "larger",
                "not",
                "train",
                ",",
                "it",
                "2",
                "İ",
                "less",
            ]
        ),
        max_size=14,
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in comparisons(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.less != found.more
