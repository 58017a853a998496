"""Writing the report: in the format and to the file that was chosen, and never over another without asking."""

from __future__ import annotations

import errno
import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from reader.app.screens.export import FORMATS, ExistsError, ExportDialog, ExportError, write
from reader.app.signs import ASCII, UNICODE
from reader.export import FORMATS as WRITTEN
from reader.export import render
from tests.app.stories import Stage, collation

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def answer(*keys: str, name: str | None = None) -> tuple[list[Path | None], str]:
    """What the dialog answers to some keys, and what is on screen afterwards. name: typed before them."""
    app = Stage()
    answers: list[Path | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExportDialog(collation(), "ferry", UNICODE), answers.append)
        await pilot.pause()
        if name is not None:
            app.screen.query_one(Input).value = name
            await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return answers, app.seen()


def test_all_formats_of_the_report_are_offered() -> None:
    assert {name for name, _, _ in FORMATS} == set(WRITTEN)


@pytest.mark.parametrize(("downs", "name"), list(enumerate(["ferry.html", "ferry.md", "ferry.json", "ferry.csv"])))
async def test_each_format_is_written_under_its_ending(tmp_path: Path, downs: int, name: str) -> None:
    answers, _ = await answer(*["down"] * downs, "enter")
    assert answers == [tmp_path / name]
    assert (tmp_path / name).read_text("utf-8") == render(collation(), FORMATS[downs][0])


async def test_a_name_of_ones_own_and_a_format_to_go_with_it(tmp_path: Path) -> None:
    answers, _ = await answer("down", "down", "enter", name="report")
    assert answers == [tmp_path / "report"]
    assert json.loads((tmp_path / "report").read_text("utf-8"))["schema"] == "variorum/1"


async def test_esc_writes_nothing(tmp_path: Path) -> None:
    answers, _ = await answer("escape")
    assert answers == [None]
    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_is_there_is_only_overwritten_when_asked_twice(tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text("precious", "utf-8")
    answers, seen = await answer("enter")
    assert answers == []
    assert "is there already. Enter overwrites it." in " ".join(seen.split())
    assert "enter overwrite" in seen
    assert (tmp_path / "ferry.html").read_text("utf-8") == "precious"
    answers, _ = await answer("enter", "enter")
    assert answers == [tmp_path / "ferry.html"]
    assert (tmp_path / "ferry.html").read_text("utf-8") != "precious"


async def test_another_name_is_asked_about_again(tmp_path: Path) -> None:
    for name in ("ferry.html", "ferry.html1"):
        (tmp_path / name).write_text("precious", "utf-8")
    answers, _ = await answer("enter", "1", "enter")
    assert answers == []
    assert (tmp_path / "ferry.html1").read_text("utf-8") == "precious"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "The file needs a name."),
        ("none/ferry.html", "There is no folder"),
        (".", "is a folder."),
        ("x" * 300, "It can't be written: File name too long"),
    ],
)
async def test_what_went_wrong_is_said_in_words(name: str, words: str) -> None:
    answers, seen = await answer("enter", name=name)
    assert answers == []
    assert words in " ".join(seen.replace("│", " ").split())


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_size_shows_name_and_keys(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ExportDialog(collation(), "ferry", ASCII))
        await pilot.pause()
        assert "ferry.html" in app.seen()
        assert "enter write" in app.seen()
        assert "markdown" in app.seen()


def test_writing_again_needs_to_be_allowed(tmp_path: Path) -> None:
    write("one\n", tmp_path / "a")
    with pytest.raises(ExistsError):
        write("two\n", tmp_path / "a")
    assert (tmp_path / "a").read_text("utf-8") == "one\n"
    write("two\n", tmp_path / "a", overwrite=True)
    assert (tmp_path / "a").read_text("utf-8") == "two\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write("one\n", tmp_path / "a")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("one\n", tmp_path / "a")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write("two\n", tmp_path / "a", overwrite=True)
    assert (tmp_path / "a").read_text("utf-8") == "one\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_file_that_appears_in_the_meantime_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def appears(_: int) -> None:
        (tmp_path / "a").write_text("theirs", "utf-8")

    monkeypatch.setattr(os, "fsync", appears)
    with pytest.raises(ExistsError):
        write("ours", tmp_path / "a")
    assert (tmp_path / "a").read_text("utf-8") == "theirs"
