"""What somebody who can put things below ROOT, or into their own state folder, tries to get out with: each refused."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from tests.commands.test_serve import serve
from tests.conftest import STORY

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "Nobody outside the desk may read this, it says, 140 times over."

#: Seconds after which something waits for what never comes.
PATIENCE = 30


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """``root/ferry`` is a cluster; ``secret.txt`` and the folder ``closed`` lie beside the root; ``state`` is empty."""
    folder = tmp_path / "root" / "ferry"
    folder.mkdir(parents=True)
    for outlet, text in STORY.items():
        (folder / f"{outlet}.txt").write_text(text, "utf-8")
    (tmp_path / "closed").mkdir()
    for path in (tmp_path / "secret.txt", tmp_path / "closed" / "one.txt", tmp_path / "closed" / "two.txt"):
        path.write_text(SECRET, "utf-8")
    (tmp_path / "state").mkdir()
    return tmp_path


def pipe(place: Path) -> None:
    os.mkfifo(place / "root" / "ferry" / "pipe.txt")


def pipe_as_a_cluster(place: Path) -> None:
    os.mkfifo(place / "root" / "pipe.jsonl")


def listening(place: Path) -> None:
    here = Path.cwd()
    os.chdir(place / "root" / "ferry")  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("door.txt")
    finally:
        os.chdir(here)


def device(place: Path) -> None:
    try:
        os.mknod(place / "root" / "ferry" / "zero.txt", 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


def link(target: str) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        (place / "root" / "ferry" / "more.txt").symlink_to(target.format(place=place))

    return make


def folder_link(place: Path) -> None:
    (place / "root" / "ferry" / "sub").symlink_to(place / "closed")


def huge(place: Path) -> None:
    with (place / "root" / "ferry" / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)  # takes no room


def toml(entry: str) -> Callable[[Path], None]:
    def make(place: Path) -> None:
        text = entry.format(place=place)
        (place / "root" / "ferry" / "cluster.toml").write_text(text, "utf-8")

    return make


def toml_link(place: Path) -> None:
    (place / "root" / "ferry" / "cluster.toml").symlink_to(place / "secret.txt")


TRICKS = {
    "a pipe": pipe,
    "a socket": listening,
    "a device": device,
    "a link": link("{place}/secret.txt"),
    "a link upwards": link("../../secret.txt"),
    "a link to what is open": link("/proc/self/fd/0"),
    "a link to the environment": link("/proc/self/environ"),
    "a link to itself": link("more.txt"),
    "a folder that is a link": folder_link,
    "a file of a terabyte": huge,
    "an entry upwards": toml("order = ['../../secret.txt']"),
    "an entry from the root": toml("order = ['{place}/secret.txt']"),
    "an entry of /proc": toml("[files.'/proc/self/environ']\noutlet = 'x'"),
    "an entry for standard input": toml("order = ['-', 'harbour-post.txt']"),
    "a cluster.toml that is a link": toml_link,
}


@pytest.mark.parametrize("trick", TRICKS)
def test_nothing_from_outside_is_printed(place: Path, trick: str) -> None:
    TRICKS[trick](place)
    began = time.perf_counter()
    done = serve("read --linear ferry", place / "root", "--state", place / "state", MARK="variable 140")
    assert time.perf_counter() - began < PATIENCE
    assert done.returncode in (0, 2), done.stderr
    for told in (done.stdout, done.stderr):
        assert "Nobody outside" not in told
        assert "variable 140" not in told
        assert "Traceback" not in told
    if done.returncode == 0:  # the rest of the cluster is there
        assert "Aurelia" in done.stdout
        assert done.stderr.startswith("variorum: ") or trick == "a folder that is a link"  # folders are not read
    else:
        assert done.stdout == ""


@pytest.mark.parametrize(
    "asked",
    [
        *("/proc/self/fd/0", "proc/self/fd/0", "ferry/../../secret.txt", "./../secret.txt", "ferry/./../..", "..", "."),
        *(
            "~root",
            "$HOME",
            "ferry\\x00",
            "report ferry --output=/tmp/x",
            "report ferry -o/tmp/x",
            "--settings=/tmp ferry",
        ),
        *("--state=/tmp ferry", "--beside ferry", "--strict=no ferry", "read ferry --reviewer=sam", "serve-session /"),
        *("list --all", "help; id", "explain ferry", "check ferry ferry", "agree", "ferry ferry", "-c id", "-- -x"),
        *(
            "report ferry --format=/etc/passwd",
            "report ferry --only=nobody",
            "read --linear -",
            "read --linear /dev/stdin",
        ),
        *("ferry|id", "ferry&id", "'ferry' '", "\\\\", "read --example harbour-ferry", "--version", "\u202eferry"),
    ],
)
def test_nothing_else_can_be_asked_for(place: Path, asked: str) -> None:
    done = serve(asked, place / "root", "--state", place / "state")
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.startswith("variorum: ")
    assert "uid=" not in done.stderr
    assert list((place / "state").rglob("*.*")) == []


def test_a_pipe_that_is_asked_for_as_a_cluster(place: Path) -> None:
    pipe_as_a_cluster(place)
    for asked in ("pipe.jsonl", "report pipe.jsonl", "list"):
        done = serve(asked, place / "root", "--state", place / "state")
        assert done.returncode == (0 if asked == "list" else 2)
        assert "Traceback" not in done.stderr


def test_a_state_folder_that_is_a_link_leads_no_report_elsewhere(place: Path) -> None:
    """Links of the user's own below the state folder: what is read through them is no journal."""
    reviews = place / "state" / "variorum" / "reviews"
    reviews.parent.mkdir()
    reviews.symlink_to(place / "closed")
    done = serve("report ferry --review", place / "root", "--state", place / "state")
    assert "Nobody outside" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in (place / "closed").iterdir()) == ["one.txt", "two.txt"]


