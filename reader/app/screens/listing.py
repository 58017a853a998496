"""The list of findings over the reading screen, and going through some of them only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.screens.room import Room

if TYPE_CHECKING:
    from reader.app.screens.filter import Filter
    from reader.app.screens.findings_list import FindingsList


class ListingRoom(Room):
    """Opens the list, and keeps the filter whose findings the reader goes through."""

    _filter: Filter | None = None

    def action_list_findings(self) -> None:
        """List the findings; the chosen one becomes the current one."""
        from reader.app.screens.findings_list import FindingsList

        desk = self._desk()
        if self.review.look_at_others():
            self.work.collate(self.review.remake())
        current = desk.finding.id if desk.finding else None
        screen = FindingsList(
            self.review.collation, current, self.signs, decisions=self.review.decisions, chosen=self._filter
        )
        self.app.push_screen(screen, partial(self._listed, screen))

    def _listed(self, screen: FindingsList, finding_id: str | None) -> None:
        from reader.app.screens.filter import Filter

        if screen.kept is not None:
            kept = None if screen.kept == Filter() else screen.kept
            self._go_through(kept, frozenset(finding.id for finding in screen.listed) if kept else None)
            count = len(screen.listed)
            told = f"Only {count} of {len(self.review.collation.findings)} findings are gone through; esc: all of them."
            self.go_to_id(finding_id)
            self._done(told if kept else "All findings are gone through.")
        elif self.go_to_id(finding_id):
            self._done()

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
