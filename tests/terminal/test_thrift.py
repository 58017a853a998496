"""Few bytes, and yet the right picture, whatever happens to the terminal: judged by what a terminal emulator shows."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pyte
import pytest

from tests.terminal.test_reader import ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

COLUMNS, ROWS = 120, 36


@pytest.fixture
def terminal(open_reader: Open, story: Path) -> Terminal:
    return ready(open_reader(story, columns=COLUMNS, rows=ROWS))


def spoil(terminal: Terminal) -> None:
    """Write over what the emulator shows, as a broadcast message does; the reader knows nothing of it."""
    stream = pyte.Stream(terminal.screen)
    for y in range(1, ROWS + 1):
        stream.feed(f"\x1b[{y};1H{'Broadcast message: the system is going down':{COLUMNS}}")


def as_drawn_anew(terminal: Terminal) -> bool:
    """Whether the screen is as it would be if all of it were sent again."""
    before = terminal.text()
    spoil(terminal)
    terminal.press("\x0c")
    terminal.settle()
    return terminal.text() == before


def test_a_line_a_finding_and_nothing(terminal: Terminal) -> None:
    assert len(terminal.echo("j").data) < 1500
    assert len(terminal.echo("]").data) < 2500
    assert terminal.echo("\x0c").data
    assert terminal.echo("a").data  # additions are hidden
    assert as_drawn_anew(terminal)


def test_whatever_was_done_the_screen_is_as_it_would_be_drawn_anew(terminal: Terminal) -> None:
    for keys in (
        "jjj",
        "]",
        "]]",
        " ",
        "k",
        "}",
        "l",
        "z",
        "z",
        "F",
        "\x1b",
        "M",
        "\x1b",
        "?",
        "\x1b",
        "G",
        "g",
        "w",
        "=",
    ):
        terminal.press(keys)
        terminal.settle(0.15, 3)
    assert as_drawn_anew(terminal)


def test_a_key_brings_back_what_something_else_has_written_over(terminal: Terminal) -> None:
    before = terminal.text()
    spoil(terminal)
    assert "Broadcast" in terminal.text()
    terminal.press("\x0c")
    terminal.settle()
    assert terminal.text() == before


def test_a_resize_sends_everything_even_to_the_same_size(terminal: Terminal) -> None:
    before = terminal.text()
    spoil(terminal)
    terminal.signal(signal.SIGWINCH)
    terminal.settle(0.4)
    assert terminal.text() == before
    terminal.resize(90, 30)
    terminal.resize(COLUMNS, ROWS)
    terminal.settle(0.4)
    assert terminal.text() == before


def test_a_reader_that_was_stopped_sends_everything_when_it_goes_on(terminal: Terminal) -> None:
    before = terminal.text()
    terminal.signal(signal.SIGTSTP)
    terminal.settle(0.4)
    spoil(terminal)
    terminal.signal(signal.SIGCONT)
    terminal.settle(0.5)
    assert terminal.text() == before
    terminal.press("j")
    terminal.settle()
    assert as_drawn_anew(terminal)


def test_keys_that_come_faster_than_the_line_are_drawn_as_one(terminal: Terminal) -> None:
    """Nobody reads from the terminal while a key is held down for three seconds."""
    before = len(terminal.data)
    for _ in range(45):
        terminal.press(" ")
        time.sleep(0.03)
        terminal.press("b")
        time.sleep(0.03)
    terminal.settle()
    came = len(terminal.data) - before
    assert came < 6 * COLUMNS * ROWS  # what the pseudo-terminal holds, and a frame or two
    assert as_drawn_anew(terminal)
    assert os.getpgid(terminal.pid)
