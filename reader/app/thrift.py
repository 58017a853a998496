"""Few bytes over the line: Textual's frames are compared with what the terminal shows, and only what differs is sent.

Textual draws whole lines, each piece of text with all its attributes and a reset. Over a slow line that is more than
the text itself, and most of it stands there already. The driver here keeps a picture of the terminal. Whenever the
terminal may show something else, it forgets the picture, and everything is sent again.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from threading import RLock, get_ident
from typing import TYPE_CHECKING, Any

from textual.events import Resize

from reader.app import joiner
from reader.app.changes import changes
from reader.app.picture import Picture, unknown
from reader.app.typed import Typed, ascii_cells
from reader.app.writer import Skills
from reader.prose.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType

    from textual.driver import Driver
    from textual.message import Message

    from reader.app.picture import Row

#: Synchronised output: what comes between these two is shown at once.
BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
#: The terminal's other screen, which begins empty; the first one again, as it was.
OTHER_SCREEN, FIRST_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
#: What is left on a terminal that has one screen only: nothing, for a shell to go on at the top. GNU screen may say
#: that it has two and have one, so that what was there is seen again: there a shell goes on under it.
EMPTIED = "\x1b[H\x1b[J"
#: What terminals know that know little: showing the cursor, wrapping lines.
_OLD_MODES = regex(r"\x1b\[\?(?:25|7)[hl]|^\x07")
#: Attributes by their SGR codes, with the names that they have in terminfo.
_ATTRIBUTES = {"1": "bold", "2": "dim", "3": "sitm", "4": "smul", "7": "rev"}
#: What Textual sends beside frames and doesn't change the picture: modes of keys, mouse and cursor, two questions, the
#: pointer's form, the clipboard, the bell.
_ASIDE = regex(
    r"(?:\x1b\[\?(?:25|7|100[0-6]|1015|1016|2004|2048)[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[>\d+u|\x1b\[<u"
    r"|\x1b\](?:22|52);[^\x07\x1b]*\x07|\x07)*"
)
#: Of these, what Textual sets again and again to what it is already: reports of the mouse, the pointer's form.
_SET = regex(r"\x1b\[\?(100[0-6]|1015)([hl])|\x1b\](22);([^\x07\x1b]*)\x07")
#: After so many seconds everything is sent again, if no frame has come by itself.
SOON = 0.1
#: Terminals that have all skills, and often no entry in the terminfo of the machine that one is logged in to.
_SKILLED = ("alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm")


class Painter:
    """What the terminal shows, and what is to be sent for it to show the next frame."""

    def __init__(self, skills: Skills) -> None:
        self._skills = skills
        self._wanted = Picture(0, 0)
        self._shown: Sequence[Row] = ()
        self._cursor: tuple[int, int] | None = None

    def draw(self, data: str, columns: int, rows: int) -> bool:
        """Take a frame. False where it has to be sent as it is, for there is something in it that isn't known here."""
        if (columns, rows) != (self._wanted.columns, len(self._wanted.rows)):
            self._wanted = Picture(columns, rows, self._skills.lacks)
            self.forget()
        if self._wanted.draw(data):
            return True
        self._wanted = Picture(columns, rows, self._skills.lacks)
        self.forget()
        return False

    def catch_up(self) -> str:
        """What to send for the terminal to show what is wanted."""
        wanted = self._wanted
        sent = changes(self._shown, wanted.rows, self._cursor, wanted.cursor, self._skills)
        self._shown, self._cursor = tuple(wanted.rows), wanted.cursor
        return joiner.sent(sent)

    def forget(self) -> None:
        """The terminal may show something else."""
        self._shown = (unknown(self._wanted.columns),) * len(self._wanted.rows)
        self._cursor = None


class Link:
    """The two ends of the line: what the app tells its driver, and asks of it."""

    def __init__(self, size: Callable[[], tuple[int, int]], redraw: Callable[[], object]) -> None:
        """size: columns and rows that frames are made for. redraw: has a frame made, even if nothing has changed."""
        self.size = size
        self.redraw = redraw
        self.skills = skills(os.environ)
        self.ascii = False  #: whether the terminal shows ASCII only, also of what is typed
        self.painter = Painter(self.skills)
        self.lock = RLock()
        self.forgets = False  #: before the next frame, what the terminal shows
        self._after: list[Callable[[], object]] = []

    def forget(self) -> None:
        """Send everything with the next frame. May be called at any moment, by a signal too."""
        self.forgets = True

    def after_frame(self, callback: Callable[[], object]) -> None:
        """Call it once, when the next frame has been sent."""
        self._after.append(callback)

    def frame_sent(self) -> None:
        """The driver says so."""
        callbacks, self._after = self._after, []
        for callback in callbacks:
            callback()


