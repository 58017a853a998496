"""The map at the right edge: where in the story the findings are. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.findings.finding import FindingKind

if TYPE_CHECKING:
    from reader.app.desk import Desk

_LOUDNESS = (FindingKind.OMISSION, FindingKind.ADDITION, FindingKind.CONTRADICTION)


def marks_of(desk: Desk, height: int) -> list[FindingKind | None]:
    """For each line of the map the loudest finding that begins in its part of the story."""
    found: list[FindingKind | None] = [None] * height
    lines = desk.lines
    if lines <= 0:
        return found
    steps = desk.steps
    for top, row in zip(desk.table.tops, desk.table.rows, strict=False):
        kind = steps.loudest_in(row.first, row.end)
        line = min(top * height // max(lines, height), height - 1)
        before = found[line]
        if kind is not None and (before is None or _LOUDNESS.index(before) < _LOUDNESS.index(kind)):
            found[line] = kind
    return found


def seen(desk: Desk, height: int) -> range:
    """The lines of the map whose part of the story is on screen; none where all of it is."""
    if desk.lines <= desk.height:
        return range(0)
    length = max(1, height * desk.height // desk.lines)
    first = round(desk.top * (height - length) / desk.last_top)
    return range(first, first + length)
