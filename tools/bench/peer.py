"""What an action sends to the terminal, beside ``vim -d`` with the same texts, plain and through ``ssh -C``."""

from __future__ import annotations

import contextlib
import re
import shutil
import statistics
import subprocess
import textwrap
import time
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import reader
from tools.bench import wire
from tools.bench.page import Aim, Section, most, table, thousands
from tools.bench.process import VARIORUM
from tools.bench.screen import scrolled
from tools.terminal import FRAME, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

#: Columns by rows of the terminals.
SIZES = ((80, 24), (160, 48))
#: Vim as Debian has it, with its own defaults and nobody's settings; it writes nothing beside the texts.
VIM = ("vim", "--clean", "-n", "-R", "-d")
#: A word to search for that every version has.
WORD = "near"
#: How long nobody types, in seconds.
IDLE = 10.0

#: Nothing more comes after so many seconds without anything.
QUIET = 0.15
#: A page costs no more than vim's; for the rest, bytes: a finding step, and two characters a cell at the start.
MOST_FOR_A_STEP, MOST_A_CELL = 2_500, 2

START, LINE, CURSOR, PAGE, SAME, OTHER, SEARCH, REST = (
    "start",
    "a line",
    "the cursor down a line",
    "a page",
    "a finding step on the same screen",
    "a finding step that scrolls",
    "a search step",
    f"{IDLE:.0f} s without a key",
)
ACTIONS = (START, LINE, CURSOR, PAGE, SAME, OTHER, SEARCH, REST)


@dataclass(frozen=True, slots=True)
class Sent:
    """What came for one press of a key, or for a start."""

    bytes: int
    frames: int


@dataclass(frozen=True, slots=True)
class Line:
    """How a program is started, and how the bytes are counted that it has sent so far."""

    command: Callable[[Sequence[str]], list[str]]
    count: Callable[[Terminal], int]
    zero: Callable[[], int] = lambda: 0  #: where counting begins for a program that is started now


#: The terminal itself.
PLAIN = Line(list, lambda terminal: len(terminal.data))


@dataclass(frozen=True, slots=True)
class Program:
    """The keys of a program for the actions."""

    command: tuple[str, ...]
    started: Callable[[str], bool]  #: from what is seen
    line: str
    cursor: str | None  #: a line down, where that moves a cursor and not the text
    page: str
    top: str
    step: str
    search: tuple[str, ...]  #: keys, each pressed when the answer to the one before has come
    match: str
    leave: str


def variorum(path: Path) -> Program:
    """The reader."""
    counted = re.compile(r"[≠+−] +\d")
    return Program(
        command=(VARIORUM, str(path)),
        started=lambda text: counted.search(text.split("\n")[0]) is not None,
        line="j",
        cursor=None,
        page=" ",
        top="g",
        step="]",
        search=("/", f"{WORD}\r"),
        match="n",
        leave="q",
    )


def vim(path: Path, folder: Path, columns: int) -> Program:
    """Vim with a window a version; the texts have lines as long as a window is wide, for it doesn't wrap."""
    cluster = reader.load(path)
    names = []
    for n, version in enumerate(cluster.versions):
        file = folder / f"{columns}-{n + 1}.txt"
        width = columns // len(cluster.versions) - 4  # two columns are for folds, one stands between windows
        paragraphs = ("\n".join(textwrap.wrap(p.text, width)) for p in version.paragraphs)
        file.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        names.append(str(file))
    return Program(
        command=(*VIM, *names),
        started=lambda text: text.count(" Top") >= len(names),  # each window says at its foot where it is
        line="\x05",
        cursor="j",
        page="\x06",
        top="gg",
        step="]c",
        search=(f"/{WORD}\r",),
        match="n",
        leave=":qa!\r",
    )


def measure(program: Program, line: Line, columns: int, rows: int) -> dict[str, list[Sent]]:
    """Every action some times."""
    found: dict[str, list[Sent]] = {action: [] for action in ACTIONS}
    zero = line.zero()
    with Terminal(line.command(program.command), columns=columns, rows=rows) as terminal:

        def press(keys: str) -> Sent:
            before, frames = line.count(terminal), terminal.echo(keys, quiet=QUIET).frames
            return Sent(line.count(terminal) - before, frames)

        terminal.until(program.started, timeout=120)
        terminal.settle(1.0, 30)
        found[START].append(Sent(line.count(terminal) - zero, frames([chunk.time for chunk in terminal.chunks])))
        before, chunks = line.count(terminal), len(terminal.chunks)
        time.sleep(IDLE)
        terminal.settle(0.1)
        found[REST].append(Sent(line.count(terminal) - before, len(terminal.chunks) - chunks))
        if program.cursor:
            found[CURSOR] = [press(program.cursor) for _ in range(5)]
            press(program.top)
        found[LINE] = [press(program.line) for _ in range(12)]
        press(program.top)
        found[PAGE] = [press(program.page) for _ in range(6)]
        press(program.top)
        for _ in range(24):
            screen = terminal.lines()
            sent = press(program.step)
            if sent.frames:
                found[OTHER if scrolled(screen, terminal.lines()) else SAME].append(sent)
        press(program.top)
        for keys in program.search:
            press(keys)
        found[SEARCH] = [press(program.match) for _ in range(10)]
        terminal.press(program.leave)
        with contextlib.suppress(AssertionError):
            terminal.wait()
    return found


