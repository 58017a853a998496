"""What versions are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.prose.visible import visible_line
from reader.sources.fields import host

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.sources.article import Article


def one_line(value: str | None) -> str | None:
    """A field on one line, fit to be shown; None where nothing is left."""
    return visible_line(value).strip() or None if value else None


def outlets(articles: Sequence[Article]) -> list[str]:
    """A name for every version, each one once: "agency", "agency 2"."""
    names = [
        one_line(a.outlet) or one_line(host(a.url) if a.url else None) or one_line(a.stem) or "version"
        for a in articles
    ]
    return list(_unique(" ".join(name.split())[:200] for name in names))


def _unique(names: Iterator[str]) -> Iterator[str]:
    wanted = list(names)
    taken = {name.casefold() for name in wanted}
    seen: set[str] = set()
    counts: dict[str, int] = {}
    for name in wanted:
        chosen = name
        if name.casefold() in seen:
            number = counts.get(name.casefold(), 1) + 1
            while f"{name} {number}".casefold() in seen | taken:
                number += 1
            counts[name.casefold()] = number
            chosen = f"{name} {number}"
        seen.add(chosen.casefold())
        yield chosen
