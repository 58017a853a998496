"""Searching on the reading screen: the line to type in, and from match to match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.screens.room import Room

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.app.search_line import SearchLine


class SearchingRoom(Room):
    """Searches in all versions."""

    search_line: SearchLine | None = None  #: where it is typed, while it is

    async def action_search(self) -> None:
        """Open the line to type in."""
        from reader.app.search_line import SearchLine

        if self.search_line is None:
            self.query_one("#keys").display = False
            self.search_line = SearchLine(self.signs)
            await self.mount(self.search_line)
            self.set_focus(self.search_line.field)

    def type(self, character: str) -> bool:
        """Take a character that was typed before the line to type in was there; whether it belongs there."""
        if self.search_line is None:
            return False
        self.search_line.field.insert_text_at_cursor(character)
        return True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search for what was typed, and go to the first match from here on."""
        event.stop()
        self._close_search()
        desk = self._desk()
        count = desk.find(event.value)
        if count:
            desk.go_to_match(True)
        self._done(None if count or not event.value.strip() else f"“{event.value}” is in none of the versions.")

    def _close_search(self) -> bool:
        line, self.search_line = self.search_line, None
        if line is None:
            return False
        self.set_focus(None)
        line.remove()
        self.query_one("#keys").display = True
        return True

    def _match(self, forward: bool) -> None:
        desk = self._desk()
        if desk.search is None:
            self._done(f"{self._faces('search')} searches.")
        else:
            found = desk.go_to_match(forward)
            self._done(None if found else f"“{desk.search.query}” is in none of the versions.")

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._match(True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._match(False)
