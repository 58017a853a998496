"""The smallest Textual app: what any reader that is made with Textual can't be faster than."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.app import ComposeResult

TEXT = "Hello from the smallest app"


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static(TEXT)


if __name__ == "__main__":
    Minimal().run()
