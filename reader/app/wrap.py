"""Text into lines of a given width in cells, broken between words.

Most news text is one cell a character and is wrapped by looking for spaces from the right, a line at a time; anything
else goes by grapheme clusters. Both give the same lines where both apply. A no-break space never breaks, a word that is
longer than a line is cut, and scripts without spaces break between any two characters, except that a line doesn't begin
with closing punctuation.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.frozen import NamedTuple
from reader.prose.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Characters that are not one cell wide, that combine, or that are not known to be either.
_UNEVEN = regex(
    "[^\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0384-\u0482\u048a-\u052f"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u2193\u2400-\u2426\ufffd]"
)
#: What can't begin a line in a script without spaces.
_CLOSING = frozenset("、。，．！？：；）」』】〉》〕｝”’％ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%")

#: Where a line begins and ends in the text; the spaces that it was broken at belong to neither line.
Line = tuple[int, int]


def wrap(text: str, width: int) -> tuple[Line, ...]:
    """The lines of the text, at most ``width`` cells each; a newline always breaks. An empty text is one empty line."""
    return _wrap(text, max(width, 1))


def height(text: str, width: int) -> int:
    """How many lines that makes."""
    return len(_wrap(text, max(width, 1)))


@lru_cache(maxsize=16384)
def _wrap(text: str, width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    start = 0
    for block in text.split("\n"):
        if len(block) <= width and not _UNEVEN.search(block):
            lines.append((start, start + len(block.rstrip(" "))))
        elif _UNEVEN.search(block):
            lines.extend((start + a, start + b) for a, b in _wrap_uneven(block, width))
        else:
            lines.extend((start + a, start + b) for a, b in _wrap_even(block, width))
        start += len(block) + 1
    return tuple(lines)


def _wrap_even(text: str, width: int) -> Iterator[Line]:
    """Lines of a text that is one cell a character."""
    end = len(text.rstrip(" "))
    at = 0
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        while cut > at and text[cut - 1] == " ":
            cut -= 1
        if cut <= at:
            cut = at + width  # a word that is longer than the line, or nothing but spaces
        yield at, cut
        at = cut
        while at < end and text[at] == " ":
            at += 1
    yield at, max(end, at)


def _wrap_uneven(text: str, width: int) -> Iterator[Line]:
    """Lines of any text, by grapheme clusters."""
    start = end = 0  # the line so far
    used = 0  # its cells
    empty = True
    for piece in _pieces(text):
        gap = piece.start - end
        if not empty and used + gap + piece.cells > width:
            yield start, end
            start, used, gap, empty = piece.start, 0, 0, True
        used += gap
        for at, cells in piece.clusters:
            if used + cells > width and at > start:  # what is left is longer than a line
                yield start, at
                start, used = at, 0
            used += cells
        end, empty = piece.end, False
    yield start, end


class _Piece(NamedTuple):
    """Clusters between which no line breaks, unless there is no other way."""

    start: int
    end: int
    cells: int
    clusters: list[tuple[int, int]]  #: where each begins, and its cells


def _pieces(text: str) -> Iterator[_Piece]:
    from wcwidth import iter_graphemes

    at = start = cells = 0
    clusters: list[tuple[int, int]] = []
    wide_before = False
    for cluster in iter_graphemes(text):
        size = cell_len(cluster)
        breaks = cluster == " " or ((size == 2 or wide_before) and cluster not in _CLOSING)
        if breaks and clusters:
            yield _Piece(start, at, cells, clusters)
            clusters, cells = [], 0
        if cluster == " ":
            wide_before = False
        else:
            if not clusters:
                start = at
            clusters.append((at, size))
            cells += size
            wide_before = size == 2
        at += len(cluster)
    if clusters:
        yield _Piece(start, at, cells, clusters)
