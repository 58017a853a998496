"""Which passages tell something, and in which versions: found out once, however often the panes slide. Pure."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Telling:
    """The passages of a cluster for some versions, in an order."""

    def __init__(self, told: Sequence[Sequence[str]], order: Sequence[str]) -> None:
        """told: for each passage the versions in which it tells something."""
        self._places: Mapping[str, int] = {version: n for n, version in enumerate(order)}
        self._told = [[version for version in versions if version in self._places] for versions in told]
        self._before = [0, *accumulate(map(bool, self._told))]

    def count(self, first: int, end: int) -> int:
        """How many of the passages ``first`` to ``end`` (exclusive) tell something in one of the versions."""
        return self._before[end] - self._before[first]

    def versions(self, first: int, end: int) -> tuple[str, ...]:
        """The versions in which they do."""
        return tuple(sorted(set().union(*self._told[first:end]), key=self._places.__getitem__))
