from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from reader.review.journal import Journal, Unsaved, parse
from reader.review.records import Judged, Reason, Record, Verdict, to_line
from reader.review.state import replay
from tests.review.sample import WORDS, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def _record(number: int, reviewer: str = "ida") -> Record:
    return Record(
        f"{reviewer}-{number}", "2031-03-05T10:00:00Z", reviewer, Judged(f"f{number}", Verdict.CONFIRMED, WORDS)
    )


def _ids(path: Path) -> list[str]:
    return [record.id for record in Journal(path).load().records]


def test_what_is_saved_is_there_in_order(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "ida.jsonl"
    journal = Journal(path)
    assert journal.load().records == ()
    assert journal.append([_record(1)]) is None
    assert journal.append([_record(2), _record(3)]) is None
    assert _ids(path) == ["ida-1", "ida-2", "ida-3"]
    assert path.stat().st_mode & 0o777 == 0o600, "a review is its owner's alone"


def test_a_shared_folder_passes_its_rights_on(tmp_path: Path) -> None:
    tmp_path.chmod(0o770)
    path = tmp_path / ".variorum" / "ida.jsonl"
    old = os.umask(0o007)
    try:
        assert Journal(path, private=False).append([_record(1)]) is None
    finally:
        os.umask(old)
    assert path.parent.stat().st_mode & 0o777 == 0o770
    assert path.stat().st_mode & 0o777 == 0o660


def test_a_line_torn_at_any_byte_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "ida.jsonl"
    first, last = to_line(_record(1)).encode(), to_line(_record(2)).encode()
    for cut in range(len(last)):
        path.write_bytes(first + last[:cut])
        sitting = session(path)
        kept = [record.id for record in sitting.state.active]
        whole = cut == len(last) - 1  # all but the line feed
        assert kept == (["ida-1", "ida-2"] if whole else ["ida-1"])
        assert [(odd.line, odd.reason) for odd in sitting.odd] == ([] if whole or not cut else [(2, Reason.TORN)])
        if cut % 40 == 0 or whole:
            assert sitting.judge("f9", Verdict.UNSURE, WORDS) is None
            assert set(session(path).state.decisions) == {"f1", "f9"} | ({"f2"} if whole else set())
            assert path.read_bytes().startswith(first + last[:cut]), "what was there is never changed"


def test_a_newer_record_is_kept_and_told(tmp_path: Path) -> None:
    path = tmp_path / "ida.jsonl"
    newer = b'{"schema": "variorum-review/9", "verdict": {"certain": 0.7}}\n'
    path.write_bytes(newer + to_line(_record(1)).encode() + b"\x00\xff\n")
    sitting = session(path)
    assert [(odd.line, odd.reason) for odd in sitting.odd] == [(1, Reason.NEWER), (3, Reason.WRONG)]
    assert set(sitting.state.decisions) == {"f1"}
    sitting.judge("f2", Verdict.DISMISSED, WORDS)
    assert path.read_bytes().startswith(newer)


def _full_disk(left: int) -> Callable[[int, memoryview], int]:
    """An os.write for a disk with so many bytes left."""
    write = os.write

    def to_full_disk(file: int, data: memoryview) -> int:
        nonlocal left
        if not left:
            raise OSError(errno.ENOSPC, "No space left on device")
        part = data[:left]
        left -= len(part)
        return write(file, part)

    return to_full_disk


@pytest.mark.parametrize("left", [0, 1, 50, 10_000])
def test_on_a_full_disk_nothing_counts_as_saved_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    path = tmp_path / "ida.jsonl"
    sitting = session(path)
    assert sitting.judge("f1", Verdict.CONFIRMED, WORDS) is None
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _full_disk(left))
        problem = None
        for n in range(2, 60):
            problem = sitting.judge(f"f{n}", Verdict.DISMISSED, WORDS)
            if problem:
                break
        assert isinstance(problem, Unsaved)
        assert str(problem) == f"not saved: {path}: the disk is full; make room and try again"
        assert sitting.state.decisions[f"f{n}"].verdict is Verdict.DISMISSED, "kept in memory"
        assert not sitting.is_saved(f"f{n}")
        assert sitting.is_saved("f1")
        assert sitting.retry() is not None
    assert sitting.retry() is None
    assert sitting.pending == ()
    assert sitting.is_saved(f"f{n}")
    assert session(path).state.decisions == sitting.state.decisions


def test_a_disk_that_fails_to_sync_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ida.jsonl"
    sitting = session(path)
    with monkeypatch.context() as patch:

        def fail(file: int) -> None:
            raise OSError(errno.EIO, "Input/output error")

        patch.setattr(os, "fsync", fail)
        assert sitting.judge("f1", Verdict.CONFIRMED, WORDS) is not None
        assert sitting.pending
    assert sitting.retry() is None
    assert len(_ids(path)) == 2, "it had been written after all"
    assert len(session(path).state.active) == 1, "and counts once"


