"""The whole answer for one cluster: links, passages and findings put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.align import Alignment, align, with_base
from reader.findings import find
from reader.findings.origin import Origin, origins

if TYPE_CHECKING:
    from reader.align.links import Apart, Link, Passage
    from reader.findings.finding import Finding
    from reader.story import Cluster

#: Called now and then during long work with what is done so far, 0..1.
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Collation:
    """What corresponds in a cluster and what differs."""

    cluster: Cluster
    alignment: Alignment
    findings: tuple[Finding, ...]  #: in the order of reading
    origins: Mapping[str, Origin]  #: version id -> who wrote it first, where the text says so

    @property
    def base(self) -> str:
        """The id of the version that the others are compared with."""
        return self.alignment.base

    @property
    def links(self) -> tuple[Link, ...]:
        """The alignment's links."""
        return self.alignment.links

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The alignment's passages, in the order of reading."""
        return self.alignment.passages

    @property
    def off_event(self) -> Mapping[str, Apart]:
        """Version id -> why that version seems to report another event."""
        return self.alignment.off_event

    @cached_property
    def passage_of(self) -> Mapping[str, Passage]:
        """Sentence id -> the passage that it is in."""
        return {s: p for p in self.passages for ids in p.sentences.values() for s in ids}


def collate(cluster: Cluster, base: str | None = None, *, progress: Progress | None = None) -> Collation:
    """Align the versions of a cluster and find what differs.

    base: a version's id or outlet; without it the cluster's own, else the one with the most in common with the others.
    progress: called with 0..1 as the work goes on.
    Raises ValueError where there is no such version. Deterministic; the order of the versions changes only the display.
    """
    alignment = align(cluster, resolve_base(cluster, base), progress=progress)
    return _answer(cluster, alignment)


def rebased(collation: Collation, base: str) -> Collation:
    """The same collation against another base; cheaper than collating again."""
    chosen = resolve_base(collation.cluster, base)
    if chosen is None:
        return collation
    return _answer(collation.cluster, with_base(collation.cluster, collation.alignment, chosen))


def resolve_base(cluster: Cluster, base: str | None) -> str | None:
    """The id of the version that is meant by an id or an outlet; None leaves the choice to the alignment."""
    if base is None:
        return cluster.base
    for version in cluster.versions:
        if base in (version.id, version.outlet):
            return version.id
    names = ", ".join(f"{v.id} ({v.outlet})" for v in cluster.versions)
    raise ValueError(f"no version {base!r} in this cluster; there are {names}")


def _answer(cluster: Cluster, alignment: Alignment) -> Collation:
    return Collation(cluster, alignment, find(cluster, alignment), origins(cluster))
