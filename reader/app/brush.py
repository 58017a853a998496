"""What rows are painted with: styles over each other, lines on their ground, and how much of a row is raised."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.app.look import Look
    from reader.app.rows import Table
    from reader.app.search import Match, Search
    from reader.app.signs import Signs
    from reader.findings.finding import Finding

#: So many cells of a row are raised, in whole lines: over a slow line a step would take long to draw all of a tall one.
MOST_RAISED = 960
#: But never fewer lines than that.
LEAST_RAISED = 2
#: So many cells more where they are all that is left of the row: one or two lines left lower would look like a slip.
REST = 240


class Brush(NamedTuple):
    """Everything but the row that the picture of a row depends on."""

    table: Table
    look: Look
    signs: Signs
    width: int  #: cells of the canvas
    furniture_key: str = "w"
    search: Search | None = None
    match: Match | None = None  #: the match that the reader is at
    verdict: Callable[[Sequence[Finding]], str] | None = None  #: the word for a sign that stands for some findings
    noted: Callable[[Finding], bool] | None = None  #: whether there is a note on a finding


def raised_lines(width: int, height: int, *, current: bool) -> int:
    """So many lines of a row are raised, on a canvas of so many cells: more of the current row than of others.

    height: the lines that the row has.
    """
    if not current:
        return LEAST_RAISED
    width = max(width, 1)  # a window may be dragged to any size
    most = max(LEAST_RAISED, MOST_RAISED // width)
    return height if height <= most + REST // width else most


@lru_cache(maxsize=1024)
def laid(*styles: Style) -> Style:
    """Styles over each other."""
    return Style.combine(styles)


def strip(brush: Brush, segments: Iterable[Segment], raised: bool = False) -> Strip:
    """A line on its ground, filled to the width of the canvas."""
    look = brush.look
    ground = laid(look.ground, look.raised) if raised else look.ground
    panes = brush.table.panes
    line = [Segment(text, laid(ground, style) if style else ground) for text, style, _ in segments]
    used = sum(cell_len(segment.text) for segment in line)
    if panes.indent:
        line.insert(0, Segment(" " * panes.indent, look.ground))
    line.append(Segment(" " * max(0, panes.total - used), ground))
    line.append(Segment(" " * max(0, brush.width - panes.indent - max(used, panes.total)), look.ground))
    cells = max(brush.width, panes.indent + max(used, panes.total))
    return Strip(Segment.simplify(line), cells).adjust_cell_length(brush.width, look.ground)


def edged(brush: Brush, segments: Iterable[Segment]) -> list[Segment]:
    """A line of which only the first cell of each pane is raised."""
    panes = brush.table.panes
    found: list[Segment] = []
    x = 0
    for text, style, _ in segments:
        size = cell_len(text)
        if size and x % (panes.width + 1) == 0:
            edge = laid(brush.look.raised, style) if style else brush.look.raised
            found += [Segment(text[0], edge), Segment(text[1:], style)]
        else:
            found.append(Segment(text, style))
        x += size
    return found
