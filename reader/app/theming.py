"""Theme files: TOML in, themes out.

A theme gives each part of the screen a style such as ``bold #f2b24c on #4a3413``. Themes are untrusted input: a style
knows colours and five attributes, nothing else, and a theme with anything else in it is reported and left out.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.style import Style

from reader import toml
from reader.app.look import PARTS, ReaderTheme, ThemeError, of_parts
from reader.app.small import start
from reader.prose.regex import regex
from reader.prose.visible import visible_line
from reader.story import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.theme import Theme

T = TypeVar("T")

DEFAULT_DARK, DEFAULT_LIGHT = "dark", "light"
ANSI_DARK, ANSI_LIGHT = "16-colours-dark", "16-colours-light"

#: A theme is a page of text; anything larger is something else.
MAX_BYTES = 64_000
MAX_THEMES = 200


def default_theme(*, dark: bool = True, color_system: str | None = "truecolor", no_color: bool = False) -> str:
    """The name of the theme for a terminal that nobody chose one for.

    color_system: rich.console.Console.color_system. With 16 colours other colours would fall together, and without any
    only a theme of the terminal's own colours keeps Textual from sending greys.
    """
    if no_color or color_system in (None, "standard", "windows"):
        return ANSI_DARK if dark else ANSI_LIGHT
    return DEFAULT_DARK if dark else DEFAULT_LIGHT


def load_themes(user_dir: Path | None = None) -> tuple[tuple[Theme, ...], tuple[Notice, ...]]:
    """All themes, ours first, and what is wrong with those that were left out.

    user_dir: the folder of the user's own themes; one of the same name takes the place of ours. Never raises.
    """
    themes: dict[str, Theme] = {}
    notices: list[Notice] = []
    for where, name, source in (*_files(shipped_themes()), *_files(user_dir)):
        try:
            theme = parse_theme(_text(source), name, themes)
        except ThemeError as error:
            notices.append(Notice(where, f"the theme was left out: {error}"))
        except OSError as error:
            notices.append(Notice(where, f"the theme was left out: {error.strerror or error}"))
        else:
            themes[theme.name] = theme
    first = (DEFAULT_DARK, DEFAULT_LIGHT)
    names = [name for name in first if name in themes] + [name for name in themes if name not in first]
    return tuple(themes[name] for name in names), tuple(notices)


def load_shipped(name: str, user_dir: Path | None = None) -> Theme | None:
    """One of our themes alone, for a first frame that does not wait for the others; None where that would not be safe.

    A theme of the user's may be called the same, and only reading all of them tells.
    """
    try:
        own = not _NAME.fullmatch(name) or (user_dir is not None and any(user_dir.glob("*.toml")))
        file = shipped_themes().joinpath(f"{name}.toml")
        return None if own or not file.is_file() else parse_theme(_text(file), name)
    except (ThemeError, OSError):
        return None


def parse_theme(text: str, name: str, known: Mapping[str, Theme] | None = None) -> ReaderTheme:
    """A theme from the text of its file. Parts that it doesn't name are taken from our dark or light theme.

    name: what it is called where it has no name of its own. known: the themes read so far.
    Raises ThemeError.
    """
    try:
        table = toml.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"not TOML: {_shown(str(error))}") from None
    except RecursionError:
        raise ThemeError("it is nested too deeply") from None
    except ValueError:  # a number of more digits than Python reads
        raise ThemeError("a number in it is too long") from None
    _only(table, ("name", "dark", "ansi", "look"), "key")
    name = _typed(table, "name", name)
    if not _NAME.fullmatch(name):
        raise ThemeError(f"{_shown(name)} is not a name: up to 40 letters, digits, spaces, '-' and '_'")
    dark, ansi = _typed(table, "dark", True), _typed(table, "ansi", False)
    empty: dict[str, object] = {}
    given = _typed(table, "look", empty)
    _only(given, PARTS, "part of the screen")
    parts = {part: _style(part, value, ansi=ansi) for part, value in given.items()}
    return of_parts(name, dark, ansi, {**_rest(dark, ansi, known or {}), **parts})


def shipped_themes() -> Path:
    """The folder of the themes that come with Variorum: in the installed package, else in the checkout."""
    package = Path(__file__).parents[1]  # importlib.resources takes 3 ms, and what runs is never inside a zip file
    installed = package / "_themes"
    return installed if installed.is_dir() else package.parent / "themes"


_NAME = regex(r"[^\W_][\w -]{0,39}")
_HEX = regex(r"#[0-9a-fA-F]{6}")
_ATTRIBUTES = ("bold", "italic", "underline", "reverse", "dim")
_ANSI = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_KINDS = {str: "a text", bool: "true or false", dict: "a table"}
_NAMES = ("default", *_ANSI, *(f"bright_{name}" for name in _ANSI))


def _files(folder: Path | None) -> Iterator[tuple[str, str, Path]]:
    """Path, name and file of every theme in a folder, by name."""
    try:
        found = sorted(folder.iterdir(), key=lambda file: file.name) if folder and folder.is_dir() else []
    except OSError:
        return
    for file in [file for file in found if file.name.endswith(".toml")][:MAX_THEMES]:
        yield _shown(str(file)), file.name.removesuffix(".toml"), file


def _text(file: Path) -> str:
    data = start(file, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise ThemeError(f"larger than {MAX_BYTES:,} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ThemeError("not UTF-8") from None


def _only(table: Mapping[str, object], known: tuple[str, ...], what: str) -> None:
    for key in table:
        if key not in known:
            raise ThemeError(f"{_shown(key)} is no {what}; there are {', '.join(known)}")


def _typed(table: Mapping[str, object], key: str, default: T) -> T:
    value = table.get(key, default)
    if not isinstance(value, type(default)):
        raise ThemeError(f"{key} has to be {_KINDS[type(default)]}, not {_shown(repr(value))}")
    return value


def _style(part: str, value: object, *, ansi: bool) -> Style:
    """A style from words: attributes, a colour, "on" and a colour. Rich's own parser would let links through."""
    if not isinstance(value, str):
        raise ThemeError(f"{part} has to be a text, not {_shown(repr(value))}")
    place, colored = "color", set[str]()
    for word in value.split():
        if word == "on" and place == "color":
            place = "background"
        elif place not in colored and (word in _NAMES if ansi else _HEX.fullmatch(word)):
            colored.add(place)
        elif word not in _ATTRIBUTES or place == "background":
            colors = f"one of {', '.join(_NAMES)}" if ansi else "#rrggbb"
            raise ThemeError(
                f"{_shown(word)} in {part} is out of place: a style is any of {', '.join(_ATTRIBUTES)} and a colour, "
                f"then 'on' and a colour; a colour is {colors}"
            )
    if place == "background" and place not in colored:
        raise ThemeError(f"{part} ends with 'on': a colour is missing")
    return Style.parse(value)


def _rest(dark: bool, ansi: bool, known: Mapping[str, Theme]) -> Mapping[str, Style]:
    theme = known.get(default_theme(dark=dark, color_system="standard" if ansi else "truecolor"))
    return theme.parts if isinstance(theme, ReaderTheme) else {}


def _shown(text: str) -> str:
    """Words of an untrusted file, fit to be shown: no control characters, and not too many."""
    plain = visible_line(text)
    return plain if len(plain) <= 120 else plain[:119] + "…"
