"""What corresponds: similarity -> links -> passages."""

from __future__ import annotations

from reader.align.links import Alignment, Link, Passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.story import Cluster

__all__ = ["Alignment", "Link", "Passage", "align", "with_base"]

# Who only asks what a link is loads no more than that; the rest takes as long as all the sources.


def align(cluster: Cluster, base: str | None = None, *, progress: Callable[[float], None] | None = None) -> Alignment:
    """Link the sentences of all versions and gather them into passages.

    base: a version id; without it the version that the others report most of.
    progress: called with 0..1 as the work goes on.
    A version of another event is set apart: it has no links, and its passages are its own.
    The order of the versions and their outlets' names change nothing but the order in which things stand.
    """
    from reader.align.aligning import aligned

    return aligned(cluster, base, progress)


def with_base(cluster: Cluster, alignment: Alignment, base: str) -> Alignment:
    """The same links and passages in the reading order of another base."""
    from reader.align.aligning import read_along

    return read_along(cluster, alignment, base)
