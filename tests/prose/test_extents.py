"""How far things go is read with what goes, which way, and whether it is told as so or as to come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.extents import Extent, Mood, extents
from reader.prose.trend_words import WORDS


def only(text: str) -> Extent:
    (found,) = extents(text)
    return found


@pytest.mark.parametrize(
    ("text", "head", "low", "high", "mood"),
    [
        ("The lake rose on average by 3 ± 0.5 mm per year.", "lake", 0.0025, 0.0035, Mood.SO),
        (
            "The lake rise is not due to the weir; it goes on at the same rate, 2 mm a year.",
            "lake",
            0.002,
            0.002,
            Mood.SO,
        ),
        ("They put the mean lake level trend at 2 mm a year.", "lake", 0.002, 0.002, Mood.SO),
        ("The lake could rise by as much as 40 cm.", "lake", 0.0, 0.4, Mood.AHEAD),
        ("We are looking at two metres of lake rise.", "lake", 2.0, 2.0, Mood.AHEAD),
        ("A rise of 2 to 3 degrees Celsius in water temperature is expected.", "temperatur", 2.0, 3.0, Mood.AHEAD),
        ("The planet will warm a remarkable nine degrees Fahrenheit.", "temperatur", 5.0, 5.0, Mood.AHEAD),
        ("If nothing is done the lake will rise by 2 m.", "lake", 2.0, 2.0, Mood.AHEAD),
    ],
)
def test_how_far(text: str, head: str, low: float, high: float, mood: Mood) -> None:
    found = only(text)
    assert (found.head, found.way, found.mood) == (head, 1, mood)
    assert (found.low, found.high) == pytest.approx((low, high), rel=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "If the dam were to break, the lake would rise by 2 m.",
        "A lake rise of 2 m would flood the harbour.",
        "The lake has risen.",
        "The lake rose near the 2 m mark of the quay.",
        "The wall is 2 m high and rents rose.",
        "The scenario has the lake rise by 2 m.",
    ],
)
def test_nothing_told(text: str) -> None:
    assert not extents(text)


@given(
    st.lists(
        st.sampled_from([*sorted(WORDS), "lake", "the", "of", ",", "in", "2 mm", "per year", "will", "İ", "±"]),
        max_size=12,
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in extents(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.low <= found.high
