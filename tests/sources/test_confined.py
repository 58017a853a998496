"""Nothing outside a folder is read, whatever the path, the links in the folder, its cluster.toml, or the moment."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import SourceError, load
from reader.sources.confined import Confined
from reader.sources.files import Form
from tests.sources.stories import COURIER, RADIO, folder

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "Nothing of this is for anybody to see."


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``open/`` with two clusters and every kind of trap, and beside it what must not be read."""
    place = tmp_path_factory.mktemp("world").resolve()
    (place / "secret.txt").write_text(SECRET, "utf-8")
    folder(place / "closed", one=SECRET, two=SECRET)
    root = place / "open"
    bridge = folder(root / "bridge", courier=COURIER, radio=RADIO)
    folder(root / "desk" / "road", courier=COURIER, radio=RADIO)
    (root / "link.txt").symlink_to(place / "secret.txt")
    (root / "closed").symlink_to(place / "closed")
    (root / "up").symlink_to("..")
    (root / "root").symlink_to("/")
    (root / "self").symlink_to("self")
    (root / "gone").symlink_to("nowhere")
    (root / "inner").symlink_to("bridge")
    (root / "desk" / "up").symlink_to("../..")
    (bridge / "three.txt").symlink_to("../../secret.txt")
    (bridge / "four.txt").symlink_to("courier.txt")
    return place


@pytest.fixture
def confined(world: Path) -> Confined:
    return Confined(world / "open")


def everything_read(files: Confined, path: Path) -> str:
    """All that a path gives: its form, the names in it, its text, the cluster there, and what errors say."""
    found = [str(files.form(path)), str(files.form(path, files.root))]
    try:
        found += [f"a name: {name}" for name in files.names(path)]
    except OSError as error:
        found.append(f"{error.strerror}")
    try:
        found.append(files.read(path, "").decode("utf-8", "replace"))
    except SourceError as error:
        found.append(str(error))
    try:
        cluster = load(path, within=files.root)
        found += [version.text for version in cluster.versions] + [notice.message for notice in cluster.notices]
    except SourceError as error:
        found.append(error.message)
    return "\n".join(found)


# What may be read


def test_what_lies_below_is_read(confined: Confined) -> None:
    assert confined.form(confined.root) is Form.FOLDER
    assert confined.form(confined.root / "bridge") is Form.FOLDER
    assert confined.form(confined.root / "bridge" / "radio.txt") is Form.FILE
    assert confined.form(confined.root / "bridge" / "nobody.txt") is Form.NOTHING
    assert confined.read(confined.root / "bridge" / "radio.txt", "").decode() == RADIO
    assert sorted(confined.names(confined.root / "desk")) == ["road", "up"]
    cluster = load(confined.root / "desk" / "road", within=confined.root)
    assert [version.outlet for version in cluster.versions] == ["courier", "radio"]


