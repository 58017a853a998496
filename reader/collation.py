"""The whole answer for one cluster: links, passages and findings put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial

from reader.align import Alignment, align, with_base
from reader.findings import in_order, search
from reader.findings.origin import Origin, origins
from reader.frozen import dataclass
from reader.story import Notice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.align.links import Apart, Link, Passage
    from reader.findings import Found
    from reader.findings.finding import Finding
    from reader.findings.history import Event
    from reader.story import Cluster

#: Called now and then during long work with what is done so far, 0..1.
Progress = Callable[[float], None]
#: What begins to search a cluster for what differs, given its alignment, and gives what waits for the answer.
Search = Callable[["Cluster", "Alignment"], Callable[[], "Found"]]


class UnknownVersionError(ValueError):
    """There is no version of that id or outlet; the message names those there are."""


@dataclass(frozen=True)
class Collation:
    """What corresponds in a cluster and what differs."""

    cluster: Cluster
    alignment: Alignment
    findings: tuple[Finding, ...]  #: in the order of reading
    origins: Mapping[str, Origin]  #: version id -> who wrote it first, where the text says so
    #: What happened from revision to revision, where the versions are read as revisions of one article. Their findings
    #: are then a history too: additions and omissions against the revision before.
    history: tuple[Event, ...] | None = None
    #: How less was compared than there is to compare, where the cluster is too large: docs/limits.md.
    bounds: tuple[Notice, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What whoever reads the findings is to know: what was left out, cut, or not looked at."""
        return (*self.cluster.notices, *self.bounds)

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
    def title(self) -> str:
        """The story's title; where it would be the headline of a version that reports another event, another one's."""
        title, apart = self.cluster.title, self.off_event
        told = sorted(self.cluster.versions, key=lambda version: version.id != self.base)
        theirs = {version.headline for version in told if version.id in apart}
        ours = [version.headline for version in told if version.id not in apart and version.headline]
        return ours[0] if title in theirs and title not in ours and ours else title

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The versions of which nothing is told that they add or leave out, as they are in another language."""
        from reader.findings.foreign import foreign

        return foreign(self.cluster, self.alignment)

    @cached_property
    def passage_of(self) -> Mapping[str, Passage]:
        """Sentence id -> the passage that it is in."""
        return {s: p for p in self.passages for ids in p.sentences.values() for s in ids}

    def compared(self, version: str) -> str:
        """The id of the version that one is compared with: the base, or the revision before; its own for the first."""
        return self.base if self.history is None else self._before.get(version, version)

    @cached_property
    def _before(self) -> Mapping[str, str]:
        from reader.align.revisions import sequence

        revisions = [version.id for version in sequence(self.cluster) if version.id not in self.off_event]
        return dict(zip(revisions[1:], revisions, strict=False))


def collate(
    cluster: Cluster,
    base: str | None = None,
    *,
    revisions: bool = False,
    progress: Progress | None = None,
    searching: Search | None = None,
) -> Collation:
    """Align the versions of a cluster and find what differs.

    base: a version's id or outlet; without it the cluster's own, else the one that the others report most of.
    revisions: read the versions as successive revisions of one article, by time of publication or else as displayed:
    each is compared with the one before it, and the base, which gives the order of reading, is the first.
    progress: called with 0..1 as the work goes on.
    searching: what searches for what differs, where that is not to be done here.
    Raises UnknownVersionError, a ValueError, where there is no such version. Deterministic; the order of the versions
    changes only the display.
    """
    if base or not revisions:
        chosen = resolve_base(cluster, base)
    else:
        from reader.align.revisions import sequence

        chosen = sequence(cluster)[0].id
    return _answer(cluster, align(cluster, chosen, progress=progress), revisions, searching)


def rebased(collation: Collation, base: str) -> Collation:
    """The same collation against another base; cheaper than collating again."""
    chosen = resolve_base(collation.cluster, base)
    if chosen is None:
        return collation
    alignment = with_base(collation.cluster, collation.alignment, chosen)
    return _answer(collation.cluster, alignment, collation.history is not None)


def realigned(collation: Collation, alignment: Alignment) -> Collation:
    """The same collation with other links and passages, and the findings that follow from them."""
    found = search(collation.cluster, alignment)
    findings, history, bounds = _found(collation.cluster, alignment, collation.history is not None, *found)
    return Collation(collation.cluster, alignment, findings, collation.origins, history, bounds)


def resolve_base(cluster: Cluster, base: str | None) -> str | None:
    """The id of the version that is meant by an id or an outlet; None leaves the choice to the alignment."""
    if base is None:
        return cluster.base
    for version in cluster.versions:
        if base in (version.id, version.outlet):
            return version.id
    names = ", ".join(f"{v.id} ({v.outlet})" for v in cluster.versions)
    raise UnknownVersionError(f"no version {base!r} in this cluster; there are {names}")


def _answer(cluster: Cluster, alignment: Alignment, revisions: bool, searching: Search | None = None) -> Collation:
    found = searching(cluster, alignment) if searching else partial(search, cluster, alignment)
    wrote = origins(cluster)
    findings, history, bounds = _found(cluster, alignment, revisions, *found())
    return Collation(cluster, alignment, findings, wrote, history, bounds)


def _found(
    cluster: Cluster, alignment: Alignment, revisions: bool, findings: tuple[Finding, ...], reached: tuple[str, ...]
) -> tuple[tuple[Finding, ...], tuple[Event, ...] | None, tuple[Notice, ...]]:
    bounds = tuple(Notice("comparison", told) for told in (*alignment.bounds, *reached))
    if not revisions:
        return findings, None, bounds
    from reader.findings.history import findings_of, history

    told, events = findings_of(cluster, history(cluster, alignment, findings), findings)
    return in_order(cluster, alignment, told), events, bounds
