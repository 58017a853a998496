"""The user's configuration, ``config.toml`` in the configuration folder. What is wrong there is reported, left out."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS

from reader import toml
from reader.app.commands import BY_NAME
from reader.app.small import start
from reader.frozen import NamedTuple
from reader.prose.visible import visible_line
from reader.story import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: A configuration is a page of text; anything larger is something else.
MAX_BYTES = 64_000
MAX_KEYS = 8  #: for one command


class Config(NamedTuple):
    """What the user chose; the command line goes before it."""

    theme: str | None = None  #: the name of a theme; None: by the terminal
    ascii: bool | None = None  #: signs and text in ASCII; None: by the locale
    mouse: bool = True  #: whether the terminal hands over the mouse
    #: command -> its keys as Textual names them, with commas between; the others keep theirs
    keys: Mapping[str, str] = MappingProxyType({})


def config_dir() -> Path:
    """The user's configuration folder: ``~/.config/variorum`` on Linux."""
    from platformdirs import user_config_path

    return user_config_path("variorum", appauthor=False)


def themes_dir(settings: Path | None = None) -> Path:
    """The folder of the user's own themes. settings: the configuration folder, by default the user's."""
    return (settings or config_dir()) / "themes"


def load_config(path: Path | None = None) -> tuple[Config, tuple[Notice, ...]]:
    """The configuration, and what in it is wrong and was left out. No file is no error; never raises.

    path: the file; by default ``config.toml`` in the configuration folder.
    """
    path = path if path is not None else config_dir() / "config.toml"
    where = _shown(str(path))
    try:
        data = start(path, MAX_BYTES)
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        return Config(), (Notice(where, f"the configuration can't be read: {error.strerror or error}"),)
    try:
        if len(data) > MAX_BYTES:
            raise ValueError(f"larger than {MAX_BYTES:,} bytes")
        table = toml.loads(data.decode("utf-8"))
    except ValueError as error:  # also not UTF-8, not TOML
        return Config(), (Notice(where, f"the configuration was left out: {_shown(str(error))}"),)
    except RecursionError:
        return Config(), (Notice(where, "the configuration was left out: it is nested too deeply"),)
    return parse_config(table, where)


def parse_config(table: Mapping[str, object], where: str = "config.toml") -> tuple[Config, tuple[Notice, ...]]:
    """A configuration from what its file says."""
    reader = _Reader(table)
    config = Config(
        theme=reader.text("theme"),
        ascii=reader.flag("ascii"),
        mouse=reader.flag("mouse") is not False,
        keys=MappingProxyType(reader.keys()),
    )
    reader.leftovers()
    return config, tuple(Notice(where, message) for message in reader.wrong)


def key_name(key: str) -> str | None:
    """A key as Textual names it, from what a person writes: "]", "ctrl+g", "PgDn", "f5". None where there is none."""
    *modifiers, name = key.split("+") if len(key) > 1 and not key.endswith("+") else [key]
    if any(modifier not in ("ctrl", "shift", "alt") for modifier in modifiers) or len(set(modifiers)) < len(modifiers):
        return None
    known = _character(name) if len(name) == 1 else _named(name)
    return "+".join([*modifiers, known]) if known else None


_NAMED = {
    **{name: name for name in ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")},
    **{name: name for name in ("escape", "enter", "tab", "space", "backspace")},
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
}


def _named(name: str) -> str | None:
    if name.lower() in _NAMED:
        return _NAMED[name.lower()]
    if re.fullmatch(r"f([1-9]|1\d|2[0-4])", name):
        return name
    try:  # "right_square_bracket", as Textual itself calls it
        unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return name if name in KEY_NAME_REPLACEMENTS.values() else None
    return KEY_NAME_REPLACEMENTS.get(name, name)


def _character(character: str) -> str | None:
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    if not character.isprintable():
        return None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name) or None


class _Reader:
    """Takes values out of a table and keeps what is wrong with them."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self._rest = dict(table)
        self.wrong: list[str] = []

    def text(self, key: str) -> str | None:
        value = self._rest.pop(key, None)
        if value is None or (isinstance(value, str) and value):
            return value
        self.wrong.append(f"{key} has to be a text, not {_shown(repr(value))}")
        return None

    def flag(self, key: str) -> bool | None:
        value = self._rest.pop(key, None)
        if value is None or isinstance(value, bool):
            return value
        self.wrong.append(f"{key} has to be true or false, not {_shown(repr(value))}")
        return None

    def keys(self) -> dict[str, str]:
        table = self._rest.pop("keys", {})
        if not isinstance(table, dict):
            self.wrong.append(f"keys has to be a table, not {_shown(repr(table))}")
            return {}
        found: dict[str, str] = {}
        taken: dict[str, str] = {}
        for command, value in table.items():
            keys = list(dict.fromkeys(self._keys_of(command, value)))
            for key in [key for key in keys if key in taken]:
                self.wrong.append(f"keys.{command}: {key} is already the key of {taken[key]}")
                keys.remove(key)
            if keys:
                found[command] = ",".join(keys)
                taken.update((key, command) for key in keys)
        return found

    def leftovers(self) -> None:
        for key in self._rest:
            self.wrong.append(f"{_shown(key)} is no setting; there are theme, ascii, mouse, keys")

    def _keys_of(self, command: str, value: object) -> Iterator[str]:
        if command not in BY_NAME:
            self.wrong.append(f"keys.{_shown(command)}: there is no such command; ? in the reader lists them")
            return
        values = value if isinstance(value, list) else [value]
        if not values or len(values) > MAX_KEYS:
            self.wrong.append(f"keys.{command}: give it 1 to {MAX_KEYS} keys")
            return
        for key in values:
            name = key_name(key) if isinstance(key, str) and key else None
            if name is None:
                self.wrong.append(
                    f"keys.{command}: {_shown(repr(key))} is no key, such as 'j', 'ctrl+g', ']' or 'PgDn'"
                )
            else:
                yield name


def _shown(text: str) -> str:
    """Words of an untrusted file, fit to be shown: no control characters, and not too many."""
    plain = visible_line(text)
    return plain if len(plain) <= 120 else plain[:119] + "…"
