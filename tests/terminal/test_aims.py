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
