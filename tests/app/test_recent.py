"""What was opened lately: kept in one small file, which may hold anything."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reader.app import recent as module
from reader.app.recent import NAME, recent, remember

if TYPE_CHECKING:
    from pathlib import Path


def test_the_latest_comes_first_and_each_once(tmp_path: Path) -> None:
    assert recent(tmp_path) == ()
    for name in ("a", "b", "a"):
        remember([tmp_path / name], name.upper(), 3, 20, state=tmp_path / "state")
    found = recent(tmp_path / "state")
    assert [one.title for one in found] == ["A", "B"]
    assert found[0].paths == (str(tmp_path / "a"),)
    assert (found[0].versions, found[0].findings, found[0].revisions) == (3, 20, False)


def test_a_relative_path_is_found_again_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    when = datetime(2031, 3, 5, 10, tzinfo=UTC)
    remember(["one.txt", "two.txt"], "T", 2, 0, revisions=True, state=tmp_path, now=when)
    [one] = recent(tmp_path)
    assert one.paths == (str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert (one.opened, one.revisions) == ("2031-03-05T10:00:00Z", True)


def test_what_can_not_be_opened_again_is_not_remembered(tmp_path: Path) -> None:
    remember(["-"], "T", 2, 0, state=tmp_path)
    remember([], "T", 2, 0, state=tmp_path)
    remember([f"{n}.txt" for n in range(500)], "T", 500, 0, state=tmp_path)
    assert not (tmp_path / NAME).exists()


def test_no_more_than_so_many_are_remembered_and_no_part_of_a_file_is_left(tmp_path: Path) -> None:
    for number in range(module.MOST + 5):
        remember([tmp_path / str(number)], "x" * 1_000, 2, 0, state=tmp_path)
    found = recent(tmp_path)
    assert len(found) == module.MOST
    assert found[0].paths == (str(tmp_path / str(module.MOST + 4)),)
    assert {len(one.title) for one in found} == {module.LONGEST}
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '{"schema": "variorum-recent/2", "clusters": []}',
        '{"schema": "variorum-recent/1", "clusters": 3}',
        "[" * 100_000,
        "9" * 600_000,
    ],
)
def test_a_file_that_is_something_else_is_no_list(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, "utf-8")
    assert recent(tmp_path) == ()
    remember([tmp_path / "a"], "A", 2, 0, state=tmp_path)
    assert [one.title for one in recent(tmp_path)] == ["A"]


def test_entries_that_are_wrong_are_left_out_and_titles_are_made_visible(tmp_path: Path) -> None:
    good = {"paths": ["/a"], "title": "A\x1b[2J", "versions": 2, "findings": 1, "opened": "2031-03-05T10:00:00Z"}
    changes: list[dict[str, object]] = [{"paths": []}, {"paths": ["a"]}, {"paths": ["/a\0"]}, {"paths": "/a"}]
    changes += [{"title": 1}, {"versions": "2"}, {"findings": None}, {"opened": 3}]
    wrong = [good | change for change in changes]
    (tmp_path / NAME).write_text(json.dumps({"schema": "variorum-recent/1", "clusters": [None, *wrong, good]}), "utf-8")
    [one] = recent(tmp_path)
    assert one.title.isprintable()


def test_a_state_folder_that_can_not_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    remember(["a"], "A", 2, 0, state=tmp_path / "file")
    assert recent(tmp_path / "file") == ()
