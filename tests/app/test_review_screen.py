"""Reviewing as a person does it: what each key decides, what is seen of it, and what is on disk."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.app.screens.export import ExportDialog
from reader.app.screens.findings_list import FindingsList
from reader.app.screens.matrix import Matrix
from reader.app.screens.note import BOX, NoteEditor, hides_less_at_top
from reader.app.screens.summary import Summary
from reader.app.screens.unsaved import Unsaved
from reader.collation import collate
from reader.findings.finding import FindingKind
from tests.app import stories
from tests.app.test_reading_screen import SMALL, USUAL, Reader, opened

if TYPE_CHECKING:
    from reader.collation import Collation

CONFIRM = {"y": "confirmed", "d": "dismissed", "u": "unsure"}


def engine() -> Collation:
    """A collation of the engine's own, so that links by hand change it."""
    return collate(stories.cluster())


def journals() -> list[Path]:
    return sorted(Path(os.environ["XDG_STATE_HOME"]).rglob("*.jsonl"))


def done() -> list[str]:
    """What stands in the journal."""
    return [json.loads(line)["do"] for path in journals() for line in path.read_text("ascii").splitlines()]


async def settled(reader: Reader) -> None:
    """Wait until the collation is made again."""
    for _ in range(1000):
        await reader.pilot.pause(0.01)
        if reader.screen.review.prepared.number == reader.screen.review._asked:
            break
    await reader.pilot.pause()


@pytest.mark.parametrize("key", CONFIRM)
async def test_one_key_decides_and_goes_on(key: str) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", key)
        assert reader.current == "o1"
        assert reader.lines()[0].endswith("reviewed 1/7 ")
        assert done() == ["verdict"]
        assert json.loads(journals()[0].read_text())["verdict"] == CONFIRM[key]
        sign = {"y": "✓", "d": "✗", "u": "?"}[key]
        assert f"{sign}≠ The ferry Aurelia" in reader.seen()
        await reader.press("left_square_bracket")
        assert f"· {sign} {CONFIRM[key]}" in reader.seen()


@pytest.mark.parametrize("size", [USUAL, SMALL, (50, 20)])
async def test_ascii_shows_verdicts_and_notes(size: tuple[int, int]) -> None:
    async with opened(size, ascii=True) as reader:
        await reader.press("right_square_bracket", "i", *"why", "escape", "y", "g")
        await reader.press("right_square_bracket")
        assert "- y confirmed" in reader.seen()
        await reader.press("right_square_bracket")
        assert "y! The ferry" in reader.seen()
        assert "i| " in reader.seen()
        assert reader.seen().isascii()


async def test_all_are_decided_with_one_key_each_and_the_end_offers_the_report() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket")
        for n in range(6):
            await reader.press("y")
            assert f"reviewed {n + 1}/7" in reader.lines()[0]
        await reader.press("d")
        assert isinstance(reader.app.screen, Summary)
        assert "All 7 findings are reviewed" in reader.seen()
        await reader.press("E")
        assert isinstance(reader.app.screen, ExportDialog)
        await reader.press("escape", "y")
        assert not isinstance(reader.app.screen, Summary)
        await reader.press("S", "F")
        assert isinstance(reader.app.screen, FindingsList)


async def test_after_the_last_comes_the_first_that_was_left() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "right_square_bracket", "y")
        assert reader.screen.go_to_id("a2")
        await reader.press("u")
        assert reader.current == "c1"
        assert "this was left" in reader.seen()


async def test_whoever_hides_additions_and_omissions_is_done_after_the_contradictions() -> None:
    async with opened() as reader:
        await reader.press("a", "o", "right_square_bracket", "y")
        assert isinstance(reader.app.screen, Summary)
        assert "1 of 7 reviewed" in reader.seen()


async def test_without_a_finding_there_is_nothing_to_decide_on() -> None:
    async with opened() as reader:
        await reader.press("y")
        assert "There is no finding here to decide on." in reader.seen()
        await reader.press("i")
        assert not isinstance(reader.app.screen, NoteEditor)
        assert done() == []


async def test_taking_back_goes_back_one_by_one_across_sittings() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y", "d")
        assert reader.current != "c1"
    async with opened() as reader:
        assert "reviewed 2/7" in reader.lines()[0]
        await reader.press("ctrl+z")
        assert reader.current == "o1"
        assert "Taken back: the verdict dismissed." in reader.seen()
        assert "reviewed 1/7" in reader.lines()[0]
        await reader.press("ctrl+z")
        assert reader.current == "c1"
        assert "✓≠" not in reader.seen()
        await reader.press("ctrl+z")
        assert "There is nothing left to take back." in reader.seen()
        assert done() == ["verdict", "verdict", "undo", "undo"]


