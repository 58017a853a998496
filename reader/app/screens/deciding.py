"""Verdicts and notes on the reading screen: what each key decides, what is said of it, where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.screens.room import Room
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.app.screens import summary
    from reader.findings.finding import Finding
    from reader.review.journal import Unsaved


class DecidingScreen(Room):
    """The part of the reading screen that decides on findings."""

    def __init__(self) -> None:
        super().__init__()
        self._unsaved: list[Finding] = []

    # Verdicts

    def judge(self, finding: Finding, verdict: str) -> Unsaved | None:
        """Give a verdict."""
        from reader.review.records import Verdict

        problem = self.review.judge(finding, Verdict(verdict))
        self._decided((finding,))
        return problem

    def _judge(self, verdict: str) -> None:
        finding = self._current()
        if finding is not None:
            was_left = self.review.left(finding)
            self._advance(self.judge(finding, verdict), was_left)

    def action_verdict_confirmed(self) -> None:
        """Confirm the finding and go on."""
        self._judge("confirmed")

    def action_verdict_dismissed(self) -> None:
        """Dismiss the finding and go on."""
        self._judge("dismissed")

    def action_verdict_unsure(self) -> None:
        """Leave it undecided and go on."""
        self._judge("unsure")

    def action_mark_read(self) -> None:
        """Mark the additions and omissions of the passage as read."""
        desk = self._desk()
        row = desk.row
        here = [
            f
            for f in desk.reading.findings
            if f.kind is not FindingKind.CONTRADICTION
            and self.review.left(f)
            and any(row.first <= n < row.end for n in desk.reading.numbers(f))
        ]
        if not here:
            self._done("There is no addition or omission here that is not reviewed.")
            return
        problem = self.review.mark_read(here)
        self._decided(here)
        if desk.finding is None or desk.finding in here:
            self._advance(problem, True, f"{len(here)} marked as read.")
        else:
            self._finish(problem, f"{len(here)} marked as read.")

    def action_note(self) -> None:
        """Write a note on the finding."""
        finding = self._current()
        if finding is not None:
            self.edit_note(finding, self._finish)

    def edit_note(self, finding: Finding, then: Callable[[Unsaved | None, str], object]) -> None:
        """Let a note be written, keep it, and go on with what came of it, unless nothing was changed."""
        from reader.app.screens.note import NoteEditor, hides_less_at_top

        def keep(text: str | None) -> None:
            if text is not None:
                problem = self.review.note(finding, text)
                self._decided((finding,))
                then(problem, "Note saved." if text else "Note taken away.")

        desk = self._desk()
        first = desk.table.tops[desk.cursor] - desk.top + self.canvas.region.y
        last = first + desk.table.heights[desk.cursor] - 1
        low = self.app.screen is self and hides_less_at_top(first, last, self.app.size.height)
        self.app.push_screen(NoteEditor(finding, self.review.said(finding).note, self.signs, at_top=low), keep)

    def action_take_back(self) -> None:
        """Take back what was decided last."""
        told, about = self.take_back()
        if about:
            self._desk().go_to(about[0])
        self._finish(self.review.problem, told)

    def take_back(self) -> tuple[str, list[Finding]]:
        """Take back what was decided last: what that was, in a sentence, and the findings that it was about."""
        undid = self.review.undo()
        if undid is None:
            return "There is nothing left to take back.", []
        about = [f for f in self._desk().reading.findings if undid.about(f)]
        self._decided(about)
        if undid.remade:
            self.work.collate(self.review.remake())
        return f"Taken back: {undid.told}.", about

    def action_save_again(self) -> None:
        """Write what could not be written."""
        self._finish(*self.save_again())

    def save_again(self) -> tuple[Unsaved | None, str]:
        """Write what could not be written: why it still can't, and what is to be said where it can."""
        if not self.review.pending:
            return None, "Everything is saved."
        pending = self._pending()
        problem = self.review.retry()
        self._decided(pending)
        return problem, "Saved."

    def _current(self) -> Finding | None:
        """The finding that the reader is at, as a later collation has it."""
        finding = self._desk().finding
        if finding is None:
            self._done("There is no finding here to decide on.")
        return finding

    def _pending(self) -> list[Finding]:
        return [f for f in self._desk().reading.findings if not self.review.said(f).saved]

    def _decided(self, findings: Iterable[Finding]) -> None:
        """Draw the rows of findings again; with them those that could not be saved before."""
        reading = self._desk().reading
        self.canvas.decided(n for finding in (*findings, *self._was_pending()) for n in reading.numbers(finding))

    def _was_pending(self) -> list[Finding]:
        before, self._unsaved = self._unsaved, self._pending() if self.review.pending else []
        return [*before, *self._unsaved]

    def _finish(self, problem: Unsaved | None, message: str | None = None) -> None:
        """Say at once what could not be saved."""
        if problem is None:
            self._done(message)
        else:
            self._done(self._loud(problem), loud=True)

    @staticmethod
    def _loud(problem: Unsaved) -> str:
        return f"not saved: {problem.message} ({problem.path}); ctrl+s tries again"

    def _advance(self, problem: Unsaved | None, was_left: bool, message: str | None = None) -> None:
        """Go on to the next finding that waits for a verdict; after the last, say what was decided."""
        desk = self._desk()
        here = desk.steps.key(desk.finding, desk.row.first)
        found, again = self.review.next_left(desk.steps, here)
        if found is not None:
            desk.go_to(found)
            self._finish(problem, "From the beginning: this was left." if again else message)
            return
        self._finish(problem, message or "All that is shown is reviewed.")
        if was_left and problem is None:
            self.action_show_summary()

    def action_show_summary(self) -> None:
        """Show what was decided and what is left."""
        from reader.app.screens.summary import Summary

        if self.review.look_at_others():
            self.work.collate(self.review.remake())
        gone = len(self.review.vanished)
        given = (self.review.collation, self.review.own_decisions, self.signs)
        screen = Summary(*given, vanished=gone, others=self.review.tallies)
        self.app.push_screen(screen, self._after_summary)

    def _after_vanished(self, finding: str | None) -> None:
        if self.go_to_id(finding):
            self._done()

    def _after_summary(self, answer: summary.Answer | None) -> None:
        if answer == "vanished":
            from reader.app.screens.vanished import VanishedList

            self.app.push_screen(VanishedList(self.review.vanished, self.signs), self._after_vanished)
        elif answer is not None:
            name = {"export": "export", "list": "list_findings"}[answer]
            self.call_later(self.run_action, name)
