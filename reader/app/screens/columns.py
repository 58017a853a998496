"""Blocks of lines set side by side where there is room, under each other where there isn't. Pure."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style

    from reader.app.fit import Part
    from reader.story import Span

#: Cells of a column: never narrower where there are several, never wider.
NARROWEST, WIDEST = 30, 76
GAP = 3

Line = list["Part"]


def set_out(blocks: Sequence[Callable[[int], list[Line]]], width: int, column: Part) -> list[Line]:
    """The blocks in as many columns as fit, further ones in further bands. column: the line between two of them."""
    if not blocks:
        return []
    count = max(1, min(len(blocks), (width + GAP) // (NARROWEST + GAP)))
    wide = min(WIDEST, (width + GAP) // count - GAP) if count > 1 else min(WIDEST, width)
    lines: list[Line] = []
    for first in range(0, len(blocks), count):
        band = [block(wide) for block in blocks[first : first + count]]
        for row in zip_longest(*band):
            line: Line = []
            for n, cell in enumerate(row):
                parts = list(cell or ())
                line += parts
                if n + 1 < len(row):
                    used = sum(cell_len(text) for text, _ in parts)
                    line += [(" " * (wide - used + 1), column[1]), column, (" ", column[1])]
            lines.append(line)
    return lines


def paragraph(
    text: str,
    width: int,
    plain: Style,
    marks: Sequence[tuple[Span, Style]] = (),
    *,
    bar: tuple[str, Style] | None = None,
    barred: Sequence[Span] = (),
) -> list[Line]:
    """A text as wrapped lines, with spans of it in other styles; where spans meet, the later of ``marks`` wins.

    bar: stands before the lines that have something of ``barred`` in them; the others are indented as much.
    """
    styles: list[Style] = [plain] * len(text)
    for span, style in marks:
        start, end = max(span.start, 0), min(span.end, len(text))
        styles[start:end] = [style] * max(end - start, 0)
    if bar is None:
        return [list(_runs(text, styles, start, end)) for start, end in wrap(text, width)]
    lines: list[Line] = []
    for start, end in wrap(text, width - 2):
        here = any(span.start < end and start < span.end for span in barred)
        lines.append([bar if here else (" ", plain), (" ", plain), *_runs(text, styles, start, end)])
    return lines


def _runs(text: str, styles: Sequence[Style], start: int, end: int) -> Line:
    line: Line = []
    at = start
    for n in range(start, end):
        if n + 1 == end or styles[n + 1] is not styles[n]:
            line.append((text[at : n + 1], styles[n]))
            at = n + 1
    return line
