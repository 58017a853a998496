"""Right-to-left text kept where it stands, on terminals that turn such text around.

They do so with a whole line, by the Unicode bidirectional algorithm, and know nothing of panes: where Hebrew stands in
two of them, the line between and all blanks count as Hebrew too, and the panes change places. A left-to-right mark
behind the text ends it. The mark has no width and is not seen; VTE takes it into account as it does any character, and
terminals that turn nothing around ignore it. Isolates (U+2066...) would do the same, but many terminals show them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from reader.prose.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Letters that are written from right to left, and the marks of such text.
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
#: Where a text runs from left to right, though nothing is seen of it.
MARK = "\u200e"
#: Lines between panes and beside them: no text goes on behind.
_LINES = frozenset(map(chr, range(0x2500, 0x25A0)))
#: Signs with a blank on both sides.
_SIGNS = frozenset("≠+−~↕●·•▸◂▴▾⋯✓✗?✎")


def turns(text: str) -> bool:
    """Whether there is text in it that terminals turn around."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def kept_in_place(cells: Sequence[str | None]) -> dict[int, str]:
    """The cells of a line that need a mark, with it: what is turned around ends before two blanks, a line or a sign.

    The first cell gets one too: some terminals take the direction of a line from what comes first. Cells are those of
    ``reader.app.picture.Row``.
    """
    found: dict[int, str] = {}
    first = cells[0] if cells else None
    if first and not turns(first):
        _mark(found, cells, 0)
    last: int | None = None  #: where the text that is being turned around has got to
    blanks = 0
    for x, cell in enumerate(cells):
        if cell == "":
            continue
        if cell is None or (cell[0] == " " and (len(cell) == 1 or _strong(cell) != "R")):
            blanks += 1
            ends = cell is None or blanks == 2
        else:
            ends = cell[0] in _LINES or (
                cell[0] in _SIGNS and blanks > 0 and (x + 1 == len(cells) or (cells[x + 1] or " ")[0] == " ")
            )
            blanks = 0
        if last is not None and ends:
            _mark(found, cells, last)
            last = None
        if cell is None or blanks or ends:
            continue
        strong = _strong(cell)
        if strong == "R" or (strong == "" and last is not None):
            last = x
        elif strong == "L":
            last = None
    if last is not None:
        _mark(found, cells, last)
    return found


def _mark(found: dict[int, str], cells: Sequence[str | None], x: int) -> None:
    cell = cells[x]
    if cell and not cell.endswith(MARK):
        found[x] = cell + MARK


def _strong(cell: str) -> str:
    """The direction that the last character of a cell has that has one: R, L or none."""
    for character in reversed(cell):
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL", "AN"):
            return "R"
        if direction == "L":
            return "L"
    return ""