def terabyte(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


ODD_JOURNALS: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a link to a secret": lambda path: path.symlink_to(path.parents[4] / "secret.txt"),
    "a link to what never ends": lambda path: path.symlink_to("/dev/zero"),
    "a link to the terminal": lambda path: path.symlink_to("/dev/tty"),
    "a secret by another name": lambda path: path.hardlink_to(path.parents[4] / "secret.txt"),
    "a terabyte": terabyte,
    "one endless line": lambda path: path.write_bytes(b"\x1b]52;c;eA==\x07" * 1_000_000),
}


@pytest.mark.parametrize("odd", ODD_JOURNALS)
def test_what_lies_in_the_place_of_a_journal(place: Path, odd: str) -> None:
    """Whoever shares an account shares its state folder."""
    from reader.review.places import folder_of_paths

    folder = folder_of_paths([place / "root" / "ferry"], state=place / "state" / "variorum")
    assert folder is not None
    folder.mkdir(parents=True)
    ODD_JOURNALS[odd](folder / "eve.jsonl")
    os.mkfifo(place / "state" / "variorum" / "recent.json")
    for asked in ("report ferry --review --format csv", "list"):
        done = serve(asked, place / "root", "--state", place / "state")
        assert done.returncode == 0, done.stderr
        assert "eve.jsonl" in done.stderr or asked == "list"
        for told in (done.stdout, done.stderr):
            assert "Nobody outside" not in told
            assert "\x1b" not in told
            assert "Traceback" not in told


def test_links_that_are_swapped_while_it_reads(place: Path) -> None:
    """Now a file or a folder, now a link to a secret, now a pipe: nothing from outside is printed."""
    stop = Event()
    ferry, late = place / "root" / "ferry", place / "root" / "late"

    def swap() -> None:
        """Each time in one step, as fast as it goes."""
        new = place / "root" / ".new"
        for folder in (late, place / "root" / ".aside"):
            folder.mkdir()
            for name in ("one.txt", "two.txt"):
                (folder / name).write_text("A ferry ran aground.", "utf-8")
        (place / "root" / ".link").symlink_to(place / "closed")
        kinds: list[Callable[[], object]] = [
            lambda: new.write_text("The ferry ran aground with 150 aboard.", "utf-8"),
            lambda: new.symlink_to(place / "secret.txt"),
            lambda: os.mkfifo(new),
            lambda: new.symlink_to("/dev/zero"),
        ]
        while not stop.is_set():
            for make in kinds:
                make()
                new.replace(ferry / "more.txt")
            late.rename(place / "root" / ".was")
            (place / "root" / ".link").rename(late)
            late.rename(place / "root" / ".link")
            (place / "root" / ".was").rename(late)

    swapping = Thread(target=swap, daemon=True)
    swapping.start()
    try:
        for asked in ("read --linear ferry", "read --linear late", "list") * 2:
            done = serve(asked, place / "root", "--state", place / "state")
            assert done.returncode in (0, 2), done.stderr
            assert "Nobody outside" not in done.stdout + done.stderr
            assert "Traceback" not in done.stderr
    finally:
        stop.set()
        swapping.join()
    assert (ferry / "more.txt").is_file() or (ferry / "more.txt").is_symlink() or (ferry / "more.txt").is_fifo()
