"""A real pseudo-terminal with a program in it: keys go in, bytes come out, and a terminal emulator says what is seen.

For the tests and the benchmarks: a Textual pilot sees neither bytes nor signals, and nothing of the time to the screen.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

#: Of the keyboard protocols of kitty and xterm; pyte would draw their last letter, or fail.
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>?][0-9;]*[um]")

#: What a program under test sees of the environment, beside what the test gives it.
_KEPT = (
    *("PATH", "HOME", "USER", "TMPDIR", "PYTHONPATH"),
    *("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"),
)


#: Bytes that come within so many seconds are parts of one frame.
FRAME = 0.005


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some bytes, and when they came, in seconds since the program was started."""

    time: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Echo:
    """What came back after a key."""

    data: bytes
    seconds: float  #: from the key to the last byte; 0 where nothing came
    frames: int  #: how often something came; what comes within 5 ms is one frame, for Textual sends 60 a second at most


class _Screen(pyte.Screen):
    """Pyte's, which clears only cells that something was written to. The others would not get the colour."""

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        for y in range(self.lines):
            for x in range(self.columns):
                self.buffer[y].setdefault(x, self.default_char)
        super().erase_in_display(how, *args, **kwargs)


def _hear() -> None:
    """Hear the keys that end a program: a shell lets what it runs in the background ignore them."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """A program in a pseudo-terminal of ``columns`` by ``rows`` cells."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environ: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self.columns, self.rows = columns, rows
        self.chunks: list[Chunk] = []
        self._drawn = 0
        self._pending = b""
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._started = time.perf_counter()
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(environ or {})},
            cwd=None if cwd is None else str(cwd),
            timeout=30,
            preexec_fn=_hear,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the program, if it still runs, and take its terminal away."""
        with contextlib.suppress(pexpect.ExceptionPexpect):  # ended, and somebody else has collected it
            self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._child.pid)

    @property
    def data(self) -> bytes:
        """Every byte that came so far."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def running(self) -> bool:
        """Whether the program has not ended yet."""
        return bool(self._child.isalive())

    def read(self, timeout: float) -> bool:
        """Wait for bytes; whether some came. False at once where the program has closed its end."""
        try:
            ready, _, _ = select.select([self._child.child_fd], [], [], timeout)
            if not ready:
                return False
            data = os.read(self._child.child_fd, 1 << 16)
        except (OSError, ValueError):  # Linux reports the closed end of a pseudo-terminal as an input/output error
            return False
        if data:
            self.chunks.append(Chunk(time.perf_counter() - self._started, data))
        return bool(data)

    def settle(self, quiet: float = 0.2, timeout: float = 10.0) -> None:
        """Read until nothing has come for ``quiet`` seconds."""
        end = time.perf_counter() + timeout
        while self.read(quiet) and time.perf_counter() < end:
            pass

    def lines(self) -> list[str]:
        """What is seen, one string a row."""
        for chunk in self.chunks[self._drawn :]:
            data = self._pending + chunk.data
            cut = data.rfind(b"\x1b")
            # A sequence that has not come in full waits for the rest.
            whole = cut < 0 or len(data) - cut > 32 or re.match(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[^\[]", data[cut:])
            data, self._pending = (data, b"") if whole else (data[:cut], data[cut:])
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        self._drawn = len(self.chunks)
        return list(self._screen.display)

    def text(self) -> str:
        """What is seen, as one string with line ends."""
        return "\n".join(self.lines())

    @property
    def screen(self) -> pyte.Screen:
        """The emulated screen, with colours and cursor, up to what has been read."""
        self.lines()
        return self._screen

    def until(self, wanted: str | Callable[[str], bool], timeout: float = 15.0) -> str:
        """Read until the text is seen, or the condition holds; AssertionError with the screen where it does not."""
        met = wanted if callable(wanted) else lambda text: wanted in text
        end = time.perf_counter() + timeout
        while not met(self.text()):
            if time.perf_counter() > end or (not self.read(0.2) and not self._child.isalive() and not self.read(0)):
                if met(self.text()):
                    break
                raise AssertionError(f"not seen: {wanted!r}\n{self.text()}")
        return self.text()

    def press(self, keys: str | bytes) -> None:
        """Send keys, as the bytes that a terminal sends for them."""
        os.write(self._child.child_fd, keys.encode() if isinstance(keys, str) else keys)

    def echo(self, keys: str | bytes, quiet: float = 0.25, timeout: float = 10.0) -> Echo:
        """Send keys and read until nothing has come for ``quiet`` seconds: what came, and how long it took."""
        before = len(self.chunks)
        began = time.perf_counter() - self._started
        self.press(keys)
        self.settle(quiet, timeout)
        came = self.chunks[before:]
        pauses = sum(b.time - a.time > FRAME for a, b in pairwise(came))
        data = b"".join(chunk.data for chunk in came)
        return Echo(data, came[-1].time - began if came else 0.0, pauses + 1 if came else 0)

    def seen_at(self, wanted: str | Callable[[str], bool]) -> float | None:
        """Seconds from the start to the first chunk after which the text is seen, or the condition holds."""
        met = wanted if callable(wanted) else lambda text: wanted in text
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        for chunk in self.chunks:
            stream.feed(_UNKNOWN_TO_PYTE.sub(b"", chunk.data))
            if met("\n".join(screen.display)):
                return chunk.time
        return None

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as dragging the corner of its window does."""
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self._child.child_fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.lines()
        self._screen.resize(rows, columns)

    def modes(self) -> tuple[bool, bool]:
        """Whether the terminal echoes what is typed, and whether it waits for whole lines: the state a shell needs."""
        local = termios.tcgetattr(self._child.child_fd)[3]
        return bool(local & termios.ECHO), bool(local & termios.ICANON)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window or a lost connection does."""
        self._child.ptyproc.fileobj.close()

    def wait(self, timeout: float = 10.0) -> int:
        """Read on until the program has ended; its exit code, negative for the signal that ended it."""
        end = time.perf_counter() + timeout
        while self._child.isalive():
            if time.perf_counter() > end:
                raise AssertionError(f"still running after {timeout} s\n{self.text()}")
            self.read(0.05)
        while self.read(0):
            pass
        if self._child.signalstatus is not None:
            return -int(self._child.signalstatus)
        return int(self._child.exitstatus)
