"""What the screens over the reading screen have in common: a head, a foot with the keys, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.app.screens.lines import Drawn, look_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from reader.app.screens.lines import Part
    from reader.app.signs import Signs
    from reader.app.theming import Look

R = TypeVar("R")

#: What can be typed: no control characters, whatever is pasted.
TYPED = r"[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f]*"


class Panel(ModalScreen[R]):
    """A screen that covers the reading screen: title and summary, body, keys."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Panel { background: $background; overflow: hidden; layout: vertical; }
    Panel:ansi { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", show=False)]

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self.signs = signs

    @property
    def parts(self) -> Look:
        """What the parts of the screen look like at the moment."""
        return look_of(self.app)

    def compose(self) -> ComposeResult:
        """Head, body, foot."""
        yield Drawn(lambda width: (self._head(width),), self.signs, head=True)
        yield from self.body()
        yield Drawn(lambda width: (self._foot(width),), self.signs, head=True)

    def body(self) -> Iterable[Widget]:
        """What stands between head and foot."""
        raise NotImplementedError

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What the head says at the left and at the right."""
        raise NotImplementedError

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys and what they do, the most important first; as many are shown as fit."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw head, foot and details again."""
        for drawn in self.query(Drawn):
            drawn.refresh()

    def action_back(self) -> None:
        """Back to the reading screen without an answer."""
        self.dismiss(None)

    def _head(self, width: int) -> Sequence[Part]:
        left, right = self.title_parts()
        return spread([(" ", self.parts.head), *left], [*right, (" ", self.parts.head)], width, self.parts, self.signs)

    def _foot(self, width: int) -> Sequence[Part]:
        return key_line(self.keys(), width, self.parts)


def spread(left: Sequence[Part], right: Sequence[Part], width: int, parts: Look, signs: Signs) -> list[Part]:
    """A line with something at both ends; where they don't both fit, the left is cut."""
    from rich.cells import cell_len

    from reader.app.screens.lines import cut

    room = width - sum(cell_len(text) for text, _ in right)
    line: list[Part] = []
    for text, style in left:
        words = cut(text, max(room - 1, 0), signs)
        line.append((words, style))
        room -= cell_len(words)
    return [*line, (" " * max(room, 0), parts.head), *right]


def key_line(keys: Iterable[tuple[str, str]], width: int, parts: Look) -> list[Part]:
    """As many keys with their labels as fit."""
    line: list[Part] = [(" ", parts.key_label)]
    used = 1
    for key, label in keys:
        size = len(key) + 1 + len(label)
        if used + size > width:
            break
        line += [(key, parts.key), (f" {label}   ", parts.key_label)]
        used += size + 3
    return line


class Field(Input):
    """A line to type in, without a border, without blinking."""

    DEFAULT_CSS = """
    Field, Field:focus { background: $surface; background-tint: $surface 0%; }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", longest: int = 200) -> None:
        super().__init__(
            value, placeholder=placeholder, restrict=TYPED, max_length=longest, compact=True, select_on_focus=False
        )
        self.cursor_blink = False
