"""cluster.toml: what a folder of text files says about itself.

title = "Fire at the harbour"
order = ["agency.txt", "gazette.txt"]
base = "agency.txt"

[files."agency.txt"]
outlet = "Agency"
date = 2024-11-30
url = "https://agency.example/fire"
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path, PurePath

from reader.frozen import NamedTuple
from reader.prose.language import language_code
from reader.prose.timestamps import published
from reader.prose.visible import visible_line
from reader.sources.decoding import decode
from reader.sources.errors import SourceError
from reader.sources.files import ANYWHERE, Form
from reader.sources.limits import LARGEST_SETTINGS, megabytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from reader.sources.files import Files

NAME = "cluster.toml"

_FILE_KEYS = ("outlet", "date", "url", "headline", "byline", "language")
_KEYS = ("title", "order", "base", "files")


class Settings(NamedTuple):
    """A folder's cluster.toml, checked."""

    title: str | None = None
    order: tuple[str, ...] = ()
    base: str | None = None  #: a file's name or an outlet
    files: Mapping[str, Mapping[str, str]] | None = None  #: file name -> the article's fields by name


def read(path: Path, files: Files = ANYWHERE) -> Settings:
    """The settings in a cluster.toml. SourceError names the key that is wrong."""
    import tomllib  # 8 ms, and most folders have no cluster.toml

    from reader import toml

    where = visible_line(str(path))
    data = files.read(path, where)
    if len(data) > LARGEST_SETTINGS:
        raise SourceError(where, f"this is over {megabytes(LARGEST_SETTINGS)}, the most that is read of a cluster.toml")
    text, _ = decode(data, where)
    try:
        table = toml.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(where, f"wrong TOML: {error}") from None
    except RecursionError:
        raise SourceError(where, "the TOML is nested too deeply") from None
    except ValueError:  # a number of more digits than Python reads
        raise SourceError(where, "wrong TOML: a number in it is too long") from None
    _only(table, _KEYS, "", where)
    order = table.get("order", [])
    if not isinstance(order, list) or not all(isinstance(name, str) for name in order):
        raise SourceError(where, "key 'order' must be a list of file names")
    if len(set(order)) < len(order):
        twice = Counter(order).most_common(1)[0][0]
        raise SourceError(where, f"key 'order' names {twice!r} twice")
    tables = table.get("files", {})
    if not isinstance(tables, dict):
        raise SourceError(where, "key 'files' must be a table with one table a file, like [files.\"agency.txt\"]")
    return Settings(
        title=_string(table, "title", "title", where),
        order=tuple(order),
        base=_string(table, "base", "base", where),
        files={name: _fields(name, value, where) for name, value in tables.items()},
    )


def inside(folder: Path, name: str, key: str, where: str, files: Files = ANYWHERE) -> Path:
    """The file that an entry names. SourceError where it is not a file inside the folder."""
    parts = PurePath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or not parts.parts or "\x00" in name:
        raise SourceError(
            where,
            f"key {key!r} names {name!r}; a file must lie in the folder, named without '..' and not from the root",
        )
    path = folder / parts
    form = files.form(path, folder)
    if form is Form.OUT:
        raise SourceError(where, f"key {key!r} names {name!r}, {files.link}; copy the file into it")
    if form is not Form.FILE:
        raise SourceError(where, f"key {key!r} names {name!r}; there is no such file in the folder")
    return path


def _fields(name: str, value: object, where: str) -> Mapping[str, str]:
    key = f"files.{name!r}"
    if not isinstance(value, dict):
        raise SourceError(where, f"key {key} must be a table with any of {', '.join(_FILE_KEYS)}")
    _only(value, _FILE_KEYS, key + ".", where)
    fields: dict[str, str] = {}
    for field in _FILE_KEYS:
        if field not in value:
            continue
        if field == "date":
            told = published(value["date"]) if isinstance(value["date"], date | str) else None
            if told is None:
                raise SourceError(where, f"key '{key}.date' must be a date like 2024-11-30, or a date with a time")
            fields["published"] = told
        elif field == "language":
            code = language_code(str(value["language"]))
            if code is None:
                raise SourceError(where, f"key '{key}.language' must be a language's two letters, like \"en\"")
            fields["language"] = code
        else:
            told = _string(value, field, f"{key}.{field}", where)
            if told is not None:
                fields[field] = told
    return fields


def _string(table: Mapping[str, Any], key: str, shown: str, where: str) -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise SourceError(where, f"key '{shown}' must be a string with something in it")
    return value.strip()


def _only(table: Mapping[str, Any], keys: tuple[str, ...], prefix: str, where: str) -> None:
    for key in table:
        if key not in keys:
            raise SourceError(where, f"there is no key '{prefix}{key}'; there are {', '.join(keys)}")
