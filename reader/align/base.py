"""Which version the others are compared with, where nobody chose one."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, sqrt

from reader.align.bags import in_order
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from reader.align.links import Link
    from reader.story import Cluster


def default_base(cluster: Cluster, links: Iterable[Link], apart: Container[str]) -> str:
    """The id of the version nearest to the others; none set apart, if others are left.

    How near another version is: the number of this one's sentences of running text that the other reports too, divided
    by the geometric mean of both lengths in such sentences, so that being long makes no version near. Headlines,
    subheadings and lists often say again what the text says. Ties go by what the versions say, not by where they stand.
    """
    version_of: dict[str, str] = {}
    running: set[str] = set()
    length: Counter[str] = Counter()
    for version in cluster.versions:
        for paragraph in version.paragraphs:
            ids = [sentence.id for sentence in paragraph.sentences]
            version_of |= dict.fromkeys(ids, version.id)
            if paragraph.kind is Kind.BODY:
                running.update(ids)
                length[version.id] += len(ids)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if one in running:
                shared[version_of[one], version_of[other]].add(one)

    def near(version: str) -> float:
        return fsum(
            len(found) / sqrt(length[version] * max(1, length[other]))
            for (one, other), found in shared.items()
            if one == version
        )

    versions = [v for v in in_order(cluster) if v.id not in apart] or list(in_order(cluster))
    return max(versions, key=lambda v: near(v.id)).id