def frames(times: Sequence[float]) -> int:
    """How often something came, from when each part of it came, in seconds: see ``Echo.frames``."""
    return sum(b - a > FRAME for a, b in pairwise(times)) + bool(times)


def section(path: Path, folder: Path) -> Section:
    """The tables, one a size. What can't be measured here is said."""
    skipped = []
    if shutil.which(VIM[0]) is None:
        skipped.append("vim is not installed: its figures were skipped")
    if wire.missing():
        skipped.append(f"{', '.join(wire.missing())} not installed: the figures through `ssh -C` were skipped")
    with contextlib.ExitStack() as stack:
        lines = {"": PLAIN}
        if not wire.missing():
            keys = folder / "wire"
            keys.mkdir()
            try:
                through = stack.enter_context(wire.wire(keys))
                login = through.login()
            except (RuntimeError, subprocess.SubprocessError):
                skipped.append("sshd lets nobody log in here: the figures through `ssh -C` were skipped")
            else:
                lines[", `ssh -C`"] = Line(through.command, lambda _: through.bytes, lambda: through.bytes + login)
        tables = [_table(path, folder, lines, columns, rows) for columns, rows in SIZES]
    text = "\n\n".join(
        [
            "### Bytes and frames beside `vim -d`",
            "Four generated versions of 120 sentences, and the same four texts, broken into lines as wide as a window, "
            "in `vim --clean -d`. Bytes that reach the terminal, medians. Through `ssh -C` to this machine: bytes that "
            "the server sends, compressed and encrypted, without the login. In brackets the frames: how often "
            "something came. A line is `j`, in vim `ctrl-e`, which moves all windows; a page `space`, `ctrl-f`; a "
            "finding step `]`, `]c`; a search step `n`. The start lasts until the findings are there and holds two "
            "pictures, the plain columns and the level ones.",
            *(drawn for drawn, _ in tables),
            *(f"Not measured: {what}." for what in skipped),
        ]
    )
    return Section(text, tuple(aim for _, found in tables for aim in found))


def _table(path: Path, folder: Path, lines: Mapping[str, Line], columns: int, rows: int) -> Section:
    programs = {"variorum": variorum(path)}
    if shutil.which(VIM[0]) is not None:
        programs["`vim -d`"] = vim(path, folder, columns)
    found = {
        (name, through): measure(program, line, columns, rows)
        for through, line in lines.items()
        for name, program in programs.items()
    }
    body = [[action, *(cell(sents[action]) for sents in found.values())] for action in ACTIONS]
    drawn = table([f"{columns}×{rows}", *map("".join, found)], body)
    kept = [
        aim._replace(what=f"{columns}×{rows}{through}: {aim.what}")
        for through in lines
        for aim in aims(found["variorum", through], found.get(("`vim -d`", through)), columns, rows)
    ]
    return Section(drawn, tuple(kept))


def cell(sents: Sequence[Sent]) -> str:
    """Bytes, and in brackets frames: medians."""
    if not sents:
        return "–"
    sent = (statistics.median(one.bytes for one in sents), statistics.median(one.frames for one in sents))
    return f"{thousands(sent[0])} ({sent[1]:.0f})"


def aims(
    ours: Mapping[str, Sequence[Sent]], vims: Mapping[str, Sequence[Sent]] | None, columns: int, rows: int
) -> list[Aim]:
    """What the reader is to keep to, in bytes, and whether it does."""

    def median(sents: Sequence[Sent]) -> float:
        return statistics.median(sent.bytes for sent in sents)

    found = []
    if vims is not None and ours[PAGE] and vims[PAGE]:
        page, bound = median(ours[PAGE]), median(vims[PAGE])
        found.append(Aim(f"bytes of a page ≤ vim's {thousands(bound)}", thousands(page), page <= bound))
    if ours[SAME]:
        found.append(most(f"bytes of {SAME}", median(ours[SAME]), MOST_FOR_A_STEP, thousands))
    found.append(most("bytes of a start", median(ours[START]), MOST_A_CELL * columns * rows, thousands))
    found.append(most(f"bytes in {REST}", max(sent.bytes for sent in ours[REST]), 0, thousands))
    return found
