"""What the library lists for somebody at their machine, and that a confined one shows nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.app.library import Item, confined, personal
from reader.app.options import ReaderOptions
from reader.app.recent import remember
from reader.review.journal import Journal
from reader.review.places import folder_of_paths, journal_path
from reader.review.records import Verdict
from reader.review.session import Session
from reader.sources import SourceError, example_names, example_path
from reader.sources.library import Entry
from tests.conftest import STORY

if TYPE_CHECKING:
    from pathlib import Path

    from reader.app.library import Shelf


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    root = tmp_path / "stories"
    for name in ("bridge", "ferry"):
        (root / name).mkdir(parents=True)
        for outlet, text in STORY.items():
            (root / name / f"{outlet}.txt").write_text(text, "utf-8")
    return root


def names(shelf: Shelf) -> list[str]:
    return [item.entry.name for item in shelf.items]


def test_beside_the_open_one_lies_what_is_in_its_folder(stories: Path) -> None:
    beside, lately, examples = personal(ReaderOptions((str(stories / "ferry"),))).shelves()
    assert names(beside) == ["bridge", "ferry"]
    assert beside.where.endswith("stories")
    assert lately.items == ()
    assert lately.note
    assert names(examples) == example_names()


def test_a_cluster_from_a_pipe_has_nothing_beside_it(stories: Path) -> None:
    beside, *_ = personal(ReaderOptions(("-",))).shelves()
    assert beside.items == ()
    assert "pipe" in beside.note


def test_beside_an_example_lie_the_examples_and_each_is_listed_once() -> None:
    lately, examples = personal(ReaderOptions((str(example_path(example_names()[0])),))).shelves()
    assert lately.items == ()
    assert names(examples) == example_names()


def test_a_folder_is_listed_with_what_is_below_it(stories: Path) -> None:
    here, *_ = personal(ReaderOptions(()), str(stories.parent)).shelves()
    assert names(here) == ["stories/bridge", "stories/ferry"]
    gone, *_ = personal(ReaderOptions(()), str(stories / "gone")).shelves()
    assert "no such" in gone.note


def test_what_was_opened_lately_and_is_still_there_is_listed_unless_it_lies_beside(
    stories: Path, tmp_path: Path
) -> None:
    remember([stories / "bridge"], "The bridge", 3, 12)
    remember([tmp_path / "gone"], "Gone", 3, 12)
    files = [stories / "ferry" / f"{outlet}.txt" for outlet in STORY]
    remember(files, "The ferry", 3, 7, revisions=True)
    _, lately, _ = personal(ReaderOptions((str(tmp_path / "elsewhere" / "a"),))).shelves()
    assert [item.entry.title for item in lately.items] == ["The ferry", "The bridge"]
    assert lately.items[0].entry.paths == tuple(map(str, files))
    assert lately.items[0].revisions
    assert lately.items[0].entry.changed > 0
    beside, lately, _ = personal(ReaderOptions((str(stories / "ferry"),))).shelves()
    assert names(beside) == ["bridge", "ferry"]
    assert [item.entry.title for item in lately.items] == ["The ferry"]


def test_reviews_are_counted(stories: Path) -> None:
    folder = folder_of_paths([stories / "ferry"])
    assert folder is not None
    session = Session(Journal(journal_path(folder, "ida")), "ida")
    session.judge("a", Verdict.CONFIRMED, ())
    remember([stories / "ferry"], "The ferry", 3, 7)
    options = ReaderOptions((str(stories / "ferry"),), reviewer="ida")
    bridge, ferry = personal(options).shelves()[0].items
    assert (bridge.reviewed, bridge.findings) == (0, None)
    assert (ferry.reviewed, ferry.findings) == (1, 7)
    nobody = ReaderOptions((str(stories / "ferry"),), reviewer=" ")
    assert personal(nobody).shelves()[0].items[1].reviewed is None


def test_a_confined_library_shows_its_folder_only(stories: Path, tmp_path: Path) -> None:
    remember([tmp_path / "else"], "Elsewhere", 3, 12)
    library = confined(stories, ReaderOptions(()))
    [shelf] = library.shelves()
    assert names(shelf) == ["bridge", "ferry"]
    assert shelf.where == ""
    assert library.remembers  # how many findings there were, for the list
    cluster = library.load(shelf.items[0])(lambda _: None)
    assert len(cluster.versions) == len(STORY)


def test_nothing_outside_of_a_confined_library_can_be_opened(stories: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (stories / "ferry").rename(outside)
    library = confined(stories, ReaderOptions(()))
    (stories / "ferry").symlink_to(outside)  # after it was listed
    for path in (stories / "ferry", outside, stories / ".." / "outside"):
        item = Item(Entry((str(path),), "ferry", "Ferry", 3, 0.0))
        with pytest.raises(SourceError, match=r"outside|link"):
            library.load(item)(lambda _: None)
