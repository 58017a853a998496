"""A terminal that may be of another opinion on how wide a character is: what the thrifty driver sends is drawn on it.

It knows what that driver sends and nothing else; an unknown sequence is an error. Wide characters take two cells, the
second of which is "". Writing over one half of a wide character leaves a blank in the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.app.pen import DEFAULT, Pen, apply, on_blanks
from reader.app.picture import clusters

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r"\x1b\[([\d;]*)([A-Za-z])|(\x1b[DM])|([\r\n\b])|([^\x00-\x1f]+)")

#: A cell: what stands in it, and its pen.
Cell = tuple[str, Pen]


def as_laid_out(cluster: str, width: int) -> int:
    """The opinion of Textual."""
    return width


class Emulator:
    """A screen of cells, with the cursor."""

    def __init__(
        self, columns: int, rows: int, width: Callable[[str, int], int] = as_laid_out, *, colours_erased: bool = True
    ) -> None:
        """width: cells of a cluster, from the cluster and the width that it was laid out with."""
        self.columns, self.rows = columns, rows
        self.cells: list[list[Cell]] = [[(" ", DEFAULT)] * columns for _ in range(rows)]
        self.x = self.y = 0
        self._pen = DEFAULT
        self._width = width
        self._colours_erased = colours_erased
        self._region = (0, rows)

    def feed(self, data: str) -> None:
        """Obey."""
        at = 0
        for token in _TOKEN.finditer(data):
            assert token.start() == at, repr(data[at : at + 20])
            at = token.end()
            parameters, final, index, control, text = token.groups()
            if text:
                for cluster in clusters(text):
                    self._put(cluster.text, self._width(*cluster))
            elif index == "\x1bM":
                self._reverse()
            elif index:
                self._line_feed()
            elif control == "\n":
                self._line_feed()  # the terminal driver of the system makes a carriage return and a line feed of it
                self.x = 0
            elif control == "\r":
                self.x = 0
            elif control == "\b":
                self.x = max(0, min(self.x, self.columns - 1) - 1)
            else:
                self._obey(final, [int(p) if p else 0 for p in parameters.split(";")], parameters)
        assert at == len(data), repr(data[at:])

    def _obey(self, final: str, numbers: list[int], parameters: str) -> None:
        count = max(1, numbers[0])
        if final == "m":
            pen = apply(self._pen, parameters)
            assert pen is not None
            self._pen = pen
        elif final == "H":
            self.y, self.x = count - 1, max(1, numbers[1] if len(numbers) > 1 else 1) - 1
            assert self.y < self.rows
            assert self.x < self.columns
        elif final == "B":
            self.y = min(self.y + count, self.rows - 1)
        elif final == "C":
            self.x = min(self.x + count, self.columns - 1)
        elif final == "D":
            assert self.x < self.columns  # terminals differ in where the cursor is behind the last column
            self.x = max(self.x - count, 0)
        elif final == "X":
            self._erase(self.y, self.x, min(self.x + count, self.columns))
        elif final == "K":
            assert numbers == [0]
            self._erase(self.y, min(self.x, self.columns - 1), self.columns)
        elif final == "J":
            assert numbers == [2]
            for y in range(self.rows):
                self._erase(y, 0, self.columns)
        elif final == "r":
            top, bottom = (numbers[0] - 1, numbers[1]) if parameters else (0, self.rows)
            assert 0 <= top < bottom - 1 < self.rows
            self._region = (top, bottom)
            self.x = self.y = 0
        else:
            raise AssertionError(f"CSI {parameters} {final}")

    def _blank(self) -> Cell:
        return " ", Pen("", self._pen.background) if self._colours_erased else DEFAULT

    def _erase(self, y: int, first: int, end: int) -> None:
        self._open(y, first)
        if end < self.columns:
            self._open(y, end)
        self.cells[y][first:end] = [self._blank()] * (end - first)

    def _open(self, y: int, x: int) -> None:
        """Cut a wide character in two before a column."""
        row = self.cells[y]
        if row[x][0] == "":
            row[x - 1] = (" ", row[x - 1][1])
            row[x] = (" ", row[x][1])

    def _put(self, text: str, width: int) -> None:
        row = self.cells[self.y]
        if not width:
            x = min(self.x, self.columns) - 1
            x -= x > 0 and row[x][0] == ""
            if x >= 0:
                row[x] = (row[x][0] + text, row[x][1])
            return
        x = min(self.x, self.columns - 1)  # no line is wrapped
        width = min(width, self.columns - x)
        self._open(self.y, x)
        if x + width < self.columns:
            self._open(self.y, x + width)
        row[x : x + width] = [(text, self._pen), *[("", self._pen)] * (width - 1)]
        self.x = x + width

    def _line_feed(self) -> None:
        top, end = self._region
        if self.y == end - 1:
            self.cells[top:end] = [*self.cells[top + 1 : end], [self._blank()] * self.columns]
        elif self.y < self.rows - 1:
            self.y += 1

    def _reverse(self) -> None:
        top, end = self._region
        if self.y == top:
            self.cells[top:end] = [[self._blank()] * self.columns, *self.cells[top : end - 1]]
        elif self.y:
            self.y -= 1

    def look(self) -> list[list[Cell]]:
        """What is seen: of a blank nothing but its background, unless there are lines through it."""
        return [[(text, on_blanks(pen) if text == " " else pen) for text, pen in row] for row in self.cells]
