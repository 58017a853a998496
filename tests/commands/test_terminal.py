from __future__ import annotations

import io
import sys

import pytest

from reader.commands.talk import visible
from reader.commands.terminal import NoTerminalError, colour_system, require_terminal


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
