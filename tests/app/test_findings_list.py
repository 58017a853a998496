"""The list of findings: what is listed, what is answered, and that it stays fast and safe."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from reader.app.screens.findings_list import FindingsList
from reader.app.screens.lines import Lines
from reader.app.signs import ASCII, UNICODE
from tests.app.stories import Stage, collation, many

if TYPE_CHECKING:
    from textual.strip import Strip

SIZES = [(40, 10), (80, 24), (120, 36), (200, 60)]


async def answer(*keys: str, current: str | None = None, size: tuple[int, int] = (100, 30)) -> list[str | None]:
    """What the list answers to some keys; nothing where it is still there."""
    app = Stage()
    answers: list[str | None] = []
    async with app.run_test(size=size) as pilot:
        app.push_screen(FindingsList(collation(), current, UNICODE), answers.append)
        await pilot.press(*keys)
        await pilot.pause()
    return answers


async def listed(*keys: str) -> list[str]:
    """The findings that are listed after some keys."""
    app = Stage()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = FindingsList(collation(), None, UNICODE)
        app.push_screen(screen)
        await pilot.press(*keys)
        await pilot.pause()
        return [finding.id for finding in screen.listed]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("enter",), ["f1"]),
        (("j", "enter"), ["f2"]),
        (("down", "down", "k", "enter"), ["f2"]),
        (("G", "enter"), ["f5"]),
        (("end", "home", "enter"), ["f1"]),
        (("k", "enter"), ["f1"]),
        (("pagedown", "enter"), ["f5"]),
        (("escape",), [None]),
        (("q",), [None]),
        (("F",), [None]),
    ],
)
async def test_enter_answers_with_the_finding_and_esc_with_none(keys: tuple[str, ...], found: list[str | None]) -> None:
    assert await answer(*keys) == found


async def test_it_begins_at_the_current_finding() -> None:
    assert await answer("enter", current="f4") == ["f4"]
    assert await answer("enter", current="gone") == ["f1"]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ((), ["f1", "f2", "f3", "f4", "f5"]),
        (("o",), ["f1", "f3"]),
        (("o", "a"), ["f1"]),
        (("c", "a"), ["f2", "f4", "f5"]),
        (("c", "o", "a"), []),
        (("c", "o", "a", "x"), ["f1", "f2", "f3", "f4", "f5"]),
        (("t",), ["f1"]),
        (("t", "t"), ["f1", "f2", "f3", "f4", "f5"]),
        (("c", "t"), ["f1"]),  # a type of contradictions brings the contradictions back
        (("s",), ["f1"]),
        (("s", "s"), []),
        (("s", "s", "s"), ["f1", "f2", "f3", "f4", "f5"]),
        (("v",), ["f1"]),
        (("v", "v"), ["f1", "f3", "f4"]),
        (("V",), ["f1", "f2", "f5"]),
        (("slash", *"ticket"), ["f3"]),
        (("slash", *"TICKET"), ["f3"]),
        (("slash", *"164"), ["f1"]),
        (("slash", *"coast", "space", *"ticket"), ["f3"]),
        (("slash", *"zebra"), []),
        (("slash", *"zebra", "escape"), ["f1", "f2", "f3", "f4", "f5"]),
        (("slash", *"ticket", "enter", "a"), []),
    ],
)
async def test_filters(keys: tuple[str, ...], found: list[str]) -> None:
    assert await listed(*keys) == found


async def test_words_stay_when_the_list_has_the_keys_again() -> None:
    assert await answer("slash", *"hull", "enter", "enter") == ["f4"]


async def test_the_cursor_stays_on_its_finding_while_others_are_hidden() -> None:
    assert await answer("j", "j", "o", "enter") == ["f3"]
    assert await answer("j", "o", "enter") == ["f1"]


async def test_nothing_is_answered_where_nothing_is_listed() -> None:
    assert await answer("c", "o", "a", "enter") == []


async def test_it_says_how_many_and_which() -> None:
    app = Stage()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(FindingsList(collation(), None, UNICODE))
        await pilot.pause()
        seen = app.seen()
        assert "≠ 1   + 1   − 3" in seen
        assert "140  ≠  164" in seen
        assert "number  conflict · very likely" in seen
        assert "140  harbour-post, island-daily    164  coast-radio" in seen
        assert "Two versions count 140 passengers, coast-radio 164." in seen
        await pilot.press("o", "v", "v")
        assert "2 of 5" in app.seen()
        assert "− hidden" in app.seen()
        assert "v coast-radio" in app.seen()


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_the_claims_and_the_way_out(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(FindingsList(collation(), None, UNICODE))
        await pilot.pause()
        seen = app.seen()
        assert "140  ≠  164" in seen
        assert "esc back" in seen
        assert all(len(line) == size[0] for line in app.lines())
        await pilot.resize_terminal(size[0] // 2 + 15, 12)
        assert "140  ≠  164" in app.seen()


async def test_ascii_alone_reaches_an_ascii_terminal() -> None:
    app = Stage("16-colours-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(FindingsList(collation("The “Aurelia” – aground…"), None, ASCII))
        await pilot.pause()
        assert app.seen().isascii()
        assert '"Aurelia" - aground' in app.seen()


async def test_markup_in_a_title_is_shown_as_it_stands() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(FindingsList(collation("[/nope] [@click=app.quit]x[/] \x1b[31m"), None, UNICODE))
        await pilot.pause()
        assert "[/nope] [@click=app.quit]x[/] ␛[31m" in app.seen()


async def test_control_characters_that_are_pasted_are_not_typed() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(FindingsList(collation(), None, UNICODE))
        await pilot.press("slash")
        app.screen.query_one(Input).insert_text_at_cursor("\x1b]52;c;x\x07")
        assert app.screen.query_one(Input).value == ""


async def test_5000_findings_cost_no_more_than_a_screen() -> None:
    app = Stage()
    collated = many(5000)
    async with app.run_test(size=(160, 48)) as pilot:
        screen = FindingsList(collated, "m2500", UNICODE)
        started = time.perf_counter()
        app.push_screen(screen)
        await pilot.pause()
        assert time.perf_counter() - started < 2
        assert screen.at is not None
        assert screen.at.id == "m2500"
        assert screen.query_one(Lines).top > 0
        started = time.perf_counter()
        await pilot.press("G", "g", "v", "slash", *"boats")
        assert time.perf_counter() - started < 5
        assert len(screen.listed) == 2500


async def test_only_the_two_lines_are_drawn_again_when_the_cursor_moves() -> None:
    app = Stage()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(FindingsList(collation(), None, UNICODE))
        await pilot.pause(0.2)
        drawn: list[int] = []
        lines = app.screen.query_one(Lines)
        original = lines.render_line

        def render_line(y: int) -> Strip:
            drawn.append(y)
            return original(y)

        lines.render_line = render_line  # type: ignore[method-assign]
        await pilot.press("j")
        await pilot.pause(0.1)
        assert set(drawn) == {0, 1}


async def test_outlets_that_do_not_fit_are_counted_and_the_same_words_again_are_quiet() -> None:
    app = Stage()
    async with app.run_test(size=(120, 30)) as pilot:
        app.push_screen(FindingsList(collation(), None, UNICODE))
        await pilot.pause()
        assert "harbour-post +2" in app.seen()
        assert "harbour-post, coast…" not in app.seen()
