"""Words that fit: from outside made fit to be shown, and cut to the cells that there are. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from reader.prose.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from reader.app.signs import Signs

#: Words and how they look.
Part = tuple[str, "Style"]

#: Cells that words need at least to say anything, where several stand in a line.
TELLING = 6


def shown(text: str | None, signs: Signs) -> str:
    """Words that came from outside, on one line, as this terminal can show them."""
    return signs.text(visible_line(text or ""))


def cut(text: str, width: int, signs: Signs) -> str:
    """The text in at most ``width`` cells; where something is missing an ellipsis says so."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + signs.ellipsis if width > 1 else signs.ellipsis[:width]


def fitted(text: str, width: int, signs: Signs) -> str:
    """The text in exactly ``width`` cells."""
    return set_cell_size(cut(text, width, signs), max(width, 0))


def shared(texts: Sequence[str], room: int, signs: Signs) -> list[str]:
    """The texts cut so that together they take at most ``room`` cells; short ones leave their share to the others."""
    found = list(texts)
    order = sorted(range(len(texts)), key=lambda n: cell_len(texts[n]))
    for done, n in enumerate(order):
        found[n] = cut(texts[n], max(room, 0) // (len(order) - done), signs)
        room -= cell_len(found[n])
    return found


def several(texts: Sequence[str], room: int, gap: int, signs: Signs) -> tuple[list[str], str]:
    """As many of the texts, cut, as say something in ``room`` cells with ``gap`` between two; how many more there are.

    Of two or more, two at least.
    """
    for count in range(len(texts), 1, -1):
        more = f"  and {len(texts) - count} more" if count < len(texts) else ""
        left = room - gap * (count - 1) - len(more)
        if count == 2 or sum(min(cell_len(text), TELLING) for text in texts[:count]) <= left:
            return shared(texts[:count], left, signs), more
    return shared(texts, room, signs), ""
