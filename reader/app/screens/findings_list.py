"""The list of findings: all of them, or those of some kinds, of a type, of a version, or with some words.

What the reader decides on the reading screen can be decided here too, one finding after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app.commands import BY_NAME
from reader.app.fit import shown
from reader.app.screens.filtering import FilteredFindings
from reader.app.screens.finding_lines import Drawing, details, filter_line, finding_line, progress
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Field
from reader.app.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.known import Known
    from reader.app.screens.filter import Filter
    from reader.app.signs import Signs
    from reader.collation import Collation
    from reader.findings.finding import Finding
    from reader.review.state import Decision

#: Below this height of the terminal there are no details under the list.
LOW = 16
#: What can be decided here, by the names of the reading screen's commands.
VERDICTS = ("verdict-confirmed", "verdict-dismissed", "verdict-unsure")
DECISIONS = (*VERDICTS, "note", "take-back", "save-again")


class FindingsList(FilteredFindings):
    """Answers with the id of the finding that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "keep", show=False),
        Binding("F", "back", show=False),
        *(Binding(BY_NAME[name].keys, f"decide('{name}')", id=name, show=False) for name in DECISIONS),
    ]
    DEFAULT_CSS = """
    FindingsList #filter { height: 1; }
    FindingsList #words { display: none; }
    FindingsList #words.-open { display: block; }
    FindingsList #details { height: 5; }
    FindingsList.-low #details { display: none; }
    """

    def __init__(
        self,
        collation: Collation,
        current: str | None,
        signs: Signs = UNICODE,
        *,
        decisions: Mapping[str, Sequence[Decision]] | None = None,
        chosen: Filter | None = None,
        review: Known | None = None,
        decide: Callable[[str, Finding | None], object] = lambda _, __: None,
        keymap: Mapping[str, str] | None = None,
    ) -> None:
        """current: the id of the finding that the reader is at.

        decisions: finding id -> what reviewers say of it, the reader's own first; without it, reviews are not shown.
        chosen: the filter to begin with.
        review: what is known of the review that goes on, where something can be decided.
        decide: does a command of ``DECISIONS`` for the finding under the cursor, and has ``decided`` called when done.
        keymap: the user's own keys, by command.
        """
        super().__init__(collation, signs, decisions, chosen)
        if review is not None and review.is_open:
            self.first_reviewer = review.session.reviewer
        self.kept: Filter | None = None  #: the filter whose findings the reader wants to go through from now on
        self.is_finished = False  #: whether the last verdict that was left was given here
        self._current = current
        self._review, self._decide, self._keymap = review, decide, keymap or {}
        self._told_at: int | None = None  #: where the cursor was then

    def body(self) -> Iterable[Widget]:
        """Filters, words to look for, list, details."""
        yield Drawn(self._filters, self.signs)
        yield Field(placeholder="words to look for", longest=100)
        yield Lines(self._line, self.signs, count=lambda _: len(self.listed))
        yield Drawn(self._details, self.signs)

    def compose(self) -> ComposeResult:
        """The parts get their names here, where they are known by their order."""
        head, filters, field, lines, details, foot = super().compose()
        filters.id, field.id, lines.id, details.id = "filter", "words", "list", "details"
        yield from (head, filters, field, lines, details, foot)

    def on_mount(self) -> None:
        """Begin at the current finding."""
        self.query_one(Lines).focus()
        self.query_one(Lines).show(self._where(self._current or "") or 0)

    def on_resize(self, event: Resize) -> None:
        """Low screens have no room for details."""
        self.set_class(event.size.height < LOW, "-low")

    def on_lines_moved(self) -> None:
        """The details follow the cursor; what was told is read.

        A move may be heard of only after another, with which something else was told.
        """
        self.query_one("#details").refresh()
        if self._told is not None and self.query_one(Lines).cursor != self._told_at:
            self._told = None
            self.query_one("#filter").refresh()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Go to the finding."""
        self.dismiss(self.listed[event.index].id)

    def action_keep(self) -> None:
        """Back, to go through those that are listed and no others."""
        if self.listed:
            self.kept = self.filter
            ids = [finding.id for finding in self.listed]
            self.dismiss(self._current if self._current in ids else ids[0])

    # What is decided

    def action_decide(self, name: str) -> None:
        """Decide on the finding under the cursor, or take back what was decided last, wherever that was."""
        finding = self.at
        if self._review is None or not self._review.is_open or self.query_one(Field).has_focus:
            return
        if finding is not None or name not in (*VERDICTS, "note"):
            self._decide(name, finding)

    def decided(self, findings: Iterable[Finding], told: str = "", *, loud: bool = False, go: bool = False) -> None:
        """Show what was decided on some findings. go: put the cursor on the first of them."""
        found = list(findings)
        self._look_again(found)
        at = self.query_one(Lines).cursor or 0
        self._list_again()
        there = self._where(found[0].id) if go and found else None
        self._tell(at if there is None else there, told, loud=loud)

    def advance(self, finding: Finding, *, told: str = "", loud: bool = False) -> None:
        """Show what was decided on a finding, and go on to the next that waits for a verdict, else to the next line."""
        assert self._review is not None
        at, count = self._where(finding.id) or 0, len(self.listed)
        self._look_again((finding,))
        left = next((n for n in (*range(at + 1, count), *range(at)) if self._review.left(self.listed[n])), None)
        follows = self.listed[min(at + 1, count - 1) if left is None else left].id
        self._list_again()
        if left is None:
            told = told or "All that is listed is reviewed."
        elif left < at:
            told = told or "From the beginning: this was left."
        there = self._where(follows)
        self._tell(at if there is None else there, told, loud=loud)

    def renew(self, collation: Collation) -> None:
        """There are other findings now, or other decisions on them."""
        assert self._review is not None
        before = self.at if self.query(Lines) else None
        self.collation = collation
        self._decisions = dict(self._review.decisions)
        self.__dict__.pop("_texts", None)
        self.listed = self._passing()
        if not self.query(Lines):
            return  # it is not on screen yet
        there = self._where(before.id) if before is not None else None
        cursor = self.query_one(Lines).cursor or 0
        self._tell(cursor if there is None else there, self._told[0] if self._told is not None else "")

    def _where(self, finding: str) -> int | None:
        return next((n for n, one in enumerate(self.listed) if one.id == finding), None)

    def _look_again(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            if self._review is not None:
                self._decisions[finding.id] = self._review.decisions_on(finding.id)

    def _tell(self, cursor: int, told: str, *, loud: bool = False) -> None:
        lines = self.query_one(Lines)
        lines.show(cursor)
        self._told = (told, self.parts.notice if loud else self.parts.title) if told else None
        self._told_at = lines.cursor
        self.redraw()

    # How it looks

    @property
    def _drawing(self) -> Drawing:
        return Drawing(self.collation, self.signs, self.parts, self._decisions if self._reviews else None)

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """The story, how many of how many, how many are reviewed."""
        parts, total = self.parts, len(self.collation.findings)
        count = f"{len(self.listed):,} of {total:,}" if len(self.listed) < total else f"all {total:,}"
        title = shown(self.collation.title, self.signs)
        right: list[Part] = [(count, parts.title if len(self.listed) < total else parts.quiet)]
        if self._review is not None and self._review.is_open:
            right += [("   ", parts.quiet), *progress(self._review, self.size.width, parts)]
        return [("Findings", parts.title), (f"  {title}", parts.quiet)], right

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the list; those of the filters stand beside them."""
        if self.query_one(Field).has_focus:
            return (("enter", "to the list"), ("esc", "all words"))
        narrow, rest = (("f", "only these"), ("/", "words")), (("a o c", "kinds"), ("x", "show all"))
        if self._review is None:
            return (("enter", "go to it"), ("esc", "back"), *narrow, *rest)
        faces = {name: BY_NAME[name].faces(self._keymap, ascii=self.signs.ascii)[0] for name in DECISIONS}
        verdicts = " ".join(faces[name] for name in VERDICTS)
        more = ((faces["note"], "note"), (faces["take-back"], "take back"))
        return (("enter", "go to it"), ("esc", "back"), (verdicts, "decide"), *narrow, *more, *rest)

    def _filters(self, width: int) -> Sequence[Sequence[Part]]:
        if self._told is not None:
            return ([("   ", self.parts.quiet), self._told],)
        return (filter_line(self._drawing, self.filter, width),)

    def _line(self, index: int, width: int) -> Iterator[Part]:
        return finding_line(self._drawing, self.listed[index], self.listed[index - 1] if index else None, width)

    def _details(self, width: int) -> Sequence[Sequence[Part]]:
        return details(self._drawing, self.at, width, self._review)
