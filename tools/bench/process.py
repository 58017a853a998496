"""Whole processes: how long they take and how much memory they need at most."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command with its output thrown away: seconds, and peak memory in megabytes.

    Raises CalledProcessError where it fails.
    """
    began = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment())
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return took, usage.ru_maxrss / 1024


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
