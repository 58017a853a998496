"""What is sent to a terminal: text, and as few bytes as there can be to get from one place and one pen to the next.

Nobody knows how wide a terminal draws certain characters. After them the cursor is put to where it should be, and so a
line stays level from there on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.pen import DEFAULT, Pen, change, on_blanks
from reader.app.picture import Row, sure
from reader.frozen import NamedTuple
from reader.prose.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    #: From which cell to which, and what with.
    _Piece = tuple[int, int, Pen]

#: So many cells that are right already are written again rather than skipped; skipping takes four bytes.
GAP = 4
#: So many blanks take fewer bytes to erase than to write.
MANY = 10
#: So many pieces a pen, and it is tried whether a line is shorter pen by pen.
OFTEN = 2
_BLANKS = regex(" {5,}")


class Skills(NamedTuple):
    """What a terminal can do beside the least: see ``reader.app.thrift.skills``."""

    scrolls: bool = False  #: lines inside a region
    erases: bool = False  #: so many characters
    colours_erased: bool = False  #: what is erased gets the background of the moment, not the default one
    modes: bool = True  #: another screen, a mouse, questions, keys told in full: what came after the VT220
    lacks: frozenset[str] = frozenset()  #: SGR codes of attributes that it doesn't have, or shows as something else


class Writer:
    """What is sent, and the cursor and the pen that the terminal has after it."""

    def __init__(self, at: tuple[int, int] | None, columns: int, skills: Skills) -> None:
        self.out: list[str] = []
        self.columns = columns
        self._x, self._y = at or (-1, -1)  # -1: not known
        self._pen = DEFAULT
        self._skills = skills

    def scroll(self, top: int, end: int, by: int) -> None:
        """Move the lines from ``top`` to before ``end`` up by so many, down where negative.

        New ones come in the default colours, whether the terminal colours what it erases or not.
        """
        self.out.append(f"\x1b[{top + 1};{end}r")
        self._x = self._y = -1
        if by > 0:
            self._go(0, end - 1)
            self.out.append("\n" * by)
        else:
            self._go(0, top)
            self.out.append("\x1bM" * -by)
        self.out.append("\x1b[r")
        self._x = self._y = -1

    def clear(self, pen: Pen, lines: int) -> list[Row]:
        """Clear the whole screen, in the colour of its ground where the terminal can; the rows that it has then."""
        pen = pen if self._can_clear(pen) else DEFAULT
        self._take(pen)
        self.out.append("\x1b[2J")
        return [Row([" "] * self.columns, [pen] * self.columns)] * lines

    def upright(self, cells: Sequence[tuple[Pen, int, int, str]]) -> None:
        """Write single cells."""
        for pen, x, y, cell in cells:
            self._go(x, y)
            self._take(pen)
            self.out.append(cell)
            self._x += 1

    def line(self, y: int, old: Row, new: Row, differing: Sequence[int]) -> None:
        """Write the cells of a line that differ. differing: their columns."""
        if not differing:
            return
        if old.odd or new.odd:
            # Nobody knows where the terminal has drawn what follows: all of it is written again.
            self._odd(y, _first_doubtful(old, new, differing[0]), new)
            return
        pieces = [piece for start, end in _spans(differing, new) for piece in _pieces(start, end, new)]
        pens = {pen: n for n, (_, _, pen) in reversed(list(enumerate(pieces)))}
        if len(pieces) < OFTEN * len(pens):
            self._draw(y, pieces, new)
            return
        # Pens that come again and again: from left to right with each, or all that one writes before the next.
        before = self._x, self._y, self._pen, self.out
        found = []
        for order in (pieces, sorted(pieces, key=lambda piece: pens[piece[2]])):
            self._x, self._y, self._pen, self.out = (*before[:3], [])
            self._draw(y, order, new)
            found.append((len("".join(self.out)), self._x, self._y, self._pen, self.out))
        _, self._x, self._y, self._pen, out = min(found, key=lambda one: one[0])
        self.out = [*before[3], *out]

    def _can_clear(self, pen: Pen) -> bool:
        return not pen.marks_blanks and (self._skills.colours_erased or not pen.background)

    def _odd(self, y: int, start: int, row: Row) -> None:
        """Write a line from a column on, putting the cursor right after whatever may have another width."""
        cells = row.cells
        x, _ = _whole(start, start, row)
        while x < self.columns:
            what, end = _certainty(cells[x]), x + 1
            while end < self.columns and (cells[end] == "" or _certainty(cells[end]) is what):
                end += 1
            if what is False:
                self._go(x, y)
                self._take(on_blanks(row.pens[x]))
                self.out.append(" " * (end - x))  # should it be drawn narrower
                self._x = -1
            if what is not None:
                self._write(y, x, end, row)
            if what is False:
                self._x = -1
            x = end

    def _write(self, y: int, start: int, end: int, row: Row) -> None:
        """Write some cells of a line."""
        self._draw(y, _pieces(start, end, row), row)

    def _draw(self, y: int, pieces: Iterable[_Piece], row: Row) -> None:
        for start, end, pen in pieces:
            self._piece(y, start, end, row, pen)

    def _piece(self, y: int, start: int, end: int, row: Row, pen: Pen) -> None:
        """Write cells of one pen. Many blanks are erased rather than written."""
        x = start
        if self._can_clear(pen):
            by_cell = "".join([cell[0] if cell else "x" for cell in row.cells[start:end]])
            for run in _BLANKS.finditer(by_cell):
                first, last = start + run.start(), start + run.end()
                if last == self.columns or (self._skills.erases and last - first >= MANY):
                    self._text(y, x, first, row, pen)
                    self._go(first, y)
                    self._take_for_blanks(pen)
                    self.out.append("\x1b[K" if last == self.columns else f"\x1b[{last - first}X")
                    x = last
        self._text(y, x, end, row, pen)

    def _text(self, y: int, start: int, end: int, row: Row, pen: Pen) -> None:
        if start == end:
            return
        text = "".join([cell or "" for cell in row.cells[start:end]])
        self._go(start, y)
        if pen.marks_blanks or text.strip(" "):
            self._take(pen)
        else:
            self._take_for_blanks(pen)
        self.out.append(text)
        self._x = end

    def _take_for_blanks(self, pen: Pen) -> None:
        """Blanks show no colour, so that it needn't change."""
        self._take(on_blanks(pen) if self._pen.marks_blanks else self._pen._replace(background=pen.background))

    def _take(self, pen: Pen) -> None:
        self.out.append(change(self._pen, pen))
        self._pen = pen

    def _go(self, x: int, y: int) -> None:
        """Move the cursor, the shortest way."""
        if (x, y) == (self._x, self._y):
            return
        right, down = x - self._x, y - self._y
        if self._x >= self.columns:  # terminals differ in where it is now; but downwards it stays in the last column
            right = 0 if x == self.columns - 1 and down else self.columns
        known = self._x >= 0
        if known and not down and 0 < right < self.columns:
            self.out.append("\x1b[C" if right == 1 else f"\x1b[{right}C")
        elif known and not down and 0 < -right < 4:
            self.out.append(f"\x1b[{-right}D")
        elif not down and self._y >= 0 and x < 100:
            self.out.append(f"\r\x1b[{x}C" if x > 1 else "\r\x1b[C" if x else "\r")
        elif known and down > 0 and -3 < right <= 0:
            self.out.append(("\x1bD" if down == 1 else f"\x1b[{down}B") + "\b" * -right)
        elif self._y >= 0 and down == 1 and not x:
            self.out.append("\r\n")
        elif not x:
            self.out.append(f"\x1b[{y + 1}H" if y else "\x1b[H")
        else:
            self.out.append(f"\x1b[{y + 1};{x + 1}H")
        self._x, self._y = x, y

    def finish(self, x: int, y: int) -> None:
        """Leave the terminal as it was."""
        self._take(DEFAULT)
        self._go(x, y)