def thrifty_driver(driver: type[Driver], link: Link) -> type[Driver]:
    """A driver of Textual's that sends the same picture in fewer bytes."""

    class ThriftyDriver(driver):  # type: ignore[valid-type, misc]
        _synchronises = _waits = False
        _loop_of_app: asyncio.AbstractEventLoop | None = None

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            self._settings = {"22": "default"}  #: by their numbers, as the terminal has them
            self._read_by: dict[int, int] = {}
            super().__init__(*args, **kwargs)

        @property
        def fileno(self) -> int:
            """The terminal; for the thread that reads the keys, where they come as UTF-8."""
            return self._read_by.get(get_ident(), self._terminal)

        @fileno.setter
        def fileno(self, file: int) -> None:
            self._terminal = file

        def write(self, data: str) -> None:
            if is_gone(_file()):
                return  # what writes in the background has ended, and would be waited for without end
            with link.lock:  # modes come from the thread that reads the keys
                if data in (BEGIN, END):
                    self._synchronises = True
                elif _ASIDE.fullmatch(data):
                    aside = _SET.sub(self._new, data) if link.skills.modes else "".join(_OLD_MODES.findall(data))
                    if aside:
                        super().write(aside)
                elif data == OTHER_SCREEN:
                    if link.skills.modes:
                        super().write(data)
                    self._changed()
                elif data == FIRST_SCREEN:
                    super().write(f"\x1b[{link.size()[1]}H\n{data}" if link.skills.modes else EMPTIED)
                elif link.painter.draw(data, *link.size()):
                    self._catch_up()
                else:
                    data = joiner.sent(data)
                    super().write(ascii_cells(data) if link.ascii else data)
                    link.frame_sent()

        def _new(self, found: re.Match[str]) -> str:
            """A setting, where it is another one than before."""
            what, value = found[1] or found[3], found[2] or found[4]
            before, self._settings[what] = self._settings.get(what), value
            return "" if before == value else found[0]

        def _catch_up(self) -> None:
            """Send what differs; where the line is full, only the last of several frames, when it isn't any more."""
            if self._waits:
                return
            if self._loop_of_app is not None and not takes_more(_file()):
                self._waits = True
                self._loop_of_app.add_writer(_file(), self._free)
                return
            if link.forgets:
                link.forgets = False
                link.painter.forget()
            sent = link.painter.catch_up()
            if link.ascii:
                sent = ascii_cells(sent)
            if sent:
                super().write(f"{BEGIN}{sent}{END}" if self._synchronises else sent)
            link.frame_sent()

        def _free(self) -> None:
            with link.lock:
                self._wait_no_more()
                self._catch_up()

        def _wait_no_more(self) -> None:
            if self._waits and self._loop_of_app is not None:
                self._loop_of_app.remove_writer(_file())
                self._waits = False

        def start_application_mode(self) -> None:
            if self._loop_of_app is not None and is_gone(_file()):
                return  # whoever hangs up sends SIGCONT too
            if self._loop_of_app is not None:
                # SIGCONT after SIGSTOP, which nothing told of: a shell may have had the terminal meanwhile. Begun
                # twice, Textual would read keys in two threads, and at the end leave the terminal as it is now.
                self.suspend_application_mode()
            self._loop_of_app = asyncio.get_running_loop()
            super().start_application_mode()
            if hasattr(signal, "SIGWINCH"):  # not on Windows
                before = signal.getsignal(signal.SIGWINCH)

                def resized(number: int, frame: FrameType | None) -> None:
                    self._changed()
                    if callable(before):
                        before(number, frame)

                signal.signal(signal.SIGWINCH, resized)

        def run_input_thread(self) -> None:
            with Typed(self._terminal, os.environ) as file:
                self._read_by = {get_ident(): file}
                while not self.exit_event.is_set():
                    try:
                        super().run_input_thread()
                    except (ArithmeticError, LookupError, ValueError):
                        # Reports with figures that can't be. Textual would end at them; what came with them is left
                        # out.
                        continue
                self._read_by = {}

        def stop_application_mode(self) -> None:
            self._wait_no_more()
            super().stop_application_mode()
            self._loop_of_app = None

        def close(self) -> None:
            if not is_gone(_file()):
                super().close()

        def process_message(self, message: Message) -> None:
            if isinstance(message, Resize):
                self._changed()
            super().process_message(message)

        def _changed(self) -> None:
            """The terminal may have moved or cut what it shows, even where its size is the same as before."""
            link.forget()
            loop = self._loop_of_app
            if loop is not None:
                loop.call_soon_threadsafe(loop.call_later, SOON, self._again)

        def _again(self) -> None:
            if link.forgets and self._loop_of_app is not None:
                link.redraw()

    return ThriftyDriver


def _file() -> int:
    """Where Textual writes to."""
    return sys.__stderr__.fileno() if sys.__stderr__ is not None else 2


def takes_more(file: int) -> bool:
    """Whether a file can be written to at once."""
    poll = select.poll()
    poll.register(file, select.POLLOUT)
    return bool(poll.poll(0))


def skills(environ: Mapping[str, str]) -> Skills:
    """What the terminal says of itself, by its terminfo entry or by its name."""
    try:
        import curses

        curses.setupterm(fd=2)
        return Skills(
            scrolls=bool(curses.tigetstr("csr") and curses.tigetstr("ri")),
            erases=bool(curses.tigetstr("ech")),
            colours_erased=curses.tigetflag("bce") > 0,
            modes=bool(curses.tigetstr("smcup")),
            lacks=frozenset(code for code, name in _ATTRIBUTES.items() if not curses.tigetstr(name)),
        )
    except (ImportError, OSError, ValueError, LookupError):
        pass
    except curses.error:
        pass
    known = environ.get("TERM", "").startswith(_SKILLED)
    return Skills(scrolls=known, erases=known, colours_erased=known)


def is_gone(file: int) -> bool:
    """Whether a file was a terminal, or a pipe, that is not there any more."""
    if not hasattr(select, "poll"):  # Windows
        return False
    poll = select.poll()
    poll.register(file, 0)  # nothing but what is always told: an error, a hang-up
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0))
