"""Disks that fail while somebody reviews, in a real terminal: nothing counts as saved that isn't, nothing is lost."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from reader.review.journal import Journal
from reader.review.records import Reason
from reader.review.state import replay
from tests.terminal.test_reader import ready
from tests.terminal.test_review import on_disk, reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]


def mount(*words: str) -> bool:
    """Whether the system lets us do that."""
    try:
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(story: Path) -> Iterator[Path]:
    """A disk of 64 kB for the journals beside a story, where the test may mount one."""
    folder = story / ".variorum"
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)):
        pytest.skip("no right to mount a disk here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


def fails_and_recovers(terminal: Terminal, journal: Path, why: str, mend: Callable[[], object]) -> None:
    """The next verdict can't be saved; it is said, kept, asked about, and saved with the one after it was mended."""
    before = reviewed(terminal.text())
    terminal.press("y")
    terminal.until(why)
    assert "1 not saved" in terminal.lines()[0]
    assert reviewed(terminal.text()) == before, "what is not on the disk does not count"
    assert on_disk(journal) == before
    terminal.press("\x13")
    terminal.settle()
    assert why in terminal.text(), "tried again, and said again"
    terminal.press("q")
    terminal.until("1 decision is not saved")
    terminal.press("q")
    terminal.settle()
    assert terminal.running
    mend()
    terminal.press("d")
    terminal.until(f"reviewed {before + 2}/")
    assert "not saved" not in terminal.text()
    assert on_disk(journal) == before + 2
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_full_disk_is_said_at_once_and_what_was_written_is_kept(
    open_reader: Open, story: Path, small_disk: Path
) -> None:
    journal, filler = small_disk / "ida.jsonl", small_disk / "filler"
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]y")
    terminal.until("reviewed 1/")
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 512)
    # The last block of the journal has room for some short records, and for a part of a long one.
    note = "word " * 1_200
    terminal.press("i")
    terminal.press(f"\x1b[200~{note}\x1b[201~")
    terminal.press("\x13")
    terminal.until("the disk is full")
    assert "1 not saved" in terminal.lines()[0]
    assert on_disk(journal) == reviewed(terminal.text()) == 1
    assert [odd.reason for odd in Journal(journal).load().odd] == [Reason.TORN]
    filler.unlink()
    terminal.press("\x13")
    terminal.until("Saved.")
    loaded = Journal(journal).load()
    assert note.strip() in [decision.note for decision in replay(loaded.records).decisions.values()]
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_disk_that_turns_read_only(open_reader: Open, story: Path, small_disk: Path) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]y")
    terminal.until("reviewed 1/")
    assert mount("-o", "remount,ro", str(small_disk))
    fails_and_recovers(
        terminal,
        small_disk / "ida.jsonl",
        "the disk is read-only",
        lambda: mount("-o", "remount,rw", str(small_disk)),
    )


#: Root may write whatever a folder's mode says, unless it is started without that right.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


@pytest.mark.skipif(bool(AS_ANYBODY) and shutil.which("setpriv") is None, reason="root writes to any folder")
@pytest.mark.parametrize("is_begun", [False, True])
def test_a_folder_that_turns_read_only(open_reader: Open, story: Path, is_begun: bool) -> None:
    """By its mode. What is there already can still be added to where only the folder turns, so the file does too."""
    folder, journal = story / ".variorum", story / ".variorum" / "ida.jsonl"
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse", before=AS_ANYBODY))
    terminal.press("]")
    terminal.settle()
    if is_begun:
        terminal.press("y")
        terminal.until("reviewed 1/")
        journal.chmod(0o444)
    else:
        folder.mkdir()
    folder.chmod(0o555)

    def mend() -> None:
        folder.chmod(0o755)
        if is_begun:
            journal.chmod(0o644)

    fails_and_recovers(terminal, journal, "no permission to write there", mend)


def test_a_folder_that_is_moved_away(open_reader: Open, story: Path) -> None:
    """As a mount that vanishes: the path is not there any more."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]y")
    terminal.until("reviewed 1/")
    folder, away = story / ".variorum", story.parent / "away"
    folder.rename(away)
    terminal.press("y")
    terminal.until("the folder is not there any more")
    assert reviewed(terminal.text()) == 1
    assert not folder.exists()
    terminal.press("q")
    terminal.until("1 decision is not saved")
    away.rename(folder)
    terminal.press("r")
    assert terminal.wait() == 0
    assert on_disk(folder / "ida.jsonl") == 2


def test_a_journal_that_may_not_grow(open_reader: Open, story: Path) -> None:
    """The bound of a process on its files: as a full disk, and needs no right to mount one."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", "--no-mouse"))
    terminal.press("]y")
    terminal.until("reviewed 1/")
    journal = story / ".variorum" / "ida.jsonl"
    _, most = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (journal.stat().st_size + 40, most))
    fails_and_recovers(
        terminal,
        journal,
        "not saved: ",
        lambda: resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (most, most)),
    )
    shutil.rmtree(story / ".variorum")