def test_a_folder_that_is_gone_is_told_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "share" / "ida.jsonl"
    sitting = session(path)
    sitting.judge("f1", Verdict.CONFIRMED, WORDS)
    path.parent.rename(tmp_path / "elsewhere")
    problem = sitting.judge("f2", Verdict.CONFIRMED, WORDS)
    assert problem is not None
    assert problem.message == "the folder is not there any more"
    assert not path.parent.exists(), "no folder of the same name is made in its stead"
    (tmp_path / "elsewhere").rename(path.parent)
    assert sitting.judge("f3", Verdict.CONFIRMED, WORDS) is None
    assert set(session(path).state.decisions) == {"f1", "f2", "f3"}


def test_a_removed_file_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "ida.jsonl"
    session(path).judge("f1", Verdict.CONFIRMED, WORDS)
    sitting = session(path)
    sitting.judge("f2", Verdict.CONFIRMED, WORDS)
    path.unlink()
    assert sitting.judge("f3", Verdict.CONFIRMED, WORDS) is None
    assert set(session(path).state.decisions) == {"f1", "f2", "f3"}


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("precious\n")
    link, pipe = tmp_path / "link.jsonl", tmp_path / "pipe.jsonl"
    link.symlink_to(target)
    os.mkfifo(pipe)
    for path in (link, pipe, tmp_path):
        sitting = session(path)
        assert sitting.problem is not None
        assert sitting.judge("f1", Verdict.CONFIRMED, WORDS) is not None
    assert target.read_text() == "precious\n"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, where the test may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no right to mount a disk here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


def test_a_real_disk_fills_up_turns_read_only_and_vanishes(disk: Path) -> None:
    path = disk / "reviews" / "ida.jsonl"
    sitting = session(path)
    n = 0
    problem = None
    while problem is None:
        n += 1
        assert n < 2_000, "the disk never fills up"
        problem = sitting.judge(f"f{n}", Verdict.CONFIRMED, WORDS)
    assert problem.message == "the disk is full; make room and try again"
    saved = {record.id for record in sitting.state.active} - {record.id for record in sitting.pending}
    assert saved <= set(_ids(path))
    subprocess.run(["mount", "-o", "remount,size=256k", str(disk)], check=True)
    assert sitting.retry() is None
    assert session(path).state.decisions == sitting.state.decisions
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    problem = sitting.judge("r1", Verdict.CONFIRMED, WORDS)
    assert problem is not None
    assert problem.message == "the disk is read-only"
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert sitting.retry() is None
    subprocess.run(["umount", "-l", str(disk)], check=True)
    path.parent.mkdir()
    problem = sitting.judge("r2", Verdict.CONFIRMED, WORDS)
    assert problem is not None
    assert problem.message == "the disk that the journal is on is not mounted"
    assert not list(path.parent.iterdir())


def _in_a_process(work: Callable[[int], None]) -> tuple[int, int]:
    """Run in a child; its number, and the end of a pipe that it may say something through."""
    readable, writable = os.pipe()
    child = os.fork()
    if not child:
        os.close(readable)
        try:
            work(writable)
        finally:
            os._exit(0)
    os.close(writable)
    return child, readable


def test_a_killed_process_loses_nothing_that_it_called_saved(tmp_path: Path) -> None:
    path = tmp_path / "ida.jsonl"
    chance = random.Random(5)
    said: set[str] = set()
    for sitting in range(60):

        def work(pipe: int, sitting: int = sitting) -> None:
            journal = Journal(path)
            journal.load()
            for n in range(10_000):
                record = _record(sitting * 10_000 + n)
                if journal.append([record]) is None:
                    os.write(pipe, f"{record.id}\n".encode())

        child, pipe = _in_a_process(work)
        first = os.read(pipe, 1)
        time.sleep(chance.random() * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(pipe, "rb") as rest:
            said.update(line.decode() for line in (first + rest.read()).split(b"\n")[:-1])
        loaded = Journal(path).load()
        assert said <= {record.id for record in loaded.records}
    assert len(said) > 60


def test_several_processes_write_one_journal_and_nothing_is_lost(tmp_path: Path) -> None:
    """Two readers of one reviewer, and one of another: 1,000 verdicts each."""
    children = []
    for n, (name, reviewer) in enumerate([("ida", "ida"), ("ida", "ida-2"), ("per", "per")]):

        def work(pipe: int, name: str = name, reviewer: str = reviewer) -> None:
            journal = Journal(tmp_path / f"{name}.jsonl")
            for k in range(1_000):
                assert journal.append([_record(k, reviewer)]) is None

        children.append(_in_a_process(work))
        assert n < 3
    for child, pipe in children:
        assert os.waitpid(child, 0)[1] == 0
        os.close(pipe)
    loaded = parse((tmp_path / "ida.jsonl").read_bytes())
    assert not loaded.odd
    assert {r.id for r in loaded.records} == {f"{name}-{k}" for name in ("ida", "ida-2") for k in range(1_000)}
    assert len(_ids(tmp_path / "per.jsonl")) == 1_000


def test_five_thousand_verdicts_open_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ida.jsonl"
    path.write_text("".join(to_line(_record(n)) for n in range(5_000)))
    begin = time.perf_counter()
    state = replay(Journal(path).load().records)
    assert len(state.decisions) == 5_000
    assert time.perf_counter() - begin < 2.0, "some 0.1 s on a machine that is not busy"
