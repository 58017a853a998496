"""The bytes that docs/performance.md promises, for a generated cluster; bytes are the same on every machine."""

from __future__ import annotations

import json
import shutil
import statistics
from typing import TYPE_CHECKING

import pytest

from tools.bench import peer
from tools.bench.screen import scrolled
from tools.generate import cluster
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.bench.peer import Program

    Open = Callable[..., Terminal]

#: Frames that come late belong to the key before, for the machine may be busy.
QUIET = 0.4


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("\n".join(json.dumps(article) for article in cluster(4, 40, seed=1)), "utf-8")
    return path


def opened(program: Program, columns: int, rows: int) -> Terminal:
    terminal = Terminal(program.command, columns=columns, rows=rows)
    terminal.until(program.started, 60)
    terminal.settle(1.0, 30)
    return terminal


def pages(terminal: Terminal, key: str) -> float:
    """The bytes of a page: the median of a few."""
    return statistics.median(len(terminal.echo(key, QUIET).data) for _ in range(4))


@pytest.mark.parametrize(("columns", "rows"), peer.SIZES)
def test_a_start_a_page_a_step_and_doing_nothing_keep_to_their_bytes(
    articles: Path, tmp_path: Path, columns: int, rows: int
) -> None:
    with opened(peer.variorum(articles), columns, rows) as terminal:
        assert len(terminal.data) <= peer.MOST_A_CELL * columns * rows
        before = len(terminal.data)
        terminal.settle(3.0, 3.0)
        assert len(terminal.data) == before, "nobody has typed anything"
        page = pages(terminal, " ")
        terminal.echo("g", QUIET)
        steps = []
        for _ in range(8):
            screen = terminal.lines()
            sent = terminal.echo("]", QUIET)
            if not scrolled(screen, terminal.lines()):
                steps.append(len(sent.data))
        if columns > 100:  # on a narrow screen most steps slide to another version
            assert len(steps) > 2
        assert not steps or statistics.median(steps) <= peer.MOST_FOR_A_STEP
    if shutil.which(peer.VIM[0]) is not None:
        vim = peer.vim(articles, tmp_path, columns)
        with opened(vim, columns, rows) as terminal:
            assert page <= pages(terminal, vim.page)


def test_a_step_on_the_same_screen_changes_two_rows_and_the_inspector(articles: Path) -> None:
    columns, rows = peer.SIZES[-1]
    with opened(peer.variorum(articles), columns, rows) as terminal:
        terminal.echo("]", QUIET)
        looked_at = 0
        for _ in range(5):
            before, cells = terminal.lines(), drawn(terminal)
            terminal.echo("]", QUIET)
            after = terminal.lines()
            if scrolled(before, after):
                continue
            looked_at += 1
            changed = [y for y, line in enumerate(drawn(terminal)) if line != cells[y] and y < rows - 5]
            for y in changed:  # each stretch begins where a row does that is current, or was
                assert y - 1 in changed or "▌" in before[y] + after[y], changed
        assert looked_at > 1


def drawn(terminal: Terminal) -> list[list[object]]:
    """All cells of the screen with their colours, line by line."""
    buffer = terminal.screen.buffer
    return [[buffer[y][x] for x in range(terminal.columns)] for y in range(terminal.rows)]


def test_keys_that_come_at_once_are_few_frames(articles: Path) -> None:
    """A key that is held down over a line that delays: what comes together is drawn together."""
    columns, rows = peer.SIZES[-1]
    with opened(peer.variorum(articles), columns, rows) as terminal:
        terminal.echo("j", QUIET)
        one = terminal.echo("j", QUIET)
        many = terminal.echo("j" * 60, QUIET)
        assert one.frames == 1
        assert 0 < many.frames < 30
        assert terminal.echo(" " * 12, QUIET).frames < 6
