from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from reader.commands.talk import visible
from reader.commands.terminal import NoTerminalError, colour_system, is_gnu_screen, require_terminal


class _Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "xterm"}, None),
        ({"TERM": "linux"}, None),
        ({}, None),
        ({"TERM": "alacritty"}, "truecolor"),
        ({"TERM": "foot"}, "truecolor"),
        ({"TERM": "foot-extra"}, "truecolor"),
        ({"TERM": "xterm-ghostty"}, "truecolor"),
        ({"TERM": "xterm-kitty"}, "truecolor"),
        ({"TERM": "alacritty", "COLORTERM": "truecolor"}, None),
        ({"TERM": "alacritty", "TEXTUAL_COLOR_SYSTEM": "standard"}, None),
    ],
)
def test_terminals_that_hide_their_colours_get_them(environ: dict[str, str], expected: str | None) -> None:
    assert colour_system(environ) == expected


@pytest.mark.parametrize("term", ["", "dumb", "unknown", None])
def test_a_terminal_that_cannot_move_its_cursor_is_refused(monkeypatch: pytest.MonkeyPatch, term: str | None) -> None:
    monkeypatch.setattr(sys, "stdout", _Tty())
    monkeypatch.setattr(sys, "stderr", _Tty())
    with pytest.raises(NoTerminalError, match=r"move its cursor, and TERM="):
        require_terminal({} if term is None else {"TERM": term})
    require_terminal({"TERM": "vt220"})


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_pipe_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "stdout", _Tty())
    monkeypatch.setattr(sys, "stderr", _Tty())
    monkeypatch.setattr(sys, name, io.StringIO())
    with pytest.raises(NoTerminalError, match="the reader needs a terminal"):
        require_terminal({"TERM": "xterm"})


def test_messages_are_one_line_that_a_terminal_cannot_obey() -> None:
    assert visible("Fähre „Aurelia“, 船") == "Fähre „Aurelia“, 船"
    assert visible("a\x1b[31m\nb\x9b\u202e\x00\udc80") == "a\\x1b[31m\\nb\\x9b\\u202e\\x00\\udc80"


@pytest.mark.parametrize(
    ("term", "expected"), [("xterm", True), ("linux", True), ("vt220", False), ("vt100", False), ("no-such-one", True)]
)
def test_colours_are_for_terminals_that_have_some(term: str, expected: bool) -> None:
    code = "import os; from reader.commands.terminal import has_colours; print(has_colours(os.environ))"
    environ = {name: value for name, value in os.environ.items() if name not in ("COLORTERM", "TEXTUAL_COLOR_SYSTEM")}

    def told(**more: str) -> str:
        words = [sys.executable, "-c", code]
        return subprocess.run(words, env={**environ, "TERM": term, **more}, capture_output=True, text=True).stdout

    assert told() == f"{expected}\n"
    assert told(COLORTERM="truecolor") == "True\n"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "screen", "STY": "12.pts-0"}, True),
        ({"TERM": "screen.xterm-256color", "STY": "12.pts-0", "TMUX": "/tmp/x"}, True),
        ({"TERM": "screen-256color"}, True),  # over ssh neither says whose it is
        ({"TERM": "screen-256color", "TMUX": "/tmp/x"}, False),
        ({"TERM": "tmux-256color", "STY": "12.pts-0", "TMUX": "/tmp/x"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
    ],
)
def test_windows_of_gnu_screen_are_known(environ: dict[str, str], expected: bool) -> None:
    assert is_gnu_screen(environ) is expected
