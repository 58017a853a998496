"""Which version the others are compared with, where nobody chose one."""

from __future__ import annotations

from collections import Counter, defaultdict

from reader.align.bags import in_order
from reader.story import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from reader.align.links import Link
    from reader.story import Cluster

#: So many sentences are counted more in each version, of which no other reports any: a version of one or two sentences
#: is hardly the one to hold others against, though all report them.
MORE = 3


def default_base(cluster: Cluster, links: Iterable[Link], apart: Container[str]) -> str:
    """The id of the version of which the others report the largest share; none set apart, if others are left.

    The share is counted in sentences of running text, as headlines, subheadings and lists often say again what the text
    says. Ties go by what the versions say, not by where they stand.
    """
    body = Kind.BODY
    version_of = {s.id: v.id for v in cluster.versions for p in v.paragraphs for s in p.sentences}
    running = {s.id: v.id for v in cluster.versions for p in v.paragraphs if p.kind is body for s in p.sentences}
    length = Counter(running.values())
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if one in running:
                told[running[one]].add((one, version_of[other]))
    versions = [v for v in in_order(cluster) if v.id not in apart] or list(in_order(cluster))
    return max(versions, key=lambda v: len(told[v.id]) / (length[v.id] + MORE)).id
