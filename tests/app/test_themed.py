"""The theme that the app begins in: all of the style sheet, the classes and the filters are made for it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.filter import ANSIToTruecolor

from reader.app.themed import Themed
from tests.app.stories import Stage

if TYPE_CHECKING:
    from pathlib import Path

    from reader.story import Notice


class Begun(Themed[None]):
    """An app with nothing on screen."""

    def __init__(self, asked: str | None = None, configured: str | None = None, folder: Path | None = None) -> None:
        self.told: list[Notice] = []
        super().__init__(asked, configured, folder)

    @property
    def notices(self) -> list[Notice]:
        return self.told


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("name", ["dark", "light", "16-colours-dark", "16-colours-light"])
async def test_it_is_as_if_the_theme_had_been_set_later(name: str) -> None:
    begun, later = Begun(name), Stage(name)
    async with begun.run_test(), later.run_test() as pilot:
        await pilot.pause()
        assert begun.theme == later.theme == name
        assert begun.theme_variables == later.theme_variables
        for styles, others in ((begun.styles, later.styles), (begun.screen.styles, later.screen.styles)):
            assert (styles.color, styles.background) == (others.color, others.background)
        assert begun.native_ansi_color is later.native_ansi_color
        assert converts(begun) is converts(later) is not name.startswith("16")
        for of_theme in ("-dark-mode", "-light-mode"):
            assert begun.has_class(of_theme) is later.has_class(of_theme)


def converts(app: Begun | Stage) -> bool:
    """Whether the terminal's own colours are replaced."""
    return any(isinstance(one, ANSIToTruecolor) for one in app.get_line_filters())


def test_what_is_asked_for_goes_before_what_is_configured() -> None:
    assert Begun("light", "dark").theme == "light"
    assert Begun(None, "light").theme == "light"
    assert Begun().theme == "dark"


def test_without_colours_and_with_256(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM")
    rounded = Begun("dark")
    assert rounded.current_theme.background != Stage("dark").current_theme.background
    monkeypatch.setenv("NO_COLOR", "1")
    assert Begun().theme == "16-colours-dark"


def test_others_are_read_only_where_they_are_needed(tmp_path: Path) -> None:
    alone = Begun("light")
    assert "high-contrast-light" not in alone.available_themes
    alone.register_themes()
    assert "high-contrast-light" in alone.available_themes

    (tmp_path / "dusk.toml").write_text('name = "dusk"\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_text("name =", encoding="utf-8")
    own = Begun("dusk", folder=tmp_path)
    assert own.theme == "dusk"
    assert [notice.where for notice in own.told] == [str(tmp_path / "bad.toml")]


def test_a_theme_that_is_not_there_is_told_first(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("name =", encoding="utf-8")
    app = Begun(None, "[/nope]", tmp_path)
    assert app.theme == "dark"
    assert str(app.told[0]).startswith(
        "theme in config.toml: there is no theme '[/nope]', so it is dark; there are dark,"
    )
    assert len(app.told) == 2


async def test_the_style_sheet_is_made_again_for_another_theme_alone() -> None:
    app = Begun("dark")
    async with app.run_test() as pilot:
        await pilot.pause()
        before, ground = app.stylesheet.rules, app.screen.styles.background
        app.refresh_css()
        assert app.stylesheet.rules is before
        app.register_themes()
        app.theme = "light"
        await pilot.pause()
        assert app.stylesheet.rules is not before
        assert app.screen.styles.background != ground
        app.theme = "dark"
        await pilot.pause()
        assert app.screen.styles.background == ground
