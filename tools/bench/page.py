"""The tables of the benchmark, in docs/performance.md: what stands between two marks is written anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE = Path("docs/performance.md")
BEGIN, END = "<!-- figures: make bench writes from here -->", "<!-- figures: to here -->"


class Aim(NamedTuple):
    """What the reader is to keep to."""

    what: str
    figure: str  #: what was measured
    kept: bool


class Section(NamedTuple):
    """A part of the page, and what it says of the aims."""

    text: str
    aims: tuple[Aim, ...] = ()


def most(what: str, value: float, bound: float, figure: Callable[[float], str]) -> Aim:
    """Something that is to be no more than that."""
    return Aim(f"{what} ≤ {figure(bound)}", figure(value), value <= bound)


def aims(sections: Sequence[Section]) -> str:
    """The section that says which aims are kept."""
    rows = [[aim.what, aim.figure, "yes" if aim.kept else "**no**"] for section in sections for aim in section.aims]
    return "### The aims\n\n" + table(["aim", "measured", "kept"], rows)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are flush right."""
    cells = [list(heads), *map(list, rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(heads))]

    def line(row: Sequence[str]) -> str:
        first = row[0].ljust(widths[0])
        return "| " + " | ".join([first, *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) + " |"

    rule = "|" + "|".join(["-" * (widths[0] + 2), *("-" * (w + 1) + ":" for w in widths[1:])]) + "|"
    return "\n".join([line(heads), rule, *map(line, rows)])


def seconds(value: float) -> str:
    """A time with the unit that suits it."""
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"


def times(value: float) -> str:
    """A ratio."""
    return f"{value:.0f} ×" if value >= 10 else f"{value:.2f} ×"


def thousands(value: float) -> str:
    """A count of bytes, with its thousands apart."""
    return f"{value:,.0f}"


def keep(sections: Sequence[str]) -> None:
    """Write the sections between the marks of the page. Raises ValueError where the page has no marks."""
    text = PAGE.read_text("utf-8")
    if BEGIN not in text or END not in text:
        raise ValueError(f"{PAGE} has no place for the figures: {BEGIN} ... {END}")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    PAGE.write_text(before + BEGIN + "\n\n" + "\n\n".join(sections) + "\n\n" + END + after, "utf-8")
