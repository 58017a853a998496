"""The reading screen: all versions side by side, the findings in them, and the keys."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.app import chrome
from reader.app.canvas import Canvas
from reader.app.commands import BY_NAME, COMMANDS
from reader.app.desk import Desk
from reader.app.fit import shown
from reader.app.inspector import Message, inspector
from reader.app.opening import Place
from reader.app.screens.leading import LeadingRoom
from reader.app.screens.lines import Drawn, look_of
from reader.app.screens.listing import ListingRoom
from reader.app.screens.moving import MovingRoom
from reader.app.screens.review import ReviewScreen
from reader.app.screens.searching import SearchingRoom
from reader.app.screens.showing import ShowingRoom
from reader.app.work import Loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.geometry import Size
    from textual.timer import Timer

    from reader.app.fit import Part
    from reader.app.opening import Opening
    from reader.app.reading import Reading
    from reader.app.signs import Signs
    from reader.app.work import Collated, Progressed

#: How long the first versions stay before all are shown as plain columns, in seconds.
SOON = 0.5
#: So many objects more than there were, and garbage is looked for: about as many as a frame makes. Looking for it every
#: 700, as Python does, makes a finding step that scrolls 7 % slower.
GARBAGE = 20_000
#: Below this height of the terminal the inspector has two lines instead of three.
SHORT = 28
#: Below this width, and from this height on, it has one line more, for an explanation in two lines.
NARROW, TALL = 80, 34


class ReadingScreen(MovingRoom, ShowingRoom, SearchingRoom, ListingRoom, LeadingRoom, ReviewScreen, Screen[None]):
    """Draws the desk, takes what comes from the work and from the terminal; each room of it does what its keys say."""

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

    def __init__(
        self,
        signs: Signs,
        opening: Opening,
        keymap: Mapping[str, str],
        after_frame: Callable[[Callable[[], object]], object],
    ) -> None:
        """after_frame: calls what it is given when the terminal has the next frame."""
        super().__init__()
        self._after_frame = after_frame
        self.opening = opening
        self.signs = signs
        self.desk: Desk | None = None
        self.canvas = Canvas(signs, BY_NAME["show-furniture"].faces(keymap, ascii=signs.ascii)[0])
        self.work = opening.work
        self.review = opening.review
        self.notices = opening.notices
        self.keymap = keymap
        self._progress: float | None = 0.0
        self._waiting: Timer | None = None
        self._message: Message | None = None

    # What is on screen

    def compose(self) -> ComposeResult:
        """Head line, names of the panes, canvas, inspector, keys."""
        self._measure(self.app.size, update=False)  # nothing is styled yet
        yield Drawn(self._draw_head, self.signs, head=True)
        heads = Drawn(self._draw_heads, self.signs)
        heads.id = "heads"
        yield heads
        yield self.canvas
        about = Drawn(self._draw_inspector, self.signs)
        about.id = "inspector"
        yield about
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
                doing=self.doing or self.going_through,
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
        return inspector(*(self.desk, width, lines, look, self.signs), message=self._message, review=self.review)

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

    def say(self, text: str, more: str = "", *, loud: bool = False) -> None:
        """Put a message into the inspector until the next key; where it is too long, it is cut before ``more``."""
        self._message = Message(shown(text, self.signs), more, loud)
        self.query_one("#inspector", Drawn).refresh()

    # What comes from the work

    def on_mount(self) -> None:
        """Have something to read in the first frame, if it comes soon, and the frame right the first time."""
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
            self._show_plain(message.reading)
        else:
            # most clusters are compared in less than that, and the first versions are on screen already
            self._waiting = self.set_timer(SOON, partial(self._show_plain, message.reading))

    def _show_plain(self, reading: Reading) -> None:
        if self.desk is None:
            self.desk = self.canvas.desk = Desk(reading, self.signs.text)
            self.desk.untouched = True
        else:
            self.desk.replace_reading(reading)
        if self.canvas.size:
            self.show(everything=True)
        self._after_frame(self._painted)
        self._show_notice()

    def _painted(self) -> None:
        """Text is on screen: go on with what can wait until then."""
        gc.freeze()  # what was imported stays; looking through it again and again would be felt in the keys
        gc.enable()
        self.work.painted()

    def on_progressed(self, message: Progressed) -> None:
        """Show how far the comparing is."""
        if self._progress is None:
            return
        shown_before, self._progress = self._progress, message.done
        if not shown_before or chrome.bar_cells(shown_before) != chrome.bar_cells(message.done):
            self.query(Drawn).first().refresh()

    def on_collated(self, message: Collated) -> None:
        """Set the versions level and show what was found."""
        if self.desk is None:
            return
        self._progress = None
        told = len(self.notices)
        gc.freeze()  # a large collation is millions of objects, of which none is garbage
        if not self.receive(message):
            return
        self._wanted_base = None
        self.go_through_again()
        self.renew_list()
        self.renew_closer()
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self._show_notice()
        elif len(self.notices) > told:
            self._show_notice(told)
        if self.opening.place is not None:
            place, self.opening.place = self.opening.place, None
            self._go_on_at(place)
        self._step_ahead()
        gc.freeze()
        gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
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

    # What comes from the terminal

    def on_resize(self, event: Resize) -> None:
        """Fewer lines around the text where there are few."""
        self._measure(event.size)

    def _measure(self, size: Size, *, update: bool = True) -> None:
        self.set_class(size.height < SHORT, "short", update=update)
        self.set_class(size.width < NARROW or size.height >= TALL, "roomy", update=update)

    def on_canvas_resized(self) -> None:
        """One column needs no names above it."""
        if self.desk is not None:
            self.set_class(self.desk.panes.stacked, "stacked")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the versions are read there is nothing to do but to leave; findings come with the comparison."""
        if action.replace("_", "-") not in BY_NAME or action in ("quit", "help", "choose_theme", "library"):
            return True
        return self.desk is not None and not self.waits_for_findings(action)

    def _done(self, message: str | None = None, *, loud: bool = False) -> None:
        """After a command: draw, and say something where there is something to say."""
        if self.desk is not None:
            self.desk.untouched = False
        self._message = self._ahead = None
        if message:
            self.say(message, loud=loud)
        self.show()

    def _desk(self) -> Desk:
        """The desk; actions only run when there is one, see ``check_action``."""
        assert self.desk is not None
        return self.desk

    def action_back(self) -> None:
        """Leave the innermost thing: typing, what was begun by hand, the search, the zoom, the filter."""
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
        elif self.go_through_all():
            self._done("All findings are gone through again.")
            return
        self._done()

    def action_quit(self) -> None:
        """Leave the zoom, or the reader."""
        if self.desk is not None and self.desk.zoomed is not None:
            self.desk.zoom(False)
            self._done()
        else:
            self.leave()
