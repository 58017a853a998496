"""How far one thing goes is set against how far another version says that it does."""

from __future__ import annotations

import pytest

from reader.findings import extent
from reader.findings.number import compare
from tests.findings.build import seen, told

RATE = "The lake at Corran rose on average by 3 mm a year."
AHEAD = "The lake could rise by as much as 40 cm this century."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (RATE, "The lake rise is not due to the weir; it goes on at the same rate, 1.5 mm a year.",
         ("3 mm a year", "1.5 mm a year")),
        (AHEAD, "The survey says that we are looking at three metres of lake rise.",
         ("as much as 40 cm", "three metres")),
        ("The planet will warm by a remarkable nine degrees Fahrenheit.", "The planet will warm by about 1 degree.",
         ("nine degrees Fahrenheit", "about 1 degree")),
    ],
)  # fmt: skip
def test_far_apart(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RATE, "The lake rose by 3.4 mm a year."),
        (RATE, "The lake rose by 30 mm."),
        (RATE, "The sea at Marsh rose by 9 mm a year."),
        (RATE, "Since 1931 the lake rose by 9 mm a year."),
        ("Between 1931 and 1950 the lake rose by 1 mm a year.", "Since 1931 the lake rose by 9 mm a year."),
        (RATE, "The lake fell by 9 mm a year."),
        (RATE, "The lake rose by a little more than 3 mm a year, and at the old gauge the lake rose by 9 mm a year."),
        (AHEAD, "The lake could rise by 50 cm."),
        (AHEAD, "A lake rise of 3 m would flood the harbour."),
        (AHEAD, "In the worst case the lake could rise by 3 m."),
        ("By 2040 the lake will rise by 20 cm.", "By 2090 the lake will rise by 90 cm."),
        ("The lake rose by 20 cm, old ledgers show.", "The lake rose by 90 cm, the quay shows."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(extent.compare(told(one), told(other, outlet="courier")))


def test_what_a_version_tells_elsewhere_too() -> None:
    a, b = told(RATE), told("The lake rose by 9 mm a year.", outlet="courier")
    assert list(extent.compare(a, b))
    assert not list(extent.compare(a._replace(whole=f"{RATE} At the gauge the lake rose by 9 mm a year."), b))
