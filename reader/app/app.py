"""The reader as a Textual app, and the function that opens it."""

from __future__ import annotations

import asyncio
import os
import signal
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType

from reader.app.commands import COMMANDS
from reader.app.config import Config, load_config, themes_dir
from reader.app.reviewing import Review
from reader.app.screens.reading import ReadingScreen
from reader.app.signs import signs_for, wants_ascii
from reader.app.theming import default_theme, load_shipped, load_themes
from reader.app.thrift import thrifty_driver
from reader.app.work import Work
from reader.prose.visible import visible_line
from reader.story import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.driver import Driver
    from textual.events import Key
    from textual.screen import Screen

    from reader.app.options import ReaderOptions
    from reader.app.work import Failed, Load
    from reader.collation import Collation, Progress
    from reader.story import Cluster

#: Signals that end the reader, with the terminal restored.
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class VariorumApp(App[None]):
    """Reads a cluster on screen."""

    TITLE = "Variorum"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "quit", show=False, priority=True)]
    CSS = """
    * { scrollbar-size: 0 0; }
    CommandPalette SearchIcon { display: none; }
    """

    def __init__(
        self,
        load: Load,
        options: ReaderOptions,
        config: Config | None = None,
        notices: Sequence[Notice] = (),
        *,
        collate: Callable[[Cluster, Progress], Collation] | None = None,
    ) -> None:
        """load: gives the cluster; runs in a thread, from now on. notices: what went before. collate: for tests."""
        # Told so before it has a theme, Textual leaves colours out; later, it would make greys of them.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.failure: BaseException | None = None
        self.work = Work()
        self.review = Review(options.paths, options.reviewer, beside=options.beside)
        compare = collate or partial(_collate, options.base, options.revisions)
        self.work.open(load, lambda cluster, progress: self.review.open(compare(cluster, progress)))
        self._options = options
        self._config = config or Config()
        self.notices = list(notices)
        self._has_themes = False
        self.own_themes: tuple[str, ...] = ()
        ascii = options.ascii if options.ascii is not None else self._config.ascii
        self.signs = signs_for(wants_ascii(os.environ) if ascii is None else ascii, no_color=self.no_color)

    def get_driver_class(self) -> type[Driver]:
        """Textual's own driver, sending fewer bytes."""
        return thrifty_driver(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        self._first_theme()
        return ReadingScreen(self.signs, self.work, self.review, self.notices, self._config.keys)

    def _first_theme(self) -> None:
        """The theme for the first frame; the others are read after it."""
        default = default_theme(color_system=self.console.color_system, no_color=self.no_color)
        wanted = self._options.theme or self._config.theme or default
        alone = load_shipped(wanted, themes_dir())
        if alone is None or alone.name != wanted:
            self.register_themes()
            self.theme = wanted if wanted in self.available_themes else default
            if self.theme != wanted:
                names = ", ".join(self.own_themes)
                self.notices.append(Notice(visible_line(wanted), f"there is no such theme; there are {names}"))
        else:
            self.register_theme(alone)
            self.theme = wanted

    def register_themes(self) -> None:
        """Make all themes known, once."""
        if not self._has_themes:
            self._has_themes = True
            themes, notices = load_themes(themes_dir())
            self.notices.extend(notices)
            for theme in themes:
                self.register_theme(theme)
            self.own_themes = tuple(theme.name for theme in themes)

    def on_mount(self) -> None:
        """Make sure that no signal leaves the terminal as it is now."""
        self.set_keymap(dict(self._config.keys))
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._end, number)
        _hold_signals(False)

    def _end(self, number: int) -> None:
        if isinstance(reading := self.screen_stack[0], ReadingScreen):
            reading.leave_at_once()
        self.exit(return_code=128 + number)

    def on_unmount(self) -> None:
        """Nobody waits for the work any more."""
        self.work.stop()

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

    def on_failed(self, message: Failed) -> None:
        """Leave; ``run_reader`` raises the error again when the terminal is restored."""
        self.failure = message.error
        self.exit(return_code=2)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Our own commands, as far as they can be given now."""
        if isinstance(screen, ReadingScreen):
            for command in COMMANDS:
                if command.listed and screen.check_action(command.action, ()):
                    yield SystemCommand(command.title, command.help, partial(screen.run_action, command.action))

    def action_quit(self) -> None:  # type: ignore[override]
        """Leave; a note that is being written is kept first, and what can't be saved is asked about."""
        from reader.app.screens.note import NoteEditor

        if isinstance(self.screen, NoteEditor):
            self.screen.action_save()
        elif isinstance(reading := self.screen_stack[0], ReadingScreen):
            reading.leave()


def _load(options: ReaderOptions, first: Callable[[Cluster], None]) -> Cluster:
    from reader.sources import load  # while the main thread sets up the terminal

    return load(*options.paths, strict=options.strict, first=first)


def _collate(base: str | None, revisions: bool, cluster: Cluster, progress: Progress) -> Collation:
    from reader.collation import collate  # what the first paint doesn't need is imported after it

    return collate(cluster, base, revisions=revisions, progress=progress)


def _hold_signals(hold: bool) -> None:
    """Let signals wait, or come.

    Textual sets up the terminal before it mounts the app. A signal in between would leave the terminal as it is then.
    """
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        signal.pthread_sigmask(signal.SIG_BLOCK if hold else signal.SIG_UNBLOCK, _SIGNALS)


def run_reader(options: ReaderOptions, tell: Callable[[str], object] | None = None) -> int:
    """Open the reader on the terminal; returns the exit code.

    tell: gets each notice once the terminal is restored, so that it outlives the screen.
    Raises SourceError where the cluster can't be read, ValueError where it has no such base.
    """
    config, notices = load_config()
    _hold_signals(True)  # before the app is made, for that starts a thread, which takes over what is held
    try:
        app = VariorumApp(partial(_load, options), options, config, notices)
        app.run(mouse=options.mouse and config.mouse)
    finally:
        _hold_signals(False)
    if tell is not None:
        for notice in app.notices:
            tell(str(notice))
        if app.review.pending and app.review.problem is not None:
            tell(f"{app.review.pending} not saved: {app.review.problem.path}: {app.review.problem.message}")
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
