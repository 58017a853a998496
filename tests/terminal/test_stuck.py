"""A terminal that takes nothing, and one that says that it is larger than any: the reader ends, and stays small."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.app.app import HIGHEST, WIDEST
from reader.app.ending import GRACE, LAST
from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import on_disk
from tests.terminal.test_signals import NEEDS_PROC, cpu, gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

#: Megabytes of memory that a reader on a very large terminal may take.
MOST_MEMORY = 200


def memory(terminal: Terminal) -> int:
    """The most that the reader has had so far, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{terminal.pid}/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) // 1000


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_takes_nothing_does_not_hold_it_up(
    open_reader: Open, story: Path, number: signal.Signals
) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", columns=160, rows=48))
    terminal.press("]yi")
    terminal.until("save and back")
    terminal.press("half a thou")
    terminal.until("half a thou")
    for n in range(60):  # each time the whole screen is drawn, and nothing of it is read
        terminal.resize(160 - n % 2, 48)
        time.sleep(0.05)
    terminal.signal(number)
    ended = ending(terminal, GRACE + LAST + 5)
    assert ended is not None
    assert ended[0] == 128 + number
    assert ended[1] < 10
    while terminal.read(0.2):
        pass
    assert left_as_found(terminal)
    journal = story / ".variorum" / "ida.jsonl"
    assert on_disk(journal) == 1
    assert json.loads(journal.read_text("ascii").splitlines()[-1])["note"] == "half a thou"


def ending(terminal: Terminal, timeout: float) -> tuple[int, float] | None:
    """The exit code and CPU seconds of a reader that ends though nobody reads; None where it doesn't."""
    end = time.perf_counter() + timeout
    while time.perf_counter() < end:
        pid, status, usage = os.wait4(terminal.pid, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime
        time.sleep(0.05)
    return None


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc, to see how much memory is used")
def test_a_terminal_that_says_it_is_larger_than_any(open_reader: Open, story: Path) -> None:
    terminal = open_reader(story, columns=60_000, rows=60_000)
    moves: list[int] = []
    while max(moves, default=0) <= HIGHEST // 2:  # the emulator would need the memory that the reader is not to take
        assert terminal.read(15)
        moves = [int(line) for line in re.findall(rb"\x1b\[(\d+);\d+H", terminal.data)]
    assert b"Aurelia" in terminal.data
    terminal.settle(1.0)
    assert memory(terminal) < MOST_MEMORY
    moves = [int(line) for line in re.findall(rb"\x1b\[(\d+);\d+H", terminal.data)]
    assert max(moves) <= HIGHEST + 1
    terminal.press("q")
    assert terminal.wait() == 0


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc, to see how much memory is used")
@pytest.mark.parametrize("size", ["100000;100000", "500;1000000000", "1000000000;10"])
def test_a_size_that_is_typed_is_bounded_too(open_reader: Open, story: Path, size: str) -> None:
    """Some terminals tell their size among the keys, so whoever types can say anything."""
    terminal = ready(open_reader(story))
    terminal.press(f"\x1b[48;{size};0;0t")
    terminal.settle(0.5)
    terminal.press("\x1b[48;36;120;0;0t")
    terminal.settle(0.5)
    assert memory(terminal) < MOST_MEMORY
    terminal.press("q")
    assert terminal.wait() == 0
    assert WIDEST > 1000


@NEEDS_PROC
def test_a_network_that_is_lost_for_long(open_reader: Open, story: Path) -> None:
    """What was typed before is decided and kept, nothing is computed meanwhile, and the hang-up ends it at once."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", columns=160, rows=48))
    for n in range(60):  # each time the whole screen is drawn, and nothing of it is read
        terminal.resize(160 - n % 2, 48)
        time.sleep(0.03)
    terminal.press("]y")
    journal = story / ".variorum" / "ida.jsonl"
    end = time.perf_counter() + 10
    while on_disk(journal) < 1 and time.perf_counter() < end:
        time.sleep(0.05)
    assert on_disk(journal) == 1
    time.sleep(0.5)
    used = cpu(terminal.pid)[1]
    time.sleep(2.0)
    assert cpu(terminal.pid)[1] - used <= 0.1
    terminal.hang_up()
    assert gone(terminal.pid, used)
    assert on_disk(journal) == 1
