"""What is typed, as UTF-8, in whatever encoding the terminal sends it.

Textual takes keys for UTF-8, and ends at the first byte that isn't. So it reads them here from a pipe, and a thread
puts them there as they come.
"""

from __future__ import annotations

import codecs
import os
import select
from threading import Thread
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.app.signs import ascii_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

#: What a byte is taken for where the locale names no encoding: that of Windows, which has all of Latin-1 but controls.
WESTERN = "cp1252"
#: Seconds that the rest of a character may take; a terminal sends all of it at once.
PATIENCE = 0.1
_ASCII = bytes(range(128))
_MOST = 4096


def encoding(environ: Mapping[str, str]) -> str:
    """The encoding that the locale names beside UTF-8, by the first of LC_ALL, LC_CTYPE and LANG that is set."""
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    name, _, variant = locale.partition("@")
    named = name.partition(".")[2] or ("iso8859-15" if variant == "euro" else WESTERN)
    try:
        fits = _ASCII.decode(named) == _ASCII.decode("ascii")
    except (LookupError, ValueError):
        return WESTERN
    known = codecs.lookup(named).name
    return named if fits and known != "ascii" and not known.startswith("utf") else WESTERN


def ascii_cells(text: str) -> str:
    """The text in ASCII, as wide as it was: for what somebody types, which is laid out as it is."""
    if text.isascii():
        return text
    return "".join(c if c.isascii() else ascii_text(c).ljust(2)[: cell_len(c)] for c in text)


class Decoder:
    """Text from bytes as they come.

    UTF-8 is told by its form. A byte that can't be part of it is a character of the other encoding, and none is lost.
    Where a character of that takes several bytes, these may look like UTF-8, and all is taken for that encoding.
    """

    def __init__(self, other: str) -> None:
        """other: the encoding beside UTF-8, as ``encoding`` tells it."""
        self._other = other
        self._rest = b""
        wide = codecs.getincrementaldecoder(other)("replace")
        self._wide = None if wide.decode(b"\xe0") else wide
        wide.reset()

    @property
    def waits(self) -> bool:
        """Whether there may be more to come of the last character."""
        return bool(self._rest or (self._wide is not None and self._wide.getstate()[0]))

    def decode(self, data: bytes, *, final: bool = False) -> str:
        """The characters that are complete with these bytes. final: nothing more comes of the last one."""
        if self._wide is not None:
            text = self._wide.decode(data, final)
            if final:
                self._wide.reset()
            return text
        data, self._rest = self._rest + data, b""
        found = []
        while data:
            try:
                found.append(data.decode())
                break
            except UnicodeDecodeError as error:
                found.append(data[: error.start].decode())
                if error.end == len(data) and error.reason == "unexpected end of data" and not final:
                    self._rest = data[error.start :]
                    break
                found.append(self._alone(data[error.start]))
                data = data[error.start + 1 :]
        return "".join(found)

    def _alone(self, byte: int) -> str:
        """The character of one byte, which is no control character: no key sends one beyond ASCII."""
        one = bytes((byte,))
        text = one.decode(self._other, "replace")
        return text if text.isprintable() or byte >= 0xA0 else one.decode(WESTERN, "replace")


class Typed:
    """Copies what comes from a terminal to a pipe, as UTF-8, as long as this context lasts."""

    def __init__(self, terminal: int, environ: Mapping[str, str]) -> None:
        """terminal: its file descriptor, which stays open."""
        self._terminal = terminal
        self._decoder = Decoder(encoding(environ))

    def __enter__(self) -> int:
        """The end of the pipe that can be read; where the terminal is gone, nothing more comes."""
        self._read, self._write = os.pipe()
        self._wakes, self._wake = os.pipe()
        self._thread = Thread(target=self._copy, name="typed", daemon=True)
        self._thread.start()
        return self._read

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave to the terminal what has not come yet."""
        os.close(self._read)  # first, so that the thread doesn't wait for room in the pipe
        os.write(self._wake, b"x")
        self._thread.join()
        for file in (self._write, self._wakes, self._wake):
            os.close(file)

    def _copy(self) -> None:
        try:
            while True:
                patience = PATIENCE if self._decoder.waits else None
                ready, _, _ = select.select([self._terminal, self._wakes], [], [], patience)
                if self._wakes in ready:
                    return
                data = os.read(self._terminal, _MOST) if ready else b""
                if ready and not data:
                    return  # the terminal is gone
                text = self._decoder.decode(data, final=not ready).encode("utf-8", "replace")
                while text:
                    text = text[os.write(self._write, text) :]
        except (OSError, ValueError):  # the terminal is gone, or nobody reads any more
            return
