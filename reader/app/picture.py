"""What is to be seen on the terminal, cell by cell, read from the frames that Textual sends.

A frame moves the cursor, sets colours and writes text; it may be the whole screen or some of its lines. Drawn into a
picture, it can be compared with what the terminal shows already.

How wide terminals draw a character is certain for most letters and signs, and doubtful for the rest: emoji of several
parts, combining marks, scripts that are shaped. What is doubtful is known cell by cell too, with the width that Textual
laid it out for.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from reader.app.direction import kept_in_place, turns
from reader.app.pen import DEFAULT, Pen, apply, on_blanks, without
from reader.frozen import NamedTuple
from reader.prose.regex import regex

#: Characters that every terminal draws one cell wide, each by itself.
_ONE = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0587"
    "\u05d0-\u05ea\u0621-\u064a\u0671-\u06d3\u10a0-\u10ff\u1e00-\u1ffe\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u214f\u2190-\u2199\u2200-\u22ff\u2400-\u2426\u2500-\u25fc\u270e\u2713\u2717\ufffd"
)
#: Those that every terminal draws two cells wide.
_TWO = "\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_EVEN = regex(f"[{_ONE}]*")
_SURE = regex(f"[{_ONE}{_TWO}]?")  # a millisecond to compile, and most first screens have none to ask about
#: The parts of a frame: colours and attributes, where the cursor goes, the next line, text.
_TOKEN = regex("\x1b\\[([\\d;]*)m|\x1b\\[(\\d*;?\\d*)H|(\r?\n)|([^\x00-\x1f\x7f-\x9f]+)")


#: Code points of a cell that are sent; the most that an emoji of several people has is half of that.
LONGEST = 24


class Row:
    """A line of the screen. A cell is a character with what is drawn over it; the right half of a wide one is ""."""

    __slots__ = ("_key", "cells", "odd", "pens", "turns")

    def __init__(self, cells: list[str | None], pens: list[Pen], odd: bool = False, turns: bool = False) -> None:
        """cells: None where nothing is known. odd: whether a cell may hold something of doubtful width.

        turns: whether a cell may hold right-to-left text.
        """
        self.cells = cells
        self.pens = pens
        self.odd = odd
        self.turns = turns
        self._key: str | None = None

    @property
    def key(self) -> str:
        """By what a line is known again: the left half, for the map at the right doesn't move with the text."""
        if self._key is None:
            half = self.cells[: len(self.cells) // 2]
            self._key = "" if None in half else "".join(map(str, half))
        return self._key

    def copy(self) -> Row:
        """A row that can be drawn into, while this one stays."""
        return Row(self.cells.copy(), self.pens.copy(), self.odd, self.turns)


def unknown(columns: int) -> Row:
    """A row of which nothing is known."""
    return Row([None] * columns, [DEFAULT] * columns)


def empty(columns: int) -> Row:
    """A row of nothing but blanks."""
    return Row([" "] * columns, [DEFAULT] * columns)


@lru_cache(maxsize=4096)
def sure(cell: str) -> bool:
    """Whether every terminal draws what is in a cell as wide as it was laid out."""
    return _SURE.fullmatch(cell) is not None


class Cluster(NamedTuple):
    """A character with what is drawn over it."""

    text: str
    width: int  #: in cells; 0 where a text begins with what belongs to the character before it


def clusters(text: str) -> list[Cluster]:
    """A text in parts, whose widths add up to what ``rich.cells.cell_len`` says of the whole, always.

    Textual lays out by that. What it calls one character need not be one for Unicode. Of a very long one the end is
    left out.
    """
    found: list[Cluster] = []
    last = ""  # the character that a variation selector could make wider
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\u200d":
            part, width = text[at : at + 2], 0
        elif character == "\ufe0f":
            part, width = character, cell_len(last + character) - cell_len(last) if last else 0
            last = ""
        else:
            part, width = character, get_character_cell_size(character)
            last = character if width else last
        at += len(part)
        joins = character in "\u200d\ufe0f" or not width
        if joins and found:
            before = found[-1]
            if width or len(before.text) < LONGEST:
                found[-1] = Cluster((before.text + part)[:LONGEST], before.width + width)
        else:
            found.append(Cluster(part, width))
    return found


class Picture:
    """The whole screen. Rows that have been handed out are never drawn into again."""

    def __init__(self, columns: int, rows: int, lacks: frozenset[str] = frozenset()) -> None:
        """lacks: attributes that the terminal doesn't have, see ``reader.app.writer.Skills``."""
        self.columns = columns
        self._lacks = lacks
        self.rows = [unknown(columns)] * rows
        self.cursor = (0, 0)  #: column and line

    def draw(self, data: str) -> bool:
        """Draw a frame. False where there is something in it that isn't known here: the picture is useless then."""
        at, pen = 0, DEFAULT
        x, y = self.cursor
        drawn: dict[int, Row] = {}
        for token in _TOKEN.finditer(data):
            if token.start() != at:
                return False
            at = token.end()
            what = token.lastindex
            if what == 4:
                row = drawn.get(y)
                if row is None:
                    row = drawn[y] = self.rows[y].copy()
                x = _write(row, x, token[4], without(pen, self._lacks) if self._lacks else pen)
                if x > self.columns:
                    return False
            elif what == 1:
                changed = apply(pen, token[1])
                if changed is None:
                    return False
                pen = changed
            elif what == 2:
                line, _, column = token[2].partition(";")
                x, y = int(column or 1) - 1, int(line or 1) - 1
                if not (0 <= x < self.columns and 0 <= y < len(self.rows)):
                    return False
            else:
                x, y = 0, y + 1
                if y == len(self.rows):
                    return False
        if at != len(data) or pen != DEFAULT:
            return False
        for y_drawn, row in drawn.items():
            self.rows[y_drawn] = row
            if row.turns:
                _keep_in_place(row)
            row.odd = row.odd and not all(cell is None or sure(cell) for cell in row.cells)
        self.cursor = (min(x, self.columns - 1), y)
        return True


def _write(row: Row, x: int, text: str, pen: Pen) -> int:
    """Write text into a row; the column behind it, which is past the row's end where the text doesn't fit."""
    cells: list[str]
    row.turns = row.turns or turns(text)
    if _EVEN.fullmatch(text):
        cells = list(text)
    else:
        cells = []
        for cluster in clusters(text):
            if cluster.width:
                cells += (cluster.text, *[""] * (cluster.width - 1))
            else:
                _add(row, x, cluster.text)
        row.odd = True
    end = x + len(cells)
    if end > len(row.cells):
        return end
    if not text.strip(" "):
        pen = on_blanks(pen)
    if cells and x and row.cells[x] == "":
        _halve(row, x - 1)
    if end < len(row.cells) and row.cells[end] == "":
        row.cells[end] = " "
    row.cells[x:end] = cells
    row.pens[x:end] = [pen] * len(cells)
    return end


def _keep_in_place(row: Row) -> None:
    """Let right-to-left text change nothing beside it."""
    row.turns = any(cell is not None and turns(cell) for cell in row.cells)
    if row.turns:
        for x, cell in kept_in_place(row.cells).items():
            row.cells[x] = cell
            row.odd = True


def _add(row: Row, x: int, marks: str) -> None:
    """Marks without a width, at the beginning of a text: they belong to the character that stands before it."""
    at = x - 1
    while at >= 0 and row.cells[at] == "":
        at -= 1
    if at >= 0:
        row.cells[at] = ((row.cells[at] or " ") + marks)[:LONGEST]


def _halve(row: Row, x: int) -> None:
    """Take away the left half of a wide character, of which the right half is being written over."""
    while x > 0 and row.cells[x] == "":
        x -= 1
    row.cells[x] = " "
