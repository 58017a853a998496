"""Fewer bytes for the same picture: colours and attributes are sent when they change, not with every piece of text.

Textual sends each piece of a line as all of its attributes, the text, and a reset. Over a slow line that is more than
the text itself. Here the attributes that the terminal has are kept in mind, and only what differs is sent. Everything
that is not an attribute passes through as it is. Each call begins and ends with the terminal's defaults.
"""

from __future__ import annotations

import re
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.driver import Driver

#: From this length on, what is written is a frame.
FRAME = 1000
#: Within this time, in seconds, the same frame isn't sent again.
AGAIN = 0.5
#: What may be written between two frames and doesn't change the picture: synchronised output, the pointer's form.
ASIDE = ("\x1b[?2026h", "\x1b[?2026l", "\x1b]22;default\x07")
#: An SGR sequence with nothing but numbers in it.
_SGR = re.compile(r"\x1b\[([\d;]*)m")

#: What moves the cursor draws nothing, so it needs no attributes.
_MOVE = re.compile(r"(?:\x1b\[\d*(?:;\d+)?[HABCDG]|[\r\n])+")
#: Blanks that take fewer bytes to erase than to write.
_BLANKS = re.compile(r" {12,}")
#: Codes that switch an attribute on.
_ON = frozenset(("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53"))
#: What a blank shows beside its background.
_SEEN_ON_BLANKS = frozenset(("4", "7", "9", "21", "53"))


class Pen(NamedTuple):
    """How a terminal writes: colours as SGR parameters, "" for the default, and the attributes that are on."""

    color: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()


DEFAULT = Pen()


def thrifty(data: str, erases: bool = False) -> str:
    """The same picture from fewer bytes. erases: the terminal erases characters, and leaves the background there."""
    if "\x1b[0m" not in data:
        return data
    out: list[str] = []
    has = wants = DEFAULT  # what the terminal writes with, what it should write with
    pieces = _SGR.split(data)
    for n, piece in enumerate(pieces):
        if n % 2:
            pen = apply(wants, piece)
            if pen is None:  # attributes that are not known here: nothing in this data is touched
                return data
            wants = pen
        elif piece:
            if _MOVE.fullmatch(piece):
                wanted = has
            elif not piece.strip(" ") and not _SEEN_ON_BLANKS & (wants.attributes | has.attributes):
                wanted = has._replace(background=wants.background)
            else:
                wanted = wants
            out.append(change(has, wanted))
            if erases and not _SEEN_ON_BLANKS & wanted.attributes:
                piece = _BLANKS.sub(_erased, piece)
            out.append(piece)
            has = wanted
    out.append(change(has, wants))
    return "".join(out)


def _erased(blanks: re.Match[str]) -> str:
    """Erase so many characters, and go behind them."""
    count = blanks.end() - blanks.start()
    return f"\x1b[{count}X\x1b[{count}C"


@lru_cache(maxsize=4096)
def apply(pen: Pen, parameters: str) -> Pen | None:
    """The pen after an SGR sequence; None where it says something that is not known here."""
    codes = parameters.split(";") if parameters else ["0"]
    color, background, attributes = pen
    n = 0
    while n < len(codes):
        code = codes[n]
        if code in ("0", ""):
            color, background, attributes = DEFAULT
        elif code in _ON:
            attributes |= {code}
        elif code in ("38", "48"):
            size = {"5": 3, "2": 5}.get(codes[n + 1] if n + 1 < len(codes) else "", 0)
            if not size or n + size > len(codes):
                return None
            value = ";".join(codes[n : n + size])
            if code == "38":
                color = value
            else:
                background = value
            n += size - 1
        elif code.isdigit() and (30 <= int(code) <= 37 or 90 <= int(code) <= 97):
            color = code
        elif code.isdigit() and (40 <= int(code) <= 47 or 100 <= int(code) <= 107):
            background = code
        elif code == "39":
            color = ""
        elif code == "49":
            background = ""
        else:
            return None
        n += 1
    return Pen(color, background, attributes)


@lru_cache(maxsize=4096)
def change(before: Pen, after: Pen) -> str:
    """The shortest SGR sequence that makes one pen of another."""
    if before == after:
        return ""
    codes: list[str] = []
    if before.attributes - after.attributes:
        codes.append("0")  # shorter than switching them off one by one, and known to every terminal
        before = DEFAULT
    codes.extend(sorted(after.attributes - before.attributes))
    if after.color != before.color:
        codes.append(after.color or "39")
    if after.background != before.background:
        codes.append(after.background or "49")
    plain = "0" if after == DEFAULT else ";".join(codes)
    return f"\x1b[{'' if plain == '0' else plain}m"


def erases() -> bool:
    """Whether the terminal says of itself that erased characters get the background of the moment."""
    try:
        import curses

        curses.setupterm(fd=2)
        return curses.tigetflag("bce") > 0 and bool(curses.tigetstr("ech"))
    except (ImportError, OSError, ValueError, LookupError):
        return False
    except curses.error:
        return False


def thrifty_driver(driver: type[Driver]) -> type[Driver]:
    """A driver of Textual's that sends the same picture in fewer bytes."""
    erasing = erases()

    class ThriftyDriver(driver):  # type: ignore[valid-type, misc]
        _frame, _at = "", 0.0

        def write(self, data: str) -> None:
            # Textual draws its first frame three times. The same frame again at once changes nothing; later it is
            # what somebody asked for to get rid of something else on the screen.
            if len(data) > FRAME:
                again = data == self._frame and monotonic() - self._at < AGAIN
                self._frame, self._at = data, monotonic()
                if again:
                    return
            elif data not in ASIDE:
                self._frame = ""
            super().write(thrifty(data, erasing))

    return ThriftyDriver