async def test_a_note_is_written_seen_and_taken_away() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "i")
        await reader.type("See the log")
        await reader.press("ctrl+s")
        assert "✎ See the log" in reader.seen()
        assert "reviewed 0/7" in reader.lines()[0]
        await reader.press("g")
        await reader.press("right_square_bracket", "right_square_bracket")
        assert "✎▏" in reader.seen()
        await reader.press("left_square_bracket", "ctrl+z")
        assert "✎" not in reader.seen()


async def test_additions_and_omissions_are_marked_as_read() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y", "r")
        assert "reviewed 3/7" in reader.lines()[0]
        assert "2 marked as read." in reader.seen()
        assert "·− not reported" in reader.seen()
        assert reader.current == "o3"
        await reader.press("g", "r")
        assert "There is no addition or omission here" in reader.seen()
        await reader.press("ctrl+z")
        assert "reviewed 1/7" in reader.lines()[0]
        assert done() == ["verdict", "read", "undo"]


async def test_marking_as_read_leaves_a_contradiction_to_be_decided() -> None:
    async with opened(collation=engine()) as reader:
        desk = reader.desk
        await reader.press("right_curly_bracket")
        current = reader.current
        row = desk.row
        quiet = [f for f in desk.reading.findings if f.kind is not FindingKind.CONTRADICTION]
        here = [f for f in quiet if any(row.first <= n < row.end for n in desk.reading.numbers(f))]
        await reader.press("r")
        assert reader.current == current
        assert all(not reader.screen.review.left(f) for f in here)


async def test_opening_again_goes_on_where_the_review_stopped() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y", "y")
        stopped = reader.current
    async with opened() as reader:
        assert reader.current == stopped
        assert "reviewed 2 of 7 findings; the review goes on here." in reader.seen()
        assert "✓≠" in reader.seen()


async def test_a_finished_review_is_opened_at_the_beginning() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", *"yyyyyyy")
    async with opened() as reader:
        assert reader.desk.cursor == 0
        assert "the review is finished." in reader.seen()


async def test_what_can_not_be_saved_is_said_at_once_and_asked_about() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y")
        journal = journals()[0]
        kept = journal.read_bytes()
        journal.unlink()
        journal.mkdir()
        await reader.press("d")
        assert "not saved:" in reader.seen()
        assert "1 not saved" in reader.lines()[0]
        assert "reviewed 1/7" in reader.lines()[0]
        assert "✗− not reported" not in reader.seen()
        await reader.press("left_square_bracket")
        assert "✗ dismissed, not saved" in reader.seen()
        await reader.press("q")
        assert isinstance(reader.app.screen, Unsaved)
        assert "1 decision is not saved" in reader.seen()
        await reader.press("escape")
        assert "not saved:" in reader.seen()
        await reader.press("q", "r")
        assert isinstance(reader.app.screen, Unsaved)
        await reader.press("escape")
        journal.rmdir()
        await reader.press("ctrl+s")
        assert "Saved." in reader.seen()
        assert "reviewed 2/7" in reader.lines()[0]
        assert "not saved" not in reader.seen()
        assert journal.read_bytes().startswith(kept)
        assert done() == ["verdict", "verdict"]
        await reader.press("ctrl+s")
        assert "Everything is saved." in reader.seen()
        await reader.press("q")
        assert reader.app._exit


async def test_what_can_not_be_saved_can_be_left_behind() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y")
        journals()[0].chmod(0o600)
        path = journals()[0]
        path.unlink()
        path.mkdir()
        await reader.press("y", "ctrl+c")
        assert isinstance(reader.app.screen, Unsaved)
        await reader.press("ctrl+c", "Q")
        assert reader.app._exit


async def test_leaving_with_a_note_open_keeps_it() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "i")
        await reader.type("kept")
        await reader.press("ctrl+c")
        assert not isinstance(reader.app.screen, NoteEditor)
        assert "✎ kept" in reader.seen()
        await reader.press("i")
        await reader.type(" too")
        reader.screen.leave_at_once()
        assert json.loads(journals()[0].read_text().splitlines()[-1])["note"] == "kept too"


