"""A cluster on its way to the screen: what was asked for, the work on it, its review, and what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.reviewing import Review
from reader.app.work import Work
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.app.options import ReaderOptions
    from reader.app.prepared import Prepared
    from reader.app.work import Load
    from reader.collation import Collation, Progress
    from reader.story import Cluster, Notice


class Place(NamedTuple):
    """Where somebody was in a cluster."""

    finding: str | None
    sentence: str | None


class Opening:
    """One cluster that is opened; another one has another."""

    place: Place | None = None  #: where to go on, once the versions are compared

    def __init__(
        self,
        load: Load,
        options: ReaderOptions,
        notices: Iterable[Notice] = (),
        *,
        collate: Callable[[Cluster, Progress], Collation] | None = None,
        remembers: bool = False,
    ) -> None:
        """load: gives the cluster; runs in a thread, from now on. notices: what went wrong before. collate: for tests.

        remembers: whether it is put on the list of what was opened lately.
        """
        self.options = options
        self.notices = list(notices)
        self.review = Review(
            options.paths, options.reviewer, beside=options.beside, disagreements=options.disagreements
        )
        self.work = Work()
        self._compare = collate or partial(_collate, options.base, options.revisions)
        self._remembers = remembers
        self.work.open(load, self._prepare)

    def _prepare(self, cluster: Cluster, progress: Progress) -> Prepared:
        prepared = self.review.open(self._compare(cluster, progress))
        if self._remembers:
            from reader.app.recent import remember

            count, findings = len(cluster.versions), len(prepared.collation.findings)
            remember(self.options.paths, prepared.collation.title, count, findings, revisions=self.options.revisions)
        return prepared


def is_answer(error: BaseException) -> bool:
    """Whether an error tells of what was asked for, and what to do; not one of our own, which may be any other."""
    from reader.collation import UnknownVersionError
    from reader.review.places import PlaceError
    from reader.sources.errors import SourceError

    return isinstance(error, (SourceError, UnknownVersionError, PlaceError))


def load_paths(options: ReaderOptions) -> Load:
    """What loads the paths of the command line."""

    def load(first: Callable[[Cluster], None]) -> Cluster:
        from reader import sources  # while the main thread sets up the terminal

        within = options.confinement.root if options.confinement else None
        return sources.load(*options.paths, strict=options.strict, first=first, within=within)

    return load


def _collate(base: str | None, revisions: bool, cluster: Cluster, progress: Progress) -> Collation:
    from reader.collation import collate  # what the first paint doesn't need is imported after it

    return collate(cluster, base, revisions=revisions, progress=progress)
