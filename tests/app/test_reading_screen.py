"""The reading screen as a person meets it: what each key does, and what can be read on the screen."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from reader import collate as compare
from reader import load as load_story
from reader.app import work
from reader.app.app import VariorumApp
from reader.app.commands import COMMANDS
from reader.app.config import Config
from reader.app.options import ReaderOptions
from reader.app.rows import View
from reader.app.screens.reading import ReadingScreen
from reader.findings.finding import FindingKind
from reader.sources import SourceError
from reader.story import Notice
from tests.app.invented import harbour

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.app.desk import Desk
    from reader.collation import Collation, Progress
    from reader.story import Cluster

WIDE, USUAL, SMALL = (200, 60), (120, 36), (80, 24)


class Reader:
    """An opened reader: its pilot, its screen, and what can be seen."""

    def __init__(self, app: VariorumApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def desk(self) -> Desk:
        assert self.screen.desk is not None
        return self.screen.desk

    @property
    def current(self) -> str | None:
        return self.desk.finding.id if self.desk.finding else None

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        await self.press(*(("space" if c == " " else c) for c in words))

    def lines(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def seen(self) -> str:
        return "\n".join(self.lines())


@asynccontextmanager
async def opened(
    size: tuple[int, int] = USUAL,
    *,
    collation: Collation | None = None,
    load: Callable[[], Cluster] | None = None,
    collate: Callable[[Cluster, Progress], Collation] | None = None,
    config: Config | None = None,
    notices: tuple[Notice, ...] = (),
    theme: str | None = "dark",
    ascii: bool = False,
    reviewer: str | None = None,
    disagreements: bool = False,
) -> AsyncIterator[Reader]:
    """A reader on an invented story, once its versions are compared, unless ``collate`` is given."""
    answer = collation or harbour()
    app = VariorumApp(
        lambda first: load() if load else answer.cluster,
        ReaderOptions(("story",), theme=theme, ascii=ascii, reviewer=reviewer, disagreements=disagreements),
        config,
        notices,
        collate=collate or (lambda cluster, progress: answer),
    )
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        for _ in range(2000):
            await pilot.pause(0.01)
            if app._exit or collate or (reader.screen.desk and reader.desk.reading.collation):
                break
        await pilot.pause()
        yield reader


async def test_what_a_reader_sees_first() -> None:
    async with opened() as reader:
        lines = reader.lines()
        assert lines[0].startswith(" Ferry aground off Lindholm")
        assert lines[0].endswith("≠ 1   + 2   − 4   reviewed 0/7 ")
        assert lines[1].split() == ["●", "harbour-post", "2", "coast-radio", "3", "island-daily", "2-3", "of", "5", "▸"]
        assert set(lines[2]) == {"─", "┼"}
        text = reader.seen()
        assert "≠ The ferry Aurelia ran aground" in text
        assert "furniture, 2 blocks, w shows it" in text
        assert "− not reported" in text
        assert "from paragraph 1 of 2" in text
        keys = "] [ finding   y confirm   d dismiss   u unsure   i note   enter look closer"
        assert lines[-1].strip().startswith(keys)
        assert lines[-1].strip().endswith("? help")


async def test_both_sides_of_what_is_current_at_first_are_on_screen(tmp_path: Path) -> None:
    for n, toll in enumerate(("12", "12", "15")):
        text = f"A storm killed {toll} people in Lindholm on Friday night.\n\nThe harbour stayed shut until noon.\n"
        (tmp_path / f"outlet-{n}.txt").write_text(text)
    async with opened(SMALL, collation=compare(load_story(tmp_path))) as reader:
        assert reader.current is not None
        assert reader.desk.panes.versions == ("v1", "v3")
        assert reader.desk.focused == "v1"
        assert reader.desk.top == 0


async def test_findings_step_by_step() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket")
        assert reader.current == "c1"
        text = reader.seen()
        assert "≠ number  conflict · 1 of 1 contradiction" in text
        assert "140  3 versions" in text or "140  harbour-post, island-daily, north-wire" in text
        assert "164  coast-radio" in text
        assert "The versions disagree." in text
        await reader.press("full_stop")
        assert reader.current == "o1"
        assert "− omission  island-daily · 1 of 4 omissions" in reader.seen()
        await reader.press("comma")
        assert reader.current == "c1"
        await reader.press("left_square_bracket")
        assert "There is no finding before this." in reader.seen()


async def test_contradictions_only() -> None:
    async with opened() as reader:
        await reader.press("G", "left_curly_bracket")
        assert reader.current == "c1"
        await reader.press("right_curly_bracket")
        assert "There is no contradiction after this." in reader.seen()


@pytest.mark.parametrize(
    ("key", "kind", "sign", "name"),
    [
        ("a", FindingKind.ADDITION, "+", "Additions"),
        ("o", FindingKind.OMISSION, "−", "Omissions"),
        ("c", FindingKind.CONTRADICTION, "≠", "Contradictions"),
    ],
)
async def test_kinds_are_hidden_and_shown(key: str, kind: FindingKind, sign: str, name: str) -> None:
    async with opened(WIDE) as reader:
        await reader.press(key)
        assert f"{sign} off" in reader.lines()[0]
        assert f"{name} are hidden." in reader.seen()
        assert kind not in {step.finding.kind for step in reader.desk.steps.all}
        await reader.press(key)
        assert "off" not in reader.lines()[0].split("Lindholm")[1]


async def test_scrolling() -> None:
    async with opened(SMALL) as reader:
        desk = reader.desk
        await reader.press("j", "down")
        assert desk.top == 2
        await reader.press("k", "up")
        assert desk.top == 0
        await reader.press("space")
        page = desk.top
        assert page == min(desk.height - 1, desk.last_top)
        await reader.press("b")
        assert desk.top == 0
        await reader.press("ctrl+d")
        assert desk.top == min(desk.height // 2, desk.last_top)
        await reader.press("ctrl+u", "G")
        assert desk.top == desk.last_top
        await reader.press("g")
        assert (desk.top, desk.cursor) == (0, 0)
        await reader.press("end", "home", "pagedown", "pageup")
        assert desk.top == 0


async def test_from_passage_to_passage() -> None:
    async with opened(SMALL) as reader:
        desk = reader.desk
        rows = [n for n, height in enumerate(desk.table.heights) if height]
        for row in rows[1:]:
            await reader.press("J")
            assert desk.cursor == row
            assert desk.top <= desk.table.tops[row] < desk.top + desk.height
        await reader.press("J")
        assert "This is the last passage." in reader.seen()
        for row in rows[-2::-1]:
            await reader.press("K")
            assert desk.cursor == row
            assert desk.top <= desk.table.tops[row] < desk.top + desk.height
        await reader.press("K")
        assert "This is the first passage." in reader.seen()


async def test_panes_are_focused_and_slid() -> None:
    async with opened(SMALL) as reader:
        assert reader.desk.focused == "v1"
        await reader.press("l", "right")
        assert reader.desk.focused == "v3"
        assert "◂ 3 of 5 ▸" in reader.lines()[1]
        await reader.press("tab")
        assert reader.desk.focused == "v4"
        await reader.press("h", "left", "shift+tab")
        assert reader.desk.focused == "v1"
        await reader.press("5")
        assert reader.desk.panes.versions == ("v1", "v5")
        assert "another event?" in reader.lines()[1]
        await reader.press("9")
        assert "There are 5 versions." in reader.seen()


async def test_another_base() -> None:
    async with opened() as reader:
        await reader.press("2", "equals_sign")
        for _ in range(1000):
            await reader.pilot.pause(0.02)
            if reader.desk.reading.base == "v2":
                break
        assert reader.desk.reading.base == "v2"
        assert reader.desk.panes.versions[0] == "v2"
        assert "● coast-radio" in reader.lines()[1]


async def test_zoom_and_back() -> None:
    async with opened() as reader:
        await reader.press("2", "z")
        assert reader.desk.panes.versions == ("v2",)
        await reader.press("q")
        assert len(reader.desk.panes.versions) == 3
        await reader.press("z", "escape")
        assert reader.desk.zoomed is None


async def test_hiding_versions() -> None:
    async with opened() as reader:
        await reader.press("x")
        assert "The base and one other version stay" in reader.seen()
        await reader.press("2", "x")
        assert "coast-radio is hidden; X brings it back." in reader.seen()
        assert "v2" not in reader.desk.order
        await reader.press("X")
        assert "1 brought back." in reader.seen()
        await reader.press("X")
        assert "No version is hidden." in reader.seen()


async def test_furniture_is_shown() -> None:
    async with opened() as reader:
        await reader.press("w")
        assert "Support our newsroom." in reader.seen()
        await reader.press("w")
        assert "Support our newsroom." not in reader.seen()


async def test_what_is_shared_is_folded() -> None:
    async with opened() as reader:
        await reader.press("c", "f")
        assert "Folded: 1 passage that all versions report" in reader.seen()
        assert "⋯ 1 passage that all versions report" in reader.seen()
        await reader.press("f")
        assert "⋯ 1 passage that all" not in reader.seen()


async def test_reworded_words() -> None:
    async with opened() as reader:
        assert reader.desk.view.reworded
        await reader.press("s")
        assert "Reworded words are not marked." in reader.seen()
        assert "~" not in "".join(reader.lines()[3:-5])


async def test_searching() -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("PASSENGERS")
        assert "PASSENGERS" in reader.lines()[-1]
        await reader.press("enter")
        assert "match 1 of 4" in reader.seen()
        await reader.press("n")
        assert "match 2 of 4" in reader.seen()
        await reader.press("N", "N")
        assert "match 4 of 4" in reader.seen()
        await reader.press("escape")
        assert "match" not in reader.seen()
        assert reader.desk.search is None


async def test_a_search_may_be_typed_faster_than_the_line_to_type_in_opens() -> None:
    async with opened() as reader:
        for key in ("slash", *"hope no", "enter"):
            reader.app.post_message(Key({" ": "space"}.get(key, key), key if len(key) == 1 else None))
        for _ in range(20):
            await reader.pilot.pause()
        assert "“hope no” is in none of the versions." in reader.seen()
        assert reader.desk.view == View()


async def test_a_search_for_nothing_that_is_there() -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("[/nope]")
        await reader.press("enter")
        assert "“[/nope]” is in none of the versions." in reader.seen()
        await reader.press("n")
        assert "is in none of the versions." in reader.seen()


async def test_a_search_can_be_left() -> None:
    async with opened() as reader:
        await reader.press("slash", "q", "escape")
        assert reader.desk.search is None
        assert "? help" in reader.lines()[-1]
        await reader.press("n")
        assert "/ searches." in reader.seen()


async def test_copying_with_a_citation() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "2", "Y")
        assert reader.app.clipboard == (
            "“The ferry Aurelia ran aground off Lindholm with 164 passengers.”\n— coast-radio, paragraph 1\n"
        )
        assert "Copied from coast-radio" in reader.seen()
        await reader.press("G", "2", "Y")
        assert "coast-radio has no words here to copy." in reader.seen()


@pytest.mark.parametrize("key", ["F", "question_mark", "T", "E", "enter"])
async def test_screens_open_and_close_again(key: str) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", key)
        assert len(reader.app.screen_stack) == 2
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert reader.current == "c1"


async def test_a_finding_is_chosen_from_the_list() -> None:
    async with opened() as reader:
        await reader.press("F", "G", "enter")
        assert len(reader.app.screen_stack) == 1
        assert reader.current == "a2"


async def test_enter_unfolds() -> None:
    async with opened(WIDE) as reader:
        reader.desk.point(reader.desk.table.tops[reader.desk.table.row_of[5]])
        await reader.press("enter")
        assert "Support our newsroom." in reader.seen()


async def test_enter_where_nothing_is() -> None:
    async with opened() as reader:
        await reader.press("enter")
        assert "There is no finding here." in reader.seen()


async def test_resizing_keeps_the_place() -> None:
    async with opened(SMALL) as reader:
        await reader.press("right_square_bracket", "right_square_bracket", "right_square_bracket")
        before = reader.current
        for size in ((60, 20), (50, 14), (200, 60), (80, 24)):
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert reader.current == before
            assert (reader.desk.width, reader.desk.height) == (size[0] - 2, reader.screen.canvas.size.height)


async def test_a_narrow_terminal_has_one_column() -> None:
    async with opened((50, 24)) as reader:
        assert reader.desk.panes.stacked
        text = reader.seen()
        assert "harbour-post" in text
        assert "The ferry Aurelia" in text
        assert all(len(line) == 50 for line in reader.lines())


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (34, 8), (300, 100)])
async def test_odd_sizes(size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        await reader.press("right_square_bracket", "space", "G", "j")
        assert reader.desk.height == reader.screen.canvas.size.height


async def test_ascii() -> None:
    async with opened(ascii=True) as reader:
        await reader.press("right_square_bracket")
        assert reader.seen().isascii()
        assert "! number  conflict" in reader.seen()


async def test_own_keys() -> None:
    async with opened(config=Config(keys={"next-finding": "f5", "show-furniture": "f6"})) as reader:
        assert reader.lines()[-1].strip().startswith("f5 [ finding")
        assert "f6 shows it" in reader.seen()
        await reader.press("right_square_bracket")
        assert reader.current is None
        await reader.press("f5")
        assert reader.current == "c1"


async def test_the_text_can_be_read_before_the_versions_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "PROGRESS_AFTER", 0)
    monkeypatch.setattr(work, "PROGRESS_EVERY", 0)
    go = Event()

    def slow(cluster: Cluster, progress: Progress) -> Collation:
        progress(0.25)
        go.wait(5)
        return harbour()

    async with opened(collate=slow) as reader:
        await reader.pilot.pause(0.1)
        text = reader.seen()
        assert "The ferry Aurelia ran aground" in text
        assert "comparing" in text
        assert "25 %" in text
        await reader.press("right_square_bracket")
        assert "The versions are still being compared; then it goes on." in reader.seen()
        await reader.press("j", "slash")
        await reader.type("hull")
        await reader.press("enter")
        assert "of 2" in reader.seen()
        match = reader.desk.match
        go.set()
        for _ in range(1000):
            await reader.pilot.pause(0.02)
            if reader.desk.reading.collation:
                break
        assert "of 2" in reader.seen()
        assert reader.desk.match == match
        assert "≠ 1" in reader.lines()[0]


async def test_no_row_is_raised_before_somebody_has_done_something() -> None:
    async with opened() as reader:
        assert reader.desk.finding is None
        assert reader.desk.raised == frozenset()
        await reader.press("m")
        assert reader.desk.raised == {reader.desk.cursor}
    async with opened() as reader:
        await reader.press("right_square_bracket")
        assert reader.desk.cursor in reader.desk.raised


async def test_a_step_that_is_wanted_before_there_are_findings_is_taken_when_there_are() -> None:
    for keys, moved in ((["right_square_bracket"], True), (["right_square_bracket", "j"], False)):
        go = Event()

        def slow(cluster: Cluster, progress: Progress, go: Event = go) -> Collation:
            go.wait(5)
            return harbour()

        async with opened(collate=slow) as reader:
            await reader.press(*keys)
            go.set()
            for _ in range(1000):
                await reader.pilot.pause(0.02)
                if reader.desk.reading.collation:
                    break
            await reader.pilot.pause()
            assert "still being compared" not in reader.seen()
            assert (reader.desk.finding is not None) is moved


@pytest.mark.parametrize(
    ("key", "seen"),
    [("F", "FindingsList"), ("M", "Matrix"), ("E", "ExportDialog"), ("S", "Summary"), ("y", ""), ("i", "")],
)
async def test_what_needs_findings_says_so_and_opens_when_they_are_there(key: str, seen: str) -> None:
    """Verdicts and notes are about what is on the screen, so they are not given to what comes later."""
    for keys, opens in (([key], bool(seen)), ([key, "j"], False), ([key, "?"], False)):
        go = Event()

        def slow(cluster: Cluster, progress: Progress, go: Event = go) -> Collation:
            go.wait(5)
            return harbour()

        async with opened(collate=slow) as reader:
            await reader.press(keys[0])
            assert "The versions are still being compared; " in reader.seen()
            assert ("then it goes on." in reader.seen()) is bool(seen)
            await reader.press(*keys[1:])
            go.set()
            for _ in range(1000):
                await reader.pilot.pause(0.02)
                if reader.desk.reading.collation:
                    break
            await reader.pilot.pause(0.1)
            wanted = [seen] if opens else ["Help"] if "?" in keys else []
            assert [type(screen).__name__ for screen in reader.app.screen_stack] == ["ReadingScreen", *wanted]
            await reader.press("escape")
            assert "reviewed 0/7" in reader.lines()[0]


async def test_the_first_versions_are_shown_while_the_others_are_read() -> None:
    go = Event()
    whole = harbour()

    def load(first: Callable[[Cluster], None]) -> Cluster:
        first(replace(whole.cluster, versions=whole.cluster.versions[:2]))
        go.wait(5)
        return whole.cluster

    app = VariorumApp(load, ReaderOptions(("story",), theme="dark"), collate=lambda cluster, progress: whole)
    async with app.run_test(size=WIDE) as pilot:
        reader = Reader(app, pilot)
        await pilot.pause(0.1)
        assert reader.desk.order == ("v1", "v2")
        assert "The ferry Aurelia" in reader.seen()
        go.set()
        for _ in range(1000):
            await pilot.pause(0.02)
            if reader.desk.reading.collation:
                break
        assert len(reader.desk.order) == 5


async def test_notices_are_shown_and_can_be_seen_again() -> None:
    whole = harbour()
    cluster = replace(whole.cluster, notices=(Notice("bad.txt", "[/nope] is no text"), Notice("c.toml", "no such key")))
    async with opened(collation=replace(whole, cluster=cluster)) as reader:
        assert "2 notices" in reader.lines()[0]
        assert "bad.txt: [/nope] is no text (1 of 2, ! shows all)" in reader.seen()
        await reader.press("j")
        assert "bad.txt" not in reader.seen()
        await reader.press("exclamation_mark")
        for words in ("bad.txt", "[/nope] is no text", "c.toml", "no such key"):
            assert words in reader.seen()
        await reader.press("exclamation_mark")
        assert reader.app.screen is reader.screen


async def test_a_long_notice_is_cut_before_it_hides_how_to_read_it_all() -> None:
    whole = harbour()
    long = tuple(Notice(f"{n}.txt", "no text " * 60) for n in range(9))
    for size in (SMALL, USUAL, (50, 12)):
        async with opened(size, collation=replace(whole, cluster=replace(whole.cluster, notices=long))) as reader:
            assert "(1 of 9, ! shows all)" in " ".join(reader.seen().split())
            assert all(len(line) == size[0] for line in reader.lines())


async def test_what_cannot_be_read_ends_the_reader_with_its_reason() -> None:
    def load() -> Cluster:
        raise SourceError("story", "no such file or folder")

    async with opened(load=load) as reader:
        assert isinstance(reader.app.failure, SourceError)
        assert reader.app.return_code == 2


async def test_hostile_words_are_shown_as_they_stand() -> None:
    whole = harbour()
    versions = tuple(replace(v, outlet=f"[@click=app.bell]{v.outlet}[/nope]") for v in whole.cluster.versions)
    cluster = replace(whole.cluster, title="[bold]Ferry[/nope]", versions=versions)
    async with opened(collation=replace(whole, cluster=cluster)) as reader:
        await reader.press("right_square_bracket", "right_square_bracket")
        assert reader.lines()[0].startswith(" [bold]Ferry[/nope]")
        assert "[@click=app.bell]" in reader.lines()[1]


async def test_a_missing_theme_is_a_notice() -> None:
    async with opened(theme="[/nope]") as reader:
        seen = " ".join(reader.seen().split())
        assert f"--theme: there is no theme '[/nope]', so it is {reader.app.theme}; there are dark, light" in seen
        assert reader.app.theme in reader.app.available_themes


async def test_ctrl_p_lists_the_commands_and_runs_one() -> None:
    async with opened() as reader:
        await reader.press("ctrl+p")
        assert "Commands, keys and signs" in reader.seen()
        await reader.type("next find")
        await reader.press("enter")
        await reader.pilot.pause()
        assert len(reader.app.screen_stack) == 1
        assert reader.current == "c1"


async def test_ctrl_p_is_only_a_key_where_there_are_no_commands() -> None:
    async with opened() as reader:
        await reader.press("F", "ctrl+p")
        assert len(reader.app.screen_stack) == 2


async def test_a_closer_look_goes_on_and_decides() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "enter")
        assert "≠ number" in reader.lines()[0]
        assert "unreviewed" in reader.lines()[0]
        await reader.press("right_square_bracket")
        assert "addition" in reader.lines()[0] or "omission" in reader.lines()[0]
        second = reader.current
        await reader.press("left_square_bracket", "left_square_bracket")
        assert "≠ number" in reader.lines()[0]
        await reader.press("y")
        assert reader.screen.review.progress[0] == 1
        assert reader.current == second
        assert "addition" in reader.lines()[0] or "omission" in reader.lines()[0], "the next is looked at"
        assert "reviewed 1/7" in reader.lines()[0]
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert reader.current == second


async def test_own_keys_hold_in_a_closer_look_too() -> None:
    async with opened(config=Config(keys={"next-finding": "n", "next-match": "]"})) as reader:
        await reader.press("n", "enter")
        assert "n [ finding" in reader.lines()[-1]
        await reader.press("n")
        assert "≠ number" not in reader.lines()[0]


async def test_leaving() -> None:
    async with opened() as reader:
        await reader.press("q")
        assert reader.app._exit


async def test_the_wheel_scrolls_and_a_click_chooses() -> None:
    async with opened(SMALL) as reader:
        canvas = reader.screen.canvas
        canvas.post_message(canvas.Scrolled(3))
        await reader.pilot.pause()
        assert reader.desk.top == 3
        await reader.pilot.click(canvas, offset=(60, 5))
        await reader.pilot.pause()
        assert reader.desk.focused == "v2"


def test_every_command_can_be_done() -> None:
    for command in COMMANDS:
        assert callable(getattr(ReadingScreen, f"action_{command.action}")), command.name


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))


async def test_what_was_not_compared_is_told() -> None:
    bound = Notice("comparison", "1 passage has more than 24 sentences")
    async with opened(collation=replace(harbour(), bounds=(bound,))) as reader:
        assert "1 notice" in reader.lines()[0]
        assert "comparison: 1 passage has more than 24 sentences" in reader.seen()
        await reader.press("equals_sign")  # compared again, it is not told again
        assert reader.app.all_notices == (bound,)


async def test_a_signal_in_the_last_moments_finds_nothing_to_leave() -> None:
    async with opened() as reader:
        app = reader.app
    assert not app.screen_stack
    assert app.reading is None
    app._end(2)
    assert app.return_code == 130
