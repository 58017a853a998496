"""Bytes that no key sends: from a terminal in another encoding, or from one that tells what can't be. All goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import reviewed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

ODD = (
    b"\xe9",  # é of Latin-1
    b"\xff\xfe\xc3",
    b"\x1b[200~caf\xe9\x1b[201~",
    b"\x1b[48;36;120;0;0t\x1b[<35;10;10M",  # a mouse on a terminal of no pixels
    b"\x1b[48;0;0;0;0t\x1b[48;36;120;0;0t",
    b"\x1b[97;1:2D",
    b"\x1b[1114112u",  # past the last character
    b"\x1b[<35;99999999999999999999;3M",
    b"\x9b\x9d\x90",
)


def test_the_reader_goes_on(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    for odd in ODD:
        terminal.press(odd)
        terminal.settle(0.1)
        terminal.press("\x1b[I")  # the terminal has the focus; half a character takes the next byte with it
        terminal.settle(0.1)
        terminal.press("F")
        terminal.until("Findings")
        terminal.press("\x1b")
        terminal.until(lambda text: "Findings" not in text)
        assert terminal.running, odd
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.data
    assert left_as_found(terminal)


def test_a_paste_in_another_encoding_is_no_command(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    terminal.press("]")
    terminal.press(b"\x1b[200~y \xe9 yqyq\x1b[201~")
    terminal.settle()
    assert terminal.running
    assert reviewed(terminal.text()) == 0


def test_the_mouse_is_told_of_by_the_cell(open_reader: Open, story: Path) -> None:
    """By the pixel, every movement of the hand would be a message over the line."""
    terminal = ready(open_reader(story))
    terminal.press("\x1b[?2048;2$y")  # it can tell its size among the keys, a terminal says
    terminal.settle()
    assert b"\x1b[?1006h" in terminal.data
    assert b"\x1b[?1016h" not in terminal.data
