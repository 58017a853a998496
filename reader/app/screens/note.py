"""Writing a note on a finding. Leaving saves, as does ctrl+s; nothing that was typed is thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from reader.app.fit import cut, shown
from reader.app.screens import describe
from reader.app.screens.lines import Drawn
from reader.app.screens.panel import Dialog
from reader.app.signs import UNICODE
from reader.prose.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.document._document import EditResult
    from textual.document._edit import Edit
    from textual.events import Resize
    from textual.widget import Widget

    from reader.app.fit import Part
    from reader.app.signs import Signs
    from reader.findings.finding import Finding

#: A note is as long as a person writes, in characters.
LONGEST = 20_000


#: Lines of the whole box.
BOX = 12


def hides_less_at_top(first: int, last: int, height: int) -> bool:
    """Whether the box hides less of what a note is on at the top of the screen than at its foot.

    first, last: lines of the screen, the second exclusive; height: of the screen.
    """
    at_top = min(last, BOX) - first
    at_foot = last - max(first, height - BOX)
    return max(at_top, 0) < max(at_foot, 0)


class NoteArea(TextArea):
    """Some lines to write in; what is pasted is made visible."""

    DEFAULT_CSS = """
    NoteArea, NoteArea:focus { background: $surface; padding: 0 1; height: 8; }
    NoteArea .text-area--cursor { color: $input-cursor-foreground; background: $input-cursor-background; }
    """

    class Full(Message):
        """There was no room for all that was to be put in."""

    def edit(self, edit: Edit) -> EditResult:
        """Take out what commands a terminal, and what is too much."""
        room = max(0, LONGEST - len(self.text))
        wanted = visible(edit.text).replace("\t", " ")
        edit.text = wanted[:room]
        if len(wanted) > room:
            self.post_message(self.Full())
        return super().edit(edit)


class NoteEditor(Dialog["str | None"]):
    """Answers with the note, which may be empty; with None where it is as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("escape", "save", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NoteEditor, NoteEditor:ansi { align: center bottom; }
    NoteEditor.-top { align: center top; }
    NoteEditor > #box { width: 76; }
    NoteEditor #about { height: 1; }
    """
    OTHER_LINES = 5

    def __init__(self, finding: Finding, note: str, signs: Signs = UNICODE, *, at_top: bool = False) -> None:
        """note: what stands there so far. at_top: what it is on stands further down on the screen."""
        super().__init__(signs)
        self.set_class(at_top, "-top")
        self.finding = finding
        self._before = note
        self._is_full = False

    def body(self) -> Iterable[Widget]:
        """What the note is on, the note, the keys."""
        about = Drawn(self._about, self.signs)
        about.id = "about"
        yield about
        yield NoteArea(
            visible(self._before), compact=True, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False
        )
        yield self.key_drawn()

    def on_mount(self) -> None:
        """Write on at the end."""
        area = self.query_one(NoteArea)
        area.cursor_blink = False
        area.focus()
        area.move_cursor(area.document.end)

    def on_note_area_full(self) -> None:
        """Say that something was left out."""
        self._is_full = True
        self.query_one("#about", Drawn).refresh()

    def on_resize(self, event: Resize) -> None:
        """Leave the note what room there is."""
        self.query_one(NoteArea).styles.max_height = max(1, event.size.height - self.OTHER_LINES)

    @property
    def written(self) -> str | None:
        """The note as it stands; None where it is as it was."""
        text = self.query_one(NoteArea).text.strip()
        return text if text != self._before.strip() else None

    def action_save(self) -> None:
        """Leave with what is written."""
        self.dismiss(self.written)

    def action_back(self) -> None:
        """Leaving saves."""
        self.action_save()

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this dialog."""
        return (("ctrl+s esc", "save and back"), ("ctrl+z", "undo"))

    def _about(self, width: int) -> Sequence[Sequence[Part]]:
        parts, kind = self.parts, self.finding.kind.value
        if self._is_full:
            told = f"A note has at most {LONGEST:,} characters; the rest was left out."
            return ([(cut(told, width, self.signs), parts.notice)],)
        text = shown(self.finding.explanation, self.signs)
        head = f"{getattr(self.signs, kind)} {describe.what(self.finding)}  "
        return ([(head, parts.sign(kind)), (cut(text, width - len(head), self.signs), parts.quiet)],)
