"""Compiled regular expressions, kept beside the byte code of this package, as Python keeps the byte code itself.

To compile the hundred and fifty that a report asks takes an eighth of its time. What Python makes of one is a row of
numbers for its matcher; ``keep`` writes these rows into ``__pycache__`` when a command is over, and the next takes them
from there, each under the pattern's own text, so that what lies there can't be out of date. Where byte code is not
written, in a folder that nobody may write to or with PYTHONDONTWRITEBYTECODE, they are not either.

``re`` has no public way to its compiler and its matcher, so both are taken from inside it. Whatever they lack or
refuse, and another build of Python than the one that wrote, only means that a pattern is compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from functools import cache

#: More patterns than this lie there only after many of them were rewritten: then they are collected anew.
MOST = 600

#: What the matcher is made of: flags, code, number of groups, their numbers by name and their names by number.
_Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_Table = dict[tuple[str, int], _Parts]


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``."""
    kept, new = _tables()
    flags = int(flags)  # an enumeration can't be written
    parts = kept.get((text, flags))
    try:
        if parts is None:
            parts = new[text, flags] = _parts(text, flags)
        of, code, groups, numbers, names = parts
        numbered = memoryview(code).cast("I").tolist()
        made: re.Pattern[str] = re._compiler._sre.compile(text, of, numbered, groups, numbers, names)  # type: ignore[attr-defined]
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(text, flags)
    return made


def _parts(text: str, flags: int) -> _Parts:
    """What ``re.compile`` gives to the matcher."""
    tree = re._parser.parse(text, flags)  # type: ignore[attr-defined]
    code: list[int] = re._compiler._code(tree, flags)  # type: ignore[attr-defined]
    numbers: dict[str, int] = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in numbers.items():
        names[number] = name
    from array import array  # needed only where something is compiled

    return int(flags | tree.state.flags), array("I", code).tobytes(), tree.state.groups - 1, numbers, tuple(names)


def ready() -> None:
    """Read what is kept now, for a process that is to be forked."""
    _tables()


def keep() -> None:
    """Write what was compiled since the start to what is kept, where byte code is written too."""
    new = _tables()[1]
    if not new or sys.dont_write_bytecode or not _file():
        return
    kept = _written()  # another process may have written since
    table = new if len(kept) + len(new) > MOST else kept | new
    from pathlib import Path

    file = Path(_file())
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        part.write_bytes(marshal.dumps((sys.version, table)))
        part.replace(file)
    except OSError:
        try:
            part.unlink()
        except OSError:
            return


@cache
def _tables() -> tuple[_Table, _Table]:
    """What is kept, and what was compiled since."""
    return _written(), {}


def _written() -> _Table:
    """What is kept."""
    try:
        with open(_file(), "rb") as file:  # noqa: PTH123, as pathlib need not be loaded
            version, table = marshal.loads(file.read())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return table if version == sys.version and isinstance(table, dict) else {}


def _file() -> str:
    """Beside this module's byte code, and named after the same version of Python; nothing where there is none."""
    cached = __spec__.cached
    return f"{cached.removesuffix('.pyc')}.patterns" if cached else ""
