"""Which version the others are compared with, where nobody chose one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.align.bags import in_order
from reader.story import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from reader.align.links import Link
    from reader.story import Cluster


def default_base(cluster: Cluster, links: Iterable[Link], apart: Container[str]) -> str:
    """The id of the version with the most in common with the others; none set apart, if others are left.

    In common is the number of its sentences of running text that another version reports too, summed over the others:
    headlines, subheadings and lists often say again what the text says. Ties go by what the versions say, not by where
    they stand.
    """
    version_of: dict[str, str] = {}
    running: set[str] = set()
    for version in cluster.versions:
        for paragraph in version.paragraphs:
            ids = [sentence.id for sentence in paragraph.sentences]
            version_of |= dict.fromkeys(ids, version.id)
            if paragraph.kind is Kind.BODY:
                running.update(ids)
    shared: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if one in running:
                shared[version_of[one]].add((one, version_of[other]))
    versions = [v for v in in_order(cluster) if v.id not in apart] or list(in_order(cluster))
    return max(versions, key=lambda v: len(shared[v.id])).id
