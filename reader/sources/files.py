"""Files read whole, within bounds."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, BinaryIO

from reader.sources.errors import SourceError
from reader.sources.limits import LARGEST_FILE, megabytes

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path, where: str) -> bytes:
    """The file's bytes. SourceError where there is no such file, it can't be read, is no file, or is over the bound."""
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):  # a pipe: "variorum <(zcat a.txt.gz) b.txt"
            raise SourceError(where, "this is not a file; name a text file, a JSON file or a folder of them")
        with path.open("rb") as file:
            return bounded(file, where)
    except OSError as error:
        raise SourceError(where, reason(error)) from None
    except ValueError:  # a name with a NUL in it
        raise SourceError(where, "no file can have such a name") from None


def bounded(file: BinaryIO, where: str) -> bytes:
    """All that a stream gives, at most the bound."""
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise SourceError(
            where, f"this is over {megabytes(LARGEST_FILE)}, the most that is read; cut it down to the story's articles"
        )
    return data


def reason(error: OSError) -> str:
    """Why a file could not be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "you are not allowed to read this; ask its owner, or check its permissions"
    return f"can't be read: {error.strerror or error}"


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts "revision 2" before "revision 10", the same on every machine."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() and len(part) < 20 else (1, 0, part) for part in parts)
