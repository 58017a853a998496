from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem
from rich.style import Style

from reader.app.look import PARTS, ReaderTheme, look
from reader.app.palette import for_256_colours, rounded
from reader.app.theming import ANSI_DARK, load_themes

THEMES, _ = load_themes()


def shown(color: Color) -> tuple[int, int, int]:
    """What a terminal with 256 colours shows."""
    red, green, blue = color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return red, green, blue


def far(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    return math.dist(one, other)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_rounding_comes_nearer_than_rich_or_nearly(rgb: tuple[int, int, int]) -> None:
    color = Color.from_rgb(*rgb)
    assert far(shown(rounded(color)), rgb) <= far(shown(color), rgb) + 5


@pytest.mark.parametrize("number", range(232, 256))
def test_every_grey_can_be_had(number: int) -> None:
    grey = Color.from_ansi(number).get_truecolor()
    assert rounded(Color.from_triplet(grey)).downgrade(ColorSystem.EIGHT_BIT).number == number


@pytest.mark.parametrize(
    ("hex", "expected"),
    [
        ("#14171c", (28, 28, 28)),  # a dark ground
        ("#1e242e", (38, 38, 38)),  # the current row on it
        ("#fbfaf7", (255, 255, 255)),  # a light ground
        ("#f3efe4", (238, 238, 238)),  # the current row on it
        ("#2a303a", (48, 48, 48)),  # the line between two panes, which Rich makes green
        ("#4a3413", (95, 95, 0)),  # the ground of words that contradict others
        ("#f2b24c", (255, 175, 95)),  # their colour
    ],
)
def test_colours_are_the_nearest_and_greys_stay_grey(hex: str, expected: tuple[int, int, int]) -> None:
    assert shown(rounded(Color.parse(hex))) == expected


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_parts_of_a_theme_stay_apart(theme: ReaderTheme) -> None:
    before, after = look(theme), look(for_256_colours(theme))
    grounds = ("head", "raised", "mark_addition", "mark_contradiction", "mark_reworded", "match", "match_current")
    for part in grounds:
        if getattr(before, part).bgcolor not in (None, before.ground.bgcolor):
            assert getattr(after, part).bgcolor != after.ground.bgcolor, part
    for part in PARTS:
        one, other = getattr(before, part), getattr(after, part)
        assert (one.bold, one.italic, one.underline, one.reverse) == (
            *(other.bold, other.italic, other.underline, other.reverse),
        )
    signs = {str(getattr(after, part).color) for part in ("contradiction", "addition", "omission")}
    assert len(signs) == 3


def test_a_row_that_is_hardly_raised_is_raised_by_one_grey() -> None:
    for theme in THEMES:
        if isinstance(theme, ReaderTheme) and not theme.ansi:
            ground = theme.parts["ground"].bgcolor
            faint = ReaderTheme(name="faint", primary="#ffffff", dark=theme.dark)
            faint.parts = {**theme.parts, "raised": Style(bgcolor=ground)}
            after = look(for_256_colours(faint))
            assert after.raised.bgcolor not in (None, after.ground.bgcolor)


def test_the_terminals_own_colours_stay() -> None:
    theme = next(theme for theme in THEMES if theme.name == ANSI_DARK)
    assert for_256_colours(theme) is theme
