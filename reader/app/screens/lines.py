"""Lines drawn by hand: what the screens over the reading screen are made of.

One widget draws a whole list or text, line by line, and only what is on screen; 5,000 lines cost no more than 50. No
text goes through markup, and none reaches the terminal without having been made visible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.app.fit import cut
from reader.app.look import Look, look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.style import Style
    from textual.app import App
    from textual.events import Click, MouseScrollDown, MouseScrollUp

    from reader.app.fit import Part
    from reader.app.signs import Signs


def look_of(app: App[Any]) -> Look:
    """What the parts of the screen look like at the moment."""
    return look(app.current_theme, no_color=app.no_color)


def strip_of(parts: Iterable[Part], width: int, ground: Style, signs: Signs) -> Strip:
    """A line of exactly ``width`` cells on that ground; what doesn't fit is cut."""
    segments: list[Segment] = []
    left = width
    for text, style in parts:
        words = cut(text, left, signs)
        if words:
            segments.append(Segment(words, ground + style))
        left -= cell_len(words)
        if left <= 0:
            break
    if left > 0:
        segments.append(Segment(" " * left, ground))
    return Strip(segments, width).simplify()


class Drawn(Widget):
    """A few lines that a function draws: heads, feet, details."""

    DEFAULT_CSS = "Drawn { width: 1fr; height: 1; }"

    def __init__(self, draw: Callable[[int], Sequence[Sequence[Part]]], signs: Signs, *, head: bool = False) -> None:
        """draw: the lines for a width, top first. head: on the ground of the first and the last line of the screen."""
        super().__init__()
        self._draw = draw
        self._signs = signs
        self._head = head
        self._lines: Sequence[Sequence[Part]] | None = None
        self._width = 0

    def render_line(self, y: int) -> Strip:
        """A line of the widget."""
        parts = look_of(self.app)
        ground = parts.ground + parts.head if self._head else parts.ground
        if self._lines is None or self._width != self.size.width:
            self._width = self.size.width
            self._lines = self._draw(self._width)
        return strip_of(self._lines[y] if y < len(self._lines) else (), self._width, ground, self._signs)

    def update(self) -> None:
        """Draw those lines again that have changed."""
        before, width = self._lines, self.size.width
        if before is None or self._width != width:
            self.refresh()
            return
        now = self._lines = self._draw(width)
        lines = range(self.size.height)
        changed = [Region(0, y, width, 1) for y in lines if list(before[y : y + 1]) != list(now[y : y + 1])]
        if changed:
            super().refresh(*changed)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw everything again, unless only some regions are meant."""
        if not regions:
            self._lines = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Lines(Widget, can_focus=True):
    """A list, or a text that is scrolled, of which only the lines on screen are drawn."""

    DEFAULT_CSS = "Lines { width: 1fr; height: 1fr; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("ctrl+d", "page(0.5)", show=False),
        Binding("ctrl+u", "page(-0.5)", show=False),
        Binding("g,home", "end(-1)", show=False),
        Binding("G,end", "end(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """Enter was pressed on a line."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Moved(Message):
        """The cursor is on another line, or on none."""

        def __init__(self, index: int | None) -> None:
            super().__init__()
            self.index = index

    def __init__(
        self,
        draw: Callable[[int, int], Iterable[Part]],
        signs: Signs,
        *,
        count: Callable[[int], int],
        chooses: bool = True,
        choosable: Callable[[int], bool] | None = None,
    ) -> None:
        """draw: the parts of a line, from its number and a width. count: how many lines there are at a width.

        chooses: there is a cursor and lines can be chosen; without it the keys scroll. choosable: which lines the
        cursor stops on; all without it.
        """
        super().__init__()
        self._draw = draw
        self._signs = signs
        self._count = count
        self._chooses = chooses
        self._choosable = choosable or (lambda _: True)
        self._fitted: Size | None = None
        self.cursor: int | None = None
        self.top = 0

    # What there is

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self._count(self.text_width)

    @property
    def text_width(self) -> int:
        """Cells for the text of a line: the first is the cursor's, the last the bar's."""
        return max(1, self.size.width - 2)

    def show(self, cursor: int | None = None) -> None:
        """Draw everything again after the lines have changed, with the cursor on the nearest line that it stops on."""
        self.cursor = self._nearest(cursor) if self._chooses else None
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self.cursor))

    def _nearest(self, wanted: int | None) -> int | None:
        count = self.total
        if not count:
            return None
        wanted = min(max(wanted or 0, 0), count - 1)
        after = next((n for n in range(wanted, count) if self._choosable(n)), None)
        return after if after is not None else next((n for n in range(wanted, -1, -1) if self._choosable(n)), None)

    # How it looks

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        if self._fitted != self.size:
            self._fitted = self.size
            self.top = self._revealing()  # before anything is drawn at this size, so that it is drawn once
        parts, width, n = look_of(self.app), self.size.width, self.top + y
        ground = parts.ground
        if n >= self.total:
            return strip_of((), width, ground, self._signs)
        here = n == self.cursor
        if here:
            ground += parts.raised
        text = strip_of(self._draw(n, self.text_width), self.text_width, ground, self._signs)
        first = Segment(self._signs.cursor if here else " ", ground + parts.base_dot)
        return Strip([first, *text, Segment(*self._bar(y, parts, ground))], width).simplify()

    def _bar(self, y: int, parts: Look, ground: Style) -> Part:
        """The last cell of a line: which part of the whole is on screen."""
        height, count = self.size.height, self.total
        if count <= height:
            return " ", ground
        length = max(1, height * height // count)
        first = round(self.top * (height - length) / (count - height))
        return self._signs.map_view if first <= y < first + length else " ", ground + parts.quiet

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines that it would like to have."""
        return self._count(max(1, width - 2))

    # What moves

    def action_move(self, lines: int) -> None:
        """Move the cursor, or scroll."""
        if not self._chooses:
            self._scroll(self.top + lines)
        elif self.cursor is not None:
            at = self.cursor + lines
            while 0 <= at < self.total and not self._choosable(at):
                at += lines
            if 0 <= at < self.total:
                self._go(at)
            else:
                self._scroll(self.top + lines)  # headings before the first line that can be chosen

    def action_page(self, pages: float) -> None:
        """Move by a screen, or a part of one."""
        step = int(max(1, self.size.height - 1) * pages) or (1 if pages > 0 else -1)
        if not self._chooses:
            self._scroll(self.top + step)
        elif self.cursor is not None:
            self._go(self._nearest(self.cursor + step))

    def action_end(self, way: int) -> None:
        """Move to the first or the last line."""
        if not self._chooses:
            self._scroll(0 if way < 0 else self.total)
        elif self.cursor is not None:
            self._go(self._nearest(0 if way < 0 else self.total))
            if way < 0:
                self._scroll(0)

    def action_choose(self) -> None:
        """Choose the line that the cursor is on."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def go(self, index: int) -> None:
        """Put the cursor on a line."""
        self._go(self._nearest(index))

    def _go(self, index: int | None) -> None:
        if index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        if not self._reveal():
            for n in (before, index):
                if n is not None:
                    self.refresh(Region(0, n - self.top, self.size.width, 1))
        self.post_message(self.Moved(index))

    def _reveal(self) -> bool:
        """Scroll to where the cursor can be seen; whether that moved anything."""
        return self._scroll(self._revealing())

    def _revealing(self) -> int:
        """The first line on screen, moved as little as possible, with which the cursor can be seen."""
        height = self.size.height
        top = min(self.top, max(0, self.total - height))
        if self.cursor is not None and height:
            heading = 1 if self.cursor and not self._choosable(self.cursor - 1) else 0
            top = max(min(top, self.cursor - heading), self.cursor - height + 1)
        return min(max(top, 0), max(0, self.total - height))

    def _scroll(self, top: int) -> bool:
        top = min(max(top, 0), max(0, self.total - self.size.height))
        if top == self.top:
            return False
        self.top = top
        self.refresh()
        return True

    def on_click(self, event: Click) -> None:
        """A click puts the cursor on a line, a second one chooses it."""
        n = self.top + event.y
        if self._chooses and n < self.total and self._choosable(n):
            if n == self.cursor:
                self.action_choose()
            else:
                self._go(n)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll by three lines."""
        event.stop()
        self._scroll(self.top + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll by three lines."""
        event.stop()
        self._scroll(self.top - 3)