def _certainty(cell: str | None) -> bool | None:
    """Whether every terminal draws a cell alike; None where nobody knows what should be in it."""
    return None if cell is None else sure(cell)


def _first_doubtful(old: Row, new: Row, start: int) -> int:
    """The first column from which on a terminal may have drawn something elsewhere, if before ``start``."""
    for x in range(start):
        if _certainty(old.cells[x]) is False or _certainty(new.cells[x]) is False:
            return x
    return start


def _spans(differing: Sequence[int], row: Row) -> Iterator[tuple[int, int]]:
    """From where to where to write: over cells that are right already where skipping them takes more bytes."""
    start = end = differing[0]
    for x in differing:
        if x > end and not (x - end <= GAP and None not in row.cells[end:x] and len({*row.pens[end - 1 : x + 1]}) == 1):
            yield _whole(start, end, row)
            start = x
        end = x + 1
    yield _whole(start, end, row)


def _pieces(start: int, end: int, row: Row) -> Iterator[_Piece]:
    """Some cells of a line, cut where the pen has to change: for blanks it needn't where the ground is the same."""
    cells, pens = row.cells, row.pens
    at = start
    while at < end:
        pen, stop = pens[at], at + 1
        while stop < end and (pens[stop] is pen or (cells[stop] == " " and _same_ground(pen, pens[stop]))):
            stop += 1
        yield at, stop, pen
        at = stop


def _same_ground(pen: Pen, other: Pen) -> bool:
    """Whether blanks look the same with two pens."""
    return pen.background == other.background and not (pen.marks_blanks or other.marks_blanks)


def _whole(start: int, end: int, row: Row) -> tuple[int, int]:
    """The same with both halves of wide characters."""
    while start and row.cells[start] == "":
        start -= 1
    while end < len(row.cells) and row.cells[end] == "":
        end += 1
    return start, end
