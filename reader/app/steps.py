"""In which order a reader goes through the findings. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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


def steps(reading: Reading, order: Sequence[str], kinds: frozenset[FindingKind], only: str | None = None) -> list[Step]:
    """The findings that are shown, from the first passage to the last; in one passage contradictions come first.

    order: the versions that are not hidden; a finding none of them is part of is left out. only: the zoomed version.
    """
    column = {version: n for n, version in enumerate(order)}
    found = []
    for n, finding in enumerate(reading.findings):
        concerned = [v for v in versions_of(finding) if v in column]
        if finding.kind not in kinds or not concerned or (only is not None and only not in concerned):
            continue
        numbers = reading.numbers(finding)
        if numbers:
            found.append(Step((numbers[0], _RANK[finding.kind], min(column[v] for v in concerned), n), finding))
    return sorted(found, key=lambda step: step.key)


def step_from(
    found: Sequence[Step],
    current: Finding | None,
    passage: int,
    forward: bool,
    wanted: Callable[[Finding], bool] = lambda finding: True,
) -> Step | None:
    """The next or the previous step from the current finding, or where there is none, from a passage.

    Without a current finding the passage's own findings come next going forward. None at the end.
    """
    at = next((step.key for step in found if current is not None and step.finding.id == current.id), None)
    keys = [step.key for step in found]
    if forward:
        start = bisect_right(keys, at) if at is not None else bisect_left(keys, (passage,))
        return next((step for step in found[start:] if wanted(step.finding)), None)
    end = bisect_left(keys, at if at is not None else (passage,))
    return next((step for step in reversed(found[:end]) if wanted(step.finding)), None)
