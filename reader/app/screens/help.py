"""All commands with their keys, and what the signs mean, to be searched; enter runs the command under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.binding import Binding, BindingType

from reader.app.fit import fitted
from reader.app.screens.legend import Meaning, meanings
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Field, Panel
from reader.app.search import fold
from reader.app.signs import UNICODE
from reader.app.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.widget import Widget
    from textual.widgets import Input

    from reader.app.fit import Part
    from reader.app.signs import Signs

#: Cells of the columns; on a small screen the keys have fewer.
KEYS, FEW_KEYS, TITLE = 20, 11, 28
#: Those of the name of a sign, where the screen is narrow: what it means is more than its name.
SHORT_TITLE = 15
SMALL = 60
#: Lines for the explanation at the bottom.
ABOUT = 2
#: Below this width the explanations have no column of their own; that of the cursor's line always stands at the bottom.
NARROW = 110


class Command(Protocol):
    """What the help needs to know of a command."""

    @property
    def name(self) -> str:
        """What it is called in the configuration."""
        ...

    @property
    def title(self) -> str:
        """What it is called here."""
        ...

    @property
    def group(self) -> str:
        """Under which heading it stands."""
        ...

    @property
    def help(self) -> str:
        """What it does, in a sentence."""
        ...

    @property
    def listed(self) -> bool:
        """Whether it is listed."""
        ...

    def faces(self, keymap: Mapping[str, str] | None = None, *, ascii: bool = False) -> tuple[str, ...]:
        """Its keys as a person would write them."""
        ...


class Help(Panel["str | None"]):
    """Answers with the name of the command to run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    DEFAULT_CSS = f"""
    Help #about {{ height: {ABOUT}; }}
    """

    def __init__(self, commands: Sequence[Command], keymap: Mapping[str, str], signs: Signs = UNICODE) -> None:
        """keymap: the user's own keys, by command."""
        super().__init__(signs)
        self._keymap = keymap
        self._commands = [command for command in commands if command.listed]
        self._meanings = meanings(signs)
        self.rows: list[Command | Meaning | str] = []  #: headings, commands and signs, as they are listed
        self._list("")

    def body(self) -> Iterable[Widget]:
        """What to look for, the list, what the command under the cursor does."""
        yield Field(placeholder="type to search")
        yield Lines(
            self._line,
            self.signs,
            count=lambda _: len(self.rows),
            choosable=lambda index: not isinstance(self.rows[index], str),
        )
        about = Drawn(self._about, self.signs)
        about.id = "about"
        yield about

    def on_mount(self) -> None:
        """What is typed searches at once."""
        self.query_one(Field).focus()
        self.query_one(Lines).show(0)

    def on_lines_moved(self) -> None:
        """The explanation follows the cursor."""
        self.query_one("#about").refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what fits."""
        self._list(event.value)
        self.query_one(Lines).show(0)
        self.redraw()

    def on_input_submitted(self) -> None:
        """Run the command under the cursor."""
        self.query_one(Lines).action_choose()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Run it."""
        command = self.rows[event.index]
        if not isinstance(command, str | Meaning):
            self.dismiss(command.name)

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        self.query_one(Lines).action_move(lines)

    def action_page(self, pages: float) -> None:
        """Move the cursor by a screen."""
        self.query_one(Lines).action_page(pages)

    def _list(self, words: str) -> None:
        wanted = fold(words)[0].split()
        self.rows = []
        for command in self._commands:
            keys = " ".join(command.faces(self._keymap))
            text = fold(" ".join((command.title, command.group, command.help, command.name, keys)))[0]
            # a single character is a key that someone wants explained
            if words.strip() in command.faces(self._keymap) or (
                all(word in text for word in wanted) and (len(words.strip()) != 1 or words.strip().isalpha())
            ):
                self._add(command)
        for meaning in self._meanings:
            text = fold(" ".join((meaning.title, meaning.group, meaning.help, meaning.sign)))[0]
            if words.strip() == meaning.sign or (len(words.strip()) != 1 and all(word in text for word in wanted)):
                self._add(meaning)

    def _add(self, row: Command | Meaning) -> None:
        if row.group not in self.rows:
            self.rows.append(row.group)
        self.rows.append(row)

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What this is, and how many."""
        count = sum(not isinstance(row, str) for row in self.rows)
        total = len(self._commands) + len(self._meanings)
        found = "signs and types at the end" if count == total else f"{count} of {total}"
        return ([("Commands, keys and signs", self.parts.title)], [(found, self.parts.quiet)])

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        arrows = "Up Down" if self.signs.ascii else "↑ ↓"
        return (("enter", "do it"), ("esc", "back"), (arrows, "choose"))

    def _line(self, index: int, width: int) -> Iterator[Part]:
        row, parts, signs = self.rows[index], self.parts, self.signs
        if isinstance(row, str):
            yield row, parts.reworded
            return
        own = row.sign if isinstance(row, Meaning) else "  ".join(row.faces(self._keymap, ascii=signs.ascii))
        keys = signs.text(own)
        yield "  " + fitted(keys, (KEYS if width >= SMALL else FEW_KEYS) - 3, signs) + " ", parts.key
        if isinstance(row, Meaning) and SMALL <= self.size.width < NARROW:
            yield fitted(row.title, SHORT_TITLE - 1, signs) + " ", parts.text
            yield row.help, parts.quiet
        elif self.size.width < NARROW:
            yield row.title, parts.text
        else:
            yield fitted(row.title, TITLE - 1, signs) + " ", parts.text
            yield row.help, parts.quiet

    def _about(self, width: int) -> Sequence[Sequence[Part]]:
        cursor = self.query_one(Lines).cursor
        row = self.rows[cursor] if cursor is not None and cursor < len(self.rows) else None
        text = "No command and no sign is like that." if row is None else "" if isinstance(row, str) else row.help
        spans = wrap(text, max(width - 2, 1))[:ABOUT]
        return [[(" ", self.parts.quiet), (text[start:end], self.parts.quiet)] for start, end in spans] or [[]]
