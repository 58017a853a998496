"""Writing the report: in the format and to the file that was chosen, and never over another without asking."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from reader.app.screens.export import (
    FORMATS,
    LONGEST_NAME,
    MOST_REPORTS,
    ExistsError,
    ExportDialog,
    ExportError,
    place,
    write,
)
from reader.app.screens.leading import file_stem
from reader.app.signs import ASCII, UNICODE
from reader.export import FORMATS as WRITTEN
from reader.export import render
from tests.app.stories import Stage, collation


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


# Where reports go to one folder only


def test_a_name_stays_in_the_folder_and_ends_as_its_format_does(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "reports"
    assert place("ferry", ".html", folder) == folder / "ferry.html"
    assert place("ferry.html", ".html", folder) == folder / "ferry.html"
    assert place("run.php", ".md", folder) == folder / "run.php.md"
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/b", "..", ".", ".bashrc", "a\\b", "a\x00b", "a\nb", "\ud800"])
def test_a_name_that_is_more_than_a_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="without a folder"):
        place(name, ".html", tmp_path / "reports")


@given(st.text(min_size=1))
def test_no_name_leads_out_of_the_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "reports"
    try:
        path = place(name, ".md", folder)
    except ExportError:
        return
    assert path.parent == folder
    assert path.suffix == ".md"
    assert Path(os.path.normpath(path)) == path
    assert len(os.fsencode(path.name)) <= LONGEST_NAME


def test_only_so_many_reports_are_kept(tmp_path: Path) -> None:
    for n in range(MOST_REPORTS):
        (tmp_path / f"{n}.md").touch()
    with pytest.raises(ExportError, match=f"There are {MOST_REPORTS} reports already"):
        place("more", ".md", tmp_path)
    assert place("7", ".md", tmp_path) == tmp_path / "7.md"


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "reports").symlink_to("elsewhere")
    with pytest.raises(ExportError, match="is a link"):
        place("ferry", ".md", tmp_path / "reports")


async def test_the_dialog_writes_to_the_folder_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    app = Stage()
    answers: list[Path | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(ExportDialog(collation(), "ferry", UNICODE, folder=folder), answers.append)
        await pilot.pause()
        assert str(folder)[:30] in app.seen()
        app.screen.query_one(Input).value = "../ferry.html"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Give a name without a folder" in app.seen()
        app.screen.query_one(Input).value = "ferry"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert answers == [folder / "ferry.html"]
    assert [path.name for path in folder.iterdir()] == ["ferry.html"]


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Ferry strikes the breakwater at Port Hallow", "ferry-strikes-the-breakwater-at-port"),
        ("Bridge: closed!", "bridge-closed"),
        ("x" * 60, "x" * 40),
        ("…/..", "story"),
    ],
)
def test_a_report_is_called_after_the_title_in_whole_words(title: str, stem: str) -> None:
    assert file_stem(title) == stem
