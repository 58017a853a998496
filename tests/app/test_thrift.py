from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app import thrift
from reader.app.thrift import DEFAULT, Pen, apply, change, thrifty, thrifty_driver

if TYPE_CHECKING:
    from textual.driver import Driver

CODES = st.sampled_from(
    ["1", "3", "4", "7", "9", "31", "92", "44", "39", "49", "38;5;120", "48;5;16", "38;2;1;2;3", "48;2;200;100;0"]
)
STYLED = st.builds(
    lambda codes, text: f"\x1b[{';'.join(codes)}m{text}\x1b[0m",
    st.lists(CODES, min_size=1, max_size=4),
    st.one_of(st.text(alphabet="ab  é—", max_size=6), st.integers(10, 30).map(lambda n: "a" + " " * n)),
)
PIECES = st.one_of(STYLED, st.sampled_from(["plain", "   ", "\x1b[3;4H", "\x1b[2J", "\x1b[?25l", "\r\n"]))


def seen(data: str) -> list[list[object]]:
    """What a terminal shows: of a blank without lines through it, nothing but its background."""
    screen = pyte.Screen(40, 10)
    pyte.Stream(screen).feed(data)
    rows: list[list[object]] = []
    for y in range(10):
        rows.append([])
        for x in range(40):
            cell = screen.buffer[y][x]
            lines = cell.underscore or cell.reverse or cell.strikethrough
            rows[-1].append(cell if cell.data != " " or lines else (cell.data, cell.bg))
    return rows


@given(st.lists(PIECES, max_size=12), st.booleans())
def test_the_picture_is_the_same_and_no_longer(pieces: list[str], erases: bool) -> None:
    data = "\r\n".join(pieces)  # a row of the screen each, so that nothing runs over its edge
    assert seen(thrifty(data, erases)) == seen(data)
    assert len(thrifty(data, erases)) <= len(data)


@given(st.lists(PIECES, max_size=8))
def test_it_leaves_the_terminal_as_it_should_be(pieces: list[str]) -> None:
    data = "".join(pieces)
    assert seen(thrifty(data) + "x") == seen(data + "x")


def test_what_stays_the_same_is_not_sent_again() -> None:
    data = "\x1b[38;5;1;48;5;2mone\x1b[0m\x1b[38;5;3;48;5;2mtwo\x1b[0m"
    assert thrifty(data) == "\x1b[38;5;1;48;5;2mone\x1b[38;5;3mtwo\x1b[m"


def test_long_blanks_are_erased_where_the_terminal_can() -> None:
    data = "\x1b[38;5;1;48;5;2mone" + " " * 20 + "two\x1b[0m"
    assert thrifty(data, erases=True) == "\x1b[38;5;1;48;5;2mone\x1b[20X\x1b[20Ctwo\x1b[m"
    assert thrifty(data) == data[:-4] + "\x1b[m"


def test_underlined_blanks_are_written() -> None:
    data = "\x1b[4mone" + " " * 20 + "two\x1b[0m"
    assert thrifty(data, erases=True) == data[:-4] + "\x1b[m"


def test_blanks_need_no_colour_of_their_own() -> None:
    data = "\x1b[38;5;1;48;5;2mone\x1b[0m\x1b[38;5;3;48;5;2m  \x1b[0m\x1b[38;5;1;48;5;2mtwo\x1b[0m"
    assert thrifty(data) == "\x1b[38;5;1;48;5;2mone  two\x1b[m"


@pytest.mark.parametrize(
    "data", ["\x1b[0m", "", "text", "\x1b[38;9mtext\x1b[0m", "\x1b[1;77mtext\x1b[0m", "\x1b[4:3mx\x1b[0m"]
)
def test_what_is_not_known_is_left_alone(data: str) -> None:
    assert seen(thrifty(data)) == seen(data)


def test_pens() -> None:
    assert apply(DEFAULT, "1;38;2;1;2;3") == Pen("38;2;1;2;3", "", frozenset("1"))
    assert apply(Pen("31", "44"), "") == DEFAULT
    assert apply(DEFAULT, "38;5") is None
    assert change(Pen("31"), Pen("31")) == ""
    assert change(Pen("31", "44", frozenset("1")), Pen("31")) == "\x1b[0;31m"
    assert change(Pen("31", "44"), DEFAULT) == "\x1b[m"


class Line:
    """A driver that keeps what it would send."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def write(self, data: str) -> None:
        self.sent.append(data)


FRAMES = ["\x1b[1;1H" + letter * 2000 for letter in "ab"]


def sent(*data: str) -> list[str]:
    driver = thrifty_driver(cast("type[Driver]", Line))
    line = cast("Line", driver.__new__(driver))
    line.__init__()  # type: ignore[misc]
    for one in data:
        line.write(one)
    return line.sent


def test_the_same_frame_is_not_sent_twice_at_once() -> None:
    a, b = FRAMES
    assert sent(a, "\x1b[?2026l", "\x1b[?2026h", a, a) == [a, "\x1b[?2026l", "\x1b[?2026h"]
    assert sent(a, b, a) == [a, b, a]


def test_a_frame_is_sent_again_after_anything_else() -> None:
    a = FRAMES[0]
    assert sent(a, "\x1b[2J", a) == [a, "\x1b[2J", a]


def test_a_frame_is_sent_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter((0.0, 10.0, 10.0))
    monkeypatch.setattr(thrift, "monotonic", lambda: next(now))
    a = FRAMES[0]
    assert sent(a, a) == [a, a]
