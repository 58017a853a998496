"""What versions are called."""

from __future__ import annotations

from reader.prose.visible import visible_line
from reader.sources.limits import LONGEST_OUTLET
from reader.story import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.sources.article import Article


def one_line(value: str | None) -> str | None:
    """A field on one line, fit to be shown; None where nothing is left."""
    return visible_line(value).strip() or None if value else None


def _host(url: str | None) -> str | None:
    if url is None:
        return None
    from reader.sources.fields import host  # for articles with addresses and without outlets only

    return host(url)


def outlets(articles: Sequence[Article], notices: list[Notice] | None = None) -> list[str]:
    """A name for every version, each one once: "agency", "agency 2". notices: where it is said that one was cut."""
    names = []
    for a in articles:
        told = one_line(a.outlet) or one_line(_host(a.url)) or one_line(a.stem) or "version"
        name = " ".join(told.split())
        if len(name) > LONGEST_OUTLET and notices is not None:
            notices.append(
                Notice(a.where, f"the outlet's name has {len(name)} characters; the first {LONGEST_OUTLET} are kept")
            )
        names.append(name[:LONGEST_OUTLET])
    return list(_unique(iter(names)))


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
