"""The library on screen: what it lists, and going from one cluster to the next and back without losing anything."""

from __future__ import annotations

import gc
import weakref
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

import reader
from reader.app.app import VariorumApp
from reader.app.library import Item, Library, Shelf, personal
from reader.app.opening import load_paths
from reader.app.options import ReaderOptions
from reader.app.screens.library import LibraryScreen
from reader.app.screens.library_row import when as shown_when
from reader.app.screens.lines import Lines
from reader.app.screens.reading import ReadingScreen
from reader.app.signs import ASCII
from reader.sources import SourceError
from reader.sources.library import Entry
from tests.app.stories import Stage
from tests.conftest import STORY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from reader.app.work import Load
    from reader.story import Cluster

NOON = 1_930_000_000.0


def item(name: str, title: str, **fields: object) -> Item:
    entry = Entry((f"/stories/{name}",), name, title, 3, NOON)
    return Item(entry)._replace(**fields)  # type: ignore[arg-type]


SHELVES = (
    Shelf(
        "Beside this one", "/stories", (item("bridge", "The old bridge", reviewed=3, findings=12), item("fire", "Fire"))
    ),
    Shelf("Opened lately", note="nothing else yet"),
    Shelf("Examples", items=(item("ferry", "Ferry aground", reviewed=2),)),
)


def screen(*, ascii: bool = False, shelves: tuple[Shelf, ...] = SHELVES) -> LibraryScreen:
    def never(*_: object) -> None:
        raise AssertionError

    signs = {"signs": ASCII} if ascii else {}
    return LibraryScreen(lambda: shelves, never, never, current=("/stories/fire",), **signs)  # type: ignore[arg-type]


async def test_it_lists_what_there_is_and_marks_what_is_open() -> None:
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(screen())
        await pilot.pause(0.2)
        text = app.seen()
        assert "Beside this one  /stories" in text
        assert "3/12" in text
        assert "nothing else yet" in text
        assert "3 clusters" in text
        assert "● Fire" in text
        assert "open now" in text
        await pilot.press("k")
        await pilot.pause()
        assert "3 of 12 reviewed" in app.seen()
        await pilot.press("j", "j")
        await pilot.pause()
        assert "2 reviewed" in app.seen()


async def test_words_filter_it_and_esc_brings_all_back() -> None:
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(screen())
        await pilot.pause(0.2)
        await pilot.press("slash", *"OLD", "enter")
        await pilot.pause()
        assert "1 cluster" in app.seen()
        assert "Examples" not in app.seen()
        await pilot.press("escape")
        await pilot.pause()
        assert "3 clusters" in app.seen()
        await pilot.press("slash", *"zebra")
        await pilot.pause()
        assert "No cluster is like that." in app.seen()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, LibraryScreen)


async def test_s_puts_first_what_changed_last() -> None:
    old, new = item("a", "Older"), item("b", "Newer")
    new = new._replace(entry=Entry(("/stories/b",), "b", "Newer", 3, NOON + 9))
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(screen(shelves=(Shelf("Clusters", items=(old, new)),)))
        await pilot.pause(0.2)

        def titles() -> list[str]:
            rows = app.screen.query_one(LibraryScreen if False else Lines)
            return [row.entry.title for row in app.screen.rows if isinstance(row, Item)] if rows else []  # type: ignore[attr-defined]

        assert titles() == ["Older", "Newer"]
        await pilot.press("s")
        assert titles() == ["Newer", "Older"]
        await pilot.press("s")
        assert titles() == ["Older", "Newer"]


