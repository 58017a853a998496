"""Where the reader is and what lies on the desk: panes, place, current finding. No widget in here.

The screen calls a method for each command and then draws what has changed.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.app.panes import Panes, lay_out, slide_to
from reader.app.reading import Reading, unseen
from reader.app.rows import RowKind, Table, View
from reader.app.steps import Steps
from reader.app.window import Window, nearest
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.app.search import Match, Search
    from reader.findings.finding import Finding


class Desk(Window):
    """The state of the reading screen."""

    def __init__(self, reading: Reading, show: Callable[[str], str] = lambda text: text) -> None:
        """show: the article text as the terminal can show it, character for character."""
        super().__init__()
        self.reading = reading
        self.view = View()
        self.hidden: frozenset[str] = frozenset()
        self.zoomed: str | None = None
        self.focused = reading.base
        self.search: Search | None = None
        self.match: Match | None = None
        self.finding: Finding | None = None
        self.chosen: frozenset[str] | None = None  #: ids of the findings that are gone through; None: all
        self.untouched = False  #: nobody has done anything yet, and so no row is raised for its own sake
        self._first = 1
        self._show = show
        self._lay_out()

    # What follows from the state

    @property
    def order(self) -> tuple[str, ...]:
        """The versions that are not hidden, the base first."""
        every = self.reading.order
        return tuple(version for version in every if version not in self.hidden) if self.hidden else every

    @cached_property
    def _steps(self) -> dict[tuple[object, ...], Steps]:
        return {}

    @property
    def steps(self) -> Steps:
        """The findings that are shown, in the order in which one goes through them."""
        return self._make_steps(self.view.kinds, self.zoomed)

    @property
    def all_steps(self) -> Steps:
        """The findings of every kind, shown or not, in all versions that are not hidden."""
        return self._make_steps(frozenset(FindingKind), None)

    def _make_steps(self, kinds: frozenset[FindingKind], only: str | None) -> Steps:
        key = (kinds, self.order, only, self.chosen)
        if key not in self._steps:
            self._steps[key] = Steps(self.reading, self.order, kinds, only, self.chosen)
        return self._steps[key]

    @property
    def raised(self) -> frozenset[int]:
        """Numbers of the rows that are raised: the current one, and others that the current finding rests on."""
        if self.finding is None:
            return frozenset() if self.untouched else frozenset((self.cursor,))
        numbers = self.reading.numbers(self.finding) if self.finding.kind is FindingKind.CONTRADICTION else ()
        return frozenset((self.cursor, *(self.table.row_of[n] for n in numbers)))

    # Rearranging

    def resize(self, width: int, height: int) -> None:
        """The canvas has another size, in cells."""
        if (width, height) != (self.width, self.height):
            self.width, self.height = width, height
            self._lay_out()

    def replace_reading(self, reading: Reading) -> None:
        """The same cluster with a collation, or with another."""
        anchor = self.sentence
        seen = self.finding
        if self.focused == self.reading.base and self.reading.collation is None:
            self.focused = reading.base  # nobody has chosen the focus yet
        self.reading = reading
        self._steps.clear()
        self.hidden -= {reading.base}
        if self.search is not None:
            match = self.match
            self.find(self.search.query)
            self.match = match if self.search is not None and match in self.search.matches else None
        number = reading.index_of.get(anchor, 0) if anchor else 0
        self.view = self.view._replace(opened=frozenset())
        self._first = 1
        self._lay_out(number)
        self.focus(self.focused if self.focused in self.order else reading.base)
        again = next((f for f in reading.findings if seen is not None and f.id == seen.id), None)
        self.finding = self._finding_here()
        if again is not None and again in self.steps:
            self.finding = again

    def look(self, view: View) -> None:
        """Show something more or less."""
        self.view = view
        self._lay_out()
        if self.finding is None or self.finding.kind not in view.kinds:
            self.finding = self._finding_here()

    def choose(self, chosen: frozenset[str] | None) -> None:
        """Go through some findings only, or through all."""
        self.chosen = chosen
        if self.finding is None or self.finding not in self.steps:
            self.finding = self._finding_here()

    def open_fold(self) -> bool:
        """Unfold the current row; whether it was a folded one."""
        row = self.row
        if row.kind is RowKind.ELSEWHERE:
            told = self.table.told(self.cursor)
            if told is None:
                return False
            self.focus(told[1][0])
            return True
        folded = row.kind is RowKind.SHARED or (row.kind is RowKind.FURNITURE and not self.view.furniture)
        if folded:
            self.look(self.view._replace(opened=self.view.opened | set(range(row.first, row.end))))
        return folded

    def focus(self, version: str) -> None:
        """Focus a version that is not hidden; slide to it where it is not on screen."""
        self.focused = version
        if self.zoomed is not None and self.zoomed != version:
            self.zoomed = version
            self._lay_out()
        elif self.zoomed is None and version not in self.panes.versions:
            self._first = slide_to(self.panes, version)
            self._lay_out()

    def focus_next(self, forward: bool) -> bool:
        """Focus the pane to the right or to the left; whether there is one."""
        at = self.order.index(self.focused) + (1 if forward else -1)
        if 0 <= at < len(self.order):
            self.focus(self.order[at])
            return True
        return False

    def zoom(self, zoomed: bool) -> None:
        """Show the focused version alone, or all."""
        self.zoomed = self.focused if zoomed else None
        self._lay_out()
        if not zoomed and self.focused not in self.panes.versions:
            self.focus(self.focused)

    def hide(self) -> bool:
        """Hide the focused version; the base and the last one beside it stay. Whether it was hidden."""
        if self.focused == self.reading.base or len(self.order) <= 2:
            return False
        at = self.order.index(self.focused)
        self.hidden |= {self.focused}
        self.zoomed = None
        self.focused = self.order[min(at, len(self.order) - 1)]
        self._lay_out()
        self.focus(self.focused)
        self._forget()
        return True

    def bring_back(self) -> int:
        """Bring all hidden versions back; how many there were."""
        count = len(self.hidden)
        self.hidden = frozenset()
        self._lay_out()
        return count

    def _lay_out(self, number: int | None = None) -> None:
        """Make the table anew. number: the passage to stay at, else that of the current row."""
        table: Table | None = getattr(self, "table", None)
        at = 0
        beginning = table is None or (self.top == 0 and self.cursor == self._first_row(table))
        if table is not None:
            number = self._number(table) if number is None else number
            at = table.tops[self.cursor] - self.top
        apart = self.reading.collation.off_event if self.reading.collation else {}
        level = sum(version not in apart for version in self.order)  # beside the others, one set apart is all blanks
        size = max(1, self.width)
        self.panes: Panes = lay_out(self.order, size, first=self._first, zoomed=self.zoomed, most=level)
        self.table = Table(self.reading, self.panes, self.view, self._show, table.made if table is not None else None)
        if beginning or number is None:
            self.cursor, self.top = self._first_row(self.table), 0
            return
        self.cursor = self._nearest(self.table.row_of[number])
        # Where it was, but with as much of it on screen as there is room for.
        spare = self.height - self.table.heights[self.cursor]
        at = min(max(at, min(spare, 0)), max(spare, 0))
        self.top = max(0, min(self.table.tops[self.cursor] - at, self.last_top))

    def _number(self, table: Table) -> int:
        """The passage that stands for the current row: the current finding's, else the row's first."""
        row = table.rows[self.cursor]
        if self.finding is not None:
            found = [n for n in self.reading.numbers(self.finding) if row.first <= n < row.end]
            if found:
                return found[0]
        return row.first

    @property
    def sentence(self) -> str | None:
        """A sentence of the current row, of the focused version or of any."""
        row = self.row
        for n in range(row.first, row.end):
            sentences = self.reading.passages[n].sentences
            for version in (self.focused, *self.panes.versions, *sentences):
                if version in sentences:
                    return sentences[version][0]
        return None

    # Findings and matches

    def step(self, forward: bool, kind: FindingKind | None = None) -> bool:
        """Go to the next or previous finding, of one kind or of any that is shown; whether there is one."""
        here = self.steps.key(self.finding, self.row.first)
        wanted = self.steps if kind is None else self._make_steps(self.view.kinds & {kind}, self.zoomed)
        found = wanted.after(here, forward)
        if found is not None:
            self.go_to(found.finding)
        return found is not None

    def go_to(self, finding: Finding) -> None:
        """Make a finding the current one and bring its row and the versions it speaks of on screen."""
        if finding.kind not in self.view.kinds:
            self.look(self.view._replace(kinds=self.view.kinds | {finding.kind}))
        self.finding = finding
        self.show_sides()
        numbers = self.reading.numbers(finding)
        if numbers:
            number = self._seen_at(finding, numbers[0])
            self._show_passage(number)
            self._show_too({self.table.row_of[n] for n in numbers if n != number})
            self._show_words(number, [side.evidence for side in finding.sides])
        self.finding = finding

    def _seen_at(self, finding: Finding, own: int) -> int:
        """The number of the passage to go to: a finding's own, where all sides that are in a pane have words in it.

        Else of those that have words of one side, that which lies nearest to those of the others.
        """
        index_of, row_of, tops = self.reading.index_of, self.table.row_of, self.table.tops
        told = [[e.sentence for e in side.evidence if e.version in self.panes.versions] for side in finding.sides]
        found = [numbers for side in told if (numbers := [index_of[one] for one in side if one in index_of])]
        if not found or all(any(row_of[n] == row_of[own] for n in numbers) for numbers in found):
            return own
        first, _ = nearest([sorted(tops[row_of[n]] for n in numbers) for numbers in found])
        return next(n for numbers in found for n in numbers if tops[row_of[n]] == first)

    def show_sides(self) -> None:
        """Slide to a version that the current finding speaks of, where it can't be seen as it is."""
        if self.finding is not None:
            for version in unseen(self.finding, self.panes.versions, zoomed=self.zoomed is not None):
                if version in self.order:
                    self._slide(version)
                    break

    def go_to_passage(self, number: int) -> None:
        """Make the row of a passage the current one and bring it on screen."""
        self._show_passage(number)

    def go_to_match(self, forward: bool) -> bool:
        """Go to the next or previous match of the search; past the last one comes the first. Whether there is one."""
        if self.search is None or not self.search.matches:
            return False
        index_of = self.reading.index_of
        match = self.match = self.search.after(self.match, forward, lambda m: index_of[m.sentence] >= self.row.first)
        number = index_of[match.sentence]
        if match.version in self.hidden:
            self.hidden -= {match.version}
            self._lay_out()
        self.focus(match.version)
        if self.table.rows[self.table.row_of[number]].kind in (RowKind.SHARED, RowKind.FURNITURE) or (
            match.version in self.reading.furniture[number]
        ):
            self.look(self.view._replace(opened=self.view.opened | {number}))
        self._show_passage(number)
        self._show_words(number, [[match]])
        return True

    def find(self, query: str) -> int:
        """Search in all versions; how many matches there are."""
        from reader.app.search import search

        versions = (*self.order, *(v for v in self.reading.order if v in self.hidden))
        self.search = search(self.reading, query, versions) if query.strip() else None
        self.match = None
        return len(self.search.matches) if self.search else 0

    def _slide(self, version: str) -> None:
        focused = self.focused
        self.focus(version)
        if self.zoomed is None and focused in self.panes.versions:
            self.focused = focused

    def _set_cursor(self, row: int) -> None:
        if row != self.cursor:
            self.cursor = row
            self.finding = self._finding_here()

    def _finding_here(self) -> Finding | None:
        row = self.row
        return self.steps.first_in(row.first, row.end)

    def _forget(self) -> None:
        """Let go of a finding that is not shown any more."""
        if self.finding is not None and self.finding not in self.steps:
            self.finding = self._finding_here()
