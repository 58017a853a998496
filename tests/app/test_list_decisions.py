"""Deciding in the list of findings: the keys of the reading screen, one finding after the other."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.app.config import Config
from reader.app.screens.findings_list import FindingsList
from reader.app.screens.note import NoteEditor
from reader.app.screens.summary import Summary
from tests.app.invented import harbour
from tests.app.test_reading_screen import SMALL, USUAL, Reader, opened
from tests.app.test_review_screen import done, engine, journals, settled


def listed(reader: Reader) -> FindingsList:
    """The list, which is on screen."""
    assert isinstance(reader.app.screen, FindingsList)
    return reader.app.screen


def at(reader: Reader) -> str | None:
    """The finding under the cursor of the list."""
    found = listed(reader).at
    return found.id if found is not None else None


def verdicts() -> list[tuple[str, str]]:
    """The verdicts in the journal, in order."""
    (path,) = Path(os.environ["XDG_STATE_HOME"]).rglob("*.jsonl")
    records = map(json.loads, path.read_text("ascii").splitlines())
    return [(record["finding"], record["verdict"]) for record in records if record["do"] == "verdict"]


@pytest.mark.parametrize("size", [USUAL, SMALL, (50, 14)])
async def test_one_key_decides_and_goes_on_to_the_next_that_is_left(size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        await reader.press("F", "j", "u")
        assert at(reader) == "o2"
        assert verdicts() == [("o1", "unsure")]
        await reader.press("g", "y")
        assert at(reader) == "o2", "o1 has a verdict already"
        await reader.press("d")
        assert verdicts() == [("o1", "unsure"), ("c1", "confirmed"), ("o2", "dismissed")]
        assert reader.lines()[0].endswith("3/7 ")
        assert [line[3:4] for line in reader.lines()[2:5]] == ["✓", "?", "✗"]
        assert at(reader) == "o3"
        await reader.press("escape")
        assert reader.lines()[0].endswith("3/7 "), "the reading screen knows"
        assert size == (50, 14) or "✓≠ The ferry Aurelia" in reader.seen()


async def test_after_the_last_comes_the_first_that_was_left() -> None:
    async with opened() as reader:
        await reader.press("F", "G", "y")
        assert at(reader) == "c1"
        assert "From the beginning: this was left." in reader.lines()[1]
        await reader.press("j")
        assert "From the beginning" not in reader.seen(), "it is told until the next key"


async def test_all_are_decided_with_one_key_each_and_the_end_offers_the_report() -> None:
    async with opened() as reader:
        await reader.press("F", *"yyyyyy")
        assert at(reader) == "a2"
        await reader.press("d")
        assert isinstance(reader.app.screen, Summary)
        assert "All 7 findings are reviewed" in reader.seen()
        assert done() == ["verdict"] * 7
        await reader.press("escape")
        assert reader.current == "a2"
        await reader.press("F", "g", "d")
        assert at(reader) == "o1", "a second look goes on line by line"
        assert "All that is listed is reviewed." in reader.lines()[1]


async def test_of_those_that_are_unreviewed_each_goes_when_it_is_decided() -> None:
    async with opened() as reader:
        await reader.press("F", "r")
        for key, rest in (("y", ["o1", "o2", "o3", "o4", "a1", "a2"]), ("u", ["o2", "o3", "o4", "a1", "a2"])):
            await reader.press(key)
            assert [finding.id for finding in listed(reader).listed] == rest
            assert at(reader) == rest[0]
        await reader.press("ctrl+z")
        assert at(reader) == "o1", "it is back, and under the cursor"
        assert "Taken back: the verdict unsure." in reader.lines()[1]
        await reader.press("r", "j")
        assert [finding.id for finding in listed(reader).listed] == ["c1"], "what is confirmed"
        await reader.press("d")
        assert listed(reader).listed == ()
        await reader.press("y", "i")
        assert isinstance(reader.app.screen, FindingsList), "there is nothing to decide on"
        assert done() == ["verdict", "verdict", "undo", "verdict"]


async def test_a_filter_that_is_done_says_so_and_is_not_the_end() -> None:
    async with opened() as reader:
        await reader.press("F", "a", "o", "y")
        assert "All that is listed is reviewed." in reader.lines()[1]
        assert isinstance(reader.app.screen, FindingsList)


async def test_a_note_is_written_from_the_list_and_shown_in_it() -> None:
    async with opened() as reader:
        await reader.press("F", "j", "i")
        assert isinstance(reader.app.screen, NoteEditor)
        assert reader.lines()[0].endswith("reviewed 0/7 ")
        await reader.type("call them")
        await reader.press("enter", *"twice", "ctrl+s")
        assert at(reader) == "o1"
        assert "Note saved." in reader.lines()[1]
        assert "✎ call them" in reader.seen()
        assert json.loads(journals()[0].read_text("ascii"))["note"] == "call them\ntwice"
        await reader.press("i", "escape")
        assert done() == ["note"], "it did not change"
        await reader.press("ctrl+z")
        assert "Taken back: the note." in reader.lines()[1]
        assert "call them" not in reader.seen()
        await reader.press("ctrl+z")
        assert "There is nothing left to take back." in reader.lines()[1]


async def test_what_can_not_be_saved_is_said_at_once_and_not_shown_as_decided() -> None:
    async with opened() as reader:
        await reader.press("F", "y")
        journal = journals()[0]
        kept = journal.read_bytes()
        journal.unlink()
        journal.mkdir()
        await reader.press("d")
        assert "not saved:" in reader.lines()[1]
        assert "1 not saved" in reader.lines()[0]
        assert "reviewed 1/7" in reader.lines()[0]
        assert [line[3:4] for line in reader.lines()[2:5]] == ["✓", " ", " "]
        await reader.press("k")
        assert "unreviewed · not saved" in reader.seen()
        await reader.press("ctrl+s")
        assert "not saved:" in reader.lines()[1]
        journal.rmdir()
        await reader.press("ctrl+s")
        assert "Saved." in reader.lines()[1]
        assert "reviewed 2/7" in reader.lines()[0]
        assert "dismissed by " in reader.seen()
        assert journal.read_bytes().startswith(kept)
        await reader.press("ctrl+s")
        assert "Everything is saved." in reader.lines()[1]


async def test_what_was_made_by_hand_is_taken_back_from_the_list() -> None:
    async with opened(collation=engine()) as reader:
        before = [finding.id for finding in reader.desk.reading.findings]
        own = next(n for n, p in enumerate(reader.desk.reading.passages) if len(p.sentences) > 1)
        reader.desk.go_to_passage(own)
        await reader.press("m", "l", "m")
        await settled(reader)
        now = [finding.id for finding in reader.desk.reading.findings]
        assert now != before
        await reader.press("F")
        assert [finding.id for finding in listed(reader).listed] == now
        await reader.press("ctrl+z")
        await settled(reader)
        assert "by hand" in reader.lines()[1]
        assert [finding.id for finding in listed(reader).listed] == before


async def test_what_is_told_last_stays_where_two_things_are_told_at_once() -> None:
    async with opened() as reader:
        await reader.press("F")
        screen = listed(reader)
        screen.decided(screen.listed[2:3], "One.", go=True)
        screen.decided(screen.listed[4:5], "Another.", go=True)
        await reader.pilot.pause()
        assert "Another." in reader.lines()[1]
        await reader.press("j")
        assert "Another." not in reader.lines()[1]


async def test_the_reader_comes_first_among_the_reviewers() -> None:
    async with opened(reviewer="ann") as reader:
        await reader.press("right_square_bracket", *"yd")
    async with opened(reviewer="zoe") as reader:
        await reader.press("F", "R", "r")
        assert "by zoe" in reader.lines()[1]
        assert len(listed(reader).listed) == 7, "nothing of it has a verdict of hers"
        await reader.press("y")
        assert len(listed(reader).listed) == 6
        await reader.press("R")
        assert "by ann" in reader.lines()[1]
        assert len(listed(reader).listed) == 5


async def test_a_text_that_changed_after_a_verdict_is_said_to_have() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "y")
    now = harbour()
    first = now.findings[0]
    sides = tuple(replace(side, evidence=side.evidence[:1]) for side in first.sides)
    changed = replace(now, findings=(replace(first, sides=sides), *now.findings[1:]))
    async with opened(collation=changed) as reader:
        await reader.press("F", "g")
        assert "unreviewed · the text changed after your verdict" in reader.seen()
        await reader.press("enter", "enter")
        assert "unreviewed · the text changed after your verdict" in reader.lines()[0]
        await reader.press("y", "left_square_bracket")
        assert "the text changed" not in reader.lines()[0]


async def test_words_that_are_typed_decide_nothing() -> None:
    async with opened() as reader:
        await reader.press("F", "slash", *"dyu", "ctrl+z", "enter")
        assert not journals()
        assert listed(reader).filter.words == "dyu"


async def test_keys_of_ones_own_decide_here_too() -> None:
    async with opened(config=Config(keys={"verdict-confirmed": "k"})) as reader:
        await reader.press("F")
        assert "k d u decide" in reader.lines()[-1]