@pytest.mark.parametrize("size", [(40, 10), (60, 16), (80, 24), (200, 60)])
async def test_every_size_fits(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(screen(ascii=True))
        await pilot.pause(0.2)
        assert all(len(line) == size[0] for line in app.lines())
        assert app.seen().isascii()
        assert "The old bridge" in app.seen()


@pytest.mark.parametrize("width", [40, 80, 100, 120])
async def test_clusters_of_one_title_are_told_apart_by_their_names(width: int) -> None:
    long = "Ferry strikes the breakwater at the harbour mouth of Lindholm on the way back from the islands"
    items = (item("desk/morning", long), item("desk/noon", long), item("fire", "Fire"))
    app = Stage()
    async with app.run_test(size=(width, 20)) as pilot:
        app.push_screen(screen(shelves=(Shelf("Clusters", items=items),)))
        await pilot.pause(0.2)
        lines = app.lines()
        assert all(len(line) == width for line in lines)
        (first,) = (line for line in lines if "Ferry" in line and "morning" in line)
        assert any("Ferry" in line and "noon" in line and line is not first for line in lines)
        (alone,) = (line for line in lines if "● Fire" in line)
        assert ("fire" in alone) == (width == 120)


def test_a_time_is_as_short_as_it_can_be_told() -> None:
    from datetime import datetime

    when = datetime(2031, 3, 5, 14, 2)
    told = when.timestamp()
    assert shown_when(told, now=datetime(2031, 3, 5, 20)) == "14:02"
    assert shown_when(told, now=datetime(2031, 8, 5)) == "5 Mar"
    assert shown_when(told, now=datetime(2032, 8, 5)) == "5 Mar 2031"
    assert shown_when(told, long=True) == "5 Mar 2031, 14:02"
    assert shown_when(0.0) == ""
    assert shown_when(1e30) == ""


# In the reader


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    root = tmp_path / "stories"
    for name in ("bridge", "ferry"):
        (root / name).mkdir(parents=True)
        for outlet, text in STORY.items():
            (root / name / f"{outlet}.txt").write_text(text.replace("Aurelia", name.title()), "utf-8")
    (root / "broken").mkdir()
    (root / "broken" / "cluster.toml").write_text("colour = 1\n", "utf-8")
    return root


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        await pilot.pause(0.01)
        if condition():
            return
    raise AssertionError


def compared(app: VariorumApp, name: str) -> bool:
    """Whether the cluster of that name is on screen, with its findings."""
    below = app.reading
    if below is None or app.screen is not below or below.desk is None:
        return False
    return below.desk.reading.collation is not None and Path(below.opening.options.paths[0]).name == name


@asynccontextmanager
async def opened(options: ReaderOptions, library: Library) -> AsyncIterator[tuple[VariorumApp, Pilot[None]]]:
    app = VariorumApp(load_paths(options) if options.paths else None, options, library=library)
    async with app.run_test(size=(120, 36)) as pilot:
        if options.paths:
            await until(pilot, lambda: compared(app, Path(options.paths[0]).name))
        yield app, pilot


async def library_of(app: VariorumApp, pilot: Pilot[None]) -> LibraryScreen:
    await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and bool(app.screen.rows))
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


async def test_l_goes_to_another_cluster_and_back_to_the_same_place(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),), reviewer="ida")
    async with opened(options, personal(options)) as (app, pilot):
        first = app.reading
        assert first is not None
        assert first.desk is not None
        await pilot.press("right_square_bracket", "right_square_bracket", "y")
        await pilot.pause()
        here = first.desk.finding
        assert here is not None
        await pilot.press("L")
        await library_of(app, pilot)
        await pilot.press("g", "enter")
        await until(pilot, lambda: compared(app, "bridge"))
        assert app.reading is not first
        assert app.reading is not None
        assert app.reading.review.progress[0] == 0
        await pilot.press("L")
        again = await library_of(app, pilot)
        assert again.rows[0].items[-1].reviewed == 1  # type: ignore[union-attr]
        await pilot.press("G")
        while again.at is None or again.at.entry.name != "ferry":
            await pilot.press("k")
        await pilot.press("enter")
        await until(pilot, lambda: compared(app, "ferry"))
        await pilot.pause()
        assert app.reading.review.progress[0] == 1
        assert app.reading.desk is not None
        assert app.reading.desk.finding is not None
        assert app.reading.desk.finding.id == here.id


