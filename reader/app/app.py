"""The reader as a Textual app, and the function that opens it."""

from __future__ import annotations

import gc
import io
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size

from reader.app.config import Config, config_dir, load_config, themes_dir
from reader.app.ending import Ending, end_as_by
from reader.app.library import real_paths
from reader.app.opening import Opening, is_answer, load_paths
from reader.app.screens.reading import ReadingScreen
from reader.app.signs import signs_for, wants_ascii
from reader.app.themed import Themed
from reader.app.thrift import Link, thrifty_driver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.events import Event, Key
    from textual.screen import Screen

    from reader.app.library import Item, Library
    from reader.app.opening import Place
    from reader.app.options import ReaderOptions
    from reader.app.work import Failed, Load
    from reader.collation import Collation, Progress
    from reader.story import Cluster, Notice

#: Columns and lines of the largest terminal; of what is larger, the rest stays empty.
WIDEST, HIGHEST = 1_500, 500
#: Seconds that the thread that writes to the terminal has to itself: what else wakes up then could go before it.
TURN = 0.005


class VariorumApp(Themed[None]):
    """Reads a cluster on screen; where there is a library, one after the other."""

    TITLE = "Variorum"
    ENABLE_COMMAND_PALETTE = False  # ctrl+p opens the list of commands, which shows their keys and costs fewer bytes
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", show=False, priority=True),
        Binding("ctrl+l", "redraw", id="redraw", show=False, priority=True),
    ]
    CSS = """
    * { scrollbar-size: 0 0; }
    """

    def __init__(
        self,
        load: Load | None,
        options: ReaderOptions,
        config: Config | None = None,
        notices: Sequence[Notice] = (),
        *,
        collate: Callable[[Cluster, Progress], Collation] | None = None,
        library: Library | None = None,
    ) -> None:
        """load: gives the cluster; runs in a thread, from now on; None: the library comes first.

        notices: what went before. collate: for tests. library: what else can be opened; nothing without it.
        """
        self.opening: Opening | None = None
        self._early = list(notices)  #: what there is to be told as long as nothing is open
        self._config = config or Config()
        settings = _settings(options)
        super().__init__(options.theme, self._config.theme, None if settings is None else themes_dir(settings))
        self.animation_level = "none"
        self.failure: BaseException | None = None
        self.fault: BaseException | None = None  #: in a served session: the error of ours that ended it
        self.ending: Ending | None = None
        self._told: list[Notice] = []  #: notices of what was open before
        if load is not None:
            remembers = library is not None and library.remembers
            self.opening = Opening(load, options, self._early, collate=collate, remembers=remembers)
        self._library = library
        self._places: dict[tuple[str, ...], Place] = {}  #: where the reader was in what was open before, by its paths
        self._switches = 0  #: how often one was chosen in the library
        self._options = options
        ascii = options.ascii if options.ascii is not None else self._config.ascii
        ascii = wants_ascii(os.environ) if ascii is None else ascii
        self.signs = signs_for(ascii, no_color=self.no_color, term=os.environ.get("TERM", ""))
        self.link.ascii = ascii

    @property
    def reports(self) -> Path | None:
        """The only folder that reports may be written to; None: any."""
        return self._options.confinement.reports if self._options.confinement else None

    @property
    def notices(self) -> list[Notice]:
        """What went wrong, to be shown with what is open."""
        return self.opening.notices if self.opening is not None else self._early

    @property
    def all_notices(self) -> tuple[Notice, ...]:
        """What went wrong from the beginning on, each once."""
        return tuple(dict.fromkeys((*self._told, *self.notices)))

    def get_driver_class(self) -> type[Driver]:
        """Textual's own driver, sending fewer bytes."""
        self.link = Link(lambda: self.size, self.redraw)
        return thrifty_driver(super().get_driver_class(), self.link)

    def after_frame(self, callback: Callable[[], object]) -> None:
        """Call it when what is drawn next has been sent, and the thread that writes it has had its turn."""
        if self.is_headless:
            self.call_after_refresh(callback)
        else:
            self.link.after_frame(lambda: self.set_timer(TURN, callback))

    def redraw(self) -> None:
        """Send the whole screen again: something else may have written to the terminal."""
        self.link.forget()
        if self.screen_stack:
            self.screen.refresh()

    def action_redraw(self) -> None:
        """The same for a key."""
        self.redraw()

    def get_default_screen(self) -> Screen[None]:
        """The first screen: the reading screen, or where nothing was asked for, the library.

        It is the screen of Textual's own mode. As that of a mode of ours, it would be drawn once for nothing.
        """
        return self._library_screen() if self.opening is None else self._reading_screen()

    def _reading_screen(self) -> ReadingScreen:
        assert self.opening is not None
        return ReadingScreen(self.signs, self.opening, self._config.keys, self.after_frame)

    @property
    def size(self) -> Size:
        """The size of the terminal, within bounds."""
        return _within_bounds(super().size)

    async def on_event(self, event: Event) -> None:
        """A terminal may say that it has any size, and every cell of it would be kept and drawn."""
        if isinstance(event, Resize) and event.size != (size := _within_bounds(event.size)):
            event = Resize(size, size)
        await super().on_event(event)

    def on_mount(self) -> None:
        """Make sure that no signal leaves the terminal as it is now."""
        self.set_keymap(dict(self._config.keys))
        if self.ending is not None:
            self.ending.watch(self._end)
            self.ending.hold(False)

    def _end(self, number: int) -> None:
        if (reading := self.reading) is not None:
            reading.leave_at_once()
        self.exit(return_code=128 + number)

    def on_unmount(self) -> None:
        """Nobody waits for the work any more."""
        if self.opening is not None:
            self.opening.work.stop()

    def is_ready(self) -> bool:
        """Whether the screen on top has all that it needs to take a key."""
        if isinstance(self.screen, ReadingScreen):
            return True
        from reader.app.screens.panel import Over

        return not isinstance(self.screen, Over) or self.screen.is_ready

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key stands for; where that has to wait for the findings, say so."""
        if await super().run_action(action, default_namespace, namespaces):
            return True
        if not isinstance(action, str) or not isinstance(default_namespace, ReadingScreen):
            return False
        return default_namespace.waits_for_findings(action) and default_namespace.put_off(action)

    def on_key(self, event: Key) -> None:
        """A character typed while the search line was still being made belongs into it, and is no command."""
        screen = self.screen
        if (
            event.character
            and event.is_printable
            and isinstance(screen, ReadingScreen)
            and screen.type(event.character)
        ):
            event.prevent_default()

    @property
    def reading(self) -> ReadingScreen | None:
        """The reading screen, under whatever lies on it; None before anything is open."""
        below = next(iter(self.screen_stack), None)  # none once it has ended
        return below if isinstance(below, ReadingScreen) else None

    # One cluster after the other

    def show_library(self, said: str = "") -> None:
        """Put the library over what is open. said: what went wrong, to be shown in it."""
        if self._library is None:
            if self.reading is not None:
                self.reading.say("There is no library here.")
        elif self.reading is not None:
            self.push_screen(self._library_screen(said))

    def _library_screen(self, said: str = "") -> Screen[None]:
        from reader.app.screens.library import LibraryScreen

        assert self._library is not None
        if not said and self.opening is None and self._early:
            count = len(self._early)
            said = f"{self._early[0]}{f' (1 of {count}; a cluster that is opened shows all)' if count > 1 else ''}"
        open_now = self.opening.options.paths if self.opening is not None else ()
        return LibraryScreen(self._library.shelves, self._begin, self._enter, self.signs, current=open_now, said=said)

    def _begin(self, item: Item) -> Opening:
        """Begin to open something of the library."""
        assert self._library is not None
        options = self._options._replace(paths=item.entry.paths, base=None, revisions=item.revisions)
        early = self._early if self.opening is None else ()
        return Opening(self._library.load(item), options, early, remembers=self._library.remembers)

    def _enter(self, opening: Opening, ahead: Sequence[str]) -> None:
        """Go over to a cluster, once nothing of the one before can be lost. ahead: keys that are meant for it."""
        if self.reading is None:
            self._switch(opening, ahead)
            return
        from reader.app.screens.panel import Panel

        if isinstance(self.screen, Panel):
            self.screen.dismiss(None)
        self.reading.leave(partial(self._switch, opening, ahead))

    def _switch(self, opening: Opening, ahead: Sequence[str]) -> None:
        reading = self.reading
        if reading is not None:
            before = reading.opening
            before.work.stop()
            self._told.extend(before.notices)
            if reading.place is not None:
                self._places[real_paths(before.options.paths)] = reading.place
        opening.place = self._places.get(real_paths(opening.options.paths))
        self.opening = opening
        self._switches += 1
        mode, screens = self.current_mode, self.screen_stack
        self.add_mode(f"cluster {self._switches}", self._reading_screen)  # one a cluster, with the screens over it
        self.switch_mode(f"cluster {self._switches}")
        for key in ahead:
            self.simulate_key(key)
        self.run_worker(self._let_go(mode, screens, reading))

    async def _let_go(self, mode: str, screens: list[Screen[Any]], reading: ReadingScreen | None) -> None:
        """Free what a cluster took. It was set aside from collection, so that the keys stay quick."""
        if mode == self.DEFAULT_MODE:  # which Textual keeps
            for screen in screens:
                await screen.remove_children()
        else:
            await self.remove_mode(mode)
        if reading is not None:
            reading.let_go()
        gc.unfreeze()
        gc.collect()

    def on_failed(self, message: Failed) -> None:
        """Leave; ``run_reader`` raises the error again when the terminal is restored.

        What the library opened is no reason to leave: it shows what is wrong.
        """
        if self._switches and is_answer(message.error):
            self.show_library(str(message.error))
            return
        self.failure = message.error
        self.exit(return_code=2)

    def bell(self) -> None:
        """Textual rings it as it ends over an error that nobody caught, and then prints that with all its paths.

        A served session leaves that to whoever hears of such errors: ``run_reader`` tells them.
        """
        if self._options.confinement is None:
            super().bell()
        elif self.fault is None:
            self.fault = sys.exception()

    def action_quit(self) -> None:  # type: ignore[override]
        """Leave; a note that is being written is kept first, and what can't be saved is asked about."""
        from reader.app.screens.note import NoteEditor

        if isinstance(self.screen, NoteEditor):
            self.screen.action_save()
        elif (reading := self.reading) is not None:
            reading.leave()
        else:
            self.exit()


