"""Ways out: the report as JSON, Markdown, HTML or CSV."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reader.collation import Collation
    from reader.export.reviewed import Reviewed

__all__ = ["FORMATS", "render", "writer"]

#: The formats of the report, by name, with the module that writes each; loaded when first asked for.
FORMATS = {
    "json": "reader.export.json",
    "markdown": "reader.export.markdown",
    "html": "reader.export.html",
    "csv": "reader.export.csv",
}


def render(collation: Collation, format: str, reviews: Sequence[Reviewed] = ()) -> str:
    """The report on a collation as text in one of the ``FORMATS``.

    reviews: what reviewers decided (``reader.review.matching.match``), to be told with the findings.
    The same collation gives the same text, and no control character other than the line feed is in it.
    Raises ValueError where there is no such format.
    """
    text: str = writer(format).render(collation, reviews)
    return text


def writer(format: str) -> Any:
    """The module that writes one of the ``FORMATS``. Raises ValueError where there is no such format."""
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    return import_module(FORMATS[format])
