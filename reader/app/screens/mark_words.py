"""Marking words of a passage, word by word, with the keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.fit import cut, shown
from reader.app.screens.lines import Drawn
from reader.app.screens.panel import Dialog
from reader.app.signs import UNICODE
from reader.app.wrap import wrap
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.cells import Cell
    from reader.app.fit import Part
    from reader.app.signs import Signs

#: A word with what is inside it, "1,200", "can't", "re-elected"; or a mark.
WORD = re.compile(r"\w+(?:[.,’'\-]\w+)*%?|[^\w\s]")
#: Cells of the box.
BOX = 76


class Marked(NamedTuple):
    """Words of a sentence."""

    sentence: str
    start: int  #: in the text of its paragraph
    end: int


class MarkWords(Dialog["Marked | None"]):
    """Answers with the words that were marked, all of one sentence."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right,w", "move(1)", show=False),
        Binding("h,left,b", "move(-1)", show=False),
        Binding("j,down", "line(1)", show=False),
        Binding("k,up", "line(-1)", show=False),
        Binding("L,shift+right", "widen(1)", show=False),
        Binding("H,shift+left", "widen(-1)", show=False),
        Binding("enter,plus", "choose", show=False),
        Binding("q", "back", show=False),
    ]
    DEFAULT_CSS = "MarkWords > #box { width: 76; }"
    OTHER_LINES = 5

    def __init__(self, outlet: str, cell: Cell, signs: Signs = UNICODE) -> None:
        """cell: what the pane of the version shows."""
        super().__init__(signs)
        self._outlet = outlet
        self._cell = cell
        self._words = [match.span() for match in WORD.finditer(cell.text)]
        self._piece = [next((p for p in cell.pieces if p.at <= a < p.at + p.length), None) for a, _ in self._words]
        self._first = self._last = 0
        self._top = 0

    def body(self) -> Iterable[Widget]:
        """Whose words, the words, the keys."""
        outlet = cut(shown(self._outlet, self.signs), BOX - 16, self.signs)
        yield Drawn(lambda _: ([("Words of ", self.parts.quiet), (outlet, self.parts.title)],), self.signs)
        text = Drawn(self._text, self.signs)
        text.id = "text"
        yield text
        yield self.key_drawn()

    def on_resize(self, event: Resize) -> None:
        """As high as the words need, as far as there is room."""
        super().on_resize(event)
        lines = len(wrap(self._cell.text, max(1, min(event.size.width, BOX) - 4)))
        self.query_one("#text").styles.height = max(1, min(lines, event.size.height - self.OTHER_LINES))

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        return (("enter", "mark"), ("esc", "back"), ("h l", "word"), ("H L", "fewer, more words"), ("j k", "line"))

    def action_move(self, step: int) -> None:
        """The word before or after."""
        self._go((self._last if step > 0 else self._first) + step)

    def action_line(self, step: int) -> None:
        """The word above or below."""
        if not self._words:
            return
        lines = self._lines(self.query_one("#text").size.width)
        at = self._words[self._last][0]
        here = next((n for n, (start, end) in enumerate(lines) if start <= at < end), 0)
        if 0 <= here + step < len(lines):
            wanted = lines[here + step][0] + at - lines[here][0]
            first = min(range(len(self._words)), key=lambda n: abs(self._words[n][0] - wanted))
            self._go(first)

    def action_widen(self, step: int) -> None:
        """One word more, or fewer; never past the sentence."""
        last = self._last + step
        if self._first <= last < len(self._words) and self._piece[last] is self._piece[self._first]:
            self._last = last
            self.redraw()

    def action_choose(self) -> None:
        """These words."""
        piece = self._piece[self._first] if self._words else None
        if piece is not None:
            start, end = self._words[self._first][0], self._words[self._last][1]
            moved = piece.start - piece.at
            self.dismiss(Marked(piece.sentence, start + moved, end + moved))

    def _go(self, word: int) -> None:
        if 0 <= word < len(self._words):
            self._first = self._last = word
            self.redraw()

    def _lines(self, width: int) -> Sequence[tuple[int, int]]:
        return wrap(self._cell.text, max(1, width))

    def _text(self, width: int) -> Sequence[Sequence[Part]]:
        parts, text = self.parts, self._cell.text
        if not self._words:
            return ([(text, parts.text)],)
        first, last = self._words[self._first][0], self._words[self._last][1]
        lines = self._lines(width)
        height = self.query_one("#text").size.height
        here = next((n for n, (start, end) in enumerate(lines) if start < last <= end), 0)
        self._top = max(min(self._top, here), here - height + 1, 0)
        found: list[list[Part]] = []
        for start, end in lines[self._top :]:
            a, b = max(start, min(first, end)), min(end, max(last, start))
            pieces = ((start, a, parts.text), (a, b, parts.mark_contradiction), (b, end, parts.text))
            found.append([(text[i:j], style) for i, j, style in pieces if i < j])
        return found