async def test_esc_and_the_open_one_itself_go_back_to_what_is_open(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    async with opened(options, personal(options)) as (app, pilot):
        first = app.reading
        for keys in (["escape"], ["q"], ["L"], ["enter"]):
            await pilot.press("L")
            await library_of(app, pilot)
            await pilot.press(*keys)
            await pilot.pause()
            assert app.screen is first


async def test_what_can_not_be_opened_is_said_and_what_is_open_stays(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    async with opened(options, personal(options)) as (app, pilot):
        first = app.reading
        await pilot.press("L")
        shelf = await library_of(app, pilot)
        while shelf.at is None or shelf.at.entry.name != "broken":
            await pilot.press("k")
        await pilot.press("enter")
        await until(pilot, lambda: "colour" in shelf._said)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is first
        assert app.failure is None


async def test_what_fails_after_its_first_versions_brings_the_library_back(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))

    def load(_: Item) -> Load:
        def run(first: Callable[[Cluster], None]) -> Cluster:
            first(reader.load(stories / "bridge"))
            raise SourceError("bridge", "it broke off")

        return run

    shelves = personal(options).shelves
    async with opened(options, Library(shelves, load)) as (app, pilot):
        await pilot.press("L")
        await library_of(app, pilot)
        await pilot.press("g", "enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and "broke off" in app.screen._said)
        assert app.return_code is None


async def test_a_folder_of_clusters_opens_on_its_library(stories: Path) -> None:
    options = ReaderOptions(())
    async with opened(options, personal(options, str(stories))) as (app, pilot):
        shelf = await library_of(app, pilot)
        assert app.reading is None
        assert [row.entry.name for row in shelf.rows if isinstance(row, Item)][:3] == ["bridge", "broken", "ferry"]
        await pilot.press("g", "enter")
        await until(pilot, lambda: compared(app, "bridge"))
        await pilot.press("L")
        assert (await library_of(app, pilot)).rows[0].name == "Clusters"  # type: ignore[union-attr]
        await pilot.press("escape", "q")
        await pilot.pause()
        assert app.return_code == 0


async def test_esc_leaves_a_library_with_nothing_under_it(stories: Path) -> None:
    options = ReaderOptions(())
    async with opened(options, personal(options, str(stories))) as (app, pilot):
        await library_of(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.return_code == 0


async def test_keys_that_are_typed_ahead_are_for_the_cluster_that_is_being_opened(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    typed = Event()

    def load(item: Item) -> Load:
        def run(first: Callable[[Cluster], None]) -> Cluster:
            typed.wait(10)
            return reader.load(*item.entry.paths)

        return run

    async with opened(options, Library(personal(options).shelves, load)) as (app, pilot):
        await pilot.press("L")
        await library_of(app, pilot)
        await pilot.press("g", "enter", "z", "q", "z")
        assert isinstance(app.screen, LibraryScreen)
        typed.set()
        await until(pilot, lambda: compared(app, "bridge"))
        await pilot.pause()
        assert app.reading is not None
        assert app.reading.desk is not None
        assert app.reading.desk.zoomed is not None


async def test_esc_stops_what_is_being_opened(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    typed = Event()

    def load(item: Item) -> Load:
        def run(first: Callable[[Cluster], None]) -> Cluster:
            typed.wait(10)
            return reader.load(*item.entry.paths)

        return run

    async with opened(options, Library(personal(options).shelves, load)) as (app, pilot):
        first = app.reading
        await pilot.press("L")
        await library_of(app, pilot)
        await pilot.press("g", "enter", "escape")
        typed.set()
        await pilot.pause(0.2)
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen_stack == [first]


async def test_a_cluster_that_was_left_takes_no_memory(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    async with opened(options, personal(options)) as (app, pilot):
        assert isinstance(app.reading, ReadingScreen)
        assert app.reading.desk is not None
        before = weakref.ref(app.reading.desk)
        await pilot.press("L")
        await library_of(app, pilot)
        await pilot.press("g", "enter")
        await until(pilot, lambda: compared(app, "bridge"))
        await pilot.press("j")
        await pilot.pause(0.1)
        gc.collect()
        assert before() is None


async def test_without_a_library_the_key_says_so(stories: Path) -> None:
    options = ReaderOptions((str(stories / "ferry"),))
    app = VariorumApp(load_paths(options), options)
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: compared(app, "ferry"))
        first = app.screen
        await pilot.press("L")
        await pilot.pause()
        assert app.screen is first
