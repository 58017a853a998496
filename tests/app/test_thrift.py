from __future__ import annotations

import asyncio
import contextlib
import os
import pty
import subprocess
import sys
import time
from typing import TYPE_CHECKING, cast

import pytest

from reader.app import thrift
from reader.app.thrift import BEGIN, EMPTIED, END, FIRST_SCREEN, OTHER_SCREEN, Link, skills, takes_more, thrifty_driver
from reader.app.writer import Skills

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.driver import Driver

SIZE = (6, 3)


class Line:
    """A driver that keeps what it would send."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def write(self, data: str) -> None:
        self.sent.append(data)

    def start_application_mode(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        pass


class Thrifty:
    """A thrifty driver over such a line."""

    def __init__(self) -> None:
        self.redrawn = 0
        self.link = Link(lambda: SIZE, self._redraw)
        driver = thrifty_driver(cast("type[Driver]", Line), self.link)
        self.driver = driver.__new__(driver)
        self.driver.__init__()  # type: ignore[misc]
        self.sent = cast("Line", self.driver).sent

    def _redraw(self) -> None:
        self.redrawn += 1

    def write(self, *frames: str) -> list[str]:
        """What is sent for these."""
        before = len(self.sent)
        for frame in frames:
            self.driver.write(frame)
        return self.sent[before:]


@pytest.fixture
def line() -> Thrifty:
    return Thrifty()


A, B = ("".join(f"\x1b[{y};1H{text}" for y in (1, 2, 3)) + "\x1b[1;1H" for text in ("abcdef", "abxdef"))
WHOLE = "\x1b[2J\x1b[Habcdef\r\nabcdef\r\nabcdef\x1b[H"
CHANGE = "\x1b[2Cx\x1bD\bx\x1bD\bx\x1b[H"


def test_the_same_frame_is_not_sent_again(line: Thrifty) -> None:
    assert line.write(A, A, A) == [WHOLE]
    assert line.write(BEGIN, A, END) == []


def test_only_what_differs_is_sent(line: Thrifty) -> None:
    line.write(A)
    assert line.write(B) == [CHANGE]


def test_a_frame_is_shown_at_once_where_textual_asks_for_it(line: Thrifty) -> None:
    line.write(A)
    assert line.write(BEGIN, B, END) == [f"{BEGIN}{CHANGE}{END}"]


@pytest.mark.parametrize(
    "data",
    ["\x1b[?1000h", "\x1b[?25l", "\x1b[?2026$p", "\x1b[>25u", "\x1b[<u", "\x1b]52;c;eA==\x07", "\x1b]22;text\x07"],
)
def test_modes_and_the_clipboard_go_through_and_change_no_picture(line: Thrifty, data: str) -> None:
    line.write(A)
    assert line.write(data, A) == [data]


def test_what_is_set_already_is_not_set_again(line: Thrifty) -> None:
    on, off, text = "\x1b[?1003h", "\x1b[?1003l", "\x1b]22;text\x07"
    assert line.write(on, on, off, off, on) == [on, off, on]
    assert line.write("\x1b]22;default\x07", text, text) == [text]
    assert line.write(f"{on}\x1b[?25l") == ["\x1b[?25l"]


def test_what_is_not_known_goes_through_and_then_everything_is_sent(line: Thrifty) -> None:
    line.write(A)
    assert line.write("\x1b[5 q", A) == ["\x1b[5 q", WHOLE]


def test_everything_is_sent_on_another_screen_or_after_somebody_else(line: Thrifty) -> None:
    line.write(A)
    assert line.write(OTHER_SCREEN, A) == [OTHER_SCREEN, WHOLE]
    line.link.forget()
    assert line.write(A) == [WHOLE]


def test_a_small_frame_brings_everything_back_too(line: Thrifty) -> None:
    line.write(A)
    line.link.forget()
    assert line.write("\x1b[1;3Hx\x1b[1;1H") == [WHOLE.replace("c", "x", 1)]


def test_whoever_waits_for_a_frame_hears_once_when_it_is_sent(line: Thrifty) -> None:
    heard: list[list[str]] = []
    line.link.after_frame(lambda: heard.append(line.sent.copy()))
    line.write(OTHER_SCREEN, "\x1b[?25l", BEGIN)
    assert heard == []
    line.write(A, B)
    assert heard == [[OTHER_SCREEN, "\x1b[?25l", f"{BEGIN}{WHOLE}{END}"]]
    line.link.after_frame(lambda: heard.append(line.sent[-1:]))
    line.write("\x1b[5 q")  # no frame that is known, but it may be one
    assert heard[1:] == [["\x1b[5 q"]]


@pytest.fixture
def full_line() -> Iterator[tuple[int, int]]:
    """A pseudo-terminal that takes nothing more."""
    outer, inner = pty.openpty()
    os.set_blocking(inner, False)
    quiet = 0
    while quiet < 5:  # the system may still carry some of it over to the other end
        with contextlib.suppress(BlockingIOError):
            while True:
                os.write(inner, b"x" * 512)
                quiet = 0
        time.sleep(0.005)
        quiet += 1
    yield outer, inner
    os.close(outer)
    os.close(inner)


def drain(file: int) -> None:
    """Read all that there is."""
    os.set_blocking(file, False)
    with contextlib.suppress(BlockingIOError):
        while os.read(file, 1 << 16):
            pass


def test_a_full_line_is_noticed(full_line: tuple[int, int]) -> None:
    outer, inner = full_line
    assert not takes_more(inner)
    drain(outer)
    assert takes_more(inner)


def test_a_full_line_gets_the_last_of_several_frames(
    line: Thrifty, full_line: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    outer, inner = full_line
    monkeypatch.setattr(thrift, "_file", lambda: inner)

    async def run() -> None:
        line.driver.start_application_mode()
        assert line.write(A, B, A, B) == []
        await asyncio.sleep(0.01)
        assert line.sent == []
        while not line.sent:
            drain(outer)
            await asyncio.sleep(0.01)
        assert line.sent == [WHOLE.replace("c", "x")]
        assert line.write(A) != []
        line.driver.stop_application_mode()

    asyncio.run(asyncio.wait_for(run(), 10))


def test_a_screen_that_may_have_changed_is_sent_again_without_a_frame(
    line: Thrifty, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thrift, "SOON", 0.01)
    monkeypatch.setattr(thrift, "takes_more", lambda file: True)

    async def run() -> None:
        line.driver.start_application_mode()
        line.write(A, OTHER_SCREEN)
        await asyncio.sleep(0.05)
        assert line.redrawn == 1
        line.write(OTHER_SCREEN, A)
        await asyncio.sleep(0.05)
        assert line.redrawn == 1
        line.write(OTHER_SCREEN)
        line.driver.stop_application_mode()
        await asyncio.sleep(0.05)
        assert line.redrawn == 1

    asyncio.run(asyncio.wait_for(run(), 10))


@pytest.mark.parametrize(
    ("term", "able"),
    [
        ("xterm-256color", Skills(True, True, True)),
        ("screen-256color", Skills(True, False, False, lacks=frozenset("3"))),
        ("linux", Skills(True, True, True, modes=False, lacks=frozenset("3"))),
        ("vt220", Skills(True, True, False, modes=False, lacks=frozenset("23"))),
        ("dumb", Skills(False, False, False, modes=False, lacks=frozenset("12347"))),
    ],
)
def test_skills_are_those_of_terminfo(term: str, able: Skills) -> None:
    code = f"from reader.app.thrift import skills; print(skills({{'TERM': {term!r}}}) == {able!r})"
    code = f"from reader.app.writer import Skills; {code}"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "TERM": term}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True"


def test_an_old_terminal_is_asked_for_nothing_that_it_does_not_know(
    line: Thrifty, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert line.write(FIRST_SCREEN) == [f"\x1b[3H\n{FIRST_SCREEN}"]
    monkeypatch.setattr(line.link, "skills", Skills(modes=False))
    asides = ("\x1b[?1000h", "\x1b[>25u\x1b[?25l", "\x1b[?2026$p", "\x1b]22;default\x07", "\x1b[?7l")
    assert "".join(line.write(OTHER_SCREEN, *asides)) == "\x1b[?25l\x1b[?7l"
    assert line.write("\x07") == ["\x07"]
    assert line.write(A) == [WHOLE]
    assert line.write(FIRST_SCREEN) == [EMPTIED]


def test_terminals_without_an_entry_are_known_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_entry(*, fd: int) -> None:
        raise OSError

    monkeypatch.setattr("curses.setupterm", no_entry)
    assert skills({"TERM": "foot"}) == Skills(True, True, True)
    assert skills({"TERM": "alacritty"}) == Skills(True, True, True)
    assert skills({"TERM": "something"}) == Skills()
