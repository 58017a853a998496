"""Moving on the reading screen: by lines and screens, from finding to finding, with the mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.commands import BY_NAME, REVIEW
from reader.app.screens.room import Room
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.app.canvas import Canvas


#: What needs findings, and neither goes anywhere nor is a part of the review.
_LOOKS = frozenset(("look_closer", "list_findings", "make_base", "export", "who_reports"))
#: What goes from one to the other, or opens something: it is done later where it can't be done yet.
_GOES_ON = frozenset(
    (
        *("list_findings", "who_reports", "export", "show_summary", "make_base"),
        *("next_finding", "previous_finding", "next_contradiction", "previous_contradiction"),
    )
)


class MovingRoom(Room):
    """Goes from place to place."""

    _progress: float | None  #: how far the comparing is; None: done
    _ahead: Callable[[], object] | None = None  #: what waits for the findings, until something else is wanted

    def on_canvas_scrolled(self, message: Canvas.Scrolled) -> None:
        """The wheel scrolls."""
        if self.desk is not None and self.desk.scroll(message.lines):
            self._done()

    def on_canvas_clicked(self, message: Canvas.Clicked) -> None:
        """A click goes to a row and to a version."""
        if self.desk is None:
            return
        self.desk.point(message.line)
        panes = self.desk.panes
        column = (message.column - panes.indent) // (panes.width + 1)
        if not panes.stacked and 0 <= column < len(panes.versions):
            self.desk.focus(panes.versions[column])
        self._done()

    def _scroll(self, lines: int) -> None:
        self._desk().scroll(lines)
        self._done()

    def action_line_down(self) -> None:
        """Scroll down by a line."""
        self._scroll(1)

    def action_line_up(self) -> None:
        """Scroll up by a line."""
        self._scroll(-1)

    def action_page_down(self) -> None:
        """Scroll down by a screen; a line of the last one stays."""
        self._scroll(max(1, self._desk().height - 1))

    def action_page_up(self) -> None:
        """Scroll up by a screen; a line of the last one stays."""
        self._scroll(-max(1, self._desk().height - 1))

    def action_half_page_down(self) -> None:
        """Scroll down by half a screen."""
        self._scroll(max(1, self._desk().height // 2))

    def action_half_page_up(self) -> None:
        """Scroll up by half a screen."""
        self._scroll(-max(1, self._desk().height // 2))

    def _go_by_row(self, forward: bool) -> None:
        found = self._desk().go_by_row(forward=forward)
        self._done(None if found else f"This is the {'last' if forward else 'first'} passage.")

    def action_next_passage(self) -> None:
        """Go to the next row."""
        self._go_by_row(True)

    def action_previous_passage(self) -> None:
        """Go to the row before."""
        self._go_by_row(False)

    def action_to_start(self) -> None:
        """Go to the first row."""
        self._desk().to_start()
        self._done()

    def action_to_end(self) -> None:
        """Go to the last row."""
        self._desk().to_end()
        self._done()

    def _step(self, forward: bool, kind: FindingKind | None = None) -> None:
        if self._progress is not None:
            self._done("The versions are still being compared; then it goes on.")
            self._ahead = partial(self._step, forward, kind)
            return
        found = self._desk().step(forward, kind)
        what = kind.value if kind else "finding"
        self._done(None if found else f"There is no {what} {'after' if forward else 'before'} this.")

    def _step_ahead(self) -> None:
        """Do what was wanted while the versions were still being compared, unless something else is looked at now."""
        wanted, self._ahead = self._ahead, None
        if wanted is not None and self.app.screen is self:
            wanted()

    def waits_for_findings(self, action: str) -> bool:
        """Whether an action needs what the comparison finds, which isn't there yet."""
        command = BY_NAME.get(action.replace("_", "-"))
        if command is None or self.review.is_open:
            return False
        return command.group == REVIEW or action in _LOOKS or (self.desk is None and action in _GOES_ON)

    def put_off(self, action: str) -> bool:
        """Say that an action has to wait for the findings, and remember it where it goes or opens something.

        Returns whether there was something to say.
        """
        if self.desk is not None:
            rest = "then it goes on." if action in _GOES_ON else "there is nothing to decide on yet."
            self._done(f"The versions are still being compared; {rest}")
        if action in _GOES_ON:
            self._ahead = partial(self.call_later, self.run_action, action)
        return self.desk is not None

    def action_next_finding(self) -> None:
        """Go to the next finding."""
        self._step(True)

    def action_previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(False)

    def action_next_contradiction(self) -> None:
        """Go to the next contradiction."""
        self._step(True, FindingKind.CONTRADICTION)

    def action_previous_contradiction(self) -> None:
        """Go to the contradiction before."""
        self._step(False, FindingKind.CONTRADICTION)
