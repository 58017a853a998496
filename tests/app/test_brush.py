"""How much of the current row is raised: whole lines as far as a slow line allows, the edges under them."""

from __future__ import annotations

import pytest

from reader.app.brush import LEAST_RAISED, MOST_RAISED, raised_lines


@pytest.mark.parametrize(("width", "lines"), [(78, 12), (118, 8), (158, 6), (298, 3), (2000, LEAST_RAISED)])
def test_a_wide_canvas_raises_fewer_lines(width: int, lines: int) -> None:
    assert raised_lines(width, 99, current=True) == lines
    assert raised_lines(width, 99, current=True) * width <= max(MOST_RAISED, LEAST_RAISED * width)
    assert raised_lines(width, 99, current=False) == LEAST_RAISED


def test_a_row_is_raised_whole_where_little_of_it_would_be_left() -> None:
    assert raised_lines(118, 10, current=True) == 10
    assert raised_lines(118, 11, current=True) == 8
    assert raised_lines(158, 7, current=True) == 7
    assert raised_lines(158, 8, current=True) == 6
