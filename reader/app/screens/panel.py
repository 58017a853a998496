"""What the screens over the reading screen have in common: a head, a foot with the keys, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.app.fit import cut
from reader.app.in_order import InOrder
from reader.app.screens.lines import Drawn, Lines, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import App, ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.look import Look
    from reader.app.signs import Signs

R = TypeVar("R")

#: Seconds in which nothing is drawn while a screen comes or goes.
ONE_FRAME = 0.05

#: What can be typed: no control characters, whatever is pasted.
TYPED = r"[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f]*"


def draw_at_once(app: App[Any]) -> None:
    """Draw what changes now when it is all there.

    Textual draws a new screen four times as it lays it out, and the one under it twice as it comes back. With this it
    is twice and once: 24 kB instead of 46 for the list of findings at 160 by 48, 15 instead of 30 for the way back.
    """
    if not app.is_headless:
        app.delay_update(ONE_FRAME)


class Over(ModalScreen[R]):
    """A screen over the reading screen: it knows the signs, and esc goes back without an answer."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self.signs = signs
        self.is_ready = False  #: whether keys reach what they are meant for

    def on_mount(self) -> None:
        """Take keys once what has the focus has it, which comes by the same way."""
        self.app.call_later(self._take_keys)

    def _take_keys(self) -> None:
        self.is_ready = True
        if isinstance(self.app, InOrder):
            self.app.may_go_on()

    @property
    def parts(self) -> Look:
        """What the parts of the screen look like at the moment."""
        return look_of(self.app)

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Go back with an answer, in one frame."""
        draw_at_once(self.app)
        return super().dismiss(result)

    def redraw(self) -> None:
        """Draw head, foot and details again."""
        for drawn in self.query(Drawn):
            drawn.refresh()

    def action_back(self) -> None:
        """Back to the reading screen without an answer."""
        self.dismiss(None)


class Panel(Over[R]):
    """A screen that covers the reading screen: title and summary, body, keys."""

    DEFAULT_CSS = """
    Panel { background: $background; overflow: hidden; layout: vertical; }
    Panel:ansi { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "back", show=False)]

    def compose(self) -> ComposeResult:
        """Head, body, foot."""
        draw_at_once(self.app)
        yield Drawn(lambda width: (self.head(width),), self.signs, head=True)
        yield from self.body()
        yield Drawn(lambda width: (key_line(self.keys(), width, self.parts),), self.signs, head=True)

    def body(self) -> Iterable[Widget]:
        """What stands between head and foot."""
        raise NotImplementedError

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What the head says at the left and at the right."""
        raise NotImplementedError

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys and what they do, the most important first; as many are shown as fit."""
        raise NotImplementedError

    def head(self, width: int) -> Sequence[Part]:
        """The first line."""
        left, right = self.title_parts()
        return spread([(" ", self.parts.head), *left], [*right, (" ", self.parts.head)], width, self.parts, self.signs)


class Dialog(Over[R]):
    """A small box over the reading screen, which stays as it is."""

    DEFAULT_CSS = """
    Dialog, Dialog:ansi { background: transparent; overflow: hidden; align: center middle; }
    Dialog > #box {
        width: 64; max-width: 100%; height: auto; max-height: 100%;
        background: $background; border: round $border; padding: 0 1;
    }
    Dialog.-ascii > #box { border: ascii $border; }
    Dialog Lines { height: auto; }
    """
    #: Lines of the box that are not the list's, and below how many lines of the terminal it does without some.
    OTHER_LINES: ClassVar[int] = 4
    LOW: ClassVar[int] = 14

    def compose(self) -> ComposeResult:
        """The box."""
        draw_at_once(self.app)
        self.set_class(self.signs.ascii, "-ascii")
        with Vertical(id="box"):
            yield from self.body()

    def body(self) -> Iterable[Widget]:
        """What stands in the box."""
        raise NotImplementedError

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys and what they do, the most important first; as many are shown as fit."""
        raise NotImplementedError

    def on_resize(self, event: Resize) -> None:
        """Leave the list what room there is."""
        self.set_class(event.size.height < self.LOW, "-low")
        for lines in self.query(Lines):
            lines.styles.max_height = max(2, event.size.height - self.OTHER_LINES)

    def key_drawn(self) -> Drawn:
        """The line of keys."""
        return Drawn(lambda width: (key_line(self.keys(), width, self.parts),), self.signs)


def spread(left: Sequence[Part], right: Sequence[Part], width: int, parts: Look, signs: Signs) -> list[Part]:
    """A line with something at both ends; where they don't both fit, the left is cut."""
    room = width - sum(cell_len(text) for text, _ in right)
    line: list[Part] = []
    for text, style in left:
        words = cut(text, max(room - 1, 0), signs)
        line.append((words, style))
        room -= cell_len(words)
    return [*line, (" " * max(room, 0), parts.head), *right]


def key_line(keys: Iterable[tuple[str, str]], width: int, parts: Look) -> list[Part]:
    """As many keys with their labels as fit."""
    line: list[Part] = []
    used = 0
    for key, label in keys:
        gap = "   " if line else " "
        size = cell_len(gap) + cell_len(key) + 1 + cell_len(label)
        if used + size > width:
            break
        line += [(gap, parts.key_label), (key, parts.key), (f" {label}", parts.key_label)]
        used += size
    return line


class Field(Input):
    """A line to type in, without a border, without blinking."""

    DEFAULT_CSS = """
    Field, Field:focus { background: $surface; background-tint: $surface 0%; }
    Field.-textual-compact { padding: 0 1; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", longest: int = 200) -> None:
        super().__init__(
            value, placeholder=placeholder, restrict=TYPED, max_length=longest, compact=True, select_on_focus=False
        )
        self.cursor_blink = False
