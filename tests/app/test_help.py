"""The help: every command with its keys, found by what one would type."""

from __future__ import annotations

import pytest

from reader.app.commands import COMMANDS
from reader.app.screens.help import Help
from reader.app.screens.legend import meanings
from reader.app.signs import ASCII, UNICODE
from tests.app.stories import Stage


async def answer(*keys: str, keymap: dict[str, str] | None = None) -> tuple[list[str | None], str]:
    """What the help answers to some keys, and what was seen before."""
    app = Stage()
    answers: list[str | None] = []
    async with app.run_test(size=(130, 60)) as pilot:
        app.push_screen(Help(COMMANDS, keymap or {}, UNICODE), answers.append)
        await pilot.pause()
        await pilot.press(*keys[:-1])
        seen = app.seen()
        await pilot.press(*keys[-1:])
        await pilot.pause()
    return answers, seen


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("enter",), COMMANDS[0].name),
        (("down", "enter"), COMMANDS[1].name),
        (("down", "up", "up", "enter"), COMMANDS[0].name),
        ((*"export", "enter"), "export"),
        ((*"next contr", "enter"), "next-contradiction"),
        ((*"FURNITURE", "enter"), "show-furniture"),
        (("right_square_bracket", "enter"), "next-finding"),
        (("slash", "enter"), "search"),
        ((*"zebra", "enter"), None),
        ((*"discrepancy", "enter"), None),
        (("escape",), "left"),
    ],
)
async def test_what_is_typed_is_found_and_run(keys: tuple[str, ...], found: str | None) -> None:
    answers, _ = await answer(*("space" if key == " " else key for key in keys))
    assert answers == ([None] if found == "left" else [] if found is None else [found])


async def test_all_that_is_listed_is_there_under_its_group() -> None:
    app = Stage()
    async with app.run_test(size=(130, 70)) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.pause()
        seen = app.seen()
        for command in COMMANDS:
            if command.listed:
                assert command.title in seen
                assert command.group in seen


async def test_a_users_own_keys_are_shown() -> None:
    _, seen = await answer("escape", keymap={"export": "ctrl+e"})
    line = next(line for line in seen.splitlines() if "Write the report" in line)
    assert "ctrl+e" in line
    assert not line.strip().startswith("E")


async def test_nothing_found_is_said() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.press(*"zebra")
        assert "No command and no sign is like that." in app.seen()
        assert "0 of" in app.seen()


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_command_can_be_reached_at_every_size(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.pause()
        seen = app.seen()
        for _ in COMMANDS:
            await pilot.press("down")
            seen += app.seen()
        for command in COMMANDS:
            assert not command.listed or command.title in seen
        await pilot.press(*["pageup"] * 20)
        assert COMMANDS[0].group in app.seen()


async def test_where_the_explanations_have_no_column_the_one_of_the_cursor_stands_below() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.pause()
        assert COMMANDS[0].help in app.seen()
        await pilot.press("down")
        await pilot.pause()
        assert COMMANDS[1].help in app.seen()


async def test_ascii_alone_reaches_an_ascii_terminal() -> None:
    app = Stage("16-colours-dark")
    async with app.run_test(size=(130, 60)) as pilot:
        app.push_screen(Help(COMMANDS, {}, ASCII))
        await pilot.pause()
        assert app.seen().isascii()
        assert "Down" in app.seen()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("reworded", "The same in other words"),
        ("polarity", "confirmed beside denied"),
        ("conflict", "Both can't be true as written."),
        ("disagree", "Versions disagree here"),
    ],
)
async def test_what_a_sign_or_a_word_on_the_screen_means_is_found(typed: str, seen: str) -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.pause()
        await pilot.press(*typed)
        await pilot.press("down", "down", "down", "down")
        assert seen in app.seen()


async def test_on_a_small_screen_the_signs_are_explained_line_by_line() -> None:
    app = Stage()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Help(COMMANDS, {}, UNICODE))
        await pilot.pause()
        await pilot.press(*"signs")
        for meaning in meanings(UNICODE):
            if meaning.group == "Signs":
                assert meaning.help[:40] in app.seen()
