"""Choosing a theme: seen at once, kept or taken back."""

from __future__ import annotations

import pytest

from reader.app.screens.themes import ThemePicker
from reader.app.signs import ASCII, UNICODE
from reader.app.theming import load_themes
from tests.app.stories import Stage

NAMES = [theme.name for theme in load_themes()[0]]


async def test_the_cursor_shows_and_enter_keeps() -> None:
    app = Stage()
    answers: list[str | None] = []
    async with app.run_test() as pilot:
        app.push_screen(ThemePicker(NAMES, app.theme, UNICODE), answers.append)
        await pilot.press("j")
        await pilot.pause()
        assert app.theme == "light"
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme == "light"
    assert answers == ["light"]


@pytest.mark.parametrize("key", ["escape", "q", "T"])
async def test_esc_takes_it_back(key: str) -> None:
    app = Stage()
    answers: list[str | None] = []
    async with app.run_test() as pilot:
        app.push_screen(ThemePicker(NAMES, app.theme, UNICODE), answers.append)
        await pilot.press("G", key)
        await pilot.pause()
        assert app.theme == "dark"
    assert answers == [None]


async def test_it_begins_at_the_current_theme_and_leaves_out_what_is_not_ours() -> None:
    app = Stage("high-contrast-light")
    async with app.run_test() as pilot:
        picker = ThemePicker(list(app.available_themes), app.theme, UNICODE)
        app.push_screen(picker)
        await pilot.pause()
        assert picker.names == NAMES
        assert app.theme == "high-contrast-light"
        assert "high-contrast-light  so far" in app.seen()
        assert "nord" not in app.seen()


async def test_the_screen_behind_is_drawn_in_the_theme() -> None:
    app = Stage()
    async with app.run_test(size=(100, 30)) as pilot:
        app.push_screen(ThemePicker(NAMES, app.theme, UNICODE))
        await pilot.pause()
        assert "#14171c" in app.export_screenshot()
        await pilot.press("j")
        await pilot.pause()
        assert "#14171c" not in app.export_screenshot()
        assert "#fbfaf7" in app.export_screenshot()


async def test_without_colour_only_the_terminals_own_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage("16-colours-dark")
    async with app.run_test() as pilot:
        picker = ThemePicker(NAMES, app.theme, UNICODE)
        app.push_screen(picker)
        await pilot.pause()
        assert picker.names == ["16-colours-dark", "16-colours-light"]


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_theme_can_be_reached_at_every_size(size: tuple[int, int]) -> None:
    app = Stage()
    async with app.run_test(size=size) as pilot:
        app.push_screen(ThemePicker(NAMES, app.theme, ASCII))
        await pilot.pause()
        for name in NAMES:
            assert name in app.seen()
            assert "enter keep" in app.seen()
            assert app.seen().isascii()
            await pilot.press("j")
            await pilot.pause()
