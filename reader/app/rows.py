"""The rows of the screen: which passages stand in them, and how high they are. Pure."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum, auto
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.app.cells import Cell, CellMaker, Form, Sign
from reader.app.heights import Heights
from reader.app.wrap import height, wrap
from reader.findings.kinds import FindingKind
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.align.wording import Wording
    from reader.app.cells import Cells
    from reader.app.panes import Panes
    from reader.app.reading import Reading
    from reader.app.search import Match
    from reader.findings.finding import Evidence, Finding


class View(NamedTuple):
    """What the reader has chosen to see."""

    furniture: bool = False  #: shown rather than folded
    fold_shared: bool = False
    reworded: bool = True  #: words that differ from the base are marked
    kinds: frozenset[FindingKind] = frozenset(FindingKind)  #: findings that are shown
    opened: frozenset[int] = frozenset()  #: passages that are never folded, by number


class RowKind(Enum):
    """What a row stands for."""

    PASSAGE = auto()
    FURNITURE = auto()  #: furniture, folded, with the metadata beside it
    SHARED = auto()  #: passages that all versions report, folded
    ELSEWHERE = auto()  #: passages of which no pane on screen has anything


class Row(NamedTuple):
    """One or more neighbouring passages that stand level in all panes."""

    kind: RowKind
    first: int  #: number of its first passage
    end: int  #: number of the passage after its last


class Table:
    """All rows for one set of panes and one view, with their heights. Cells are made when they are asked for."""

    def __init__(
        self,
        reading: Reading,
        panes: Panes,
        view: View,
        show: Callable[[str], str] = lambda text: text,
        made: Cells | None = None,
    ) -> None:
        """show: the article text as the terminal can show it, character for character.

        made: the cells of an earlier table; they are used where it was of the same reading and view.
        """
        self.reading = reading
        self.panes = panes
        self.view = view
        self._show = show
        self._maker = CellMaker(reading, panes, view, show, made)
        self.rows: tuple[Row, ...] = tuple(self._make_rows())

    @property
    def made(self) -> Cells:
        """The cells that a table of other panes can use."""
        return self._maker.made

    # Where things are

    @cached_property
    def row_of(self) -> Sequence[int]:
        """Number of a passage -> number of its row."""
        found: list[int] = []
        for n, row in enumerate(self.rows):
            found += [n] * (row.end - row.first)
        return found

    @cached_property
    def heights(self) -> Sequence[int]:
        """Lines of each row, with the blank line under it; 0 for a row that has nothing to say."""
        heights = Heights(self.reading, self.panes, self.view, self._show, self.made.heights)
        folds = frozenset() if self.view.furniture else self.reading.quiet
        return [
            heights.passage(row.first)
            if row.kind is RowKind.PASSAGE and row.end - row.first == 1 and row.first not in folds
            else self._height(n)
            for n, row in enumerate(self.rows)
        ]

    @cached_property
    def tops(self) -> Sequence[int]:
        """The line at which each row begins, and after the last the number of all lines."""
        return [0, *accumulate(self.heights)]

    def _height(self, n: int) -> int:
        row = self.rows[n]
        if row.kind is RowKind.ELSEWHERE:
            return 2 if self._told_elsewhere(row.first, row.end) else 0
        if row.kind is RowKind.SHARED:
            return 2
        if self.panes.stacked:
            return len(self.stack(n)) + 1
        return max(self.cell_height(self._maker.unsigned(self.rows[n], version)) for version in self.panes.versions) + 1

    def line_of(self, n: int, words: Evidence | Match) -> int | None:
        """The line of a row in which some words begin; None where they are not in it, or not on screen."""
        if words.version not in self.panes.versions:
            return None
        cell = self._maker.unsigned(self.rows[n], words.version)
        place = cell.place(words.sentence, words.start, words.end)
        if place is None:
            return None
        starts = [start for start, _ in wrap(cell.text, self.panes.text_width)]
        above = 0
        if self.panes.stacked:  # the name stands over each
            above = next(k for k, (version, _) in enumerate(self.stack(n)) if version == words.version) + 1
        return above + max(0, bisect_right(starts, place[0]) - 1)

    def cell_height(self, cell: Cell) -> int:
        """Lines of a cell."""
        if cell.form is not Form.TEXT:
            return 1
        return height(cell.text, self.panes.text_width) + bool(cell.note) + bool(cell.blocks)

    def stack(self, n: int) -> list[tuple[str, Cell]]:
        """In one column, line by line: the version whose cell has that line, and the cell; a head line has no text."""
        found: list[tuple[str, Cell]] = []
        passages = range(self.rows[n].first, self.rows[n].end)
        told = {version for k in passages for version in self.reading.passages[k].sentences}
        for version in self.panes.versions:
            if version in told:
                cell = self._maker.unsigned(self.rows[n], version)
                found.extend([(version, cell)] * (self.cell_height(cell) + 1))
        left_out = FindingKind.OMISSION in self.view.kinds and any(
            version in self.panes.versions and version not in told
            for k in passages
            for version in self.reading.leaves_out.get(k, ())
        )
        if left_out:
            found.append(("", Cell(Form.MISSING, sign=Sign.OMISSION)))
        return found

    # What the rows are

    def _passages_on_screen(self) -> list[int]:
        """The passages of which a pane has something."""
        told_in = self.reading.told_in
        return sorted(set().union(*(told_in.get(version, ()) for version in self.panes.versions)))

    def _make_rows(self) -> list[Row]:
        found: list[Row] = []
        joins: str | None = None  # what the last row is, where the next passage may join it
        end = 0  # the passage after it
        quiet = self.reading.quiet
        folds = self.view.fold_shared
        for n in self._passages_on_screen():
            kind, joining = self._kind(n) if folds or n in quiet else (RowKind.PASSAGE, None)
            joined = joining is not None and joining == joins and (n == end or not self._told_elsewhere(end, n))
            if joined:
                last = found[-1]
                found[-1] = Row(RowKind.FURNITURE if last.kind is RowKind.FURNITURE else kind, last.first, n + 1)
            else:
                if n > end:
                    found.append(Row(RowKind.ELSEWHERE, end, n))
                found.append(Row(kind, n, n + 1))
            joins, end = joining, n + 1
        if end < len(self.reading.passages):
            found.append(Row(RowKind.ELSEWHERE, end, len(self.reading.passages)))
        return found

    def _told_elsewhere(self, first: int, end: int) -> int:
        """How many of the passages, of which no pane has anything, tell something."""
        return self.reading.telling(self.panes.order).count(first, end)

    def _kind(self, n: int) -> tuple[RowKind, str | None]:
        """What the row of a passage is, and with which neighbours it can be one row."""
        reading, view = self.reading, self.view
        here = [v for v in self.panes.versions if v in reading.passages[n].sentences]
        if n in view.opened:
            return RowKind.PASSAGE, None
        if not view.furniture and reading.furniture[n].issuperset(here):
            return RowKind.FURNITURE, "around the article" if reading.collation is not None else "furniture"
        if reading.collation is not None and reading.metadata[n].issuperset(here):
            return RowKind.PASSAGE, "around the article"
        if view.fold_shared and reading.shared[n] and not self._contradicted(n):
            return RowKind.SHARED, "shared"
        return RowKind.PASSAGE, None

    def _contradicted(self, n: int) -> bool:
        if FindingKind.CONTRADICTION not in self.view.kinds:
            return False
        return n in self.reading.contradicted

    def told(self, n: int) -> tuple[int, tuple[str, ...]] | None:
        """Of a row of which no pane has anything: how many passages that tell something, and which versions do."""
        row, telling = self.rows[n], self.reading.telling(self.panes.order)
        count = telling.count(row.first, row.end)
        return (count, telling.versions(row.first, row.end)) if count else None

    # What the panes show

    def cell(self, n: int, version: str) -> Cell:
        """What the pane of a version shows in row ``n``."""
        return self._maker.cell(self.rows[n], version)

    def concerned(self, n: int, version: str) -> list[Finding]:
        """The findings that the sign of a cell stands for."""
        return self._maker.concerned(self.rows[n], version)

    def contradictions(self, cell: Cell) -> list[Finding]:
        """The contradictions that rest on words of a cell, as far as they are shown."""
        return self._maker.contradictions(cell)

    def wording(self, row: Row, version: str) -> Wording | None:
        """Which words differ from the version that one is compared with; None where there is nothing to compare."""
        return self._maker.wording(row, version)
