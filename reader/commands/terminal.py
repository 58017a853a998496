"""What has to be known of the terminal, or done with it, before Textual is loaded."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.commands.talk import CommandError

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What prints the story where the reader can't be shown.
LINEAR = "variorum read --linear"


class NoTerminalError(CommandError):
    """There is no terminal that the reader could be shown on."""


#: Terminals that show all colours and whose names don't say so; ssh drops COLORTERM, which would.
_ALL_COLOURS = ("alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty")


def require_terminal(environ: Mapping[str, str]) -> None:
    """Raises NoTerminalError where there is no terminal that the reader could be shown on."""
    # Textual takes the keys from standard input, and draws on standard error.
    streams = {"standard output": sys.stdout, "standard error": sys.stderr}
    for name, stream in streams.items():
        if stream is None or not stream.isatty():
            raise NoTerminalError(f"the reader needs a terminal, and {name} is none")
    if environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        raise NoTerminalError(
            f"the reader needs a terminal that can move its cursor, and TERM={environ.get('TERM', '')}"
        )


def keys_from_terminal() -> None:
    """Let the keys come from the terminal where standard input is something else: the articles, or nothing.

    ``sys.stdin`` goes on reading what was given there. File descriptor 0, where Textual takes the keys from, changes.
    Raises NoTerminalError where there is no terminal to take keys from.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise NoTerminalError(f"the reader needs a terminal to take keys from: {error.strerror}") from error
    if sys.stdin is not None:
        sys.stdin = open(os.dup(sys.stdin.fileno()), encoding="utf-8")  # noqa: PTH123, SIM115
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.__stdin__ is None:
        sys.__stdin__ = sys.stdin = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def colour_system(environ: Mapping[str, str]) -> str | None:
    """The value that TEXTUAL_COLOR_SYSTEM needs, which Textual reads when it is imported; None: it sees for itself."""
    if environ.get("TEXTUAL_COLOR_SYSTEM") or environ.get("COLORTERM"):
        return None
    return "truecolor" if environ.get("TERM", "").startswith(_ALL_COLOURS) else None


def has_colours(environ: Mapping[str, str]) -> bool:
    """Whether the terminal has colours, by its terminfo entry; it has where nothing is known of it."""
    if environ.get("TEXTUAL_COLOR_SYSTEM") or environ.get("COLORTERM"):
        return True
    try:
        import curses

        curses.setupterm(fd=2)
        return curses.tigetnum("colors") >= 8
    except (ImportError, OSError, ValueError, LookupError):
        return True
    except curses.error:  # it has no entry here
        return True


def is_gnu_screen(environ: Mapping[str, str]) -> bool:
    """Whether this is a window of GNU screen, or one that somebody came from over ssh.

    While a program asks for the mouse, GNU screen (4.9) keeps an escape key back until the next key is pressed.
    """
    return environ.get("TERM", "").startswith("screen") and ("STY" in environ or "TMUX" not in environ)
