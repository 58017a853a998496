"""The reader in a pseudo-terminal: when the first words are seen, and what a key costs."""

from __future__ import annotations

import re
import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import reader
from reader.story import Kind
from tools.bench import minimal
from tools.bench.process import VARIORUM, Cost, peak
from tools.terminal import Echo, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

COLUMNS, ROWS = 160, 48

#: Above these rows stand the title and the outlets, which are no article text.
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Keys:
    """What one kind of key costs: medians over some presses."""

    seconds: float
    bytes: int
    most_bytes: int
    frames: float  #: how often the screen was sent anew; 1 without animation
    presses: int


def _command(path: Path) -> list[str]:
    return [VARIORUM, str(path)]


def openings(path: Path) -> set[str]:
    """The first two words of every paragraph of body text: one of them is what a reader sees first."""
    cluster = reader.load(path)
    texts = (p.text for v in cluster.versions for p in v.paragraphs if p.kind is Kind.BODY and len(p.text) > 40)
    return {" ".join(text.split()[:2]) for text in texts}


def first_paint(paths: Iterable[Path], runs: int) -> list[tuple[Cost, Cost]]:
    """For every cluster: the minimal app's first text, and the reader's first article text, in turn."""
    costs = []
    for path in paths:
        wanted = openings(path)
        small, full = [], []
        for number in range(runs + 1):
            pair = _first_of_minimal(), _first_of_reader(path, wanted)
            if number:  # the first round finds cold caches
                small.append(pair[0])
                full.append(pair[1])
        costs.append((Cost(tuple(small)), Cost(tuple(full))))
    return costs


def _first_of_minimal() -> float:
    return _first([sys.executable, minimal.__file__], lambda text: minimal.TEXT in text)


def _first_of_reader(path: Path, wanted: set[str]) -> float:
    return _first(_command(path), lambda text: sees(text, wanted))


def sees(text: str, wanted: Iterable[str]) -> bool:
    """Whether one of some words is on the screen, below the title and the outlets."""
    body = "\n".join(text.split("\n")[_HEAD:])
    return any(words in body for words in wanted)


def _first(command: list[str], seen: Callable[[str], bool]) -> float:
    with Terminal(command, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.until(seen, timeout=60)
        found = terminal.seen_at(seen)
    assert found is not None  # until() has seen it
    return found


def keys(path: Path) -> tuple[dict[str, Keys], float]:
    """What a line, a page and a finding step cost in a cluster; and the reader's peak memory in megabytes."""
    with Terminal(_command(path), columns=COLUMNS, rows=ROWS) as terminal:
        terminal.until(lambda text: re.search(r"[≠+−] +\d", text.split("\n")[0]) is not None, timeout=240)
        terminal.settle(1.0, 30)
        lines = [_pressed(terminal, "j") for _ in range(20)]
        pages = [_pressed(terminal, " ") for _ in range(8)]
        terminal.press("g")
        terminal.settle()
        steps = [_pressed(terminal, "]") for _ in range(30)]
        megabytes = peak(terminal.pid)
        terminal.press("q")
        terminal.wait()
    found = {
        "a line (`j`)": _keys(echo for echo, _ in lines),
        "a page (`space`)": _keys(echo for echo, _ in pages),
        "a finding step (`]`) on the same screen": _keys(echo for echo, scrolled in steps if not scrolled),
        "a finding step (`]`) that scrolls": _keys(echo for echo, scrolled in steps if scrolled),
    }
    return {name: cost for name, cost in found.items() if cost is not None}, megabytes


def _pressed(terminal: Terminal, key: str) -> tuple[Echo, bool]:
    """What came back, and whether the text has moved."""
    before = terminal.lines()
    echo = terminal.echo(key, quiet=0.15)
    return echo, scrolled(before, terminal.lines())


def scrolled(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the text has moved, from what is seen before and after."""
    same = [_words(a) == _words(b) for a, b in zip(before[_HEAD:-6], after[_HEAD:-6], strict=True)]
    return sum(same) < 0.8 * len(same)


def _words(line: str) -> str:
    return "".join(c for c in line if c.isalnum())


def _keys(echoes: Iterable[Echo]) -> Keys | None:
    answered = [echo for echo in echoes if echo.data]
    if not answered:
        return None
    return Keys(
        statistics.median(echo.seconds for echo in answered),
        round(statistics.median(len(echo.data) for echo in answered)),
        max(len(echo.data) for echo in answered),
        statistics.median(echo.frames for echo in answered),
        len(answered),
    )
