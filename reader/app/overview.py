"""The map at the right edge: where in the story the findings are. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.desk import Desk
    from reader.findings.kinds import FindingKind


def marks_of(desk: Desk, height: int) -> list[FindingKind | None]:
    """For each line of the map the loudest finding that begins in its part of the story."""
    found: list[FindingKind | None] = [None] * height
    lines = desk.lines
    if lines <= 0:
        return found
    steps, tops, rows = desk.steps, desk.table.tops, desk.table.rows
    scale = max(lines, height)
    for y in range(height):
        # The rows that begin in this part; what would begin below the map stands in its last line.
        first = bisect_left(tops, -(-y * scale // height), 0, len(rows))
        end = bisect_left(tops, -(-(y + 1) * scale // height), 0, len(rows)) if y < height - 1 else len(rows)
        if first < end:
            found[y] = steps.loudest_in(rows[first].first, rows[end - 1].end)
    return found


def seen(desk: Desk, height: int) -> range:
    """The lines of the map whose part of the story is on screen; none where all of it is."""
    if desk.lines <= desk.height:
        return range(0)
    length = max(1, height * desk.height // desk.lines)
    first = round(desk.top * (height - length) / desk.last_top)
    return range(first, first + length)
