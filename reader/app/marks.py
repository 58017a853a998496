"""Which words of a cell are marked, and why. Pure."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.app.cells import Form, Sign
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.app.cells import Cell
    from reader.app.rows import Table
    from reader.app.search import Match, Search
    from reader.findings.finding import Finding


class Tint(IntEnum):
    """Why words are marked; where two marks meet, the higher wins."""

    REWORDED = 1
    ADDED = 2
    OTHER_CONTRADICTION = 3  #: in the row of a finding that is current, words that another one rests on
    CONTRADICTION = 4
    MATCH = 5
    MATCH_CURRENT = 6


class Mark(NamedTuple):
    """Characters of a cell's text that are marked."""

    start: int
    end: int
    tint: Tint


def marks(
    table: Table,
    n: int,
    version: str,
    search: Search | None = None,
    at: Match | None = None,
    current: Finding | None = None,
    shown: tuple[int, int] | None = None,
) -> list[Mark]:
    """The marks in a cell, in order, not overlapping. at, current: the match and the finding that the reader is at.

    shown: only those that are wanted in these characters of its text; others are left out as far as that saves time.
    """
    cell = table.cell(n, version)
    if cell.form is not Form.TEXT:
        return []
    found = [*_reworded(table, n, version, cell), *_contradicting(table, cell, current)]
    found += _matching(cell, search, at, shown)
    if shown is not None:
        found = [mark for mark in found if mark.start < shown[1] and shown[0] < mark.end]
    return flatten(found)


def flatten(found: list[Mark]) -> list[Mark]:
    """The same marks cut up so that none overlaps another, the higher tint on top."""
    if len(found) < 2:
        return found
    edges = sorted({edge for mark in found for edge in (mark.start, mark.end)})
    flat: list[Mark] = []
    for start, end in pairwise(edges):
        over = [mark.tint for mark in found if mark.start <= start and end <= mark.end]
        if not over:
            continue
        tint = max(over)
        if flat and flat[-1].end == start and flat[-1].tint is tint:
            flat[-1] = Mark(flat[-1].start, end, tint)
        else:
            flat.append(Mark(start, end, tint))
    return flat


def _reworded(table: Table, n: int, version: str, cell: Cell) -> Iterator[Mark]:
    """Only where nothing louder is in the cell: next to a contradiction other marks would hide it."""
    if not table.view.reworded or cell.sign not in (Sign.REWORDED, Sign.MOVED):
        return
    differs = table.wording(table.rows[n], version)
    if differs is not None:
        for span in differs.b:
            yield Mark(span.start, span.end, Tint.ADDED if span in differs.new else Tint.REWORDED)


def _contradicting(table: Table, cell: Cell, current: Finding | None) -> Iterator[Mark]:
    for finding in table.contradictions(cell):
        other = current is not None and current.kind is finding.kind and current.id != finding.id
        for side in finding.sides:
            for evidence in side.evidence:
                place = cell.place(evidence.sentence, evidence.start, evidence.end)
                if place is not None:
                    yield Mark(*place, Tint.OTHER_CONTRADICTION if other else Tint.CONTRADICTION)


def _matching(cell: Cell, search: Search | None, at: Match | None, shown: tuple[int, int] | None) -> Iterator[Mark]:
    if search is None:
        return
    for piece in cell.pieces:
        if shown is not None and (piece.at >= shown[1] or piece.at + piece.length <= shown[0]):
            continue
        for match in search.in_sentence.get(piece.sentence, ()):
            place = piece.place(match.start, match.end)
            if place is not None:
                yield Mark(*place, Tint.MATCH_CURRENT if match == at else Tint.MATCH)