def _within_bounds(size: Size) -> Size:
    return Size(min(size.width, WIDEST), min(size.height, HIGHEST))


def _settings(options: ReaderOptions) -> Path | None:
    """The folder of the configuration; None where none is to be read."""
    return options.confinement.settings if options.confinement else config_dir()


def run_reader(
    options: ReaderOptions, tell: Callable[[str], object] | None = None, library: Library | None = None
) -> int:
    """Open the reader on the terminal; returns the exit code.

    With no paths in the options the library comes first. library: what else can be opened; None: nothing.
    tell: gets each notice once the terminal is restored, so that it outlives the screen.
    Raises SourceError where the cluster can't be read, others that ``is_answer`` tells.
    """
    settings = _settings(options)
    config, notices = (Config(), ()) if settings is None else load_config(settings / "config.toml")
    ending = Ending()
    ending.hold(True)  # before the app is made, for that starts a thread, which takes over what is held
    try:
        load = load_paths(options) if options.paths or library is None else None
        app = VariorumApp(load, options, config, notices, library=library)
        app.ending = ending
        printed = io.StringIO()  # what Textual prints of an error
        if options.confinement is not None:
            app.error_console = Console(file=printed)
        app.run(mouse=options.mouse and config.mouse)
        ending.wait()
    finally:
        ending.hold(False)
    if tell is not None:
        for notice in app.all_notices:
            tell(str(notice))
        review = app.opening.review if app.opening is not None else None
        if review is not None and review.pending and review.problem is not None:
            tell(f"{review.pending} not saved: {review.problem.path}: {review.problem.message}")
    if app.failure is not None:
        raise app.failure
    fault = app.fault or (RuntimeError(printed.getvalue()) if printed.getvalue() else None)
    if fault is not None:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    end_as_by(app.return_code or 0)
    return app.return_code or 0
