"""Whole processes: how long they take and how much memory they need at most."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


#: The command as it is installed beside this interpreter, which is what people type.
VARIORUM = str(Path(sys.executable).with_name("variorum"))


@dataclass(frozen=True, slots=True)
class Cost:
    """What some runs of one thing took."""

    seconds: tuple[float, ...]
    megabytes: float = 0.0  #: the highest peak of resident memory among the runs

    @property
    def median(self) -> float:
        """The median of the seconds."""
        return statistics.median(self.seconds)


def environment() -> dict[str, str]:
    """This process's environment, but byte code is kept, as it is where a program is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


#: Run by an interpreter with nothing in it: a process is charged for the memory of the one that it was forked from.
_RUN = """
import json, os, sys, time
null = os.open(os.devnull, os.O_RDWR)
streams = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1)]
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=streams)
_, status, usage = os.wait4(child, 0)
print(json.dumps([time.perf_counter() - began, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)]))
"""


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command with its output thrown away: seconds, and peak memory in megabytes.

    Raises CalledProcessError where it fails.
    """
    wrapped = [sys.executable, "-I", "-S", "-c", _RUN, *command]
    done = subprocess.run(wrapped, check=True, stdout=subprocess.PIPE, env=environment())
    seconds, megabytes, code = json.loads(done.stdout)
    if code:
        raise subprocess.CalledProcessError(code, command)
    return seconds, megabytes


def peak(process: int | str = "self") -> float:
    """The highest resident memory of a process so far, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"))
    return int(found.group(1)) / 1024 if found else 0.0


def alternately(*commands: Sequence[str], runs: int) -> list[Cost]:
    """Run the commands in turn, ``runs`` times each, so that a busy minute of the machine meets all of them alike.

    The first round is thrown away; it finds the disk's caches cold and writes the byte code.
    """
    for command in commands:
        run_once(command)
    rounds = [[run_once(command) for command in commands] for _ in range(runs)]
    return [
        Cost(tuple(seconds for seconds, _ in results), max(peak for _, peak in results))
        for results in zip(*rounds, strict=True)
    ]