async def test_passages_are_linked_and_unlinked_by_hand() -> None:
    async with opened(collation=engine()) as reader:
        reading = reader.desk.reading
        before = reading.findings
        alone = [n for n, p in enumerate(reading.passages) if len(p.sentences) == 1]
        a, b = next(
            (x, y)
            for x in alone
            for y in alone
            if reading.passages[x].sentences.keys() != reading.passages[y].sentences.keys()
        )
        reader.desk.go_to_passage(a)
        await reader.press("m")
        assert "linking" in reader.lines()[0]
        reader.desk.go_to_passage(b)
        await reader.press("m")
        await settled(reader)
        reading = reader.desk.reading
        assert reading.findings != before
        assert len(reading.by_hand) == 1
        assert "set by hand" in reader.seen()
        number = reading.number_of[next(iter(reading.by_hand))]
        assert len(reading.passages[number].sentences) == 2
        reader.desk.go_to_passage(number)
        first, second = reading.passages[number].sentences
        reader.desk.focus(first)
        await reader.press("m")
        reader.desk.focus(second)
        await reader.press("m")
        await settled(reader)
        assert all(len(p.sentences) == 1 for p in reader.desk.reading.passages if p.id in reader.desk.reading.by_hand)
        assert done() == ["link", "unlink"]
        await reader.press("ctrl+z")
        await settled(reader)
        await reader.press("ctrl+z")
        await settled(reader)
        assert reader.desk.reading.findings == before
        assert not reader.desk.reading.by_hand


async def test_a_passage_without_a_finding_is_reached_and_linked_with_keys_alone() -> None:
    async with opened(SMALL, collation=engine()) as reader:
        await reader.press("a", "o", "c", "m")  # no step leads anywhere now
        assert "J K to the passage to link, h l to the version to unlink, then m; esc stops" in reader.seen()
        first = reader.desk.row.first
        await reader.press("J", "m")
        await settled(reader)
        assert reader.desk.row.first != first or reader.desk.reading.by_hand
        assert done() == ["link"]


async def test_another_base_says_where_the_verdicts_went_and_brings_them_back() -> None:
    async with opened(collation=engine()) as reader:
        while reader.desk.finding is None or reader.desk.finding.kind is FindingKind.CONTRADICTION:
            await reader.press("right_square_bracket")
        await reader.press("y")
        before = reader.desk.reading.base
        base = reader.desk.reading.cluster.version(before).outlet
        await reader.press("2", "equals_sign")
        await settled(reader)
        assert f"what is reviewed against {base} is kept: 1 finding." in reader.seen()
        assert "reviewed 0/" in reader.lines()[0]
        reader.desk.focus(before)
        await reader.press("equals_sign")
        await settled(reader)
        assert f"{base} is the base now." in reader.seen()
        assert "reviewed 1/" in reader.lines()[0]


async def test_a_note_is_written_beside_what_it_is_on() -> None:
    assert [hides_less_at_top(first, first + 5, 24) for first in (0, 6, 9, 10, 14, 19)] == [False] * 3 + [True] * 3
    async with opened(SMALL) as reader:
        places = set()
        for _ in range(8):
            await reader.press("right_square_bracket", "i")
            places.add(reader.app.screen.query_one("#box").region.y)
            assert reader.app.screen.query_one("#box").region.height == BOX
            await reader.press("escape")
        assert places == {0, SMALL[1] - BOX}


async def test_linking_can_be_stopped() -> None:
    async with opened() as reader:
        await reader.press("m")
        assert "linking" in reader.lines()[0]
        await reader.press("m")
        assert "Nothing is linked: this is where you began." in reader.seen()
        await reader.press("m", "escape")
        assert "linking" not in reader.lines()[0]
        await reader.press("right_square_bracket", "j", "j", "j", "j")
        assert done() == []


async def test_a_finding_is_added_by_hand() -> None:
    async with opened() as reader:
        total = len(reader.desk.reading.findings)
        reader.desk.go_to_passage(4)
        await reader.press("plus")
        assert "Words of harbour-post" in reader.seen()
        await reader.press("l", "L", "enter")
        assert "Marked: coast guard." in reader.seen()
        assert "adding a finding" in reader.lines()[0]
        await reader.press("l", "plus", "h", "j", "k", "enter")
        await reader.type("All or none")
        await reader.press("enter")
        await settled(reader)
        assert len(reader.desk.reading.findings) == total + 1
        finding = reader.desk.finding
        assert finding is not None
        assert finding.explanation == "All or none"
        assert [side.claim for side in finding.sides] == ["coast guard", "All"]
        assert "by hand" in reader.lines()[-5]
        assert "reviewed 1/8" in reader.lines()[0]
        assert done() == ["finding", "verdict"]
        await reader.press("enter")
        assert "A reviewer added this by hand." in reader.seen()
        await reader.press("escape", "ctrl+z", "ctrl+z")
        await settled(reader)
        assert len(reader.desk.reading.findings) == total


