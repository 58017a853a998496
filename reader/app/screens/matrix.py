"""Who reports what: the passages down the side, the versions across, and a sign where they meet."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from reader.app.fit import fitted, shown
from reader.app.reading import Reading
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Panel
from reader.app.signs import UNICODE
from reader.findings.kinds import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.widget import Widget

    from reader.align.links import Passage
    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.collation import Collation

#: Cells of the text of a passage: at least, where there are many versions; and where names are not cut for it.
TEXT, ROOMY = 24, 34
#: Cells of a version's column: with its whole name at least and at most, with its name cut, with its number only.
SIGN, WIDEST, NAMED, NUMBERED = 5, 26, 12, 3


class Matrix(Panel["str | None"]):
    """Answers with the id of the passage to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("M", "back", show=False),
        Binding("l,right", "slide(1)", show=False),
        Binding("h,left", "slide(-1)", show=False),
        Binding("s", "sort", show=False),
    ]
    DEFAULT_CSS = "Matrix #who { height: 3; }"

    def __init__(self, collation: Collation, current: str | None, signs: Signs = UNICODE) -> None:
        """current: the id of the passage that the reader is at."""
        super().__init__(signs)
        self.collation = collation
        self.reading = Reading(collation.cluster, collation)
        self._current = current
        self._slid = 0
        self._by_coverage = False
        self.rows: tuple[Passage, ...] = self._telling

    def body(self) -> Iterable[Widget]:
        """Heads, table, who."""
        yield Drawn(self._heads, self.signs)
        yield Lines(self._line, self.signs, count=lambda _: len(self.rows))
        who = Drawn(self._who, self.signs)
        who.id = "who"
        yield who

    def on_mount(self) -> None:
        """Begin at the current passage."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.show(next((n for n, passage in enumerate(self.rows) if passage.id == self._current), 0))

    # What there is

    @cached_property
    def _telling(self) -> tuple[Passage, ...]:
        """The passages that report something."""
        reading = self.reading
        return tuple(
            passage
            for n, passage in enumerate(self.collation.passages)
            if any(v not in reading.furniture[n] and v not in reading.metadata[n] for v in passage.sentences)
        )

    @cached_property
    def _signs_of(self) -> dict[str, dict[str, FindingKind]]:
        """Passage id -> version -> the kind of its finding there, the strongest where there are several."""
        found: dict[str, dict[str, FindingKind]] = defaultdict(dict)
        passage_of = self.collation.passage_of
        for finding in self.collation.findings:
            if finding.kind is not FindingKind.CONTRADICTION and finding.version is not None:
                for sentence in finding.sentences:
                    found[passage_of[sentence].id].setdefault(finding.version, finding.kind)
        for finding in self.collation.findings:
            for evidence in (evidence for side in finding.sides for evidence in side.evidence):
                found[passage_of[evidence.sentence].id][evidence.version] = finding.kind
        return found

    def action_slide(self, step: int) -> None:
        """Show other versions where there are more than fit."""
        lines = self.query_one(Lines)
        sizes, _ = self._columns(lines.text_width)
        self._slid = min(max(0, self._slid + step), len(self.reading.order) - len(sizes))
        lines.refresh()
        self.redraw()

    def action_sort(self) -> None:
        """What most versions report first, or the order of reading again."""
        lines = self.query_one(Lines)
        at = self.rows[lines.cursor] if lines.cursor is not None else None
        self._by_coverage = not self._by_coverage
        self.rows = self._telling
        if self._by_coverage:
            self.rows = tuple(sorted(self._telling, key=lambda passage: -len(passage.sentences)))
        lines.show(self.rows.index(at) if at is not None else 0)
        self.redraw()

    def on_lines_moved(self) -> None:
        """Who reports it follows the cursor."""
        self.query_one("#who").refresh()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to the passage."""
        self.dismiss(self.rows[event.index].id)

    # How it looks

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What this is, how many passages and versions."""
        parts = self.parts
        title = shown(self.collation.title, self.signs)
        count = f"{len(self.rows):,} passages, {len(self.reading.order):,} versions"
        return [("Who reports what", parts.title), (f"  {title}", parts.quiet)], [(count, parts.quiet)]

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        order = "order of reading" if self._by_coverage else "most reported first"
        return (("enter", "go to it"), ("esc", "back"), ("s", order), ("h l", "other versions"))

    def _columns(self, width: int) -> tuple[Mapping[str, int], bool]:
        """The versions that are shown with the cells of their columns, and whether there is room for their names.

        The base, and others from where it was slid to. Each column is as wide as its name, where there is room for all;
        else all are alike, and the names cut; else there are numbers.
        """
        order = self.reading.order
        for gap in (2, 1):
            sizes = {version: max(SIGN, min(WIDEST, cell_len(self._outlet(version)) + gap)) for version in order}
            if sum(sizes.values()) <= width - ROOMY:
                return sizes, True
        if width - TEXT >= NAMED * len(order):
            return dict.fromkeys(order, NAMED), True
        count = max(1, (width - TEXT) // NUMBERED)
        if count >= len(order):
            return dict.fromkeys(order, NUMBERED), False
        first = min(1 + self._slid, len(order) - count + 1)
        return dict.fromkeys((order[0], *order[first : first + count - 1]), NUMBERED), False

    def _heads(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs = self.parts, self.signs
        sizes, named = self._columns(max(1, width - 2))
        line: list[Part] = [(" ", parts.quiet)]
        for version, size in sizes.items():
            number = f"{self.reading.order.index(version) + 1}"
            name = self._outlet(version) if named else number
            line.append((fitted(name, size - 1, signs) + " ", parts.title))
        means = f"{signs.reported} reports it   {signs.absent} does not"
        if sum(cell_len(text) for text, _ in line) + cell_len(means) < width:
            line.append((means, parts.quiet))
        return (line,)

    def _outlet(self, version: str) -> str:
        return shown(self.collation.cluster.version(version).outlet, self.signs)

    def _line(self, index: int, width: int) -> Iterator[Part]:
        parts, signs, passage = self.parts, self.signs, self.rows[index]
        sizes, _ = self._columns(width)
        kinds = self._signs_of.get(passage.id, {})
        for version, size in sizes.items():
            kind = kinds.get(version)
            if kind is not None:
                sign, style = getattr(signs, kind.value), parts.sign(kind.value)
            elif version in passage.sentences:
                sign, style = signs.reported, parts.text
            else:
                sign, style = signs.absent, parts.quiet
            yield sign + " " * (size - 1), style
        yield self._text(passage), parts.text

    def _text(self, passage: Passage) -> str:
        """Its words, as the first version in the order of display has them."""
        version = next(version for version in self.reading.order if version in passage.sentences)
        words = " ".join(self.collation.cluster.place(i).text for i in passage.sentences[version])
        return shown(words, self.signs)

    def _who(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs, cursor = self.parts, self.signs, self.query_one(Lines).cursor
        rule: list[Part] = [(signs.rule * width, parts.rule)]
        if cursor is None or cursor >= len(self.rows):
            return (rule, [(" Nothing is reported.", parts.quiet)])
        passage, cluster = self.rows[cursor], self.collation.cluster
        _, named = self._columns(max(1, width - 2))
        lines = [rule]
        for label, reports in (("reported by", True), ("not by", False)):
            names = [
                cluster.version(v).outlet if named else f"{n} {cluster.version(v).outlet}"
                for n, v in enumerate(self.reading.order, start=1)
                if (v in passage.sentences) is reports
            ]
            said = shown(", ".join(names), signs) or "none"
            head = f" {label:12}"
            lines.append([(head, parts.quiet), (fitted(said, width - cell_len(head) - 1, signs), parts.text)])
        return lines
