"""Themes: what comes with Variorum can be read by everyone; what a user brings can't do harm."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.style import Style

from reader.app.look import PARTS, ReaderTheme, ThemeError, look
from reader.app.theming import MAX_BYTES, default_theme, load_themes
from reader.app.theming import parse_theme as parse

if TYPE_CHECKING:
    from rich.color import Color

SHIPPED, _ = load_themes()
COLOURED = [theme for theme in SHIPPED if not theme.ansi]
ANSI = [theme for theme in SHIPPED if theme.ansi]
#: Parts whose words stand on the ground, on the head and on the current row.
ON_ALL_GROUNDS = (
    *("text", "quiet", "title", "addition", "omission", "contradiction", "reworded", "moved", "base_dot", "focus_head"),
    *("confirmed", "dismissed", "unsure", "notice", "error", "key", "key_label"),
)
MARKS = ("mark_addition", "mark_contradiction", "mark_reworded", "match", "match_current")
RGB = tuple[float, float, float]


def rgb(color: Color | None) -> RGB:
    """Linear light, 0..1."""
    assert color is not None
    assert color.triplet is not None
    red, green, blue = (v / 255 for v in color.triplet)
    return linear(red), linear(green), linear(blue)


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(style: Style) -> float:
    """WCAG 2.2, 1.4.3: 1..21."""
    first, second = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (rgb(style.color), rgb(style.bgcolor))), reverse=True
    )
    return (first + 0.05) / (second + 0.05)


def seen(color: RGB, matrix: tuple[RGB, RGB, RGB]) -> RGB:
    red, green, blue = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, color, strict=True)))) for row in matrix)
    return red, green, blue


def lab(color: RGB) -> RGB:
    """CIE L*a*b* (D65)."""

    def f(t: float) -> float:
        return float(t ** (1 / 3)) if t > 0.008856 else 7.787 * t + 16 / 116

    r, g, b = color
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


#: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
DEFICIENCIES = {
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def distance(a: Style, b: Style, deficiency: str) -> float:
    """The CIE76 difference as someone with that deficiency sees it; 2.3 is just noticeable."""
    first, second = (lab(seen(rgb(s.color), DEFICIENCIES[deficiency])) for s in (a, b))
    return float(sum((x - y) ** 2 for x, y in zip(first, second, strict=True)) ** 0.5)


def test_the_themes_that_come_with_it() -> None:
    themes, notices = load_themes()
    assert notices == ()
    assert [theme.name for theme in themes] == [
        *("dark", "light", "16-colours-dark", "16-colours-light", "colour-blind-dark", "colour-blind-light"),
        *("high-contrast-dark", "high-contrast-light"),
    ]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_all_words_can_be_read_on_every_ground(theme: ReaderTheme) -> None:
    least = 7 if theme.name.startswith("high-contrast") else 4.5
    parts = look(theme)
    for ground in (Style(), parts.head, parts.raised):
        for part in ON_ALL_GROUNDS:
            assert contrast(parts.ground + ground + getattr(parts, part)) >= least, (part, ground)
        for part in MARKS:
            assert contrast(parts.ground + ground + parts.text + getattr(parts, part)) >= least, (part, ground)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_the_meanings_have_colours_of_their_own(theme: ReaderTheme) -> None:
    parts = look(theme)
    for a, b in combinations((parts.contradiction, parts.addition, parts.omission, parts.text), 2):
        assert distance(a, b, "none") >= 20


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", ["colour-blind-dark", "colour-blind-light"])
def test_the_colour_blind_themes_keep_the_meanings_apart(name: str, deficiency: str) -> None:
    (theme,) = (theme for theme in SHIPPED if theme.name == name)
    parts = look(theme)
    for a, b in combinations((parts.contradiction, parts.addition, parts.omission, parts.reworded), 2):
        assert distance(a, b, deficiency) >= 15, (str(a), str(b))


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_the_current_row_and_the_head_are_raised_only_lightly(theme: ReaderTheme) -> None:
    parts = look(theme)
    for part in (parts.raised, parts.head):
        assert 1.03 < contrast(Style(color=parts.ground.bgcolor, bgcolor=part.bgcolor)) < 1.6


@pytest.mark.parametrize("theme", ANSI, ids=lambda theme: theme.name)
def test_a_theme_of_16_colours_asks_for_nothing_else(theme: ReaderTheme) -> None:
    for part in PARTS:
        style = getattr(look(theme), part)
        for color in (style.color, style.bgcolor):
            assert color is None or color.is_default or (color.number is not None and color.number < 16)
    assert look(theme).ground == Style.parse("default on default")


def test_the_theme_of_a_terminal_that_nobody_chose_one_for() -> None:
    assert default_theme() == "dark"
    assert default_theme(dark=False, color_system="256") == "light"
    assert default_theme(color_system="standard") == "16-colours-dark"
    assert default_theme(no_color=True) == "16-colours-dark"
    names = {theme.name for theme in SHIPPED}
    assert {default_theme(dark=d, color_system=c) for d in (True, False) for c in ("256", None)} <= names


def test_a_theme_of_the_users_own_changes_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[look]\ncontradiction = "bold #ff0000"\n', "utf-8")
    themes, notices = load_themes(tmp_path)
    assert notices == ()
    mine = next(theme for theme in themes if theme.name == "mine")
    dark = next(theme for theme in themes if theme.name == "dark")
    assert look(mine).contradiction == Style.parse("bold #ff0000")
    assert look(mine).addition == look(dark).addition
    assert mine.warning == "#ff0000"


def test_a_theme_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('name = "light"\ndark = false\n[look]\ntext = "#111111"\n', "utf-8")
    themes, _ = load_themes(tmp_path)
    assert len(themes) == len(SHIPPED)
    light = next(theme for theme in themes if theme.name == "light")
    assert look(light).text == Style.parse("#111111")


def test_a_bad_theme_is_reported_and_the_others_kept(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[look", "utf-8")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "good.toml").write_text("dark = false\n", "utf-8")
    (tmp_path / "large.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    (tmp_path / "notes.txt").write_text("not a theme", "utf-8")
    themes, notices = load_themes(tmp_path)
    assert {theme.name for theme in themes} == {theme.name for theme in SHIPPED} | {"good"}
    assert [notice.where for notice in notices] == [str(tmp_path / f"{n}.toml") for n in ("bad", "binary", "large")]
    assert "not TOML" in notices[0].message
    assert "not UTF-8" in notices[1].message
    assert f"larger than {MAX_BYTES:,} bytes" in notices[2].message


def test_no_folder_is_no_error(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "none") == load_themes()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("look = 3", "look has to be a table"),
        ("dark = 'no'", "dark has to be true or false"),
        ("colour = 'red'", "colour is no key"),
        ("[look]\nsky = '#ffffff'", "sky is no part of the screen"),
        ("[look]\ntext = 3", "text has to be a text"),
        ("[look]\ntext = 'red'", "a colour is #rrggbb"),
        ("[look]\ntext = '#fff'", "#fff in text is out of place"),
        ("[look]\ntext = 'bold #ffffff #000000'", "#000000 in text is out of place"),
        ("[look]\ntext = '#ffffff on'", "text ends with 'on'"),
        ("[look]\ntext = '#ffffff on #000000 bold'", "bold in text is out of place"),
        ("[look]\ntext = 'blink'", "blink in text is out of place"),
        ("[look]\ntext = 'link https://example.com'", "link in text is out of place"),
        ("[look]\ntext = '@click=app.quit'", "out of place"),
        ("ansi = true\n[look]\ntext = '#ffffff'", "a colour is one of default, black"),
        ("[look]\nground = '#ffffff'", "ground needs two colours"),
        ("name = '[/nope]'", "[/nope] is not a name"),
        ('name = "\\u001b]52;c;x"', "␛]52;c;x is not a name"),
        ("name = ''", "is not a name"),
        ("name = " + "[" * 20_000, "nested too deeply"),
        ("name = " + "1" * 5_000, "a number in it is too long"),
        (f"name = '{'x' * 41}'", "is not a name"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said_in_words(text: str, words: str) -> None:
    with pytest.raises(ThemeError) as error:
        parse(text, "mine", {theme.name: theme for theme in SHIPPED})
    assert words in str(error.value)
    assert str(error.value).isprintable()


def test_parts_can_only_be_left_out_where_another_theme_has_them() -> None:
    with pytest.raises(ThemeError, match="these parts are missing: ground, text"):
        parse("", "mine")


def test_the_manual_names_every_theme_and_every_part_and_its_example_works() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "themes.md").read_text("utf-8")
    for name in (*PARTS, *(theme.name for theme in SHIPPED)):
        assert f"`{name}`" in manual
    example = manual.split("```toml\n")[1].split("```")[0]
    assert parse(example, "mine", {theme.name: theme for theme in SHIPPED}).name == "amber"
