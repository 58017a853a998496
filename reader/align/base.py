"""Which version the others are compared with, where nobody chose one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.align.bags import in_order

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from reader.align.links import Link
    from reader.story import Cluster


def default_base(cluster: Cluster, links: Iterable[Link], apart: Container[str]) -> str:
    """The id of the version with the most in common with the others; none set apart, if others are left.

    In common is the number of a version's sentences that another version reports too, summed over the others. Ties go by
    what the versions say, not by where they stand.
    """
    shared: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        one, other = cluster.place(link.a).version.id, cluster.place(link.b).version.id
        shared[one].add((link.a, other))
        shared[other].add((link.b, one))
    versions = [v for v in in_order(cluster) if v.id not in apart] or list(in_order(cluster))
    return max(versions, key=lambda v: len(shared[v.id])).id
