"""Looking closer at one finding: the evidence side by side in full, with the words that differ, and why it is there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reader.app.screens import describe
from reader.app.screens.evidence import EvidenceText
from reader.app.screens.lines import Lines, shown
from reader.app.screens.panel import Panel
from reader.app.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from reader.app.screens.columns import Line
    from reader.app.screens.lines import Part
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding


class Closer(Panel[None]):
    """The evidence of a finding."""

    def __init__(self, collation: Collation, finding: Finding, signs: Signs = UNICODE) -> None:
        super().__init__(signs)
        self.collation = collation
        self.finding = finding
        self._text_lines = lru_cache(maxsize=2)(self._compose_text)

    def body(self) -> Iterable[Widget]:
        """One text that is scrolled."""
        yield Lines(
            lambda index, width: self._text_lines(width)[index],
            self.signs,
            count=lambda width: len(self._text_lines(width)),
            chooses=False,
        )

    def on_mount(self) -> None:
        """The keys scroll; a new theme has other colours."""
        self.query_one(Lines).focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._text_lines.cache_clear())

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What it is and how sure."""
        parts, kind = self.parts, self.finding.kind.value
        sign, about = getattr(self.signs, kind), [describe.confidence(self.finding)]
        if self.finding.strength:
            about.insert(0, self.finding.strength.value)
        what = describe.what(self.finding)
        title = shown(self.collation.cluster.title, self.signs)
        return (
            [
                (f"{sign} {what}", parts.sign(kind)),
                (f"  {f' {self.signs.dot} '.join(about)}", parts.text),
                (f"    {title}", parts.quiet),
            ],
            [],
        )

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        return (("esc", "back"), ("j k", "scroll"), ("space b", "page"))

    def _compose_text(self, width: int) -> list[Line]:
        return EvidenceText(self.collation, self.finding, self.signs, self.parts).lines(width)
