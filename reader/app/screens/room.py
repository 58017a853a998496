"""What the rooms of the reading screen share: the screen is too much for one module, and each does one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen

    from reader.app.canvas import Canvas
    from reader.app.desk import Desk
    from reader.app.reviewing import Review
    from reader.app.signs import Signs
    from reader.app.work import Work
    from reader.story import Notice

    _Screen = Screen[None]
else:
    _Screen = (
        object  # of every class of screens Textual asks for bindings, style sheets and more: a millisecond for all
    )


class Room(_Screen):
    """A part of the reading screen, which alone is a screen: it knows what all of it has."""

    desk: Desk | None
    canvas: Canvas
    signs: Signs
    work: Work
    review: Review
    keymap: Mapping[str, str]
    notices: list[Notice]

    def say(self, text: str, more: str = "", *, loud: bool = False) -> None:
        """Put a message into the inspector until the next key; where it is too long, it is cut before ``more``."""
        raise NotImplementedError

    def show(self, *, everything: bool = False) -> None:
        """Draw what has changed."""
        raise NotImplementedError

    def _done(self, message: str | None = None, *, loud: bool = False) -> None:
        """After a command: draw, and say something where there is something to say."""
        raise NotImplementedError

    def _faces(self, *names: str) -> str:
        """The first key of each command, as a person would write them."""
        from reader.app.commands import BY_NAME

        return " ".join(BY_NAME[name].faces(self.keymap, ascii=self.signs.ascii)[0] for name in names)

    def _desk(self) -> Desk:
        """The desk; actions only run when there is one."""
        raise NotImplementedError

    def go_to_id(self, finding_id: str | None) -> bool:
        """Go to a finding by an id that it has; whether there is one."""
        desk = self._desk()
        chosen = next((f for f in desk.reading.findings if finding_id in (f.id, *f.also)), None)
        if chosen is None or finding_id is None:
            return False
        desk.go_to(chosen)
        return True
