"""The end of a review: what was decided, by whom, what is left, and the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType

from reader.app.fit import cut, fitted, shown
from reader.app.screens.lines import Drawn
from reader.app.screens.panel import Dialog
from reader.app.signs import UNICODE
from reader.findings.kinds import FindingKind
from reader.review.records import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.style import Style
    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.review.state import Decision

#: What is wanted next: the report, the list of the findings, that of decisions without one; None: read on.
Answer = Literal["export", "list", "vanished"]

KINDS = (FindingKind.CONTRADICTION, FindingKind.ADDITION, FindingKind.OMISSION)
#: Cells of a column of figures, and of the box.
FIGURE, BOX = 11, 72


class Summary(Dialog["Answer | None"]):
    """Answers with what is wanted next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("E,enter", "answer('export')", show=False),
        Binding("F", "answer('list')", show=False),
        Binding("v", "vanished", show=False),
        Binding("q", "back", show=False),
    ]
    DEFAULT_CSS = """
    Summary > #box { width: 72; }
    """
    #: Lines of the box that are not the table's.
    OTHER_LINES = 3

    def __init__(
        self,
        collation: Collation,
        decisions: Mapping[str, Decision],
        signs: Signs = UNICODE,
        *,
        vanished: int = 0,
        others: Mapping[str, Mapping[str, int]] | None = None,
    ) -> None:
        """decisions: finding id -> what the reviewer says of it. vanished: how many are on findings that are gone.

        others: reviewer -> how often each thing was said, for the other reviewers.
        """
        super().__init__(signs)
        self._vanished = vanished
        self._others = others or {}
        self._findings = collation.findings
        self._decisions = decisions

    def body(self) -> Iterable[Widget]:
        """What was decided, the keys."""
        table = Drawn(self._table, self.signs)
        table.id = "table"
        yield table
        yield self.key_drawn()

    def on_resize(self, event: Resize) -> None:
        """As high as what there is to tell, as far as there is room."""
        super().on_resize(event)
        lines = self._lines(min(event.size.width, BOX) - 4)
        self.query_one("#table").styles.height = max(1, min(len(lines) + 1, event.size.height - self.OTHER_LINES))

    def action_answer(self, answer: Answer) -> None:
        """Answer."""
        self.dismiss(answer)

    def action_vanished(self) -> None:
        """Show the decisions whose finding is not there any more."""
        if self._vanished:
            self.dismiss("vanished")

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        gone = (("v", "without a finding"),) if self._vanished else ()
        return (("E", "write the report"), ("F", "list"), *gone, ("esc", "read on"))

    @property
    def left(self) -> int:
        """Findings that have not been reviewed."""
        return sum(not self._reviewed(finding.id) for finding in self._findings)

    def _reviewed(self, finding: str) -> bool:
        decision = self._decisions.get(finding)
        return decision is not None and decision.is_review

    def _table(self, width: int) -> Sequence[Sequence[Part]]:
        """What fits: where that isn't all, empty lines go first, then other reviewers."""
        height, lines = self.query_one("#table").size.height, self._lines(width)
        while len(lines) > height and [] in lines:
            lines.remove([])
        return lines

    def _lines(self, width: int) -> list[list[Part]]:
        parts, signs = self.parts, self.signs
        total, left = len(self._findings), self.left
        head = f"All {total:,} findings are reviewed" if not left else f"{total - left:,} of {total:,} reviewed"
        counts: Counter[tuple[FindingKind, str]] = Counter()
        for finding in self._findings:
            decision = self._decisions.get(finding.id)
            if decision is not None and decision.verdict is not None:
                counts[finding.kind, decision.verdict.value] += 1
            elif decision is not None and decision.read:
                counts[finding.kind, "read"] += 1
            else:
                counts[finding.kind, "left"] += 1
        # on a narrow screen the kinds have signs only
        first = 18 if width >= 66 else 10 if self._others else 3
        size = max(2, min(FIGURE, (width - first) // 5))  # on one that is narrower, the last columns are not seen
        columns = (*(verdict.value for verdict in Verdict), "read", "left")
        names: list[Part] = [(" " * first, parts.quiet)]
        names += [(f"{cut(name, size - 1, signs):>{size}}", parts.quiet) for name in columns]
        lines: list[list[Part]] = [[(head, parts.title)], [], names]
        for kind in KINDS:
            sign = getattr(signs, kind.value)
            word = f"{sign} {kind.value}s" if first == 18 else sign
            told = {column: counts[kind, column] for column in columns}
            lines.append([(f"{word:{first}}", parts.sign(kind.value)), *self._figures(told, columns, size)])
        notes = sum(bool(decision.note) for decision in self._decisions.values())
        more = [f"{notes:,} note{'s' if notes != 1 else ''}"] if notes else []
        more += [f"{self._vanished:,} decided without a finding here"] if self._vanished else []
        lines += [[], [(f" {signs.dot} ".join(more), parts.quiet)]] if more else []
        lines += [[]] if self._others else []
        for reviewer, said in self._others.items():
            name = fitted(f"by {shown(reviewer, signs)}", first - 1, signs) + " "
            lines.append([(name, parts.text), *self._figures(said, columns, size)])
        return lines

    def _figures(self, counts: Mapping[str, int], columns: Sequence[str], size: int) -> Iterator[Part]:
        for column in columns:
            count = counts.get(column, 0)
            yield (
                f"{f'{count:,}' if count else self.signs.absent:>{size}}",
                (self._style(column) if count else self.parts.quiet),
            )

    def _style(self, column: str) -> Style:
        parts = self.parts
        styles = {"confirmed": parts.confirmed, "dismissed": parts.dismissed, "unsure": parts.unsure}
        return styles.get(column, parts.text)
