"""The line at the bottom in which a search is typed; imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from reader.app.screens.lines import Drawn, look_of
from reader.app.screens.panel import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.app.signs import Signs


class SearchLine(Horizontal):
    """A slash and a field."""

    DEFAULT_CSS = """
    SearchLine { height: 1; background: $surface; }
    SearchLine Drawn { width: 3; }
    SearchLine Field { width: 1fr; height: 1; }
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self.field = Field(placeholder="words in any version; case and accents make no difference")

    def compose(self) -> ComposeResult:
        """The slash, then the field."""
        yield Drawn(lambda width: [[(" / ", look_of(self.app).key)]], self._signs, head=True)
        yield self.field
