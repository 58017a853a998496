"""A reader that is ended from outside leaves the terminal as it found it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import on_disk, reviewed
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    Open = Callable[..., Terminal]

NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, for states and CPU seconds")
#: CPU seconds that a reader may use after its terminal is lost.
MOST_CPU = 1.0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("keys", ["", "F", "/", "?", "\r"])
def test_a_signal_restores_the_terminal(open_reader: Open, story: Path, number: signal.Signals, keys: str) -> None:
    terminal = ready(open_reader(story))
    assert b"\x1b[?1049h" in terminal.data
    assert terminal.modes() == (False, False)
    terminal.press(keys)
    terminal.settle()
    terminal.signal(number)
    assert terminal.wait() == 128 + number
    assert left_as_found(terminal), terminal.data[-500:]
    assert not Path(f"/proc/{terminal.pid}").exists()


@pytest.mark.parametrize("name", ["QUIT", "XCPU", "ABRT", "USR1", "USR2", "ALRM", "PROF", "POLL", "RTMAX"])
def test_whatever_ends_a_program_restores_the_terminal(open_reader: Open, story: Path, name: str) -> None:
    """Also what nobody sends on purpose. What would leave a core does so, where the system wants one."""
    number = getattr(signal, f"SIG{name}", None)
    if number is None:
        pytest.skip(f"no SIG{name} here")
    terminal = open_reader(story, "--reviewer", "ida", "--beside", before=("sh", "-c", 'ulimit -c 0; exec "$@"', "sh"))
    ready(terminal).press("]yi")
    terminal.until("save and back")
    terminal.press("half a thou")
    terminal.until("half a thou")
    terminal.signal(number)
    if name == "USR1":  # ends a call that waits for the terminal, and nothing else
        terminal.settle()
        terminal.press("\x13")  # ctrl+s saves
        terminal.until(lambda text: "save and back" not in text)
        terminal.press("q")
    assert terminal.wait() == {"USR1": 0, "QUIT": -number, "XCPU": -number, "ABRT": -number}.get(name, 128 + number)
    assert left_as_found(terminal), terminal.data[-500:]
    journal = story / ".variorum" / "ida.jsonl"
    assert on_disk(journal) == 1
    notes = [json.loads(line).get("note") for line in journal.read_text("ascii").splitlines()]
    assert notes[-1] == "half a thou"


def test_a_signal_that_is_ignored_from_the_start_is_ignored(story: Path) -> None:
    """As a shell without job control does it for what runs in the background."""
    script = f'trap "" QUIT USR2; exec "{sys.executable}" -m reader "{story}"'
    with Terminal(["sh", "-c", script], columns=120, rows=36) as terminal:
        ready(terminal)
        for number in (signal.SIGQUIT, signal.SIGUSR2):
            terminal.signal(number)
            terminal.settle()
            assert terminal.running
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_during_the_first_moments(open_reader: Open, story: Path, number: signal.Signals) -> None:
    """Whatever the moment: the program goes, and the terminal is usable."""
    for delay in (0.02, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4):
        terminal = open_reader(story)
        end = time.perf_counter() + delay
        while (left := end - time.perf_counter()) > 0:
            terminal.read(left)
        terminal.signal(number)
        code = terminal.wait()
        if code == 1 and number == signal.SIGINT:  # Python itself was interrupted before it got to us
            assert b"\x1b[?1049h" not in terminal.data
        else:
            assert code in (128 + number, -number)
        assert left_as_found(terminal), delay


def cpu(pid: int) -> tuple[str, float]:
    """The state of a process, and the CPU seconds that it has used."""
    told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    return told[0], (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def gone(pid: int, before: float, timeout: float = 5.0) -> bool:
    """Whether a child of this process has ended, having used little CPU on it; collected, so that no zombie stays.

    before: its CPU seconds when it lost the terminal.
    """
    end = time.perf_counter() + timeout
    while time.perf_counter() < end:
        done, _, usage = os.wait4(pid, os.WNOHANG)
        if done:
            assert usage.ru_utime + usage.ru_stime - before <= MOST_CPU
            return True
        time.sleep(0.02)
    return False


def stopped(terminal: Terminal) -> bool:
    """Whether the program is suspended before long."""
    end = time.perf_counter() + 5
    while time.perf_counter() < end:
        terminal.read(0.05)
        if cpu(terminal.pid)[0] == "T":
            terminal.settle(0.1)
            return True
    return False


@NEEDS_PROC
@pytest.mark.parametrize("before", ["", "trap '' HUP; "])
@pytest.mark.parametrize("keys", ["", "F", "/oil"])
def test_the_program_goes_when_its_terminal_goes(story: Path, before: str, keys: str) -> None:
    """Also where SIGHUP is ignored, as under nohup: it must not go on reading from what is no terminal any more."""
    script = f'{before}exec "{sys.executable}" -m reader "{story}"'
    with Terminal(["sh", "-c", script], columns=120, rows=36) as terminal:
        ready(terminal)
        terminal.press(keys)
        terminal.settle()
        used = cpu(terminal.pid)[1]
        terminal.hang_up()
        assert gone(terminal.pid, used)


@NEEDS_PROC
def test_what_it_has_to_say_at_the_end_needs_no_terminal(story: Path) -> None:
    """Notices are told once more when the terminal is restored; where it is gone, that is no error."""
    (story / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    with Terminal([sys.executable, "-m", "reader", str(story)], columns=120, rows=36) as terminal:
        ready(terminal)
        terminal.hang_up()
        _, status, _ = os.wait4(terminal.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP


@NEEDS_PROC
def test_suspended_and_resumed(open_reader: Open, story: Path) -> None:
    """As by kill -TSTP; ctrl+z takes a verdict back. A shell has its terminal meanwhile, and may change its size."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    terminal.press("]yi")
    terminal.until("save and back")
    terminal.press("half a thou")
    terminal.until("half a thou")
    for columns in (120, 100, 90):
        terminal.signal(signal.SIGTSTP)
        assert stopped(terminal)
        assert left_as_found(terminal)
        sent = len(terminal.data)
        terminal.resize(columns, 30)
        terminal.settle(0.1)
        assert len(terminal.data) == sent
        terminal.signal(signal.SIGCONT)
        terminal.until("half a thou")
        terminal.settle()
    terminal.press("ght\x13")  # ctrl+s saves
    terminal.until("Aurelia")
    terminal.press("]u")
    terminal.until(lambda text: reviewed(text) == 2)
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal), terminal.data[-500:]
    path = story / ".variorum" / "ida.jsonl"
    assert on_disk(path) == 2
    assert "half a thought" in path.read_text("ascii")


