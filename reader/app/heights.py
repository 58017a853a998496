"""How high the rows of single passages are, found out without making their cells. Pure.

A story may have 100,000 passages of one word, and all are measured before the first is shown: where the next one stands
depends on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.wrap import height
from reader.findings.finding import FindingKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.app.panes import Panes
    from reader.app.reading import Reading
    from reader.app.rows import View
    from reader.story import Place

#: Number of a passage and a version -> the lines of its text there.
Known = dict[tuple[int, str], int]


class Heights:
    """Measures passages of which nothing is folded, for one set of panes and one view."""

    def __init__(
        self, reading: Reading, panes: Panes, view: View, show: Callable[[str], str], known: dict[int, Known]
    ) -> None:
        """known: what has been measured of this reading, by the width; a text is as high in all views that show it."""
        self._reading, self._panes, self._show = reading, panes, show
        self._width = panes.text_width
        self._known = known.setdefault(self._width, {})
        self._on_screen = frozenset(panes.versions)
        self._omissions = FindingKind.OMISSION in view.kinds

    def passage(self, n: int) -> int:
        """Lines of the row of a passage, with the blank one under it."""
        one_line = self._reading.longest[n] <= self._width
        if not self._panes.stacked:
            if one_line:
                return 2
            return max((self._lines(n, version) for version in self._versions(n)), default=1) + 1
        versions = self._versions(n)
        lines = 2 * len(versions) if one_line else sum(self._lines(n, version) + 1 for version in versions)
        return lines + self._leaves_out(n) + 1

    def _versions(self, n: int) -> list[str]:
        """The versions on screen that have a passage."""
        return [version for version in self._reading.passages[n].sentences if version in self._on_screen]

    def _lines(self, n: int, version: str) -> int:
        """Lines of what a version has of a passage."""
        reading = self._reading
        found = self._known.get((n, version))
        if found is None:
            ids = reading.passages[n].sentences[version]
            text = self._show(text_of([reading.cluster.place(s) for s in ids]))
            found = self._known[n, version] = height(text, self._width) + any(s in reading.moved for s in ids)
        if reading.by_hand and noted_by_hand(reading, self._panes, n, version):
            found += not any(s in reading.moved for s in reading.passages[n].sentences[version])
        return found

    def _leaves_out(self, n: int) -> bool:
        """Whether a version on screen that has nothing of a passage is found to leave it out."""
        if not self._omissions:
            return False
        told = self._reading.passages[n].sentences
        return any(v in self._on_screen and v not in told for v in self._reading.leaves_out.get(n, ()))


def noted_by_hand(reading: Reading, panes: Panes, n: int, version: str) -> bool:
    """Whether the text of a version says that its passage was made by hand: the first on screen does."""
    passage = reading.passages[n]
    if passage.id not in reading.by_hand:
        return False
    return next((v for v in panes.versions if v in passage.sentences), None) == version


def text_of(places: Sequence[Place]) -> str:
    """What a cell shows of some sentences: those that follow each other in a paragraph stand in one line."""
    parts: list[str] = []
    before: Place | None = None
    for place in places:
        if before is not None:
            together = before.paragraph is place.paragraph and before.index + 1 == place.index
            parts.append(place.gap(before) if together else "\n")
        parts.append(place.text.replace("\n", " ").replace("\t", " "))
        before = place
    return "".join(parts)
