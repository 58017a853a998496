"""Fixtures of the tests in a real pseudo-terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path


@pytest.fixture
def open_reader() -> Iterator[Callable[..., Terminal]]:
    """Starts ``variorum WORDS...`` in a terminal; at the end of the test, what still runs is ended.

    before: a command that starts it, and its words.
    """
    opened: list[Terminal] = []

    def start(
        *words: str | Path, columns: int = 120, rows: int = 36, before: Sequence[str] = (), **environ: str
    ) -> Terminal:
        command = [*before, sys.executable, "-m", "reader", *map(str, words)]
        opened.append(Terminal(command, columns=columns, rows=rows, environ=environ))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
