"""Choosing a theme: the screen behind shows each as the cursor comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.look import ReaderTheme
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Dialog, draw_at_once
from reader.app.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs


class ThemePicker(Dialog["str | None"]):
    """Answers with the name of the theme that was chosen; without an answer the former one is back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,T", "back", show=False)]
    DEFAULT_CSS = """
    ThemePicker > #box { width: 44; }
    ThemePicker { align: right bottom; }
    ThemePicker #sample { height: 3; }
    ThemePicker.-low #sample { display: none; }
    """

    def __init__(self, names: Sequence[str], current: str, signs: Signs = UNICODE) -> None:
        """names: registered themes; Textual's own among them are left out, as they don't know our parts."""
        super().__init__(signs)
        self._wanted = names
        self._before = current
        self.names: list[str] = []

    def body(self) -> Iterable[Widget]:
        """The themes, a sample, the keys."""
        yield Lines(self._line, self.signs, count=lambda _: len(self.names))
        sample = Drawn(self._sample, self.signs)
        sample.id = "sample"
        yield sample
        yield self.key_drawn()

    def on_mount(self) -> None:
        """Begin at the current theme."""
        themes = [theme for name in self._wanted if isinstance(theme := self.app.get_theme(name), ReaderTheme)]
        # without colours only the terminal's own ground is left, and all themes that set one would look the same
        self.names = [theme.name for theme in themes if theme.ansi or not self.app.no_color]
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.focus()
        lines.show(self.names.index(self._before) if self._before in self.names else 0)

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Show the theme."""
        if event.index is not None and event.index < len(self.names):
            draw_at_once(self.app)
            self.app.theme = self.names[event.index]

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Keep it."""
        self.dismiss(self.names[event.index])

    def action_back(self) -> None:
        """The former theme again."""
        self.app.theme = self._before
        self.dismiss(None)

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        return (("enter", "keep"), ("esc", "back"), ("j k", "try"))

    def _line(self, index: int, width: int) -> Iterator[Part]:
        parts, name = self.parts, self.names[index]
        yield self.signs.text(name), parts.title if name == self.app.theme else parts.text
        if name == self._before:
            yield "  so far", parts.quiet

    def _sample(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs = self.parts, self.signs
        first: list[Part] = [
            (f" {signs.contradiction} ", parts.contradiction),
            ("contradiction", parts.mark_contradiction),
            (f"  {signs.addition} ", parts.addition),
            ("addition", parts.text),
            (f"  {signs.omission} ", parts.omission),
            ("omission", parts.quiet),
        ]
        second: list[Part] = [(f" {signs.reworded} ", parts.reworded), ("reworded", parts.mark_reworded)]
        second += [("  ", parts.text), ("match", parts.match), (" of the search", parts.text)]
        return ([(signs.rule * width, parts.rule)], first, second)
