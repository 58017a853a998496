"""The canvas: one widget that draws all panes, line by line, and the map at its right edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.brush import Brush, laid, raised_lines
from reader.app.overview import marks_of, seen
from reader.app.paint import blank, paint_row
from reader.app.screens.lines import look_of
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from reader.app.desk import Desk
    from reader.app.look import Look
    from reader.app.rows import Table
    from reader.app.search import Match, Search
    from reader.app.signs import Signs
    from reader.findings.finding import Finding, FindingKind

#: Cells at the right edge for the map.
MAP = 2
#: Lines of a row that are painted at once.
PART = 64
#: Parts of rows of which the picture is kept.
KEPT = 512


class _Drawn(NamedTuple):
    """What the canvas shows, as far as it decides what has to be drawn again."""

    table: Table
    search: Search | None
    match: Match | None
    top: int
    raised: frozenset[int]
    cursor: int
    current: str | None


class _Line(NamedTuple):
    """A line of the screen, and what it was put together from."""

    text: Strip
    at_edge: tuple[FindingKind | None, bool]  #: on the map
    whole: Strip


class Canvas(Widget):
    """All panes. It has no scroll bars of its own: the desk says which line is on top."""

    DEFAULT_CSS = "Canvas { width: 1fr; height: 1fr; }"

    class Resized(Message):
        """The panes have been laid out for another size."""

    class Scrolled(Message):
        """The wheel was turned, by so many lines."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    class Clicked(Message):
        """A row was clicked on: where on the canvas."""

        def __init__(self, line: int, column: int) -> None:
            super().__init__()
            self.line, self.column = line, column

    def __init__(self, signs: Signs, furniture_key: str) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self._signs = signs
        self._furniture_key = furniture_key
        self._brush: Brush | None = None
        self._look: Look | None = None
        self._strips: dict[tuple[int, int, int, str | None], list[Strip]] = {}  #: by row, part, and how it is raised
        self._drawn: _Drawn | None = None
        self._stale: set[int] = set()
        self._seen: dict[int, _Line] = {}  #: what was drawn last, by the line of the screen
        self.verdict: Callable[[Sequence[Finding]], str] | None = None  #: the word for a sign of some findings
        self.noted: Callable[[Finding], bool] | None = None  #: whether there is a note on a finding
        self._map: tuple[list[FindingKind | None], range] = ([], range(0))
        self._blank = Strip([])

    def show(self) -> None:
        """Draw what has changed on the desk since the last time."""
        desk = self.desk
        if desk is None:
            return
        before = self._drawn
        stale, self._stale = self._stale, set()
        now = self._drawn = self._state(desk)
        if before is None or before.table is not now.table:
            self.repaint()
            return
        changed = before.raised ^ now.raised | stale
        if (before.cursor, before.current) != (now.cursor, now.current):
            changed |= before.raised | now.raised
        if before.search is not now.search or before.match != now.match:
            self._brush = None
            self._strips.clear()
            if before.search is not now.search:
                self.repaint()
                return
            changed |= before.raised | now.raised
        self._map = (self._map[0], seen(desk, self.size.height))
        if before.top != now.top:
            self.refresh()
        elif regions := [region for row in sorted(changed) for region in self._regions(desk, row)]:
            self.refresh(*regions)

    def decided(self, numbers: Iterable[int]) -> None:
        """Something was decided on these passages: draw their rows again the next time that they are shown."""
        if self.desk is not None:
            rows = {self.desk.table.row_of[n] for n in numbers}
            self._stale |= rows
            for key in [key for key in self._strips if key[0] in rows]:
                del self._strips[key]

    def fit(self) -> None:
        """Lay the desk out for the size of the widget; before whatever is drawn first, so that no frame is wrong."""
        desk, size = self.desk, self.size
        if desk is not None and size and (desk.width, desk.height) != (size.width - MAP, size.height):
            desk.resize(max(1, size.width - MAP), size.height)
            self._brush = None
            self._strips.clear()
            self._drawn = self._state(desk)
            self._map = self._make_map(desk)

    @staticmethod
    def _state(desk: Desk) -> _Drawn:
        current = desk.finding.id if desk.finding else None
        return _Drawn(desk.table, desk.search, desk.match, desk.top, desk.raised, desk.cursor, current)

    def repaint(self) -> None:
        """Draw everything again, in the colours of the moment."""
        self._look = self._brush = None
        self._strips.clear()
        if self.desk is not None:
            self._map = self._make_map(self.desk)
        self.refresh()

    def _make_map(self, desk: Desk) -> tuple[list[FindingKind | None], range]:
        height = self.size.height
        return marks_of(desk, height), seen(desk, height)

    def _regions(self, desk: Desk, row: int) -> Iterator[Region]:
        """The parts of the widget in which a row looks other than it did when it was drawn; none off the screen."""
        tops = desk.table.tops
        if row >= len(desk.table.rows):
            return
        for y in range(max(0, tops[row] - desk.top), min(self.size.height, tops[row + 1] - desk.top)):
            before, now = self._seen.get(y), self._line(y)
            if before is None:
                yield Region(0, y, self.size.width, 1)
            elif before.whole is not now.whole and before.whole != now.whole:
                first, last = _differ(before.whole, now.whole)
                yield Region(first, y, last - first, 1)

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        line = self._seen[y] = self._line(y)
        return line.whole

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of the screen: as Textual has them, but without looking for the borders and tints of each."""
        filters, (_, background) = self.get_line_filters(), self.background_colors
        first, last = crop.column_span
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for one in filters:
                strip = strip.apply_filter(one, background)
            strips.append(strip if crop.width == strip.cell_length else strip.crop(first, last))
        return strips

    def _line(self, y: int) -> _Line:
        self.fit()
        width = self.size.width
        look = self._look = self._look or look_of(self.app)
        desk = self.desk
        if desk is None:
            empty = Strip([Segment(" " * width, look.ground)], width)
            return _Line(empty, (None, False), empty)
        if self._brush is None or self._brush.width != width - MAP:
            self._strips.clear()
            self._brush = Brush(
                *(desk.table, look, self._signs, width - MAP, self._furniture_key),
                *(desk.search, desk.match, self.verdict, self.noted),
            )
            self._blank = blank(self._brush)
        line = desk.top + y
        text = self._blank
        if line < desk.lines:
            row = desk.row_at(line)
            text = self._of_row(self._brush, desk, row, line - desk.table.tops[row])
        marks, view = self._map
        at_edge = (marks[y] if y < len(marks) else None), y in view
        before = self._seen.get(y)
        if before is not None and before.text is text and before.at_edge == at_edge:
            return before
        return _Line(text, at_edge, Strip([*text, *self._map_line(*at_edge, look)], width))

    def _of_row(self, brush: Brush, desk: Desk, row: int, line: int) -> Strip:
        """A line of a row. A row may be as long as a book: it is painted part by part."""
        raised, part = 0, line // PART
        if row in desk.raised:
            raised = raised_lines(brush.width, desk.table.heights[row] - 1, current=row == desk.cursor)
        key = (row, part, raised, desk.finding.id if desk.finding and raised else None)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            lines = range(part * PART, (part + 1) * PART)
            finding = desk.finding if raised else None
            strips = self._strips[key] = paint_row(brush, row, raised, finding, self._blank, lines)
        return strips[line - part * PART]

    def _map_line(self, kind: FindingKind | None, in_view: bool, look: Look) -> list[Segment]:
        signs = self._signs
        bar = (signs.map_view, look.quiet) if in_view else (signs.map_track, look.column)
        if kind is None:
            return [Segment(" ", look.ground), Segment(bar[0], laid(look.ground, bar[1]))]
        mark = getattr(signs, f"map_{kind.value}")
        return [Segment(mark, laid(look.ground, look.sign(kind.value))), Segment(bar[0], laid(look.ground, bar[1]))]

    def on_resize(self) -> None:
        """Lay out for the new size; the passage under the cursor stays where it is."""
        self.fit()
        self.post_message(self.Resized())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll by three lines."""
        event.stop()
        self.post_message(self.Scrolled(3))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll by three lines."""
        event.stop()
        self.post_message(self.Scrolled(-3))

    def on_click(self, event: Click) -> None:
        """Make the row that was clicked on the current one."""
        event.stop()
        self.post_message(self.Clicked(event.y, event.x))


def _differ(a: Strip, b: Strip) -> tuple[int, int]:
    """From which cell to which two lines of the same width look different, by whole segments."""
    first = last = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        first += one.cell_length
    for one, other in zip(reversed(list(a)), reversed(list(b)), strict=False):
        if one != other:
            break
        last += one.cell_length
    return first, max(first + 1, a.cell_length - last)
