"""A reader that is ended from outside leaves the terminal as it found it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal.test_reader import left_as_found, ready
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Open = Callable[..., Terminal]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("keys", ["", "F", "/", "?", "\r"])
def test_a_signal_restores_the_terminal(open_reader: Open, story: Path, number: signal.Signals, keys: str) -> None:
    terminal = ready(open_reader(story))
    assert b"\x1b[?1049h" in terminal.data
    assert terminal.modes() == (False, False)
    terminal.press(keys)
    terminal.settle()
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert left_as_found(terminal)
    assert not Path(f"/proc/{terminal.pid}").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_during_the_first_moments(open_reader: Open, story: Path, number: signal.Signals) -> None:
    """Whatever the moment: the program goes, and the terminal is usable."""
    for delay in (0.02, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4):
        terminal = open_reader(story)
        end = time.perf_counter() + delay
        while (left := end - time.perf_counter()) > 0:
            terminal.read(left)
        terminal.signal(number)
        assert terminal.wait() in (128 + number, -number)
        assert left_as_found(terminal), delay


@pytest.mark.parametrize("before", ["", "trap '' HUP; "])
def test_the_program_goes_when_its_terminal_goes(story: Path, before: str) -> None:
    """Also where SIGHUP is ignored, as under nohup: it must not go on reading from what is no terminal any more."""
    script = f'{before}exec "{sys.executable}" -m reader "{story}"'
    with Terminal(["sh", "-c", script], columns=120, rows=36) as terminal:
        ready(terminal)
        terminal.hang_up()
        assert gone(terminal.pid)


def gone(pid: int, timeout: float = 5.0) -> bool:
    """Whether a child of this process has ended; collected, so that it does not stay as a zombie."""
    end = time.perf_counter() + timeout
    while time.perf_counter() < end:
        done, _, usage = os.wait4(pid, os.WNOHANG)
        if done:
            assert usage.ru_utime + usage.ru_stime < 3
            return True
        time.sleep(0.05)
    return False
