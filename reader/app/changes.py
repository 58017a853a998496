"""From what the terminal shows to what it should show, in few bytes.

Where lines have moved up or down, the terminal moves them itself: a scroll region (DECSTBM) and line feeds or reverse
line feeds in it, which every terminal since the VT100 knows. What differs then is written cell by cell.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.app.pen import DEFAULT, Pen, on_blanks
from reader.app.picture import Row, empty
from reader.app.writer import Writer
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.app.writer import Skills

#: Fewer lines than that are written again rather than moved.
FEW = 3
#: One of so many cells is looked at to see whether moving lines is worth it.
SOME = 3


class Scroll(NamedTuple):
    """Lines that move: in the region from the line ``top`` to before ``end``, up by so many; down where negative."""

    top: int
    end: int
    by: int

    def of(self, rows: Sequence[Row], columns: int) -> list[Row]:
        """The rows after it."""
        region = list(rows[self.top : self.end])
        new = [empty(columns)] * min(abs(self.by), len(region))
        moved = [*region[self.by :], *new] if self.by > 0 else [*new, *region[: self.by]]
        return [*rows[: self.top], *moved, *rows[self.end :]]


def changes(
    before: Sequence[Row], after: Sequence[Row], at: tuple[int, int] | None, cursor: tuple[int, int], skills: Skills
) -> str:
    """What to send. Nothing where nothing differs.

    before, after: the rows of a screen. at: where the cursor is, None where that isn't known; cursor: where it should
    be, column and line. The terminal has its default colours before and after, and wraps no line.
    """
    if at == cursor and all(old is new for old, new in zip(before, after, strict=True)):
        return ""
    columns = len(after[0].cells) if after else 0
    writer = Writer(at, columns, skills)
    if all(row.cells.count(None) == columns for row in before):
        before = writer.clear(_ground(after), len(after))
    elif skills.scrolls:
        scroll = find_scroll(before, after)
        if scroll is not None:
            before = scroll.of(before, columns)
            writer.scroll(*scroll)
    lines = [
        _Line(y, old, new, differing)
        for y, (old, new) in enumerate(zip(before, after, strict=True))
        if old is not new and (differing := _differing(old, new))
    ]
    if len(lines) > FEW:
        writer.upright(_upright(lines, columns))
    for line in lines:
        writer.line(*line)
    writer.finish(*cursor)
    return "".join(writer.out)


class _Line(NamedTuple):
    """A line of which some cells differ."""

    y: int
    old: Row
    new: Row
    differing: list[int]  #: columns


def _ground(rows: Sequence[Row]) -> Pen:
    """The pen of the most blanks."""
    pens = Counter(pen for row in rows for cell, pen in zip(row.cells, row.pens, strict=True) if cell == " ")
    return on_blanks(pens.most_common(1)[0][0]) if pens else DEFAULT


def _upright(lines: Sequence[_Line], columns: int) -> list[tuple[Pen, int, int, str]]:
    """Single cells that stand under each other and look the same, as between panes: pen, column, line, character.

    They are taken out of the lines. One after the other, downwards, they need neither colours nor far moves.
    """
    found: dict[tuple[int, Pen], list[_Line]] = {}
    for line in lines:
        cells, pens = line.new.cells, line.new.pens
        if line.old.odd or line.new.odd:
            continue
        for x in line.differing:
            pen = pens[x]
            if cells[x] == " " or (x and pens[x - 1] is pen) or (x + 1 < columns and pens[x + 1] is pen):
                continue
            found.setdefault((x, pen), []).append(line)
    cells_found: list[tuple[Pen, int, int, str]] = []
    for (x, pen), here in found.items():
        if len(here) > FEW:
            for line in here:
                line.differing.remove(x)
                cells_found.append((pen, x, line.y, line.new.cells[x] or ""))
    return sorted(cells_found, key=lambda cell: (cell[0].color, cell[0].background, cell[1], cell[2]))


# Moving


def find_scroll(before: Sequence[Row], after: Sequence[Row]) -> Scroll | None:
    """Which lines have moved, where moving them saves most of the writing; None where it saves little."""
    if sum(old is not new and old.cells != new.cells for old, new in zip(before, after, strict=True)) < 2 * FEW:
        return None
    olds, news = [row.key for row in before], [row.key for row in after]
    places = {key: y for y, key in enumerate(olds)}
    often = Counter(olds) + Counter(news)
    votes = Counter(
        places[key] - y for y, key in enumerate(news) if key in places and often[key] == 2 and places[key] != y
    )
    if not votes:
        return None
    by, count = votes.most_common(1)[0]
    if count < FEW:
        return None
    same = [y for y in range(len(news)) if 0 <= y + by < len(olds) and olds[y + by] == news[y]]
    top, last = _longest(same, votes=[y for y in same if often[news[y]] == 2])
    scroll = Scroll(min(top, top + by), max(last, last + by) + 1, by)
    moved = scroll.of(before, len(after[0].cells))
    rows = range(scroll.top, scroll.end)
    written = sum(_unlike(before[y], after[y]) for y in rows)
    rest = sum(_unlike(moved[y], after[y]) for y in rows)
    return scroll if rest + 30 < written else None


def _longest(same: Sequence[int], votes: Sequence[int]) -> tuple[int, int]:
    """From the first line that is known again to the last, and on over those beside them that look the same."""
    top, last = votes[0], votes[-1]
    known = set(same)
    while top - 1 in known:
        top -= 1
    while last + 1 in known:
        last += 1
    return top, last


def _unlike(old: Row, new: Row) -> int:
    """About how many cells differ: of some of them."""
    if old is new or (old.cells == new.cells and old.pens == new.pens):
        return 0
    some = slice(None, None, SOME)
    pairs = zip(old.cells[some], new.cells[some], old.pens[some], new.pens[some], strict=True)
    return SOME * sum([a != b or p is not q for a, b, p, q in pairs])


def _differing(old: Row, new: Row) -> list[int]:
    """The columns of the cells that have to be written. What nobody knows what it should be needn't."""
    if old.cells == new.cells and old.pens == new.pens:
        return []
    now, pens, pens_now = new.cells, old.pens, new.pens
    found = [
        x
        for x, (a, b, p, q) in enumerate(zip(old.cells, now, pens, pens_now, strict=True))
        if a != b or (p is not q and p != q)
    ]
    blanks = (x for x in found if now[x] == " " == old.cells[x])
    same_blanks = {x for x in blanks if on_blanks(pens[x]) == on_blanks(pens_now[x])}
    if same_blanks or None in now:
        found = [x for x in found if now[x] is not None and x not in same_blanks]
    return found
