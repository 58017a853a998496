"""The list of findings over the reading screen: deciding in it, and going through some of the findings only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.screens.deciding import DecidingScreen

if TYPE_CHECKING:
    from reader.app.screens.filter import Filter
    from reader.app.screens.findings_list import FindingsList
    from reader.findings.finding import Finding
    from reader.review.journal import Unsaved


class ListingRoom(DecidingScreen):
    """Opens the list, does what is decided in it, and keeps the filter whose findings the reader goes through."""

    _filter: Filter | None = None
    _list: FindingsList | None = None  #: while it is on screen

    def action_list_findings(self) -> None:
        """List the findings; the chosen one becomes the current one."""
        from reader.app.screens.findings_list import FindingsList

        desk = self._desk()
        if self.review.look_at_others():
            self.work.collate(self.review.remake())
        current = desk.finding.id if desk.finding else None
        screen = self._list = FindingsList(
            *(self.review.collation, current, self.signs),
            decisions=self.review.decisions,
            chosen=self._filter,
            review=self.review,
            decide=self._decide_in_list,
            keymap=self.keymap,
        )
        self.app.push_screen(screen, partial(self._listed, screen))

    def _listed(self, screen: FindingsList, finding_id: str | None) -> None:
        from reader.app.screens.filter import Filter

        self._list = None
        if screen.kept is not None:
            kept = None if screen.kept == Filter() else screen.kept
            self._go_through(kept, frozenset(finding.id for finding in screen.listed) if kept else None)
            count = len(screen.listed)
            told = f"Only {count} of {len(self.review.collation.findings)} findings are gone through; esc: all of them."
            self.go_to_id(finding_id)
            self._done(told if kept else "All findings are gone through.")
        else:
            self.go_to_id(finding_id)
            self._done()
            if screen.is_finished:
                self.action_show_summary()

    def renew_list(self) -> None:
        """There are other findings now: list those."""
        if self._list is not None:
            self._list.renew(self.review.collation)

    def _decide_in_list(self, name: str, finding: Finding | None) -> None:
        """Do a command of the list's for the finding under its cursor."""
        command, _, verdict = name.partition("-")
        if command == "verdict" and finding is not None:
            self._judge_in_list(finding, verdict)
        elif name == "note" and finding is not None:
            self.edit_note(finding, partial(self._noted_in_list, finding))
        elif name == "take-back":
            told, about = self.take_back()
            self._tell_list(about, self.review.problem, told, go=True)
        elif name == "save-again":
            pending = self._pending()
            problem, told = self.save_again()
            self._tell_list(pending, problem, told)

    def _judge_in_list(self, finding: Finding, verdict: str) -> None:
        screen = self._list
        assert screen is not None
        was_left = self.review.left(finding)
        problem = self.judge(finding, verdict)
        if problem is not None:
            screen.advance(finding, told=self._loud(problem), loud=True)
            return
        screen.advance(finding)
        rest, _ = self.review.next_left(self._desk().all_steps, (-1,))
        if was_left and rest is None and not any(map(self.review.left, screen.listed)):
            screen.is_finished = True
            screen.dismiss(finding.id)

    def _noted_in_list(self, finding: Finding, problem: Unsaved | None, told: str) -> None:
        self._tell_list([finding], problem, told)

    def _tell_list(self, about: list[Finding], problem: Unsaved | None, told: str, *, go: bool = False) -> None:
        if self._list is not None:
            said = told if problem is None else self._loud(problem)
            self._list.decided(about, said, loud=problem is not None, go=go)

    @property
    def going_through(self) -> str:
        """Which findings are gone through, in a word; nothing where it is all."""
        if self.review.of_disagreements:
            return "disagreements"
        return "filtered" if self._filter is not None else ""

    def go_through_all(self) -> bool:
        """Go through all findings again; whether it were some only."""
        if self._filter is None:
            return False
        self._go_through(None, None)
        return True

    def go_through_again(self) -> None:
        """There are other findings now: take those that the filter lets through, and keep those that there were."""
        if self._filter is not None:
            from reader.app.screens.filter import passing

            found = passing(self.review.collation, self._filter, self.review.decisions)
            self._go_through(self._filter, (self.review.chosen or frozenset()).union(f.id for f in found))

    def _go_through(self, chosen: Filter | None, ids: frozenset[str] | None) -> None:
        self._filter = chosen
        self.review.chosen = ids
        self._desk().choose(ids)
