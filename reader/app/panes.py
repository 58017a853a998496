"""Which versions stand side by side, and how wide: the base at the left, the others sliding past it."""

from __future__ import annotations

from reader.frozen import NamedTuple

#: Cells of a pane, gutter included: never narrower where there are several, never wider.
NARROWEST, WIDEST = 34, 72
#: Below this width of the screen there is one column, with the versions under each other.
ONE_COLUMN = 60
#: Before the text of a pane: a blank, the sign or bar, a blank.
GUTTER = 3
#: After the text.
MARGIN = 1


class Panes(NamedTuple):
    """The panes on screen, from left to right."""

    versions: tuple[str, ...]  #: those shown, the base first
    order: tuple[str, ...]  #: all that are not hidden, the base first; the panes show a part of it
    width: int  #: of each pane
    indent: int  #: blank cells before the first
    stacked: bool = False  #: one column with the versions of ``versions`` under each other

    @property
    def text_width(self) -> int:
        """Cells for the text of a pane."""
        return max(1, self.width - GUTTER - MARGIN)

    @property
    def slides(self) -> bool:
        """Whether there are more versions than panes."""
        return len(self.versions) < len(self.order)

    def aside(self, version: str) -> int:
        """0 where a version has a pane on screen; -1 where it stands further to the left, 1 further to the right."""
        if version in self.versions:
            return 0
        return 1 if self.order.index(version) > self.order.index(self.versions[-1]) else -1

    @property
    def total(self) -> int:
        """Cells of all panes with the lines between them."""
        return self.width if self.stacked else len(self.versions) * (self.width + 1) - 1


def lay_out(
    order: tuple[str, ...], width: int, *, first: int = 1, zoomed: str | None = None, most: int | None = None
) -> Panes:
    """The panes that fit into ``width`` cells.

    order: the versions that are not hidden, the base first. first: which of the others stands next to the base,
    counted in ``order``; it is moved to fit. zoomed: the only one to show. most: how many panes are of use, 2 or more;
    the versions beyond are slid to.
    """
    if zoomed is not None or len(order) <= 1:
        wide = min(width, WIDEST)
        shown = order if zoomed is None else (zoomed,)
        return Panes(shown, order, wide, (width - wide) // 2)
    count = min(len(order), (width + 1) // (NARROWEST + 1), max(2, most or len(order)))
    if width < ONE_COLUMN or count < 2:
        return Panes(order, order, min(width, WIDEST), 0, stacked=True)
    wide = min(WIDEST, (width + 1) // count - 1)
    first = clamp_first(first, count, len(order))
    shown = (order[0], *order[first : first + count - 1])
    return Panes(shown, order, wide, (width - count * (wide + 1) + 1) // 2 if wide == WIDEST else 0)


def clamp_first(first: int, count: int, total: int) -> int:
    """The nearest position at which all panes but the base's are filled."""
    return max(1, min(first, total - count + 1))


def slide_to(panes: Panes, version: str) -> int:
    """The ``first`` with which that version is on screen, moved as little as possible."""
    at = panes.order.index(version)
    sliding = len(panes.versions) - 1
    first = panes.order.index(panes.versions[1]) if sliding > 0 else 1
    if at == 0 or panes.stacked:
        return first
    return min(max(first, at - sliding + 1), at)
