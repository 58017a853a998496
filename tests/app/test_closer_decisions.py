"""Deciding in the closer look: each verdict leads to the evidence of the next finding that is left."""

from __future__ import annotations

from reader.app.screens.closer import Closer
from reader.app.screens.note import LONGEST, NoteArea, NoteEditor
from reader.app.screens.summary import Summary
from tests.app.test_reading_screen import SMALL, Reader, opened
from tests.app.test_review_screen import done, engine, journals, settled


def looked_at(reader: Reader) -> str:
    """The finding whose evidence is on screen."""
    assert isinstance(reader.app.screen, Closer)
    return reader.app.screen.finding.id


async def test_all_are_decided_with_one_key_each_and_the_end_offers_the_report() -> None:
    async with opened(SMALL) as reader:
        await reader.press("right_square_bracket", "enter")
        seen = []
        for n, key in enumerate("ydudyu"):
            seen.append(looked_at(reader))
            assert f"reviewed {n}/7" in reader.lines()[0]
            await reader.press(key)
        assert [*seen, looked_at(reader)] == ["c1", "o1", "o2", "o3", "o4", "a1", "a2"]
        await reader.press("y")
        assert isinstance(reader.app.screen, Summary)
        assert "All 7 findings are reviewed" in reader.seen()
        assert done() == ["verdict"] * 7
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert reader.current == "a2"


async def test_after_the_last_comes_the_first_that_was_left_and_what_was_decided_can_be_taken_back() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "right_square_bracket", *"yyyyy", "enter", "y")
        assert looked_at(reader) == "c1"
        assert "from the beginning" in reader.lines()[0]
        await reader.press("ctrl+z")
        assert looked_at(reader) == "a2"
        assert "Taken back: the verdict confirmed." in reader.lines()[0]
        assert "unreviewed" in reader.lines()[0]
        await reader.press("left_square_bracket")
        assert "Taken back" not in reader.lines()[0]


async def test_a_note_is_written_and_stands_under_the_reasons() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "enter", "i")
        assert isinstance(reader.app.screen, NoteEditor)
        await reader.type("ask")
        await reader.press("ctrl+s")
        assert looked_at(reader) == "c1"
        assert "✎ ask" in reader.seen()
        assert "Note saved." in reader.lines()[0]
        await reader.press("i", "escape")
        assert done() == ["note"]


async def test_what_can_not_be_saved_is_said_where_there_is_room_for_it() -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "enter", "y")
        journal = journals()[0]
        journal.unlink()
        journal.mkdir()
        await reader.press("d")
        assert len(reader.app.screen_stack) == 1
        assert "not saved:" in reader.seen()
        assert "1 not saved" in reader.lines()[0]
        await reader.press("enter")
        assert "1 not saved" in reader.lines()[0]
        await reader.press("i", "x", "ctrl+s")
        assert len(reader.app.screen_stack) == 1
        assert "2 not saved" in reader.lines()[0]
        await reader.press("enter", "ctrl+z")
        assert len(reader.app.screen_stack) == 1
        journal.rmdir()
        await reader.press("ctrl+s")
        assert "reviewed 2/7" in reader.lines()[0]


async def test_a_finding_that_goes_with_a_link_is_looked_at_no_longer() -> None:
    async with opened(collation=engine()) as reader:
        before = {finding.id for finding in reader.desk.reading.findings}
        row = next(n for n, p in enumerate(reader.desk.reading.passages) if len(p.sentences) > 1)
        reader.desk.go_to_passage(row)
        await reader.press("m", "l", "m")
        await settled(reader)
        new = next(finding for finding in reader.desk.reading.findings if finding.id not in before)
        reader.desk.go_to(new)
        await reader.press("enter")
        assert looked_at(reader) == new.id
        await reader.press("ctrl+z")
        await settled(reader)
        await reader.pilot.pause(0.1)
        assert len(reader.app.screen_stack) == 1
        assert "is not there any more" in reader.seen()


async def test_a_note_that_is_too_long_says_so() -> None:
    async with opened() as reader:
        await reader.press("right_curly_bracket", "i")
        area = reader.app.screen.query_one(NoteArea)
        area.insert("x" * LONGEST)
        await reader.pilot.pause()
        assert "characters" not in reader.seen()
        area.insert("yz")
        await reader.pilot.pause()
        assert "A note has at most 20,000 characters; the rest was left out." in reader.seen()
        assert len(area.text) == LONGEST
