"""In which order a reader goes through the findings. Pure."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.app.reading import versions_of
from reader.findings.finding import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.app.reading import Reading

_RANK = {FindingKind.CONTRADICTION: 0, FindingKind.ADDITION: 1, FindingKind.OMISSION: 2}


class Step(NamedTuple):
    """A finding and where it stands in the order."""

    key: tuple[int, int, int, int]
    finding: Finding

    @property
    def passage(self) -> int:
        """The number of the passage that the finding is about."""
        return self.key[0]


class Steps:
    """The findings that are shown, from the first passage to the last; in one passage contradictions come first."""

    def __init__(
        self, reading: Reading, order: Sequence[str], kinds: frozenset[FindingKind], only: str | None = None
    ) -> None:
        """order: the versions that are not hidden: findings of others are left out. only: the zoomed version."""
        column = {version: n for n, version in enumerate(order)}
        found = []
        for n, finding in enumerate(reading.findings):
            concerned = [column[v] for v in versions_of(finding) if v in column]
            if finding.kind not in kinds or not concerned or (only is not None and column.get(only) not in concerned):
                continue
            numbers = reading.numbers(finding)
            if numbers:
                found.append(Step((numbers[0], _RANK[finding.kind], min(concerned), n), finding))
        self.all: tuple[Step, ...] = tuple(sorted(found, key=lambda step: step.key))
        self._keys = [step.key for step in self.all]
        self._at = {step.finding.id: n for n, step in enumerate(self.all)}
        self.counts = {kind: sum(step.finding.kind is kind for step in self.all) for kind in FindingKind}
        seen = dict.fromkeys(FindingKind, 0)
        self._number: dict[str, int] = {}
        for step in self.all:
            seen[step.finding.kind] += 1
            self._number[step.finding.id] = seen[step.finding.kind]

    def __contains__(self, finding: Finding) -> bool:
        return finding.id in self._at

    def number(self, finding: Finding) -> int | None:
        """Which of its kind a finding is, from 1; None where it is not shown."""
        return self._number.get(finding.id)

    def first_in(self, first: int, end: int) -> Finding | None:
        """The first finding about one of the passages ``first`` to ``end`` (exclusive)."""
        at = bisect_left(self._keys, (first,))
        return self.all[at].finding if at < len(self.all) and self.all[at].passage < end else None

    def after(
        self,
        current: Finding | None,
        passage: int,
        forward: bool,
        wanted: Callable[[Finding], bool] = lambda finding: True,
    ) -> Step | None:
        """The next or the previous step from the current finding, or where there is none, from a passage.

        Without a current finding the passage's own findings come next going forward. None at the end.
        """
        at = self._at.get(current.id) if current is not None else None
        if forward:
            start = bisect_left(self._keys, (passage,)) if at is None else at + 1
            return next((step for step in islice(self.all, start, None) if wanted(step.finding)), None)
        end = bisect_left(self._keys, (passage,)) if at is None else at
        return next((self.all[n] for n in range(end - 1, -1, -1) if wanted(self.all[n].finding)), None)
