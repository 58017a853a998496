"""What goes wrong on the way in."""

from __future__ import annotations

from reader.story import Notice


class SourceError(Exception):
    """Input that can't be read; the message names the file, the place and what to do."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message

    @property
    def notice(self) -> Notice:
        """The same, for when the rest could be read."""
        return Notice(self.where, self.message)
