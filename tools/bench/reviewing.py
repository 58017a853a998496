"""A review on a real disk: how a cluster with thousands of verdicts opens, and what a verdict costs beside a line.

The journals lie in a folder under the current one, not in the temporary folder, which is no disk on many systems.
"""

from __future__ import annotations

import contextlib
import os
import re
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import reader
from reader.collation import collate
from reader.review.journal import Journal
from reader.review.matching import words_of
from reader.review.places import folder, journal_path
from reader.review.records import Judged, Record, Verdict
from tools.bench.process import VARIORUM, Cost
from tools.bench.screen import COLUMNS, ROWS, openings, sees
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tools.terminal import Echo

REVIEWER = "bench"
#: The head line once the findings are there.
COUNTED = re.compile(r"reviewed (\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Start:
    """How long it takes from starting the process."""

    words: Cost  #: to the first words of an article
    findings: Cost  #: until the findings are shown, with how many of them are reviewed


@dataclass(frozen=True, slots=True)
class Press:
    """A verdict, a step and a line, pressed in turn: from the key to the last byte, medians in seconds."""

    verdict: float  #: and on to the next finding
    step: float  #: to the next finding
    line: float
    bytes: int  #: that a verdict sends
    presses: int


@contextlib.contextmanager
def on_disk() -> Iterator[Path]:
    """A state folder on the disk that the current folder is on."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as name:
        yield Path(name)


def filesystem(path: Path) -> str:
    """The kind of file system that a path is on, "ext4"."""
    found = ("", "unknown")
    for line in Path("/proc/mounts").read_text("utf-8").splitlines():
        _, mounted, kind, *_ = line.split()
        if path.is_relative_to(mounted) and len(mounted) >= len(found[0]):
            found = (mounted, kind)
    return found[1]


def decide(path: Path, state: Path) -> int:
    """Write a journal with a verdict on every finding of a cluster; how many there are."""
    cluster = reader.load(path)
    collation = collate(cluster)
    records = [
        Record(f"r{n}", "2031-01-01T00:00:00Z", REVIEWER, Judged(f.id, list(Verdict)[n % 3], words_of(collation, f)))
        for n, f in enumerate(collation.findings)
    ]
    journal = Journal(journal_path(folder(cluster, [path], state=state / "variorum"), REVIEWER))
    if problem := journal.append(records):
        raise SystemExit(str(problem))
    return len(records)


def start(path: Path, states: Mapping[str, Path], runs: int) -> dict[str, Start]:
    """The same cluster with the reviews of several state folders, in turn."""
    wanted = openings(path)
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in states}
    for number in range(runs + 1):
        for name, state in states.items():
            with _opened(path, state) as terminal:
                words = terminal.seen_at(lambda text: sees(text, wanted))
                findings = terminal.seen_at(lambda text: COUNTED.search(text) is not None)
            assert words is not None
            assert findings is not None
            if number:  # the first round finds cold caches
                seen[name].append((words, findings))
    return {
        name: Start(Cost(tuple(w for w, _ in times)), Cost(tuple(f for _, f in times))) for name, times in seen.items()
    }


def press(path: Path, state: Path, presses: int = 20) -> Press:
    """What a verdict costs that is on the disk before the screen shows it, beside keys that are only drawn."""
    verdicts: list[Echo] = []
    steps: list[Echo] = []
    lines: list[Echo] = []
    with _opened(path, state) as terminal:
        terminal.settle(1.0, 30)
        before = _reviewed(terminal)
        for n in range(presses):
            if n % 5 == 0:
                lines += [terminal.echo("j", quiet=0.15) for _ in range(5)]
                terminal.echo("]", quiet=0.15)
            steps.append(terminal.echo("]", quiet=0.15))
            verdicts.append(terminal.echo("ydu"[n % 3], quiet=0.15))
        assert _reviewed(terminal) > before
    return Press(
        _median(verdicts),
        _median(steps),
        _median(lines),
        round(statistics.median(len(echo.data) for echo in verdicts)),
        presses,
    )


def _median(echoes: Iterable[Echo]) -> float:
    return statistics.median(echo.seconds for echo in echoes if echo.data)


def _reviewed(terminal: Terminal) -> int:
    found = COUNTED.search(terminal.text())
    return int(found.group(1)) if found else 0


@contextlib.contextmanager
def _opened(path: Path, state: Path) -> Iterator[Terminal]:
    """The reader with its findings on screen."""
    command = [VARIORUM, "--reviewer", REVIEWER, str(path)]
    environ = {"XDG_STATE_HOME": str(state)} | ({"HOME": os.environ["HOME"]} if "HOME" in os.environ else {})
    with Terminal(command, columns=COLUMNS, rows=ROWS, environ=environ) as terminal:
        terminal.until(lambda text: COUNTED.search(text) is not None, timeout=240)
        yield terminal
