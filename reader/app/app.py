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
from reader.app.screens.reading import ReadingScreen
from reader.app.signs import signs_for, wants_ascii
from reader.app.theming import default_theme, load_themes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.screen import Screen

    from reader.app.options import ReaderOptions
    from reader.app.work import Failed, Loaded
    from reader.collation import Collation, Progress
    from reader.story import Cluster, Notice

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
    """

    def __init__(
        self,
        load: Callable[[], Cluster],
        options: ReaderOptions,
        config: Config | None = None,
        notices: Sequence[Notice] = (),
        *,
        collate: Callable[[Cluster, Progress], Collation] | None = None,
    ) -> None:
        """load: gives the cluster; runs in a thread. notices: what went wrong before. collate: for tests."""
        super().__init__()
        self.animation_level = "none"
        self.failure: BaseException | None = None
        self._load = load
        self._collate = collate or partial(_collate, options.base)
        self._options = options
        self._config = config or Config()
        self.notices = list(notices)
        ascii = options.ascii if options.ascii is not None else self._config.ascii
        self.signs = signs_for(wants_ascii(os.environ) if ascii is None else ascii, no_color=self.no_color)

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        self._choose_theme()
        self.reading = ReadingScreen(self.signs, self.notices, self._config.keys)
        return self.reading

    def _choose_theme(self) -> None:
        themes, notices = load_themes(themes_dir())
        self.notices.extend(notices)
        for theme in themes:
            self.register_theme(theme)
        wanted = self._options.theme or self._config.theme
        self.theme = (
            wanted
            if wanted in self.available_themes
            else default_theme(color_system=self.console.color_system, no_color=self.no_color)
        )

    def on_mount(self) -> None:
        """Begin the work, and make sure that no signal leaves the terminal as it is now."""
        self.set_keymap(dict(self._config.keys))
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._end, number)
        _hold_signals(False)
        self.reading.work.open(self._load, self._collate)

    def _end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def on_unmount(self) -> None:
        """Nobody waits for the work any more."""
        self.reading.work.stop()

    def on_loaded(self, message: Loaded) -> None:
        """Keep what went wrong while reading, to be said again once the terminal is restored."""
        self.notices.extend(message.cluster.notices)

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
        """Leave at once."""
        self.exit()


def _collate(base: str | None, cluster: Cluster, progress: Progress) -> Collation:
    from reader.collation import collate  # what the first paint doesn't need is imported after it

    return collate(cluster, base, progress=progress)


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
    from reader.sources import load

    config, notices = load_config()
    app = VariorumApp(lambda: load(*options.paths, strict=options.strict), options, config, notices)
    _hold_signals(True)
    try:
        app.run(mouse=options.mouse and config.mouse)
    finally:
        _hold_signals(False)
    if tell is not None:
        for notice in app.notices:
            tell(str(notice))
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
