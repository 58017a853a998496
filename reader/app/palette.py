"""Themes for terminals with 256 colours, which is what most are over ssh: the nearest of those, told apart.

Rich would round as well, but each colour by itself and towards strong ones: of a dark theme the ground and the current
row fall together, and thin grey lines become green. Colours that are rounded here are not rounded again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style

from reader.app.look import ReaderTheme, of_parts

if TYPE_CHECKING:
    from textual.theme import Theme

#: The greys of the palette, from black to white: how light each is, in 255ths.
GREYS = (0, *range(8, 239, 10), 255)
#: A grey takes the place of a colour that is so many times further away.
CLEARLY = 1.75


def for_256_colours(theme: Theme) -> Theme:
    """The theme in colours of the palette. One of the terminal's own colours, or not of ours, stays as it is."""
    if not isinstance(theme, ReaderTheme) or theme.ansi:
        return theme
    parts = {part: _rounded_style(style) for part, style in theme.parts.items()}
    ground = parts["ground"].bgcolor
    for part in ("raised", "head"):
        if ground is not None and parts[part].bgcolor == ground:
            parts[part] += Style(bgcolor=_beside(ground, lighter=theme.dark))
    return of_parts(theme.name, theme.dark, theme.ansi, parts)


def rounded(color: Color) -> Color:
    """The colour of the palette that is nearest; a grey for what is hardly more than a tinted grey."""
    triplet = color.triplet
    if triplet is None:
        return color
    level = sum(triplet) / 3
    grey = min(GREYS, key=lambda grey: abs(grey - level))
    found = color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    is_tint = max(found) == min(found) or CLEARLY * _far(triplet, ColorTriplet(grey, grey, grey)) < _far(triplet, found)
    return _grey(grey) if is_tint else Color.from_triplet(found)


def _far(one: ColorTriplet, other: ColorTriplet) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _rounded_style(style: Style) -> Style:
    color, ground = style.color, style.bgcolor
    return style + Style(color=color and rounded(color), bgcolor=ground and rounded(ground))


def _grey(level: int) -> Color:
    """The colour that Rich shows as that grey: it counts 25 steps from black to white, which are not those of GREYS."""
    part = round(GREYS.index(level) * 255 / (len(GREYS) - 1))
    return Color.from_triplet(ColorTriplet(part, part, part))


def _beside(color: Color, *, lighter: bool) -> Color:
    """The next grey."""
    shown = color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    level = sum(shown) / 3
    others = [grey for grey in GREYS if (grey > level if lighter else grey < level)]
    return _grey((min if lighter else max)(others, default=GREYS[-2] if lighter else GREYS[1]))