def test_paths_may_be_relative_to_the_current_folder(confined: Confined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(confined.root)
    assert [version.path for version in load("bridge", within=".").versions] == [
        "bridge/courier.txt",
        "bridge/radio.txt",
    ]
    with pytest.raises(SourceError, match="links are not followed here"):
        load("link.txt", within=".")


def test_a_root_that_is_a_link_is_followed(world: Path, tmp_path: Path) -> None:
    (tmp_path / "stories").symlink_to(world / "open")
    assert len(load(tmp_path / "stories" / "bridge", within=tmp_path / "stories").versions) == 2


# What may not


def test_a_link_is_left_out_and_said(confined: Confined) -> None:
    cluster = load(confined.root / "bridge", within=confined.root)
    assert [version.outlet for version in cluster.versions] == ["courier", "radio"]
    assert [Path(notice.where).name for notice in cluster.notices] == ["four.txt", "three.txt"]
    assert all("links are not followed here" in notice.message for notice in cluster.notices)
    with pytest.raises(SourceError, match="links are not followed here"):
        load(confined.root / "bridge", within=confined.root, strict=True)


@pytest.mark.parametrize("name", ["link.txt", "closed", "closed/one.txt", "inner", "self", "gone", "up/secret.txt"])
def test_a_link_on_the_way_is_refused(confined: Confined, name: str) -> None:
    assert confined.form(confined.root / name) is Form.OUT
    with pytest.raises(SourceError, match=r"a link, and links are not followed here"):
        load(confined.root / name, within=confined.root)


@pytest.mark.parametrize("name", ["..", "../secret.txt", "bridge/../../secret.txt", "bridge/..", "/etc/passwd"])
def test_what_lies_outside_is_refused(confined: Confined, name: str) -> None:
    path = Path(f"{confined.root}/{name}") if not name.startswith("/") else Path(name)
    assert confined.form(path) is Form.OUT
    with pytest.raises(OSError, match="does not lie below"):
        confined.names(path)
    with pytest.raises(SourceError, match="outside the folder that may be read"):
        load(path, within=confined.root)


@pytest.mark.parametrize(
    "toml",
    [
        "order = ['../../secret.txt']",
        "order = ['/etc/passwd']",
        "order = ['three.txt']",
        "order = ['sub/one.txt']",
        "[files.'sub/one.txt']\noutlet = 'x'",
    ],
)
def test_an_entry_of_cluster_toml_leads_nowhere_else(tmp_path: Path, world: Path, toml: str) -> None:
    place = folder(tmp_path / "bridge", courier=COURIER, radio=RADIO)
    (place / "sub").symlink_to(world / "closed")
    (place / "three.txt").symlink_to(world / "secret.txt")
    (place / "cluster.toml").write_text(toml, "utf-8")
    with pytest.raises(SourceError, match=r"key '(order|files)"):
        load(place, within=tmp_path)


def test_a_cluster_toml_that_is_a_link_is_refused(tmp_path: Path) -> None:
    place = folder(tmp_path / "bridge", courier=COURIER, radio=RADIO)
    (tmp_path / "elsewhere.toml").write_text("title = 'secret'", "utf-8")
    (place / "cluster.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(SourceError, match="links are not followed"):
        load(place, within=tmp_path)


def test_pipes_devices_and_sockets_are_not_opened(tmp_path: Path) -> None:
    place = folder(tmp_path / "bridge", courier=COURIER, radio=RADIO)
    os.mkfifo(place / "pipe.txt")  # opening it would wait for whoever writes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(place / "socket.txt"))
    cluster = load(place, within=tmp_path)
    assert [Path(notice.where).name for notice in cluster.notices] == ["pipe.txt", "socket.txt"]
    assert all("this is not a file" in notice.message for notice in cluster.notices)
    with pytest.raises(SourceError, match="this is not a file"):
        Confined(Path("/dev")).read(Path("/dev/null"), "")


def test_standard_input_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is nothing in it"):
        load("-", within=tmp_path, stdin=(tmp_path / "x").open("wb+"))


# Whatever the path

NAMES = (
    *("..", ".", "", "/", "bridge", "desk", "road", "closed", "one.txt", "link.txt", "secret.txt", "up", "root"),
    *("inner", "self", "three.txt", "radio.txt", "cluster.toml", "etc", "passwd", "cwd", "~", "\x00", "..\\", "*"),
)


@given(names=st.lists(st.sampled_from(NAMES), max_size=7), absolute=st.booleans())
def test_no_path_gives_away_what_lies_outside(world: Path, names: list[str], absolute: bool) -> None:
    files = Confined(world / "open")
    text = "/".join(names)
    path = Path(text) if absolute and text.startswith("/") else Path(f"{files.root}/{text}")
    told = everything_read(files, path)
    assert SECRET not in told
    assert not {f"a name: {name}" for name in ("one.txt", "secret.txt", "open", "etc", "bin")} & set(told.split("\n"))
    assert "root:" not in told


@given(text=st.text(max_size=60))
def test_no_text_as_a_path_gives_away_anything(world: Path, text: str) -> None:
    files = Confined(world / "open")
    for path in (Path(text), files.root / text):
        assert SECRET not in everything_read(files, path)


# Whatever the moment


class Trap:
    """Calls of the system, and before one of them something is done."""

    CALLS = ("open", "close", "stat", "lstat", "scandir")

    def __init__(self, patch: pytest.MonkeyPatch, at: int, do: Callable[[], object]) -> None:
        """at: before which call it is done."""
        self.calls, self._at, self._do = 0, at, do
        for name in self.CALLS:
            patch.setattr(os, name, partial(self._call, getattr(os, name)))

    def _call(self, real: Callable[..., object], *words: object, **options: object) -> object:
        self.calls += 1
        if self.calls == self._at:
            self._do()
        return real(*words, **options)


@pytest.mark.parametrize(
    ("turned", "target"), [("now", "closed"), ("now/sub", "closed/sub"), ("now/sub/one.txt", "secret.txt")]
)
def test_a_link_put_in_the_way_between_looking_and_opening_is_not_followed(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turned: str, target: str
) -> None:
    folder(world / "closed" / "sub", one=SECRET)
    told = []
    for moment in range(1, 100):
        root = tmp_path / f"{moment}"
        path = folder(root / "now" / "sub", one="harmless") / "one.txt"
        (root / "bait").symlink_to(world / target)

        def turn(root: Path = root) -> None:
            (root / turned).rename(root / "aside")
            (root / "bait").rename(root / turned)

        with monkeypatch.context() as patch:
            trap = Trap(patch, moment, turn)
            told.append(everything_read(Confined(root), path))
        if trap.calls < moment:
            break
    assert moment > 20
    assert "harmless" in told[-1]
    assert not [text for text in told if SECRET in text]


def test_nothing_outside_is_read_while_names_change_all_the_time(world: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    folder(root / "real" / "sub", one="harmless")
    (root / "fake").symlink_to(world / "closed")
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            for target in ("fake", "real"):
                (root / target).rename(root / "now")
                (root / "now").rename(root / target)

    thread = threading.Thread(target=swap)
    thread.start()
    files = Confined(root)
    seen: set[str] = set()
    try:
        for turn in range(30_000):  # until the file was there at least once when it was asked for
            if turn >= 300 and "harmless" in seen:
                break
            for path in (root / "now" / "one.txt", root / "now" / "sub" / "one.txt"):
                try:
                    seen.add(files.read(path, "").decode())
                except SourceError as error:
                    seen.add(error.message)
                with suppress(OSError):
                    assert "two.txt" not in files.names(path.parent)
    finally:
        stop.set()
        thread.join()
    assert "harmless" in seen
    assert SECRET not in seen
