"""What a cluster looks like in the list of the library: its columns, dates and paths in little room. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.fit import cut, fitted
from reader.app.search import fold

if TYPE_CHECKING:
    from reader.app.library import Item
    from reader.app.signs import Signs

#: Cells of the columns after the title, by what they are called.
COLUMNS = {"where": 26, "versions": 10, "changed": 13, "reviewed": 11}
#: From this width of the list on there is room for these.
ROOM = ((104, tuple(COLUMNS)), (84, ("versions", "changed", "reviewed")), (56, ("versions", "reviewed")))


def columns_in(width: int) -> tuple[int, tuple[str, ...]]:
    """Cells for the title, and the other columns that there is room for."""
    columns = next((columns for least, columns in ROOM if width >= least), ("reviewed",))
    return max(8, width - sum(COLUMNS[name] for name in columns)), columns


def in_column(text: str, name: str, signs: Signs) -> str:
    """Names begin where their column does, numbers and dates end where it does."""
    width = COLUMNS[name]
    if name == "where":
        return fitted(text, width - 2, signs) + "  "
    words = cut(text, width, signs)
    return " " * (width - cell_len(words)) + words


def reviewed(item: Item) -> str:
    if not item.reviewed:
        return ""
    known = item.findings is not None and item.reviewed <= item.findings
    return f"{item.reviewed:,}/{item.findings:,}" if known else f"{item.reviewed:,}"


def when(changed: float, *, long: bool = False, now: datetime | None = None) -> str:
    """A time as people say it: "14:02" today, "3 Nov" this year, "3 Nov 2023" before."""
    if not changed:
        return ""
    try:
        when, today = datetime.fromtimestamp(changed), now or datetime.now()
    except (OverflowError, OSError, ValueError):  # a clock that was wrong when the file was written
        return ""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    day, clock = f"{when.day} {months[when.month - 1]}", f"{when:%H:%M}"
    if long:
        return f"{day} {when.year}, {clock}"
    if when.date() == today.date():
        return clock
    return day if when.year == today.year else f"{day} {when.year}"


def words_of(item: Item) -> str:
    return fold(f"{item.entry.title} {item.entry.name}")[0]


def tail(text: str, width: int, signs: Signs) -> str:
    """The end of a path, which tells more than its beginning, in at most so many cells."""
    if cell_len(text) <= width:
        return text
    kept = text
    while kept and cell_len(kept) >= width:
        kept = kept[1:]
    return signs.ellipsis + kept
