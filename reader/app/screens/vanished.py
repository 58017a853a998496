"""Verdicts and notes whose finding is not there any more: what they were given on, and why it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.fit import fitted, shown
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Panel
from reader.app.signs import UNICODE
from reader.app.wrap import wrap
from reader.export.view import when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.review.matching import Vanished

#: Cells of the verdict before the words.
VERDICT = 11


class VanishedList(Panel["str | None"]):
    """Answers with the id of the finding that seems to have taken the place of the chosen one."""

    DEFAULT_CSS = "VanishedList #details { height: 7; }"

    def __init__(self, vanished: Sequence[Vanished], signs: Signs = UNICODE) -> None:
        super().__init__(signs)
        self._vanished = vanished

    def body(self) -> Iterable[Widget]:
        """The verdicts, and what is known of the one under the cursor."""
        yield Lines(self._line, self.signs, count=lambda _: len(self._vanished))
        details = Drawn(self._details, self.signs)
        details.id = "details"
        yield details

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(Lines).focus()
        self.query_one(Lines).show(0)

    def on_lines_moved(self) -> None:
        """The details follow the cursor."""
        self.query_one("#details").refresh()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to the finding in its place, where there is one."""
        successor = self._vanished[event.index].successor
        if successor is not None:
            self.dismiss(successor)

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What this is, and how many there are."""
        count = f"{len(self._vanished):,}"
        return [("Decisions without a finding here", self.parts.title)], [(count, self.parts.quiet)]

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        return (("enter", "the finding in its place"), ("esc", "back"), ("j k", "scroll"))

    def _line(self, index: int, width: int) -> Iterator[Part]:
        gone = self._vanished[index]
        verdict = gone.decision.verdict.value if gone.decision.verdict else "read" if gone.decision.read else "noted"
        yield fitted(verdict, VERDICT, self.signs) + " ", getattr(self.parts, verdict, self.parts.quiet)
        words = "  /  ".join(dict.fromkeys(w.words for w in gone.decision.words)) or gone.finding
        yield shown(words, self.signs), self.parts.text

    def _details(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs = self.parts, self.signs
        cursor = self.query_one(Lines).cursor
        lines: list[list[Part]] = [[(signs.rule * width, parts.rule)]]
        if cursor is None or cursor >= len(self._vanished):
            return lines
        gone = self._vanished[cursor]
        why = f"{gone.why}; kept, {when(gone.decision.time)}"
        lines.append([("   ", parts.text), (shown(why, signs), parts.notice)])
        told = [f"{w.outlet}: {w.sentence}" for w in gone.decision.words]
        told += [f"{signs.note} {gone.decision.note}"] if gone.decision.note else []
        for text in (shown(one, signs) for one in told):
            lines += [[("   " + text[start:end], parts.text)] for start, end in wrap(text, width - 5)]
        return lines
