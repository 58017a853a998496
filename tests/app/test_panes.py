from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.panes import NARROWEST, ONE_COLUMN, WIDEST, lay_out, slide_to

ORDER = tuple(f"v{n}" for n in range(1, 8))


@pytest.mark.parametrize(
    ("width", "count", "each"), [(78, 2, 38), (118, 3, 38), (158, 4, 38), (198, 5, 38), (298, 7, 41)]
)
def test_a_wide_terminal_shows_more_versions_not_longer_lines(width: int, count: int, each: int) -> None:
    panes = lay_out(ORDER, width)
    assert (len(panes.versions), panes.width) == (count, each)


@given(st.integers(1, 400), st.integers(1, 7), st.integers(-3, 12))
def test_panes_fit_and_keep_to_their_bounds(width: int, count: int, first: int) -> None:
    panes = lay_out(ORDER[:count], width, first=first)
    assert panes.versions[0] == "v1"
    assert panes.indent + panes.total <= width
    assert panes.width <= WIDEST
    if len(panes.versions) > 1 and not panes.stacked:
        assert panes.width >= NARROWEST
        assert width >= ONE_COLUMN
    assert panes.text_width >= 1


@given(st.integers(60, 300), st.sampled_from(ORDER))
def test_sliding_brings_any_version_on_screen_beside_the_base(width: int, wanted: str) -> None:
    panes = lay_out(ORDER, width, first=slide_to(lay_out(ORDER, width), wanted))
    assert wanted in panes.versions
    assert panes.versions[0] == "v1"


def test_sliding_moves_as_little_as_possible() -> None:
    panes = lay_out(ORDER, 118, first=2)
    assert panes.versions == ("v1", "v3", "v4")
    assert [slide_to(panes, version) for version in ORDER[:5]] == [2, 1, 2, 2, 3]


def test_what_is_not_on_screen_stands_to_one_side() -> None:
    panes = lay_out(ORDER, 118, first=3)
    assert panes.versions == ("v1", "v4", "v5")
    assert [panes.aside(version) for version in ORDER] == [0, -1, -1, 0, 0, 1, 1]


def test_the_last_panes_are_always_filled() -> None:
    assert lay_out(ORDER, 118, first=99).versions == ("v1", "v6", "v7")


def test_a_narrow_terminal_has_one_column_with_all_versions() -> None:
    panes = lay_out(ORDER, 58)
    assert panes.stacked
    assert panes.versions == ORDER


def test_few_versions_stand_in_the_middle_of_a_wide_terminal() -> None:
    panes = lay_out(ORDER[:2], 198)
    assert (panes.width, panes.indent) == (72, 26)


def test_a_zoomed_version_stands_alone() -> None:
    panes = lay_out(ORDER, 118, zoomed="v3")
    assert (panes.versions, panes.width, panes.indent) == (("v3",), 72, 23)


@pytest.mark.parametrize(("most", "count"), [(None, 5), (9, 5), (3, 3), (2, 2), (1, 2)])
def test_no_more_panes_than_are_of_use(most: int | None, count: int) -> None:
    panes = lay_out(ORDER, 198, most=most)
    assert len(panes.versions) == count
    assert panes.order == ORDER
    assert panes.total <= 198