@NEEDS_PROC
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_it_is_suspended(open_reader: Open, story: Path, number: signal.Signals) -> None:
    terminal = ready(open_reader(story))
    terminal.signal(signal.SIGTSTP)
    assert stopped(terminal)
    terminal.signal(number)
    terminal.signal(signal.SIGCONT)
    assert terminal.wait() == 128 + number
    assert left_as_found(terminal), terminal.data[-500:]


@NEEDS_PROC
@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_a_terminal_that_goes_while_it_is_suspended(story: Path, number: signal.Signals) -> None:
    with Terminal([sys.executable, "-m", "reader", str(story)], columns=120, rows=36) as terminal:
        ready(terminal).press("]y")
        terminal.until(lambda text: reviewed(text) == 1)
        terminal.signal(number)
        assert stopped(terminal)
        used = cpu(terminal.pid)[1]
        terminal.hang_up()
        os.kill(terminal.pid, signal.SIGCONT)  # the system sends it to a stopped job that nobody is left for
        assert gone(terminal.pid, used)


@NEEDS_PROC
def test_a_laptop_that_sleeps_and_wakes(open_reader: Open, story: Path) -> None:
    """Nothing runs for a while, and the size changes; then all goes on, and no time is made up for.

    What is typed meanwhile may have been meant for a shell, and is left out.
    """
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    terminal.signal(signal.SIGSTOP)
    assert stopped(terminal)
    terminal.resize(100, 30)
    time.sleep(1.5)
    terminal.signal(signal.SIGCONT)
    terminal.settle(0.5)
    terminal.press("d")
    terminal.until(lambda text: reviewed(text) == 2)
    terminal.until("Aurelia")
    terminal.settle(0.5)
    sent, used = len(terminal.data), cpu(terminal.pid)[1]
    terminal.settle(1.0, 1.0)
    assert len(terminal.data) == sent
    assert cpu(terminal.pid)[1] - used <= 0.1
    assert on_disk(story / ".variorum" / "ida.jsonl") == 2
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal), terminal.data[-500:]


