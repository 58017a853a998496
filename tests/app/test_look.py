"""What the parts of the screen look like, and that Textual takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.theme import BUILTIN_THEMES

from reader.app.look import PARTS, Look, ReaderTheme, look
from reader.app.theming import load_themes

if TYPE_CHECKING:
    from textual.theme import Theme

SHIPPED, _ = load_themes()


def test_without_colour_attributes_carry_the_emphasis() -> None:
    for theme in (*SHIPPED, *BUILTIN_THEMES.values()):
        parts = look(theme, no_color=True)
        for part in PARTS:
            style = getattr(parts, part)
            assert style.color is None or style.color.is_default
            assert style.bgcolor is None or style.bgcolor.is_default
        assert parts.mark_contradiction.reverse
        assert parts.mark_reworded.underline
        assert parts.raised.bold
        assert len({parts.mark_contradiction, parts.mark_reworded, parts.match, parts.match_current}) == 4


def test_every_sign_has_a_style() -> None:
    parts = look(SHIPPED[0])
    assert parts.sign("addition") == parts.addition
    assert parts.sign("omission") == parts.omission
    assert parts.sign("contradiction") == parts.contradiction
    assert parts.mark("contradiction") == parts.mark_contradiction


def test_a_look_has_every_part() -> None:
    assert all(isinstance(look(theme), Look) for theme in SHIPPED)
    assert set(PARTS) == {
        part for theme in SHIPPED if isinstance(theme, ReaderTheme) and not theme.ansi for part in theme.parts
    }


@pytest.mark.parametrize("theme", SHIPPED, ids=lambda theme: theme.name)
async def test_textual_takes_the_theme(theme: Theme) -> None:
    app: App[None] = App()
    app.register_theme(theme)
    app.theme = theme.name
    async with app.run_test():
        assert app.current_theme is theme
        assert app.native_ansi_color == theme.ansi
