"""An app that begins in the theme that is asked for, and reads the others when somebody wants to see them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console
from textual import constants
from textual.reactive import Initialize, Reactive

from reader.app.in_order import InOrder
from reader.app.palette import for_256_colours
from reader.app.theming import default_theme, load_shipped, load_themes
from reader.prose.visible import visible_line
from reader.story import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from textual.theme import Theme

R = TypeVar("R")


def _first(app: Themed[Any]) -> str:
    return app.first_theme()


class Themed(InOrder[R]):
    """Knows our themes and the user's own."""

    #: Textual makes the style sheet in the theme that it begins with. One that is set later has it made once more, all
    #: of the screen styled and drawn again: an eighth of the time to the first words.
    theme: Reactive[str] = Reactive(Initialize(_first))

    def __init__(self, asked: str | None, configured: str | None, folder: Path | None) -> None:
        """asked, configured: names of themes, of which the first goes before. folder: the user's own; None: none."""
        self._asked = asked
        self._configured = configured
        self._folder = folder
        self._has_themes = False
        self.own_themes: tuple[str, ...] = ()  #: names, once they are read
        # Told so before it has a theme, Textual leaves colours out; later, it would make greys of them.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._styled_in = self.current_theme

    @property
    def notices(self) -> list[Notice]:
        """Where to add what is wrong with themes."""
        raise NotImplementedError

    def refresh_css(self, animate: bool = True) -> None:
        """Make the style sheet again, for another theme; Textual asks for it with the first screen of a mode too."""
        if self._styled_in is not self.current_theme:
            self._styled_in = self.current_theme
            super().refresh_css(animate)

    def register_themes(self) -> None:
        """Make all themes known, once."""
        if not self._has_themes:
            self._has_themes = True
            themes, notices = load_themes(self._folder)
            self.notices.extend(notices)
            for theme in themes:
                self.register_theme(_fit(theme))
            self.own_themes = tuple(theme.name for theme in themes)

    def first_theme(self) -> str:
        """Make the theme for the first frame known, and the others only where they are needed; its name."""
        default = default_theme(color_system=_color_system(), no_color="NO_COLOR" in os.environ)
        wanted = self._asked or self._configured or default
        alone = load_shipped(wanted, self._folder)
        if alone is not None and alone.name == wanted:
            self.register_theme(_fit(alone))
            return wanted
        self.register_themes()
        if wanted in self.available_themes:
            return wanted
        asked = "--theme" if self._asked else "theme in config.toml"
        told = f"there is no theme {visible_line(wanted)[:40]!r}, so it is {default}; there are "
        self.notices.insert(0, Notice(asked, told + ", ".join(self.own_themes)))
        return default


def _color_system() -> str | None:
    """As Textual finds it, which it does only after it has asked for the theme."""
    wanted: Any = constants.COLOR_SYSTEM
    return Console(color_system=wanted, force_terminal=True, legacy_windows=False).color_system


def _fit(theme: Theme) -> Theme:
    """The theme in colours that the terminal has."""
    return for_256_colours(theme) if _color_system() == "256" else theme
