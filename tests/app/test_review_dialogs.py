"""What a reviewer is asked and told: notes, what is left, what is not saved, findings of their own, verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from reader.app.screens.findings_list import FindingsList
from reader.app.screens.note import LONGEST, NoteArea, NoteEditor
from reader.app.screens.own_finding import OwnFinding
from reader.app.screens.summary import Summary
from reader.app.screens.unsaved import Unsaved
from reader.app.signs import ASCII, UNICODE
from reader.findings.finding import Type
from reader.review.records import Verdict
from reader.review.state import Decision
from tests.app.stories import Stage, collation

if TYPE_CHECKING:
    from reader.app.screens.panel import Over

DECISIONS = {
    "f1": (Decision("ida", "t", Verdict.CONFIRMED, "see the log"), Decision("sam", "t", Verdict.DISMISSED)),
    "f2": (Decision("ida", "t", Verdict.UNSURE),),
    "f3": (Decision("ida", "t", note="ask"),),
    "f4": (Decision("sam", "t", read=True),),
}


async def answer(screen: Over[Any], *keys: str, size: tuple[int, int] = (80, 24)) -> tuple[list[object], str]:
    """What a screen answers to some keys, and what was on it before the last."""
    app = Stage()
    answers: list[object] = []
    async with app.run_test(size=size) as pilot:
        app.push_screen(screen, answers.append)
        await pilot.pause()
        await pilot.press(*keys[:-1])
        await pilot.pause()
        seen = app.seen()
        await pilot.press(*keys[-1:])
        await pilot.pause()
    return answers, seen


@pytest.mark.parametrize("leave", ["ctrl+s", "escape"])
async def test_a_note_is_kept_whatever_way_it_is_left(leave: str) -> None:
    note = NoteEditor(collation().findings[0], "Old.", UNICODE)
    answers, seen = await answer(note, "enter", "N", "e", "w", leave)
    assert answers == ["Old.\nNew"]
    assert "Old." in seen
    assert "≠ number  Two versions count 140 passengers" in seen


async def test_a_note_that_did_not_change_needs_no_saving_and_an_empty_one_takes_it_away() -> None:
    answers, _ = await answer(NoteEditor(collation().findings[0], "Old. ", UNICODE), "space", "escape")
    assert answers == [None]
    answers, _ = await answer(NoteEditor(collation().findings[0], "O", UNICODE), "backspace", "escape")
    assert answers == [""]


async def test_what_is_pasted_into_a_note_is_made_visible_and_bounded() -> None:
    app = Stage()
    async with app.run_test() as pilot:
        app.push_screen(NoteEditor(collation().findings[0], "\x1b[2J", UNICODE))
        await pilot.pause()
        area = app.screen.query_one(NoteArea)
        assert area.text == "␛[2J"
        area.insert("\x1b]52;c;x\x07\tand\nso on")
        assert area.text == "␛[2J␛]52;c;x␇ and\nso on"
        area.insert("x" * (2 * LONGEST))
        assert len(area.text) == LONGEST


@pytest.mark.parametrize(
    ("key", "found"), [("r", "retry"), ("enter", "retry"), ("Q", "quit"), ("q", None), ("escape", None)]
)
async def test_what_is_not_saved_is_never_left_by_itself(key: str, found: str | None) -> None:
    answers, seen = await answer(Unsaved(3, "No space left on device: /mnt/[/nope]/ida.jsonl", UNICODE), key)
    assert answers == [found]
    assert "3 decisions are not saved" in seen
    assert "/mnt/[/nope]/ida.jsonl" in seen
    assert "Whoever leaves now loses them." in seen


async def test_the_end_of_a_review_counts_what_was_decided_and_what_is_left() -> None:
    own = {finding: said[0] for finding, said in DECISIONS.items()}
    screen = Summary(collation(), own, UNICODE)
    answers, seen = await answer(screen, "E")
    assert answers == ["export"]
    assert "3 of 5 reviewed" in seen
    lines = {line.strip("│ ").split()[0]: line.strip("│ ").split()[2:] for line in seen.splitlines() if "s  " in line}
    assert lines["≠"] == ["1", "·", "·", "·", "·"]
    assert lines["+"] == ["·", "·", "·", "·", "1"]
    assert lines["−"] == ["·", "·", "1", "1", "1"]
    assert "2 notes" in seen
    assert screen.left == 2


async def test_a_finished_review_says_so_and_can_be_read_on() -> None:
    done = {finding.id: Decision("ida", "t", Verdict.CONFIRMED) for finding in collation().findings}
    answers, seen = await answer(Summary(collation(), done, UNICODE), "escape")
    assert answers == [None]
    assert "All 5 findings are reviewed" in seen
    assert (await answer(Summary(collation(), done, UNICODE), "F"))[0] == ["list"]


@pytest.mark.parametrize("size", [(80, 24), (50, 14), (40, 10)])
async def test_the_end_tells_what_the_others_decided(size: tuple[int, int]) -> None:
    others = {"sam": {"confirmed": 2, "left": 3}, "k\x1bim [b]": {"read": 1_000}}
    _, seen = await answer(Summary(collation(), {}, UNICODE, others=others), "escape", size=size)
    rows = [line.split() for line in seen.splitlines() if "by " in line]
    assert len(rows) == 2, seen
    assert rows[0][1:-1] == ["by", "sam", "2", "·", "·", "·", "3"]
    assert "1,000" in rows[1][-3]
    assert "\x1b" not in seen
    assert "− omissions" in seen or "│ −" in seen
    assert "write the report" in seen


async def test_a_finding_of_ones_own_has_a_type_and_a_reason() -> None:
    screen = OwnFinding(["140 passengers", "some 150"], UNICODE)
    answers, seen = await answer(screen, "down", *"Why", "enter")
    assert answers == [(Type.DATE, "Why")]
    assert "140 passengers  ≠  some 150" in seen


async def test_a_finding_without_a_reason_is_none() -> None:
    answers, seen = await answer(OwnFinding(["a", "b"], UNICODE), "enter", "escape")
    assert answers == [None]
    assert "needs a sentence that says why" in seen


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_dialog_fits_at_every_size(size: tuple[int, int]) -> None:
    finding = collation().findings[0]
    for screen, words in (
        (NoteEditor(finding, "Note.", ASCII), "save and back"),
        (Unsaved(1, "Disk full", ASCII), "try again"),
        (Summary(collation(), {}, ASCII), "write the report"),
        (OwnFinding(["a", "b"], ASCII), "add it"),
    ):
        _, seen = await answer(screen, "escape", size=size)
        assert words in seen
        assert seen.isascii()


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("r",), ["f3", "f5"]),
        (("r", "r"), ["f1"]),
        (("r", "r", "r"), ["f1"]),
        (("r", "r", "r", "r"), ["f2"]),
        (("r", "r", "r", "r", "r"), ["f1", "f3"]),
        (("R",), ["f1", "f2", "f3"]),
        (("R", "R"), ["f1", "f4"]),
        (("R", "r"), ["f3", "f4", "f5"]),
        (("R", "R", "r", "r"), []),
        (("R", "r", "x"), ["f1", "f2", "f3", "f4", "f5"]),
    ],
)
async def test_the_list_filters_by_verdict_and_reviewer(keys: tuple[str, ...], found: list[str]) -> None:
    screen = FindingsList(collation(), None, UNICODE, decisions=DECISIONS)
    await answer(screen, *keys, "j")
    assert [finding.id for finding in screen.listed] == found


async def test_the_list_shows_verdicts_and_notes_and_who_gave_them() -> None:
    screen = FindingsList(collation(), None, UNICODE, decisions=DECISIONS)
    _, seen = await answer(screen, "escape", size=(120, 24))
    assert "≠ ✓✎ number" in seen
    assert "− ?  omission" in seen
    assert "confirmed by ida, dismissed by sam" in seen


async def test_without_reviews_the_list_says_nothing_of_them() -> None:
    screen = FindingsList(collation(), None, UNICODE)
    app = Stage()
    async with app.run_test(size=(120, 24)) as pilot:
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press("r", "R")
        assert len(screen.listed) == 5
        assert "review" not in app.seen()
        assert not app.screen.query_one(Input).value
