"""Where the reading screen leads: the screens and dialogs over it, and the clipboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.cells import Form
from reader.app.commands import BY_NAME, COMMANDS
from reader.app.screens.deciding import DecidingScreen
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reader.app.screens.closer import Closer
    from reader.findings.finding import Finding
    from reader.review.journal import Unsaved

#: Characters of the name that is offered for a report.
LONGEST_STEM = 40


class LeadingRoom(DecidingScreen):
    """Opens what lies over the reading screen, and takes what comes back."""

    _closer: Closer | None = None  #: while it is on screen
    _after_look: Callable[[], object] | None = None  #: what is to be done when it is not any more

    def action_look_closer(self) -> None:
        """Show the evidence in full, or unfold the row."""
        desk = self._desk()
        if desk.open_fold():
            self._done()
        elif desk.finding is not None and desk.reading.collation is not None:
            from reader.app.screens.closer import Closer

            screen = Closer(
                *(desk.reading.collation, desk.finding, self.signs),
                step=self._step_closer,
                review=self.review,
                decide=self._decide_closer,
                keymap=self.keymap,
            )
            self._closer = screen
            self.app.push_screen(screen, self._looked)
        else:
            self._done("There is no finding here.")

    def _step_closer(self, name: str) -> Finding | None:
        """Go to another finding under the closer look; None where there is none."""
        way, _, kind = name.partition("-")
        desk = self._desk()
        only = FindingKind.CONTRADICTION if kind == "contradiction" else None
        return desk.finding if desk.step(way == "next", only) else None

    def _looked(self, _: None) -> None:
        then, self._closer, self._after_look = self._after_look, None, None
        self._done()
        if then is not None:
            then()

    def _leave_closer(self, then: Callable[[], object]) -> None:
        if self._closer is not None:
            self._after_look = then
            self._closer.dismiss(None)

    def renew_closer(self) -> None:
        """There are other findings now: look at the same one, as it is now; where it is gone, no longer."""
        screen, reading = self._closer, self._desk().reading
        if screen is None or reading.collation is None:
            return
        again = next((finding for finding in reading.findings if finding.id == screen.finding.id), None)
        if again is None:
            self._leave_closer(lambda: self._done("The finding that was looked at is not there any more."))
        else:
            screen.collation = reading.collation
            screen.look(again)

    def _decide_closer(self, name: str) -> None:
        """Do a command of the closer look's, and show there what comes next; the end, and trouble, are shown here."""
        screen = self._closer
        if screen is None or not self.review.is_open:
            return
        finding, desk = screen.finding, self._desk()
        if name == "note":
            self.edit_note(finding, partial(self._noted_closer, finding))
        elif name == "take-back":
            told, about = self.take_back()
            if self.review.problem is not None:
                self._leave_closer(partial(self._finish, self.review.problem))
                return
            if about:
                desk.go_to(about[0])
            screen.look(about[0] if about else finding, told)
        else:
            was_left = self.review.left(finding)
            problem = self.judge(finding, name.removeprefix("verdict-"))
            left, again = self.review.next_left(desk.steps, desk.steps.key(finding, desk.row.first))
            if problem is None and left is not None:
                desk.go_to(left)
                screen.look(left, "from the beginning" if again else "")
            else:
                self._leave_closer(partial(self._advance, problem, was_left))

    def _noted_closer(self, finding: Finding, problem: Unsaved | None, told: str) -> None:
        if problem is not None:
            self._leave_closer(partial(self._finish, problem))
        elif self._closer is not None:
            self._closer.look(finding, told)

    def action_who_reports(self) -> None:
        """Show who reports what."""
        desk = self._desk()
        if desk.reading.collation is None:
            return
        from reader.app.screens.matrix import Matrix

        current = desk.reading.passages[desk.row.first].id
        self.app.push_screen(Matrix(desk.reading.collation, current, self.signs), self._go_to_passage)

    def _go_to_passage(self, passage: str | None) -> None:
        desk = self._desk()
        number = desk.reading.number_of.get(passage or "")
        if number is not None:
            desk.go_to_passage(number)
            self._done()

    def action_copy(self) -> None:
        """Copy the passage of the focused version with its citation."""
        desk = self._desk()
        row, reading = desk.row, desk.reading
        outlet = reading.cluster.version(desk.focused).outlet
        numbers = range(row.first, row.end)
        sentences = [s for n in numbers for s in reading.passages[n].sentences.get(desk.focused, ())]
        if not sentences or desk.table.cell(desk.cursor, desk.focused).form is not Form.TEXT:
            self._done(f"{outlet} has no words here to copy.")
            return
        from reader.app.cite import citation

        self.app.copy_to_clipboard(citation(reading.cluster, desk.focused, sentences))
        self._done(f"Copied from {outlet}, with its citation.")

    def action_export(self) -> None:
        """Write the report to a file, with everybody's verdicts and notes."""
        from reader.app.app import VariorumApp
        from reader.app.screens.export import ExportDialog

        folder = self.app.reports if isinstance(self.app, VariorumApp) else None
        title = self._desk().reading.title
        stem = file_stem(title)
        if self.review.look_at_others():
            self.work.collate(self.review.remake())
        screen = ExportDialog(self.review.collation, stem, self.signs, reviews=self.review.reviews, folder=folder)
        self.app.push_screen(screen, self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self._done(f"Written to {path}.")

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from reader.app.app import VariorumApp
        from reader.app.screens.themes import ThemePicker

        names, told = tuple(self.app.available_themes), len(self.notices)
        if isinstance(self.app, VariorumApp):
            self.app.register_themes()
            names = self.app.own_themes
        self.app.push_screen(ThemePicker(names, self.app.theme, self.signs), partial(self._themed, told))

    def _themed(self, told: int, name: str | None) -> None:
        self._show_notice(told)  # of themes that were left out
        if name is not None and name in self.app.available_themes:
            self.app.theme = name
            self.show(everything=True)

    def action_library(self) -> None:
        """Show what else there is to read."""
        from reader.app.app import VariorumApp

        if isinstance(self.app, VariorumApp):
            self.app.show_library()

    async def action_redraw(self) -> None:
        """Send the whole screen again."""
        await self.app.run_action("redraw")

    def action_show_notices(self) -> None:
        """Show all notices in full."""
        from reader.app.screens.notices import Notices

        if self.notices:
            self.app.push_screen(Notices(self.notices, self.signs))
        else:
            self._done("There are no notices.")

    def _show_notice(self, number: int = 0) -> None:
        """Say a notice; where there are others, how to read them all."""
        count = len(self.notices)
        if number < count:
            more = f" ({number + 1} of {count}, {self._faces('show-notices')} shows all)" if count > 1 else ""
            self.say(str(self.notices[number]), more, loud=True)

    def action_help(self) -> None:
        """List all keys."""
        from reader.app.screens.help import Help

        self.app.push_screen(Help(COMMANDS, dict(self.keymap), self.signs), self._run_command)

    def _run_command(self, name: str | None) -> None:
        if name is not None and name in BY_NAME:
            self.call_later(self.run_action, BY_NAME[name].action)


def file_stem(title: str) -> str:
    """A file's name for a title, without its ending: at most ``LONGEST_STEM`` characters, in whole words."""
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    stem = "-".join(words)
    if len(stem) > LONGEST_STEM:
        stem = stem[: LONGEST_STEM + 1].rpartition("-")[0] or stem[:LONGEST_STEM]
    return stem or "story"
