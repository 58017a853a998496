"""The part of the table that is on screen, and the current row; moving by lines and to rows. No widget in here.

Whatever rearranges the rows keeps the passage under the cursor where it stands on the screen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.app.rows import Row, Table
    from reader.app.search import Match
    from reader.findings.finding import Evidence

#: Where on the screen a row is put that was not on it: this part of the screen stays above it.
ABOVE = 0.25


class Window:
    """The current row, and the part of the table that is on screen."""

    table: Table

    def __init__(self) -> None:
        self.cursor = 0  #: number of the current row
        self.top = 0  #: the line of the table at the top of the screen
        self.width, self.height = 80, 20

    @property
    def row(self) -> Row:
        """The current row."""
        return self.table.rows[self.cursor]

    @property
    def lines(self) -> int:
        """Lines of the whole table, without the blank one at its end."""
        return max(0, self.table.tops[-1] - 1)

    @property
    def last_top(self) -> int:
        """The furthest that the table can be scrolled."""
        return max(0, self.lines - self.height)

    def scroll(self, lines: int) -> bool:
        """Scroll by lines; where the end is reached, go on to the next row instead. Whether anything moved."""
        top = max(0, min(self.top + lines, self.last_top))
        if top == self.top:
            return self._go_by_row(forward=lines > 0)
        self.top = top
        tops, heights = self.table.tops, self.table.heights
        bottom = tops[self.cursor] + max(heights[self.cursor] - 1, 1)
        if bottom <= top or (tops[self.cursor] < top and heights[self.cursor] < self.height):
            self._set_cursor(self._row_at_or_after(top))
        elif tops[self.cursor] >= top + self.height:
            self._set_cursor(self._nearest_before(top + self.height - 1))
        return True

    def to_start(self) -> None:
        """Go to the first row."""
        self.top = 0
        self._set_cursor(self._first_row(self.table))

    def to_end(self) -> None:
        """Go to the last row."""
        self.top = self.last_top
        self._set_cursor(self._nearest_before(self.lines))

    def _go_by_row(self, forward: bool) -> bool:
        heights = self.table.heights
        rows = range(self.cursor + 1, len(heights)) if forward else range(self.cursor - 1, -1, -1)
        row = next((n for n in rows if heights[n]), None)
        if row is None:
            return False
        self._set_cursor(row)
        return True

    def go_by_row(self, *, forward: bool) -> bool:
        """Go to the next row or to the one before, and bring it on screen; whether there is one."""
        if not self._go_by_row(forward):
            return False
        self._show_row(self.cursor, forward=forward)
        return True

    def row_at(self, line: int) -> int:
        """The row with that line of the table."""
        return min(max(bisect_right(self.table.tops, line) - 1, 0), len(self.table.rows) - 1)

    def _row_at_or_after(self, line: int) -> int:
        """The first row that begins at that line or after, if it is on screen; else the one with the line."""
        row = self.row_at(line)
        tops = self.table.tops
        if tops[row] < line and row + 1 < len(self.table.rows) and tops[row + 1] < line + self.height:
            row += 1
        return self._nearest(row)

    def _nearest_before(self, line: int) -> int:
        row = self.row_at(line)
        return next((n for n in range(row, -1, -1) if self.table.heights[n]), row)

    def _set_cursor(self, row: int) -> None:
        self.cursor = row

    def point(self, line: int) -> None:
        """Go to the row at a line of the screen, as a click does."""
        if 0 <= self.top + line < self.lines:
            self._set_cursor(self._nearest_before(self.top + line))

    @staticmethod
    def _first_row(table: Table) -> int:
        return next((n for n, height in enumerate(table.heights) if height), 0)

    def _nearest(self, row: int) -> int:
        """That row, or where it has no line of its own, one beside it."""
        heights = self.table.heights
        after = next((n for n in range(row, len(heights)) if heights[n]), None)
        return after if after is not None else next((n for n in range(row, -1, -1) if heights[n]), 0)

    def _show_passage(self, number: int) -> None:
        """Make the row of a passage the current one and bring it on screen, without scrolling where it is there."""
        row = self._nearest(self.table.row_of[number])
        self._set_cursor(row)
        self._show_row(row)

    def _show_too(self, rows: Iterable[int]) -> None:
        """Scroll as little as it takes to have other rows on screen with the current one, the nearest first.

        What doesn't fit on one screen stays where it is.
        """
        tops, heights = self.table.tops, self.table.heights
        first, end = tops[self.cursor], tops[self.cursor] + max(heights[self.cursor] - 1, 1)
        for row in sorted(rows, key=lambda row: abs(row - self.cursor)):
            above, below = min(first, tops[row]), max(end, tops[row] + max(heights[row] - 1, 1))
            if below - above > self.height:
                break
            first, end = above, below
        self.top = max(0, min(max(self.top, end - self.height), first, self.last_top))

    def on_screen(self, row: int) -> int:
        """0 where some of a row is on screen; -1 where it is further up, 1 where it is further down."""
        tops, heights = self.table.tops, self.table.heights
        if tops[row] >= self.top + self.height:
            return 1
        return -1 if tops[row] + max(heights[row] - 1, 1) <= self.top else 0

    def way_to(self, number: int, words: Evidence | Match) -> int:
        """0 where some words of a passage begin on screen; -1 where they are further up, 1 where further down."""
        row, table = self.table.row_of[number], self.table
        way = self.on_screen(row)
        line = table.line_of(row, words) if not way and table.heights[row] - 1 > self.height else None
        if line is None:
            return way
        at = table.tops[row] + line - self.top
        return -1 if at < 0 else int(at >= self.height)

    def _show_words(self, number: int, words: Iterable[Sequence[Evidence | Match]]) -> None:
        """Of a row that is higher than the screen, bring some words on screen: of each group the beginning of one.

        Where that is too much for a screen, the first.
        """
        row, table = self.table.row_of[number], self.table
        if table.heights[row] - 1 <= self.height:
            return
        groups = [sorted({n for one in group if (n := table.line_of(row, one)) is not None}) for group in words]
        groups = [lines for lines in groups if lines]
        if not groups:
            return
        top, height = table.tops[row], self.height
        if all(any(self.top <= top + line < self.top + height for line in lines) for lines in groups):
            return
        first, last = nearest(groups)
        if last - first >= height:
            first = last = min(lines[0] for lines in groups)
        start = max(first - int(height * ABOVE), last - height + 1)
        if table.panes.stacked:  # with the name over the words, where there is room for it
            stack = table.stack(row)
            name = next(n for n, (version, _) in enumerate(stack) if version == stack[first][0])
            start = min(start, max(name, last - height + 1))
        self.top = max(0, min(top + start, self.last_top))

    def _show_row(self, row: int, *, forward: bool = True) -> None:
        """Bring a row on screen, with more of what comes in the direction of reading than of what was read already."""
        top, lines = self.table.tops[row], max(self.table.heights[row] - 1, 1)
        if top < self.top or top + lines > self.top + self.height:
            spare = max(0, self.height - lines)
            above = min(int(self.height * (ABOVE if forward else 1 - ABOVE)), spare)
            self.top = max(0, min(top - above, self.last_top))


def nearest(groups: Sequence[Sequence[int]]) -> tuple[int, int]:
    """The first and the last of the numbers that lie nearest to each other, one of each group; groups are sorted."""
    found = []
    for first in sorted({n for lines in groups for n in lines}):
        after = [lines[at] for lines in groups if (at := bisect_left(lines, first)) < len(lines)]
        if len(after) == len(groups):
            found.append((max(after) - first, first))
    span, first = min(found)
    return first, first + span
