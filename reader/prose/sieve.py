"""Many short lines searched at once: of 100,000, one search finds the few of which a question need be asked."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence


class Sieve:
    """Lines, none of which holds a line feed, as one text. Lines are named by their numbers, from 0."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.whole = "\n".join(lines)
        self._ends: list[int] = []  #: where the line after each one begins; counted when something is found

    def folded(self) -> Sieve:
        """The same lines in lower case, as ``str.casefold`` gives it."""
        return Sieve(self.whole.casefold().split("\n"))

    def having(self, key: str) -> list[int]:
        """The lines in which some letters stand, in order."""
        lines, last = self.lines, len(self.lines) - 1
        found: list[int] = []
        at = self.whole.find(key)
        while at >= 0:
            n = self.line(at)
            found.append(n)
            while n < last and key in lines[n + 1]:  # where one has it the next may, too
                n += 1
                found.append(n)
            at = self.whole.find(key, self._ends[n])
        return found

    def matching(self, pattern: re.Pattern[str]) -> list[int]:
        """The lines in which a pattern is found, in order; it must not match a line feed, nor ask what is beside it."""
        lines, last, search = self.lines, len(self.lines) - 1, pattern.search
        found: list[int] = []
        hit = search(self.whole)
        while hit:
            n = self.line(hit.start())
            found.append(n)
            while n < last and search(lines[n + 1]):
                n += 1
                found.append(n)
            hit = search(self.whole, self._ends[n])
        return found

    def line(self, at: int) -> int:
        """The line in which a character of the whole text stands."""
        if not self._ends:
            self._ends = list(accumulate(len(line) + 1 for line in self.lines))
        return bisect_right(self._ends, at)

    def end(self, line: int) -> int:
        """Where a line ends in the whole text."""
        return self._ends[line] - 1
