"""What the parts of the screen look like, and what Textual's own widgets make of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from rich.style import Style
from textual.theme import Theme

from reader.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.color import Color


class ThemeError(ValueError):
    """Why a theme can't be used, in words for the one who wrote it."""


class Look(NamedTuple):
    """What the parts of the screen look like. Only ``ground``, ``head``, ``raised`` and the marks have a background.

    Lay them over each other: ``look.ground + look.raised + look.mark_contradiction``.
    """

    ground: Style  #: the whole screen
    text: Style  #: article text
    quiet: Style  #: dates, counts, "not reported"
    rule: Style
    column: Style  #: the line between two panes
    head: Style  #: the ground of the first line and of the line of keys
    title: Style
    raised: Style  #: the ground of the current row
    addition: Style  #: the sign and the bar of an addition, and its mark on the map
    omission: Style
    contradiction: Style
    reworded: Style
    moved: Style
    mark_addition: Style  #: words that are new inside a sentence that isn't
    mark_contradiction: Style  #: words that contradict others
    mark_reworded: Style  #: words that differ and mean the same
    match: Style  #: a match of the search
    match_current: Style
    base_dot: Style
    focus_head: Style  #: the name of the version that has the focus
    confirmed: Style
    dismissed: Style
    unsure: Style
    notice: Style
    error: Style
    key: Style  #: a key in the line of keys
    key_label: Style

    def sign(self, kind: str) -> Style:
        """The style of a finding's sign, by its kind."""
        return {"addition": self.addition, "omission": self.omission}.get(kind, self.contradiction)

    def mark(self, kind: str) -> Style:
        """The style of the words that a finding rests on, by its kind."""
        return {"addition": self.mark_addition, "omission": self.omission}.get(kind, self.mark_contradiction)


PARTS = Look._fields

#: Without colour, attributes alone carry the emphasis; the signs carry the meaning.
_NO_COLOR = {
    "rule": "dim",
    "column": "dim",
    "title": "bold",
    "raised": "bold",
    "contradiction": "bold",
    "mark_addition": "underline",
    "mark_contradiction": "bold reverse",
    "mark_reworded": "underline",
    "match": "reverse",
    "match_current": "bold reverse underline",
    "focus_head": "bold underline",
    "notice": "bold",
    "error": "bold",
    "key": "bold",
}


class ReaderTheme(Theme):
    """A theme of Textual's that also says what the parts of our own canvas look like."""

    parts: Mapping[str, Style] = MappingProxyType({})  #: what each part of Look looks like, complete


def look(theme: Theme, *, no_color: bool = False) -> Look:
    """What the parts of the screen look like in a theme. Textual's own say nothing of them, and get no colours."""
    if isinstance(theme, ReaderTheme) and not no_color:
        return Look(**theme.parts)
    plain = "default on default"
    return Look(**{p: Style.parse(plain if p in ("ground", "head") else _NO_COLOR.get(p, "")) for p in PARTS})


def of_parts(name: str, dark: bool, ansi: bool, parts: Mapping[str, Style]) -> ReaderTheme:
    """A theme with Textual's own colours taken from the parts, for the few widgets of Textual's that we use.

    Raises ThemeError.
    """
    missing = [part for part in PARTS if part not in parts]
    if missing:
        raise ThemeError(f"these parts are missing: {', '.join(missing)}")
    ground, raised = parts["ground"], parts["raised"]
    if ground.color is None or ground.bgcolor is None:
        raise ThemeError("ground needs two colours: 'TEXT on GROUND'")
    text, paper = _css(ground.color), _css(ground.bgcolor)
    accent = _css(parts["reworded"].color, text)
    theme = ReaderTheme(
        name=name,
        primary=accent,
        secondary=_css(parts["omission"].color, text),
        warning=_css(parts["contradiction"].color, text),
        error=_css(parts["error"].color, text),
        success=_css(parts["addition"].color, text),
        accent=_css(parts["base_dot"].color, text),
        foreground=text,
        background=paper,
        surface=_css(parts["head"].bgcolor, paper),
        panel=_css(raised.bgcolor, paper),
        dark=dark,
        ansi=ansi,
        variables={
            "ansi-background": paper,  # Textual's own style sheet refers to these two, and only some themes have them
            "ansi-foreground": text,
            "text-muted": _css(parts["quiet"].color, text),
            "border": _css(parts["rule"].color, text),
            "border-blurred": _css(parts["rule"].color, text),
            "input-cursor-background": text,
            "input-cursor-foreground": paper,
            "input-cursor-text-style": "reverse" if ansi else "none",
            "input-selection-background": _css(parts["match"].bgcolor, accent),
            "input-selection-foreground": _css(parts["match"].color, paper),
            "scrollbar": _css(parts["rule"].color, text),
            "scrollbar-hover": _css(parts["rule"].color, text),
            "scrollbar-active": _css(parts["quiet"].color, text),
            "scrollbar-background": paper,
            "scrollbar-background-hover": paper,
            "scrollbar-background-active": paper,
            "scrollbar-corner-color": paper,
        },
    )
    theme.parts = dict(parts)
    return theme


def _css(color: Color | None, default: str = "") -> str:
    """A colour as Textual's style sheets write it."""
    if color is None:
        return default
    return color.name if color.triplet else f"ansi_{color.name}"
