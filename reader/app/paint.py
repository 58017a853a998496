"""Rows into strips: what each line of the canvas looks like. No widget in here, and no state but caches."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from reader.app.brush import edged, laid, strip
from reader.app.cells import Cell, Form, Sign
from reader.app.marks import Mark, Tint, marks
from reader.app.panes import GUTTER
from reader.app.reading import versions_of
from reader.app.rows import RowKind
from reader.app.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from reader.app.brush import Brush
    from reader.findings.finding import Finding

BOLD, ITALIC = Style(bold=True), Style(italic=True)
#: Signs that are drawn on as a bar down the side of their cell.
BARRED = (Sign.CONTRADICTION, Sign.ADDITION, Sign.MOVED)
#: So many marks on one letter are shown: what Unicode calls safe for streams (UAX #15); no language writes as many.
STACKED = 30


def paint_row(
    brush: Brush,
    n: int,
    raised: int,
    current: Finding | None = None,
    under: Strip | None = None,
    part: range | None = None,
) -> list[Strip]:
    """The lines of a row, the blank one under it included.

    raised: so many of its lines are raised, and the edges of those under them; 0 for none. current: the finding that
    the reader is at; a raised row without one has the sign of the cursor. under: the blank line, where it is made
    already. part: only those of its lines, counted from 0; the time grows with them and not with the row.
    """
    table = brush.table
    row, height = table.rows[n], table.heights[n]
    if not height:
        return []
    whole = range(height) if part is None else range(part.start, min(part.stop, height))
    words = range(whole.start, min(whole.stop, height - 1))  # without the blank line
    if row.kind in (RowKind.ELSEWHERE, RowKind.SHARED):
        lines = [_folded(brush, n)][words.start : words.stop]
    elif table.panes.stacked:
        lines = _stacked(brush, n, current, words)
    else:
        columns = [_column(brush, n, version, current, words) for version in table.panes.versions]
        lines = [_side_by_side(brush, columns, line) for line in range(len(words))]
    if raised and current is None and 0 in words and lines:
        lines[0] = _pointed(brush, lines[0])
    if raised and brush.look.raised.bgcolor is None:
        raised = height  # no edge could be seen
    high = max(0, raised - words.start)
    strips = [strip(brush, line, raised=True) for line in lines[:high]]
    rest = (edged(brush, line) if raised else line for line in lines[high:])
    strips += [strip(brush, line) for line in rest]
    return [*strips, under or blank(brush)] if height - 1 in whole else strips


def _pointed(brush: Brush, line: list[Segment]) -> list[Segment]:
    """The first line of the current row where no finding is current: its ground alone would be a matter of colour."""
    text, style, _ = line[0]
    if not text.startswith(" "):
        return line
    return [Segment(brush.signs.cursor, brush.look.base_dot), Segment(text[1:], style), *line[1:]]


def blank(brush: Brush) -> Strip:
    """A line with nothing but the lines between the panes."""
    panes = brush.table.panes
    if panes.stacked:
        return strip(brush, [])
    return strip(brush, _side_by_side(brush, [[] for _ in panes.versions], 0))


def _side_by_side(brush: Brush, columns: Sequence[Sequence[list[Segment]]], line: int) -> list[Segment]:
    panes, column = brush.table.panes, Segment(brush.signs.column, brush.look.column)
    found: list[Segment] = []
    for n, lines in enumerate(columns):
        if n:
            found.append(column)
        here = lines[line] if line < len(lines) else []
        found.extend(here)
        used = sum(cell_len(segment.text) for segment in here)
        found.append(Segment(" " * (panes.width - used)))
    return found


def _column(brush: Brush, n: int, version: str, current: Finding | None, part: range) -> list[list[Segment]]:
    """Lines of one pane in one row. What the current finding speaks of has a mark before its sign."""
    cell = brush.table.cell(n, version)
    if part.start > 1:  # the marks stand before its first two lines
        return _cell(brush, n, version, cell, current, part)
    lines = _cell(brush, n, version, cell, current, range(max(2, part.stop)))
    concerned = brush.table.concerned(n, version)
    mark = _verdict(brush, concerned)
    if mark is not None:
        lines[0] = [mark, Segment(lines[0][0].text[1:]), *lines[0][1:]]
    if concerned and brush.noted is not None and any(map(brush.noted, concerned)):
        _add_note(brush, lines)
    if current is not None and version in versions_of(current) and cell.sign.value == current.kind.value:
        first = lines[0][0].text[1:]
        mark = Segment(brush.signs.cursor, brush.look.sign(current.kind.value))
        lines[0] = [mark, *([Segment(first)] if first else []), *lines[0][1:]]
    return lines[part.start : part.stop]


def _add_note(brush: Brush, lines: list[list[Segment]]) -> None:
    """The sign of a note: under that of the verdict, or behind the words where they have one line only."""
    note = Segment(brush.signs.note, brush.look.quiet)
    if len(lines) > 1:
        lines[1] = [note, Segment(lines[1][0].text[1:], lines[1][0].style), *lines[1][1:]]
    elif sum(cell_len(segment.text) for segment in lines[0]) < brush.table.panes.width - 2:
        lines[0] += [Segment(" "), note]


def _verdict(brush: Brush, findings: Sequence[Finding]) -> Segment | None:
    """The mark before the sign, where everything that it stands for is decided."""
    word = brush.verdict(findings) if brush.verdict is not None and findings else ""
    if not word:
        return None
    if word == "read":
        return Segment(brush.signs.absent, brush.look.quiet)
    return Segment(getattr(brush.signs, word), getattr(brush.look, word))


def _cell(brush: Brush, n: int, version: str, cell: Cell, current: Finding | None, part: range) -> list[list[Segment]]:
    """Lines of a cell without the marks before them: those of ``part`` that it has."""
    table, look, signs = brush.table, brush.look, brush.signs
    indent = Segment(" " * GUTTER)
    if not part or (cell.form is not Form.TEXT and part.start > 0):
        return []
    if cell.form is Form.ABSENT:
        return [[indent, Segment(signs.absent, look.quiet)]]
    if cell.form is Form.MISSING:
        return [[*_gutter(brush, cell, 0), Segment("not reported", laid(look.quiet, ITALIC))]]
    if cell.form is Form.FURNITURE:
        return [[indent, _furniture(brush, cell)]]
    spans = wrap(cell.text, table.panes.text_width)
    here = spans[part.start : part.stop]
    lines: list[list[Segment]] = []
    if here:
        shown = (here[0][0], here[-1][1])
        found = marks(table, n, version, brush.search, brush.match, current, shown)
        headings = [(p.at, p.at + p.length) for p in cell.pieces if p.heading and p.at < shown[1]]
        lines = [
            [*_gutter(brush, cell, k), *_marked(brush, cell, span, found, headings)]
            for k, span in enumerate(here, part.start)
        ]
    if cell.note and len(spans) in part:
        lines.append([*_gutter(brush, cell, len(spans)), Segment(cell.note, laid(look.quiet, ITALIC))])
    if cell.blocks and len(spans) + bool(cell.note) in part:
        lines.append([indent, _furniture(brush, cell)])
    return lines


def _furniture(brush: Brush, cell: Cell) -> Segment:
    blocks = "1 block" if cell.blocks == 1 else f"{cell.blocks} blocks"
    text = f"furniture, {blocks}, {brush.furniture_key} shows it"
    return Segment(set_cell_size(text, brush.table.panes.text_width).rstrip(), brush.look.quiet)


def _gutter(brush: Brush, cell: Cell, line: int) -> list[Segment]:
    """A blank, the sign or the bar under it, a blank."""
    if cell.sign is Sign.NONE or (line > 0 and cell.sign not in BARRED):
        return [Segment(" " * GUTTER)]
    sign = getattr(brush.signs, cell.sign.value) if line == 0 else brush.signs.bar
    return [Segment(" "), Segment(sign, getattr(brush.look, cell.sign.value)), Segment(" ")]


def _marked(
    brush: Brush, cell: Cell, span: tuple[int, int], found: Sequence[Mark], headings: Sequence[tuple[int, int]]
) -> list[Segment]:
    """A line of a cell with its headings and its marks."""
    look, (start, end) = brush.look, span
    tints = {
        Tint.REWORDED: look.mark_reworded,
        Tint.ADDED: look.mark_addition,
        Tint.OTHER_CONTRADICTION: look.contradiction,
        Tint.CONTRADICTION: look.mark_contradiction,
        Tint.MATCH: look.match,
        Tint.MATCH_CURRENT: look.match_current,
    }
    inside = [mark for mark in found if mark.start < end and start < mark.end]
    edges = {start, end, *(edge for mark in inside for edge in (mark.start, mark.end))}
    edges.update(edge for heading in headings for edge in heading)
    segments: list[Segment] = []
    for first, last in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        style = look.quiet if cell.quiet else look.text
        if any(a <= first < b for a, b in headings):
            style = laid(style, BOLD)
        mark = next((mark for mark in inside if mark.start <= first < mark.end), None)
        words = cell.text[first:last]
        if last - first > STACKED:
            words = unstacked(words)
        segments.append(Segment(words, laid(style, tints[mark.tint]) if mark else style))
    return segments


def unstacked(text: str) -> str:
    """The text as far as it can be seen: of the marks that stand on one letter no more than STACKED.

    A letter may have a million of them, which would be sent to the terminal for one cell. The cells stay the same.
    """
    if len(text) <= cell_len(text) + STACKED:
        return text
    from wcwidth import iter_graphemes  # 7 ms, and hardly a text needs it

    found = []
    for cluster in iter_graphemes(text):
        cut = cluster[: STACKED + 1]
        found.append(cut if cell_len(cut) == cell_len(cluster) else cluster)
    return "".join(found)


def _stacked(brush: Brush, n: int, current: Finding | None, part: range) -> list[list[Segment]]:
    """Lines of the cells of a row under each other, each under the name of its version."""
    table, look, signs = brush.table, brush.look, brush.signs
    cluster = table.reading.cluster
    lines: list[list[Segment]] = []
    missing: list[str] = []
    left_out: list[Finding] = []
    at = 0  # the line of the row
    for version in table.panes.versions:
        cell = table.cell(n, version)
        if cell.form is Form.MISSING:
            missing.append(cluster.version(version).outlet)
            left_out += table.concerned(n, version)
        if cell.form in (Form.TEXT, Form.FURNITURE):
            outlet = signs.text(cluster.version(version).outlet)
            name = set_cell_size(outlet, min(cell_len(outlet), table.panes.text_width))
            if at in part:
                lines.append([Segment(" " * GUTTER), Segment(name, laid(look.quiet, BOLD))])
            at += 1
            height = table.cell_height(cell)
            inside = range(max(0, part.start - at), min(height, part.stop - at))
            if inside:
                lines.extend(_column(brush, n, version, current, inside))
            at += height
    if missing and at in part:
        names = _names(brush, missing, table.panes.text_width - len("not reported by "))
        gutter = _gutter(brush, Cell(Form.MISSING, sign=Sign.OMISSION), 0)
        mark = _verdict(brush, left_out)
        if mark is not None:
            gutter = [mark, *gutter[1:]]
        lines.append([*gutter, Segment(f"not reported by {names}", laid(look.quiet, ITALIC))])
    return lines


def _folded(brush: Brush, n: int) -> list[Segment]:
    """The one line of a row that stands for passages that are not shown."""
    table, look = brush.table, brush.look
    row = table.rows[n]
    room = table.panes.total - GUTTER - 1
    if row.kind is RowKind.SHARED:
        count = row.end - row.first
        text = f"{_passages(count)} that all versions report"
    else:
        count, versions = table.told(n) or (0, ())
        outlets = [table.reading.cluster.version(version).outlet for version in versions]
        start = f"{_passages(count)} only in "
        text = start + _names(brush, outlets, room - len(start))
    text = set_cell_size(text, min(cell_len(text), room))
    return [Segment(" "), Segment(brush.signs.folded, look.quiet), Segment(" "), Segment(text, look.quiet)]


def _passages(count: int) -> str:
    return "1 passage" if count == 1 else f"{count} passages"


def _names(brush: Brush, outlets: Sequence[str], room: int) -> str:
    """As many of the names as there is room for, and how many more there are."""
    shown = ""
    for n, outlet in enumerate(outlets):
        longer = f"{shown}, {brush.signs.text(outlet)}" if shown else brush.signs.text(outlet)
        rest = len(outlets) - n - 1
        if cell_len(longer) + (len(f" and {rest} more") if rest else 0) > room:
            return f"{shown} and {len(outlets) - n} more" if shown else f"{len(outlets)} versions"
        shown = longer
    return shown
