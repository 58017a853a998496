"""The reading screen: all versions side by side, the findings in them, and the keys."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.app import chrome
from reader.app.canvas import Canvas
from reader.app.commands import BY_NAME, COMMANDS, REVIEW
from reader.app.desk import Desk
from reader.app.opening import Place
from reader.app.reading import Reading
from reader.app.rows import Form, RowKind
from reader.app.screens.lines import Drawn, look_of, shown
from reader.app.screens.review import ReviewScreen
from reader.app.work import Loaded
from reader.findings.finding import FindingKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size
    from textual.timer import Timer
    from textual.widgets import Input

    from reader.app.opening import Opening
    from reader.app.screens.lines import Part
    from reader.app.search_line import SearchLine
    from reader.app.signs import Signs
    from reader.app.work import Collated, Progressed
    from reader.story import Cluster

#: How long the first versions stay before all are shown as plain columns, in seconds.
SOON = 0.5
#: Below this height of the terminal the inspector has two lines instead of three.
SHORT = 28
#: Below this width, and from this height on, it has one line more, for an explanation in two lines.
NARROW, TALL = 80, 34


class ReadingScreen(ReviewScreen):
    """Draws the desk, and turns keys into what happens on it."""

    AUTO_FOCUS = ""
    ALLOW_SELECT = False  # Textual would select whole lines, through all panes; without the mouse the terminal selects
    DEFAULT_CSS = """
    ReadingScreen { background: $background; overflow: hidden; layout: vertical; }
    ReadingScreen #heads { height: 2; }
    ReadingScreen.stacked #heads { height: 1; }
    ReadingScreen #inspector { height: 4; }
    ReadingScreen.roomy #inspector { height: 5; }
    ReadingScreen.short #inspector { height: 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(command.keys, command.action, command.title, id=command.name, show=False) for command in COMMANDS
    ]

    def __init__(self, signs: Signs, opening: Opening, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.opening = opening
        self.signs = signs
        self.desk: Desk | None = None
        self.canvas = Canvas(signs, BY_NAME["show-furniture"].faces(keymap, ascii=signs.ascii)[0])
        self.work = opening.work
        self.review = opening.review
        self.notices = opening.notices
        self.keymap = keymap
        self.search_line: SearchLine | None = None
        self._progress: float | None = 0.0
        self._waiting: Timer | None = None
        self._message: Part | None = None
        self._wanted_base: str | None = None

    # What is on screen

    def compose(self) -> ComposeResult:
        """Head line, names of the panes, canvas, inspector, keys."""
        yield Drawn(self._draw_head, self.signs, head=True)
        heads = Drawn(self._draw_heads, self.signs)
        heads.id = "heads"
        yield heads
        yield self.canvas
        inspector = Drawn(self._draw_inspector, self.signs)
        inspector.id = "inspector"
        yield inspector
        keys = Drawn(self._draw_keys, self.signs, head=True)
        keys.id = "keys"
        yield keys

    def _draw_head(self, width: int) -> list[list[Part]]:
        look = look_of(self.app)
        if self.desk is None:
            return [[(" ", look.text), ("reading the files", look.quiet)]]
        count = len(self.notices)
        return [
            chrome.head(
                *(self.desk, width, look, self.signs),
                progress=self._progress,
                notices=count,
                review=self.review,
                doing=self.doing,
            )
        ]

    def _draw_heads(self, width: int) -> list[list[Part]]:
        self.canvas.fit()
        return chrome.heads(self.desk, width, look_of(self.app), self.signs) if self.desk else []

    def _draw_inspector(self, width: int) -> list[list[Part]]:
        look = look_of(self.app)
        lines = self.query_one("#inspector").size.height - 1
        if self.desk is None:
            return [[(self.signs.rule * width, look.rule)]]
        return chrome.inspector(*(self.desk, width, lines, look, self.signs), message=self._message, review=self.review)

    def _draw_keys(self, width: int) -> list[list[Part]]:
        return [chrome.keys(width, look_of(self.app), self.signs, self.keymap)]

    def show(self, *, everything: bool = False) -> None:
        """Draw what has changed."""
        if self.desk is None:
            return
        self.set_class(self.desk.panes.stacked, "stacked")
        if everything:
            self.canvas.repaint()
        self.canvas.show()
        for drawn in self.query(Drawn):
            if everything:
                drawn.refresh()
            elif drawn.id != "keys":
                drawn.update()

    def say(self, text: str, *, loud: bool = False) -> None:
        """Put a line into the inspector until the next key."""
        look = look_of(self.app)
        self._message = (shown(text, self.signs), look.notice if loud else look.quiet)
        self.query_one("#inspector", Drawn).refresh()

    # What comes from the work

    def on_mount(self) -> None:
        """Have something to read in the first frame, if it comes soon, and the frame right the first time."""
        self._measure(self.app.size)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.show(everything=True))
        self.work.wait_for_text()
        for message in self.work.attach(self):
            if isinstance(message, Loaded):
                self.on_loaded(message)
            else:
                self.post_message(message)

    def let_go(self) -> None:
        """Another cluster is read now: hold nothing of this one, for Textual may hold the screen."""
        self.app.theme_changed_signal.unsubscribe(self)
        self.review.let_go()
        self.desk = self.canvas.desk = None

    def on_loaded(self, message: Loaded) -> None:
        """Show the versions as plain columns."""
        if message.complete:
            self.notices.extend(message.cluster.notices)
        if self.desk is None:
            self._show_plain(message.cluster)
        else:
            # most clusters are compared in less than that, and the first versions are on screen already
            self._waiting = self.set_timer(SOON, partial(self._show_plain, message.cluster))

    def _show_plain(self, cluster: Cluster) -> None:
        if self.desk is None:
            self.desk = self.canvas.desk = Desk(Reading(cluster), self.signs.text)
        else:
            self.desk.replace_reading(Reading(cluster))
        if self.canvas.size:
            self.show(everything=True)
        self.call_after_refresh(self._painted)
        self._show_notice()

    def _painted(self) -> None:
        """Text is on screen: go on with what can wait until then."""
        gc.freeze()  # what was imported stays; looking through it again and again would be felt in the keys
        gc.enable()
        self.work.painted()

    def on_progressed(self, message: Progressed) -> None:
        """Show how far the comparing is."""
        if self._progress is not None:
            self._progress = message.done
            self.query(Drawn).first().refresh()

    def on_collated(self, message: Collated) -> None:
        """Set the versions level and show what was found."""
        if self.desk is None:
            return
        self._progress = None
        told = len(self.notices)
        if not self.receive(message):
            return
        self._wanted_base = None
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self._show_notice()
        elif len(self.notices) > told:
            self._show_notice(told)
        if self.opening.place is not None:
            place, self.opening.place = self.opening.place, None
            self._go_on_at(place)
        gc.freeze()
        self.show()

    @property
    def place(self) -> Place | None:
        """Where the reader is, for whoever comes back; None before the versions are compared."""
        if self.desk is None or self.desk.reading.collation is None:
            return None
        return Place(self.desk.finding.id if self.desk.finding else None, self.desk.sentence)

    def _go_on_at(self, place: Place) -> None:
        desk = self._desk()
        number = desk.reading.index_of.get(place.sentence or "")
        if number is not None:
            desk.go_to_passage(number)
        self.go_to_id(place.finding)

    def _show_notice(self, number: int = 0) -> None:
        if self.notices:
            count = len(self.notices)
            more = f" ({number + 1} of {count})" if count > 1 else ""
            self.say(f"{self.notices[number % count]}{more}", loud=True)

    # What comes from the terminal

    def on_resize(self, event: Resize) -> None:
        """Fewer lines around the text where there are few."""
        self._measure(event.size)

    def _measure(self, size: Size) -> None:
        self.set_class(size.height < SHORT, "short")
        self.set_class(size.width < NARROW or size.height >= TALL, "roomy")

    def on_canvas_resized(self) -> None:
        """One column needs no names above it."""
        if self.desk is not None:
            self.set_class(self.desk.panes.stacked, "stacked")

    def on_canvas_scrolled(self, message: Canvas.Scrolled) -> None:
        """The wheel scrolls."""
        if self.desk is not None and self.desk.scroll(message.lines):
            self._done()

    def on_canvas_clicked(self, message: Canvas.Clicked) -> None:
        """A click goes to a row and to a version."""
        if self.desk is None:
            return
        self.desk.point(message.line)
        panes = self.desk.panes
        column = (message.column - panes.indent) // (panes.width + 1)
        if not panes.stacked and 0 <= column < len(panes.versions):
            self.desk.focus(panes.versions[column])
        self._done()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the versions are read there is nothing to do but to leave; findings come with the comparison."""
        if action.replace("_", "-") not in BY_NAME or action in ("quit", "help", "choose_theme", "library"):
            return True
        if self.desk is None:
            return False
        needs_findings = ("look_closer", "list_findings", "make_base", "export", "who_reports")
        needs = action in needs_findings or BY_NAME[action.replace("_", "-")].group == REVIEW
        return self.review.is_open or not needs

    def _done(self, message: str | None = None, *, loud: bool = False) -> None:
        """After a command: draw, and say something where there is something to say."""
        self._message = None
        if message:
            self.say(message, loud=loud)
        self.show()

    def _desk(self) -> Desk:
        """The desk; actions only run when there is one, see ``check_action``."""
        assert self.desk is not None
        return self.desk

    # Moving

    def _scroll(self, lines: int) -> None:
        self._desk().scroll(lines)
        self._done()

    def action_line_down(self) -> None:
        """Scroll down by a line."""
        self._scroll(1)

    def action_line_up(self) -> None:
        """Scroll up by a line."""
        self._scroll(-1)

    def action_page_down(self) -> None:
        """Scroll down by a screen; a line of the last one stays."""
        self._scroll(max(1, self._desk().height - 1))

    def action_page_up(self) -> None:
        """Scroll up by a screen; a line of the last one stays."""
        self._scroll(-max(1, self._desk().height - 1))

    def action_half_page_down(self) -> None:
        """Scroll down by half a screen."""
        self._scroll(max(1, self._desk().height // 2))

    def action_half_page_up(self) -> None:
        """Scroll up by half a screen."""
        self._scroll(-max(1, self._desk().height // 2))

    def action_to_start(self) -> None:
        """Go to the first row."""
        self._desk().to_start()
        self._done()

    def action_to_end(self) -> None:
        """Go to the last row."""
        self._desk().to_end()
        self._done()

    # Findings

    def _step(self, forward: bool, kind: FindingKind | None = None) -> None:
        found = self._desk().step(forward, kind)
        what = kind.value if kind else "finding"
        where = "after" if forward else "before"
        waiting = "The versions are still being compared."
        self._done(None if found else waiting if self._progress is not None else f"There is no {what} {where} this.")

    def action_next_finding(self) -> None:
        """Go to the next finding."""
        self._step(True)

    def action_previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(False)

    def action_next_contradiction(self) -> None:
        """Go to the next contradiction."""
        self._step(True, FindingKind.CONTRADICTION)

    def action_previous_contradiction(self) -> None:
        """Go to the contradiction before."""
        self._step(False, FindingKind.CONTRADICTION)

    def action_look_closer(self) -> None:
        """Show the evidence in full, or unfold the row."""
        desk = self._desk()
        if desk.open_fold():
            self._done()
        elif desk.finding is not None and desk.reading.collation is not None:
            from reader.app.screens.closer import Closer

            self.app.push_screen(Closer(desk.reading.collation, desk.finding, self.signs))
        else:
            self._done("There is no finding here.")

    def action_list_findings(self) -> None:
        """List the findings; the chosen one becomes the current one."""
        from reader.app.screens.findings_list import FindingsList

        desk = self._desk()
        self.review.look_at_others()
        current = desk.finding.id if desk.finding else None
        screen = FindingsList(self.review.collation, current, self.signs, decisions=self.review.decisions)
        self.app.push_screen(screen, self._go_to_finding)

    def _go_to_finding(self, finding_id: str | None) -> None:
        if self.go_to_id(finding_id):
            self._done()

    def _toggle_kind(self, kind: FindingKind, name: str) -> None:
        desk = self._desk()
        desk.look(desk.view._replace(kinds=desk.view.kinds ^ {kind}))
        self._done(f"{name} are {'shown' if kind in desk.view.kinds else 'hidden'}.")

    def action_toggle_additions(self) -> None:
        """Show or hide additions."""
        self._toggle_kind(FindingKind.ADDITION, "Additions")

    def action_toggle_omissions(self) -> None:
        """Show or hide omissions."""
        self._toggle_kind(FindingKind.OMISSION, "Omissions")

    def action_toggle_contradictions(self) -> None:
        """Show or hide contradictions."""
        self._toggle_kind(FindingKind.CONTRADICTION, "Contradictions")

    # Versions

    def action_pane_right(self) -> None:
        """Focus the pane to the right."""
        self._desk().focus_next(True)
        self._done()

    def action_pane_left(self) -> None:
        """Focus the pane to the left."""
        self._desk().focus_next(False)
        self._done()

    def _version(self, number: int) -> None:
        desk = self._desk()
        if number <= len(desk.order):
            desk.focus(desk.order[number - 1])
            self._done()
        else:
            self._done(f"There are {len(desk.order)} versions.")

    def action_make_base(self) -> None:
        """Compare with the focused version."""
        desk = self._desk()
        collation, base = desk.reading.collation, desk.focused
        outlet = desk.reading.cluster.version(base).outlet
        if collation is None or base in (desk.reading.base, self._wanted_base):
            self._done(f"{outlet} is the base.")
            return
        self._wanted_base = base
        self.work.collate(self.review.remake(base))
        self._done(f"{outlet} is the base now.")

    def action_zoom(self) -> None:
        """Show the focused version alone, or all."""
        desk = self._desk()
        desk.zoom(desk.zoomed is None)
        self._done()

    def action_hide(self) -> None:
        """Hide the focused version."""
        desk = self._desk()
        outlet = desk.reading.cluster.version(desk.focused).outlet
        keys = "".join(BY_NAME["bring-back"].faces(self.keymap)[:1])
        hidden = desk.hide()
        self._done(
            f"{outlet} is hidden; {keys} brings it back."
            if hidden
            else "The base and one other version stay; focus another one to hide it."
        )

    def action_bring_back(self) -> None:
        """Bring all hidden versions back."""
        count = self._desk().bring_back()
        self._done(f"{count} brought back." if count else "No version is hidden.")

    # What is shown

    def action_fold_shared(self) -> None:
        """Fold what all versions report, or show it."""
        desk = self._desk()
        desk.look(desk.view._replace(fold_shared=not desk.view.fold_shared, opened=frozenset()))
        count = sum(row.end - row.first for row in desk.table.rows if row.kind is RowKind.SHARED)
        what = "1 passage" if count == 1 else f"{count or 'no'} passages"
        self._done(
            f"Folded: {what} that all versions report without a contradiction." if desk.view.fold_shared else None
        )

    def action_show_furniture(self) -> None:
        """Show furniture, or fold it."""
        desk = self._desk()
        desk.look(desk.view._replace(furniture=not desk.view.furniture, opened=frozenset()))
        self._done(f"Furniture is {'shown' if desk.view.furniture else 'folded'}.")

    def action_mark_reworded(self) -> None:
        """Mark the words that differ from the base, or don't."""
        desk = self._desk()
        desk.look(desk.view._replace(reworded=not desk.view.reworded))
        self._done(f"Reworded words are {'marked' if desk.view.reworded else 'not marked'}.")

    # Search

    async def action_search(self) -> None:
        """Open the line to type in."""
        from reader.app.search_line import SearchLine

        if self.search_line is None:
            self.query_one("#keys").display = False
            self.search_line = SearchLine(self.signs)
            await self.mount(self.search_line)
            self.set_focus(self.search_line.field)

    def type(self, character: str) -> bool:
        """Take a character that was typed before the line to type in was there; whether it belongs there."""
        if self.search_line is None:
            return False
        self.search_line.field.insert_text_at_cursor(character)
        return True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search for what was typed, and go to the first match from here on."""
        event.stop()
        self._close_search()
        desk = self._desk()
        count = desk.find(event.value)
        if count:
            desk.go_to_match(True)
        self._done(None if count or not event.value.strip() else f"“{event.value}” is in none of the versions.")

    def _close_search(self) -> bool:
        line, self.search_line = self.search_line, None
        if line is None:
            return False
        self.set_focus(None)
        line.remove()
        self.query_one("#keys").display = True
        return True

    def _match(self, forward: bool) -> None:
        desk = self._desk()
        if desk.search is None:
            keys = "".join(BY_NAME["search"].faces(self.keymap)[:1])
            self._done(f"{keys} searches.")
        else:
            found = desk.go_to_match(forward)
            self._done(None if found else f"“{desk.search.query}” is in none of the versions.")

    def action_next_match(self) -> None:
        """Go to the next match."""
        self._match(True)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self._match(False)

    # Other

    def action_copy(self) -> None:
        """Copy the passage of the focused version with its citation."""
        desk = self._desk()
        row, reading = desk.row, desk.reading
        outlet = reading.cluster.version(desk.focused).outlet
        numbers = range(row.first, row.end)
        sentences = [s for n in numbers for s in reading.passages[n].sentences.get(desk.focused, ())]
        if not sentences or desk.table.cell(desk.cursor, desk.focused).form is not Form.TEXT:
            self._done(f"{outlet} has no words here to copy.")
            return
        from reader.app.cite import citation

        self.app.copy_to_clipboard(citation(reading.cluster, desk.focused, sentences))
        self._done(f"Copied from {outlet}, with its citation.")

    def action_export(self) -> None:
        """Write the report to a file, with everybody's verdicts and notes."""
        from reader.app.screens.export import ExportDialog

        title = self._desk().reading.cluster.title
        stem = "".join(c if c.isalnum() else "-" for c in title.lower()).strip("-")[:40] or "story"
        self.review.look_at_others()
        screen = ExportDialog(self.review.collation, stem, self.signs, reviews=self.review.reviews)
        self.app.push_screen(screen, self._exported)

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self._done(f"Written to {path}.")

    def action_choose_theme(self) -> None:
        """Choose the colours."""
        from reader.app.app import VariorumApp
        from reader.app.screens.themes import ThemePicker

        names = tuple(self.app.available_themes)
        if isinstance(self.app, VariorumApp):
            self.app.register_themes()
            names = self.app.own_themes
        self.app.push_screen(ThemePicker(names, self.app.theme), self._themed)

    def _themed(self, name: str | None) -> None:
        if name is not None and name in self.app.available_themes:
            self.app.theme = name
            self.show(everything=True)

    def action_show_notices(self) -> None:
        """Show the notices, one after the other."""
        at = getattr(self, "_notice", -1) + 1
        self._notice = at % max(len(self.notices), 1)
        self._done(None if self.notices else "There are no notices.")
        self._show_notice(self._notice)

    def action_library(self) -> None:
        """Show what else there is to read."""
        from reader.app.app import VariorumApp

        if isinstance(self.app, VariorumApp):
            self.app.show_library()

    def action_help(self) -> None:
        """List all keys."""
        from reader.app.screens.help import Help

        self.app.push_screen(Help(COMMANDS, dict(self.keymap), self.signs), self._run_command)

    def _run_command(self, name: str | None) -> None:
        if name is not None and name in BY_NAME:
            self.call_later(self.run_action, BY_NAME[name].action)

    def action_back(self) -> None:
        """Leave the innermost thing: typing, the search, the zoom."""
        desk = self.desk
        if self._close_search() or desk is None:
            return
        if self.stop_by_hand():
            self._done("Stopped.")
            return
        if desk.search is not None:
            desk.find("")
        elif desk.zoomed is not None:
            desk.zoom(False)
        self._done()

    def action_quit(self) -> None:
        """Leave the zoom, or the reader."""
        if self.desk is not None and self.desk.zoomed is not None:
            self.desk.zoom(False)
            self._done()
        else:
            self.leave()


def _version_action(number: int) -> object:
    def action(self: ReadingScreen) -> None:
        self._version(number)

    action.__doc__ = f"Focus version {number}."
    return action


for _number in range(1, 10):
    setattr(ReadingScreen, f"action_version_{_number}", _version_action(_number))
