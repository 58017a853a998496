"""An end that nothing holds up: not a terminal that takes no more, not a screen that is busy.

A signal asks the reader to leave. It does so on its own, in an instant, while the terminal takes what it sends. Over
a line that is lost, or asleep, a terminal may take nothing for hours, and the reader would wait for it as long. So a
thread waits for the signal too, gives the reader ``GRACE`` seconds, and then ends the process.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread, get_ident
from threading import enumerate as threads
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

#: Seconds that the reader has to leave by itself.
GRACE = 3.0
#: Seconds that it has once more when nothing holds it up any longer, to keep what can be kept.
LAST = 1.0
#: How often to try to get a word in, and seconds between.
_TRIES, _PAUSE = 100, 0.01

#: Those after which the system leaves a core, where one is wanted.
_WITH_A_CORE = ("SIGQUIT", "SIGABRT", "SIGXCPU", "SIGTRAP", "SIGSYS")
#: What by default ends a program at once and says nothing of a fault in it. What stops it is Textual's to hear.
_NAMES = (
    *("SIGTERM", "SIGHUP", "SIGINT", *_WITH_A_CORE),
    *("SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGPOLL", "SIGPWR", "SIGSTKFLT"),
)
#: Heard even by a program that was told to ignore them: it would go on without a terminal.
_ALWAYS = frozenset(("SIGTERM", "SIGHUP", "SIGINT"))

#: Ends a call in which a thread waits for the terminal; asks for nothing else.
_INTERRUPT = getattr(signal, "SIGUSR1", None)

#: Ends whatever sequence was cut off; then the terminal's own keys, mouse, pasting, line wrap, screen and cursor.
RESET = (
    b"\x18\x1b[?2026l\x1b[0m\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l"
    b"\x1b[?2048l\x1b[?7h\x1b[?1049l\x1b[?25h"
)


def endings() -> tuple[int, ...]:
    """Signals that end the reader, with the terminal restored; those that are ignored so far stay so."""
    named = [name for name in _NAMES if hasattr(signal, name)]
    heard = [name for name in named if name in _ALWAYS or signal.getsignal(getattr(signal, name)) == signal.SIG_DFL]
    numbers = [int(getattr(signal, name)) for name in heard]
    if hasattr(signal, "SIGRTMIN"):
        numbers += range(signal.SIGRTMIN, signal.SIGRTMAX + 1)
    return tuple(numbers)


def end_as_by(code: int) -> None:
    """Where an exit code stands for a signal that leaves a core, end as by this signal. Nothing else may be to do."""
    for name in _WITH_A_CORE:
        number = getattr(signal, name, None)
        if number is not None and code == 128 + number:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)


def _tell_of_the_loss() -> None:
    """Wait until the terminal is gone, and say so as the system does: it tells only those whose own terminal it is.

    Textual would go on asking what is no terminal any more for keys, without end.
    """
    line = select.poll()
    line.register(0, 0)  # nothing but what is always told: an error, a hang-up
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in line.poll()):
        os.kill(os.getpid(), signal.SIGHUP)


class Ending:
    """Knows the terminal as it was before the reader, and waits for a signal."""

    def __init__(self) -> None:
        """Looks at the terminal now; nothing is waited for yet."""
        self.numbers = endings()
        self._signals: SimpleQueue[int] = SimpleQueue()
        self._restoring = Lock()
        self._before = None
        with suppress(ImportError):  # not on Windows
            import termios

            with suppress(termios.error):  # no terminal
                self._before = termios.tcgetattr(0)
        if _INTERRUPT is not None:
            signal.signal(_INTERRUPT, lambda *_: None)

    def hold(self, hold: bool) -> None:
        """Let signals wait, or come.

        Textual sets up the terminal before it mounts the app. A signal in between would leave it as it is then.
        """
        if hasattr(signal, "pthread_sigmask"):  # not on Windows
            signal.pthread_sigmask(signal.SIG_BLOCK if hold else signal.SIG_UNBLOCK, self.numbers)

    def watch(self, end: Callable[[int], object]) -> None:
        """From now on hear signals, and let the running loop call what leaves the reader.

        end: gets the signal's number.
        """
        loop = asyncio.get_running_loop()
        for number in self.numbers:
            loop.add_signal_handler(number, end, number)
            signal.signal(number, self._hear)  # in place of asyncio's, which does nothing: the loop is told anyway
        Thread(target=self._wait, name="ending", daemon=True).start()
        if hasattr(signal, "SIGHUP") and hasattr(select, "poll"):  # not on Windows
            Thread(target=_tell_of_the_loss, name="line", daemon=True).start()

    def wait(self) -> None:
        """Wait until the terminal is restored, if that has begun: nothing else may end the process meanwhile."""
        with self._restoring:
            return

    def _hear(self, number: int, _: FrameType | None) -> None:
        """Called between any two steps of the program: it may do next to nothing."""
        self._signals.put(number)

    def _wait(self) -> None:
        number = self._signals.get()
        sleep(GRACE)
        with self._restoring:
            self._restore()
        sleep(LAST)
        os._exit(128 + number)

    def _restore(self) -> None:
        """Throw away what the terminal doesn't take, until there is room for what restores it."""
        with suppress(ImportError):
            import termios

            with suppress(termios.error, OSError):
                terminal = os.dup(2)
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the reader still has to say, nobody hears
                os.set_blocking(terminal, False)
                for _ in range(_TRIES):
                    self._interrupt()
                    termios.tcflush(terminal, termios.TCOFLUSH)
                    with suppress(BlockingIOError):
                        if os.write(terminal, RESET) == len(RESET):
                            break
                    sleep(_PAUSE)
                os.set_blocking(terminal, True)  # a shell has the same terminal
            with suppress(termios.error):
                if self._before is not None:
                    termios.tcsetattr(0, termios.TCSANOW, self._before)

    @staticmethod
    def _interrupt() -> None:
        """Whoever waits for the terminal in a call keeps all others from writing to it."""
        for thread in threads():
            if _INTERRUPT is not None and thread.ident is not None and thread.ident != get_ident():
                signal.pthread_kill(thread.ident, _INTERRUPT)