async def test_words_are_marked_in_two_versions() -> None:
    async with opened() as reader:
        reader.desk.go_to_passage(4)
        await reader.press("plus", "enter", "plus")
        assert "the words have to stand in two versions" in reader.seen()
        await reader.press("plus", "escape")
        assert "adding" not in reader.lines()[0]
        reader.desk.focus("v3")
        await reader.press("plus")
        assert "has no words here to mark" in reader.seen()


async def test_the_matrix_leads_to_a_passage() -> None:
    async with opened() as reader:
        await reader.press("M")
        assert isinstance(reader.app.screen, Matrix)
        await reader.press("G", "k", "enter")
        assert reader.desk.cursor > 0
        assert not isinstance(reader.app.screen, Matrix)


async def test_the_list_filters_by_what_is_decided() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y", "d", "F")
        screen = reader.app.screen
        assert isinstance(screen, FindingsList)
        await reader.press("r")
        assert len(screen.listed) == 5
        await reader.press("r")
        assert [f.id for f in screen.listed] == ["c1"]
        assert "confirmed by" in reader.seen()


async def test_the_export_tells_the_verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as reader:
        await reader.press("right_square_bracket", "i", *"log", "escape", "y", "E", "down", "enter")
        text = next(tmp_path.glob("*.md")).read_text("utf-8")
        assert "confirmed" in text
        assert "log" in text


async def test_only_what_was_confirmed_is_exported_where_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as reader:
        await reader.press("E")
        assert "all 7 findings" in reader.seen()
        await reader.press("tab")
        assert "tab findings" not in reader.seen()
        assert "No finding has a verdict." in reader.seen()
        await reader.press("escape", "right_square_bracket", *"ydy")
        await reader.press("E", "tab")
        assert "only 2 confirmed" in reader.seen()
        await reader.press("tab")
        assert "only 1 dismissed" in reader.seen(), "unsure is not offered: nobody was"
        await reader.press("tab")
        assert "all 7 findings" in reader.seen()
        await reader.press("shift+tab", "shift+tab", "down", "down", "enter")
        (path,) = tmp_path.glob("*.json")
        report = json.loads(path.read_text("utf-8"))
        assert [finding["id"] for finding in report["findings"]] == ["c1", "o2"]


async def test_odd_records_are_told() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y")
    with journals()[0].open("a") as file:
        file.write('{"schema": "variorum-review/1", "id"')
    async with opened() as reader:
        assert "line 2: not used, for it was cut off" in reader.seen()
        assert "1 notice" in reader.lines()[0]
        assert "reviewed 1/7" in reader.lines()[0]
        await reader.press("d")
        assert "reviewed 2/7" in reader.lines()[0]
    async with opened() as reader:
        assert "reviewed 2/7" in reader.lines()[0]


async def test_before_the_versions_are_compared_nothing_can_be_decided() -> None:
    from threading import Event

    from tests.app.invented import harbour

    go = Event()

    def wait(*_: object) -> Collation:
        go.wait(10)
        return harbour()

    async with opened(collate=wait) as reader:
        await reader.press("y", "m", "i", "M", "ctrl+z", "S")
        assert done() == []
        assert reader.app.screen is reader.screen
        go.set()


async def test_only_what_changed_is_drawn_and_nothing_is_missed() -> None:
    """After any keys the screen is as if it had been drawn anew."""
    async with opened() as reader:
        for key in ("right_square_bracket", "y", "comma", "d", "u", "r", "ctrl+z", "ctrl+z", "l", "j", "m", "escape"):
            await reader.press(key)
            canvas = reader.screen.canvas
            drawn = dict(canvas._seen)
            canvas.repaint()
            await reader.pilot.pause()
            assert {y: strip.text for y, strip in drawn.items()} == {
                y: strip.text for y, strip in canvas._seen.items()
            }, key
            assert drawn == canvas._seen, key
