"""The library: the clusters beside the open one, those opened lately, the examples; enter opens one."""

from __future__ import annotations

from collections import Counter
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.app.fit import cut, fitted, shared, shown
from reader.app.library import Item, Shelf, real_paths
from reader.app.opening import is_answer
from reader.app.screens.library_row import columns_in, in_column, reviewed, tail, when, words_of
from reader.app.screens.lines import Drawn, Lines
from reader.app.screens.panel import Field, Panel
from reader.app.search import fold
from reader.app.signs import UNICODE
from reader.app.wrap import wrap
from reader.prose.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.events import Key, Resize
    from textual.widget import Widget
    from textual.widgets import Input

    from reader.app.fit import Part
    from reader.app.opening import Opening
    from reader.app.signs import Signs

#: Below this height the details are left out.
LOW = 14


class LibraryScreen(Panel[None]):
    """Lists what can be opened, and opens it by itself; what was open before stays until then."""

    class Listed(Message):
        """The shelves are there."""

        def __init__(self, shelves: tuple[Shelf, ...]) -> None:
            super().__init__()
            self.shelves = shelves

    class Ready(Message):
        """There is something to read of the one that was chosen, or an error."""

        def __init__(self, opening: Opening) -> None:
            super().__init__()
            self.opening = opening

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False),
        Binding("s", "sort", show=False),
        Binding("L", "back", show=False),
    ]
    DEFAULT_CSS = """
    LibraryScreen #words { display: none; }
    LibraryScreen #words.-open { display: block; }
    LibraryScreen #details { height: 4; }
    LibraryScreen.-low #details { height: 2; }
    """

    def __init__(
        self,
        shelves: Callable[[], tuple[Shelf, ...]],
        open: Callable[[Item], Opening],
        enter: Callable[[Opening, Sequence[str]], None],
        signs: Signs = UNICODE,
        *,
        current: Sequence[str] = (),
        said: str = "",
    ) -> None:
        """shelves: what there is; called in a thread.

        open: begins to open one, without waiting. enter: called with it once there is something to read of it, and with
        the keys that were pressed meanwhile.
        current: the paths of the one that is open. said: what went wrong before, to be shown first.
        """
        super().__init__(signs)
        self._look = shelves
        self._open, self._enter = open, enter
        self._current = real_paths(current)
        self._said = said
        self._shelves: tuple[Shelf, ...] | None = None
        self._opening: Opening | None = None
        self._ahead: list[str] = []  #: keys for the story that is being opened
        self._newest_first = False
        self.rows: list[Shelf | Item | str] = []  #: headings, clusters and remarks, as they are listed
        self._alike: frozenset[str] = frozenset()  #: titles that several of the clusters have

    def body(self) -> Iterable[Widget]:
        """What the columns are, words to look for, list, details."""
        yield Drawn(self._labels, self.signs)
        field = Field(placeholder="words to look for", longest=100)
        field.id = "words"
        yield field
        yield Lines(
            self._line,
            self.signs,
            count=lambda _: len(self.rows),
            choosable=lambda index: isinstance(self.rows[index], Item),
        )
        details = Drawn(self._details, self.signs)
        details.id = "details"
        yield details

    def on_mount(self) -> None:
        """Look for what there is, beside the screen."""
        self.query_one(Lines).focus()

        def look() -> None:
            self.post_message(self.Listed(self._look()))

        Thread(target=look, name="library", daemon=True).start()

    def on_resize(self, event: Resize) -> None:
        """Low screens have less room for details."""
        self.set_class(event.size.height < LOW, "-low")

    # What is listed

    def on_library_screen_listed(self, message: Listed) -> None:
        """Show the shelves, with the cursor on the cluster that is open."""
        self._shelves = message.shelves
        here = next((item for shelf in message.shelves for item in shelf.items if self._is_open(item)), None)
        self._list(here)

    def _list(self, at: Item | None) -> None:
        wanted = fold(self.query_one(Field).value)[0].split()
        self.rows = []
        for shelf in self._shelves or ():
            items = [item for item in shelf.items if all(word in words_of(item) for word in wanted)]
            if wanted and not items:
                continue
            self.rows.append(shelf)
            if self._newest_first:
                items.sort(key=lambda item: -item.entry.changed)
            self.rows.extend(items)
            if shelf.note and not wanted:
                self.rows.append(shelf.note)
        titles = Counter(row.entry.title for row in self.rows if isinstance(row, Item))
        self._alike = frozenset(title for title, count in titles.items() if count > 1)
        self.query_one(Lines).show(self.rows.index(at) if at in self.rows else 0)
        self.redraw()

    @property
    def at(self) -> Item | None:
        """The cluster under the cursor."""
        cursor = self.query_one(Lines).cursor
        row = self.rows[cursor] if cursor is not None and cursor < len(self.rows) else None
        return row if isinstance(row, Item) else None

    def _is_open(self, item: Item) -> bool:
        return bool(self._current) and real_paths(item.entry.paths) == self._current

    def action_sort(self) -> None:
        """What was changed last first, or as they were."""
        self._newest_first = not self._newest_first
        self._list(self.at)

    def action_search(self) -> None:
        """Type words to look for."""
        field = self.query_one(Field)
        field.add_class("-open")
        field.focus()
        self.redraw()

    def on_input_changed(self) -> None:
        """The list follows what is typed."""
        self._list(self.at)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Back to the list, with the words kept."""
        event.stop()
        self._leave_words()

    def _leave_words(self) -> None:
        field = self.query_one(Field)
        field.set_class(bool(field.value.strip()), "-open")
        self.query_one(Lines).focus()
        self.redraw()

    def on_lines_moved(self) -> None:
        """The details follow the cursor."""
        self.query_one("#details").refresh()

    # Opening and leaving

    def on_lines_chosen(self) -> None:
        """Open it; where it is open already, go back to it."""
        item = self.at
        if item is None or self._opening is not None:
            return
        if self._is_open(item):
            self.action_back()
            return
        opening = self._opening = self._open(item)
        self._ahead = []
        self.redraw()

        def wait() -> None:
            opening.work.wait_for_text(None)
            self.post_message(self.Ready(opening))

        Thread(target=wait, name="opening", daemon=True).start()

    def on_key(self, event: Key) -> None:
        """What is typed while a cluster is being opened is meant for it."""
        if self._opening is not None and event.key != "escape":
            self._ahead.append(event.key)
            event.stop()
            event.prevent_default()
        elif self._said:
            self._said = ""
            self.redraw()

    def on_library_screen_ready(self, message: Ready) -> None:
        """Go there, or say why that can't be."""
        if message.opening is not self._opening:
            return
        self._opening = None
        error = message.opening.work.error
        if error is None or not is_answer(error):
            self._enter(message.opening, self._ahead)  # an error of our own ends the reader there
        else:
            self._said = str(error)
            self.redraw()

    def action_back(self) -> None:
        """Out of what is being done first; then back to the versions, or out of the reader where there is none."""
        field = self.query_one(Field)
        if self._opening is not None:
            self._opening.work.stop()
            self._opening = None
            self.redraw()
        elif field.has_focus or field.value:
            field.value = ""
            self._leave_words()
        elif len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            self.app.exit()

    # How it looks

    def title_parts(self) -> tuple[Sequence[Part], Sequence[Part]]:
        """What this is, and how many there are."""
        parts = self.parts
        count = sum(isinstance(row, Item) for row in self.rows)
        said = f"{count:,} cluster{'' if count == 1 else 's'}" if self._shelves is not None else ""
        return [("Library", parts.title)], [(said, parts.quiet)]

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of this screen."""
        if self.query_one(Field).has_focus:
            return (("enter", "to the list"), ("esc", "all clusters"))
        back = "back" if len(self.app.screen_stack) > 1 else "leave"
        order = "as they were" if self._newest_first else "last changed first"
        return (("enter", "open"), ("esc", back), ("/", "words"), ("s", order))

    def _labels(self, width: int) -> Sequence[Sequence[Part]]:
        quiet = self.parts.quiet
        room, columns = columns_in(width - 2)
        labels = [(in_column(name, name, self.signs), quiet) for name in columns]
        return ([(" " * (room + 1), quiet), *labels],)

    def _line(self, index: int, width: int) -> Iterator[Part]:
        row, parts, signs = self.rows[index], self.parts, self.signs
        if isinstance(row, str):
            yield f"  {shown(row, signs)}", parts.quiet
        elif isinstance(row, Shelf):
            yield row.name, parts.reworded
            yield f"  {shown(row.where, signs)}", parts.quiet
        else:
            entry = row.entry
            room, columns = columns_in(width)
            yield f"{signs.base if self._is_open(row) else ' '} ", parts.base_dot
            style = parts.notice if entry.problem else parts.text
            if "where" not in columns and entry.title in self._alike:  # as of one story at two hours
                title = shared((shown(entry.title, signs), shown(entry.name, signs)), room - 6, signs)[0]
                yield f"{title}  ", style
                width = room - 6 - cell_len(title)
                name = tail(shown(entry.name, signs), width, signs)
                yield fitted(name, width, signs) + "  ", parts.quiet
            else:
                yield fitted(shown(entry.title, signs), room - 4, signs) + "  ", style
            told = {
                "where": shown(entry.name, signs),
                "versions": "" if entry.versions is None else f"{entry.versions:,}",
                "changed": when(entry.changed),
                "reviewed": reviewed(row),
            }
            for name in columns:
                yield in_column(told[name], name, signs), parts.quiet

    def _details(self, width: int) -> Sequence[Sequence[Part]]:
        parts, signs, item = self.parts, self.signs, self.at
        rule: list[Part] = [(signs.rule * width, parts.rule)]
        if self._said:
            said = shown(self._said, signs)
            lines = [said[start:end] for start, end in wrap(said, max(1, width - 4))][:3]
            return (rule, *([("  ", parts.text), (line, parts.notice)] for line in lines))
        if self._opening is not None:
            return (rule, [("  opening it; esc stops", parts.quiet)])
        if self._shelves is None:
            return (rule, [("  looking for clusters", parts.quiet)])
        if item is None:
            none = "No cluster is like that." if self.query_one(Field).value.strip() else "There is no cluster here."
            return (rule, [(f"  {none}", parts.quiet)])
        entry = item.entry
        about = [f"{entry.versions:,} versions" if entry.versions is not None else "versions not counted"]
        if entry.changed:
            about.append(f"changed {when(entry.changed, long=True)}")
        if item.reviewed:
            of = f" of {item.findings:,}" if item.findings is not None and item.reviewed <= item.findings else ""
            about.append(f"{item.reviewed:,}{of} reviewed")
        if item.revisions:
            about.append("read as revisions")
        if self._is_open(item):
            about.append("open now")
        where = ", ".join(shown(visible_line(path), signs) for path in entry.paths)
        title = cut(shown(entry.title, signs), max(1, width - 3), signs)
        told: list[list[Part]] = [[("  ", parts.text), (title, parts.title)]]
        told.append([(f"  {signs.text(f' {signs.dot} '.join(about))}", parts.quiet)])
        if entry.problem:
            told.append([("  ", parts.text), (shown(entry.problem, signs), parts.notice)])
        else:
            told.append([("  ", parts.text), (tail(where, max(1, width - 3), signs), parts.quiet)])
        return (rule, *told)
