"""How much of the current row is raised: whole lines as far as a slow line allows, the edges under them."""

from __future__ import annotations

import pytest

from reader.app.paint import LEAST_RAISED, MOST_RAISED, raised_lines


@pytest.mark.parametrize(("width", "lines"), [(78, 9), (118, 6), (158, 4), (298, 2), (2000, LEAST_RAISED)])
def test_a_wide_canvas_raises_fewer_lines(width: int, lines: int) -> None:
    assert raised_lines(width, current=True) == lines
    assert raised_lines(width, current=True) * width <= max(MOST_RAISED, LEAST_RAISED * width)
    assert raised_lines(width, current=False) == LEAST_RAISED
