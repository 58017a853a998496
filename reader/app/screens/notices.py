"""All notices in full: what went wrong while files, settings, themes and reviews were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.fit import shown
from reader.app.screens.lines import Lines
from reader.app.screens.panel import Panel
from reader.app.signs import UNICODE
from reader.app.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.story import Notice

#: Cells of a line of text at most.
WIDEST = 96


class Notices(Panel[None]):
    """To be read, and left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("exclamation_mark,enter", "back", show=False)]

    def __init__(self, notices: Sequence[Notice], signs: Signs = UNICODE) -> None:
        super().__init__(signs)
        self._notices = tuple(notices)
        self._wrapped: dict[int, list[list[Part]]] = {}

    def body(self) -> Iterable[Widget]:
        """The notices, one under the other."""
        yield Lines(
            lambda index, width: self._lines(width)[index],
            self.signs,
            count=lambda width: len(self._lines(width)),
            chooses=False,
        )

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(Lines).focus()

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What this is, and how many."""
        return [("Notices", self.parts.title)], [(f"{len(self._notices):,}", self.parts.quiet)]

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        return (("esc", "back"), ("j k", "scroll"))

    def _lines(self, width: int) -> list[list[Part]]:
        if width not in self._wrapped:
            parts, room = self.parts, min(WIDEST, max(8, width - 4))
            lines: list[list[Part]] = []
            for notice in self._notices:
                lines.append([])
                for text, style in ((notice.where, parts.notice), (notice.message, parts.text)):
                    words = shown(text, self.signs)
                    indent = "  " if text is notice.message else ""
                    lines += [[(f"  {indent}{words[start:end]}", style)] for start, end in wrap(words, room)]
            self._wrapped = {width: lines}  # of one width at a time
        return self._wrapped[width]
