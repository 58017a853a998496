"""In which order a reader goes through the findings. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from reader.app.reading import versions_of
from reader.findings.kinds import FindingKind
from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.app.reading import Reading
    from reader.findings.finding import Finding

#: The loudest first.
_RANK = {FindingKind.CONTRADICTION: 0, FindingKind.ADDITION: 1, FindingKind.OMISSION: 2}


#: Number of the passage, rank of the kind, column of the version, number of the finding; or the beginning of such.
Key = tuple[int, ...]


class Step(NamedTuple):
    """A finding and where it stands in the order."""

    key: Key
    finding: Finding

    @property
    def passage(self) -> int:
        """The number of the passage that the finding is about."""
        return self.key[0]


class Steps:
    """The findings that are shown, from the first passage to the last; in one passage contradictions come first."""

    def __init__(
        self,
        reading: Reading,
        order: Sequence[str],
        kinds: frozenset[FindingKind],
        only: str | None = None,
        chosen: frozenset[str] | None = None,
    ) -> None:
        """order: the versions that are not hidden: findings of others are left out. only: the zoomed version.

        chosen: ids of the findings that are gone through; None: all.
        """
        column = {version: n for n, version in enumerate(order)}
        wanted = None if only is None else column.get(only, -1)
        found = []
        for n, finding in enumerate(reading.findings):
            if finding.kind not in kinds:
                continue
            if chosen is not None and chosen.isdisjoint((finding.id, *finding.also)):
                continue
            concerned = [column[v] for v in versions_of(finding) if v in column]
            if not concerned or (wanted is not None and wanted not in concerned):
                continue
            number = reading.number(finding)
            if number is not None:
                found.append(Step((number, _RANK[finding.kind], min(concerned), n), finding))
        found.sort()  # by the key: no two are equal
        self.all: tuple[Step, ...] = tuple(found)
        #: The numbers of the passages that each kind is found in, in order.
        self.places: dict[FindingKind, list[int]] = {kind: [] for kind in FindingKind}
        for step in self.all:
            places = self.places[step.finding.kind]
            if not places or places[-1] != step.key[0]:
                places.append(step.key[0])
        self._keys: list[Key] = [step.key for step in self.all]
        self._at = {step.finding.id: n for n, step in enumerate(self.all)}
        seen = dict.fromkeys(FindingKind, 0)
        self._number: dict[str, int] = {}
        for step in self.all:
            kind = step.finding.kind
            seen[kind] += 1
            self._number[step.finding.id] = seen[kind]
        self.counts = seen

    def __contains__(self, finding: Finding) -> bool:
        return finding.id in self._at

    def number(self, finding: Finding) -> int | None:
        """Which of its kind a finding is, from 1; None where it is not shown."""
        return self._number.get(finding.id)

    def first_in(self, first: int, end: int) -> Finding | None:
        """The first finding about one of the passages ``first`` to ``end`` (exclusive)."""
        at = bisect_left(self._keys, (first,))
        return self.all[at].finding if at < len(self.all) and self.all[at].passage < end else None

    def loudest_in(self, first: int, end: int) -> FindingKind | None:
        """Of the findings about one of the passages ``first`` to ``end`` (exclusive), the kind that matters most."""
        for kind in _RANK:
            places = self.places[kind]
            at = bisect_left(places, first)
            if at < len(places) and places[at] < end:
                return kind
        return None

    def key(self, finding: Finding | None, passage: int) -> Key:
        """Where one is: at a finding, or where that is not shown, before the findings of a passage."""
        at = self._at.get(finding.id) if finding is not None else None
        return (passage,) if at is None else self._keys[at]

    def around(self, key: Key) -> Iterator[Step]:
        """All steps, those after a place first, then from the beginning."""
        at = bisect_right(self._keys, key)
        yield from islice(self.all, at, None)
        yield from islice(self.all, at)

    def after(self, key: Key, forward: bool) -> Step | None:
        """The next or the previous step from there; None at the end."""
        at = bisect_right(self._keys, key) if forward else bisect_left(self._keys, key) - 1
        return self.all[at] if 0 <= at < len(self.all) else None