#: The reader, with clocks that are so many hours ahead as a file has characters.
_CLOCKS = """
import os, sys, time
told = sys.argv.pop(1)
def ahead(clock):
    return lambda: clock() + 3600 * (os.stat(told).st_size if os.path.exists(told) else 0)
for name in ("monotonic", "perf_counter", "time"):
    setattr(time, name, ahead(getattr(time, name)))
import reader.cli
reader.cli.start()
"""


@NEEDS_PROC
def test_clocks_that_jump(story: Path, tmp_path: Path) -> None:
    """A night in which nothing ran is no eight hours of timers to make up for, and nothing that is typed is lost."""
    told = tmp_path / "hours"
    words = ("-c", _CLOCKS, str(told), str(story), "--reviewer", "ida", "--beside")
    with Terminal([sys.executable, *words], columns=120, rows=36) as terminal:
        ready(terminal).press("]y")
        terminal.until(lambda text: reviewed(text) == 1)
        terminal.press("i")
        terminal.until("save and back")
        terminal.press("half a thou")
        terminal.until("half a thou")
        terminal.settle()
        sent, used = len(terminal.data), cpu(terminal.pid)[1]
        for hours in (8, 800, 3):  # the last one is back again, as a clock that was set may be
            told.write_text("x" * hours, "ascii")
            terminal.settle(1.0, 1.0)
        assert len(terminal.data) - sent < 200
        assert cpu(terminal.pid)[1] - used <= 0.3
        terminal.press("ght\x13")
        terminal.until("Aurelia")
        terminal.press("]u")
        terminal.until(lambda text: reviewed(text) == 2)
        terminal.press("q")
        assert terminal.wait() == 0
        assert left_as_found(terminal), terminal.data[-500:]
    journal = story / ".variorum" / "ida.jsonl"
    assert on_disk(journal) == 2
    assert "half a thought" in journal.read_text("ascii")
    times = [json.loads(line)["time"] for line in journal.read_text("ascii").splitlines()]
    assert times == sorted(times)
    assert times[-1][:19] <= datetime.now(UTC).isoformat()


@NEEDS_PROC
@pytest.mark.skipif(shutil.which("setsid") is None, reason="needs setsid")
def test_a_terminal_that_goes_and_is_not_its_own(story: Path, tmp_path: Path) -> None:
    """The system tells those only whose own terminal it was; whoever just has it open would ask it without end."""
    told = tmp_path / "pid"
    inner = f'echo $$ >"{told}"; exec "{sys.executable}" -m reader "{story}"'
    with Terminal(["setsid", "-w", "sh", "-c", inner], columns=120, rows=36) as terminal:
        ready(terminal)
        pid = int(told.read_text("ascii"))
        assert pid != terminal.pid
        used = latest = cpu(pid)[1]
        terminal.hang_up()
        end = time.perf_counter() + 10
        try:
            while time.perf_counter() < end:
                latest = cpu(pid)[1]
                time.sleep(0.01)
        except OSError:
            assert latest - used <= MOST_CPU
            return
        os.kill(pid, signal.SIGKILL)
        pytest.fail(f"still there, with {latest - used} CPU seconds more")
