"""What the reading screen shows: which versions, which of them first, which findings, what is folded."""

from __future__ import annotations

from reader.app.rows import RowKind
from reader.app.screens.room import Room
from reader.findings.kinds import FindingKind


class ShowingRoom(Room):
    """Shows more or less."""

    _wanted_base: str | None = None  #: the base that a comparison is being made with

    def _toggle_kind(self, kind: FindingKind, name: str) -> None:
        desk = self._desk()
        desk.look(desk.view._replace(kinds=desk.view.kinds ^ {kind}))
        self._done(f"{name} are {'shown' if kind in desk.view.kinds else 'hidden'}.")

    def action_toggle_additions(self) -> None:
        """Show or hide additions."""
        self._toggle_kind(FindingKind.ADDITION, "Additions")

    def action_toggle_omissions(self) -> None:
        """Show or hide omissions."""
        self._toggle_kind(FindingKind.OMISSION, "Omissions")

    def action_toggle_contradictions(self) -> None:
        """Show or hide contradictions."""
        self._toggle_kind(FindingKind.CONTRADICTION, "Contradictions")

    def action_pane_right(self) -> None:
        """Focus the pane to the right."""
        self._desk().focus_next(True)
        self._done()

    def action_pane_left(self) -> None:
        """Focus the pane to the left."""
        self._desk().focus_next(False)
        self._done()

    def _version(self, number: int) -> None:
        desk = self._desk()
        if number <= len(desk.order):
            desk.focus(desk.order[number - 1])
            self._done()
        else:
            self._done(f"There are {len(desk.order)} versions.")

    def action_make_base(self) -> None:
        """Compare with the focused version."""
        desk = self._desk()
        collation, base = desk.reading.collation, desk.focused
        outlet = desk.reading.cluster.version(base).outlet
        revisions = collation is not None and collation.history is not None
        if collation is None or base in (desk.reading.base, self._wanted_base):
            self._done(f"{outlet} is the first." if revisions else f"{outlet} is the base.")
            return
        self._wanted_base = base
        self.work.collate(self.review.remake(base))
        first = f"{outlet} is the first now; each revision is still compared with the one before it."
        self._done(first if revisions else f"{outlet} is the base now.")

    def action_zoom(self) -> None:
        """Show the focused version alone, or all."""
        desk = self._desk()
        desk.zoom(desk.zoomed is None)
        self._done()

    def action_hide(self) -> None:
        """Hide the focused version."""
        desk = self._desk()
        outlet = desk.reading.cluster.version(desk.focused).outlet
        hidden = desk.hide()
        self._done(
            f"{outlet} is hidden; {self._faces('bring-back')} brings it back."
            if hidden
            else "The base and one other version stay; focus another one to hide it."
        )

    def action_bring_back(self) -> None:
        """Bring all hidden versions back."""
        count = self._desk().bring_back()
        self._done(f"{count} brought back." if count else "No version is hidden.")

    def action_fold_shared(self) -> None:
        """Fold what all versions report, or show it."""
        desk = self._desk()
        desk.look(desk.view._replace(fold_shared=not desk.view.fold_shared, opened=frozenset()))
        count = sum(row.end - row.first for row in desk.table.rows if row.kind is RowKind.SHARED)
        what = "1 passage" if count == 1 else f"{count or 'no'} passages"
        self._done(
            f"Folded: {what} that all versions report without a contradiction." if desk.view.fold_shared else None
        )

    def action_show_furniture(self) -> None:
        """Show furniture, or fold it."""
        desk = self._desk()
        desk.look(desk.view._replace(furniture=not desk.view.furniture, opened=frozenset()))
        self._done(f"Furniture is {'shown' if desk.view.furniture else 'folded'}.")

    def action_mark_reworded(self) -> None:
        """Mark the words that differ from the base, or don't."""
        desk = self._desk()
        desk.look(desk.view._replace(reworded=not desk.view.reworded))
        self._done(f"Reworded words are {'marked' if desk.view.reworded else 'not marked'}.")


def _version_action(number: int) -> object:
    def action(self: ShowingRoom) -> None:
        self._version(number)

    action.__doc__ = f"Focus version {number}."
    return action


for _number in range(1, 10):
    setattr(ShowingRoom, f"action_version_{_number}", _version_action(_number))
