"""Files read whole, within bounds."""

from __future__ import annotations

import stat
from enum import Enum
from pathlib import Path

from reader.prose.regex import regex
from reader.sources.errors import SourceError
from reader.sources.limits import LARGEST_CLUSTER, LARGEST_FILE, megabytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from typing import IO, Protocol

    from reader.sources.article import Found

    class Files(Protocol):
        """How files are looked at and read: which of them may be is decided here and nowhere else."""

        @property
        def link(self) -> str:
            """What a link is called that is not followed."""

        def form(self, path: Path, inside: Path | None = None) -> Form:
            """What there is at a path. inside: a folder that a link may not lead out of. Never raises."""

        def names(self, folder: Path) -> list[str]:
            """The names in a folder, in any order. Raises OSError where it can't be listed."""

        def status(self, path: Path) -> os.stat_result:
            """Size, last change and so on of what a path leads to. Raises OSError where that can't be told."""

        def read(self, path: Path, where: str) -> bytes:
            """A file's bytes.

            SourceError where there is no such file, it can't be read, is no file, or is over the bound. where: what the
            error names.
            """


NO_FILE = "this is not a file; name a text file, a JSON file or a folder of them"


class Form(Enum):
    """What there is at a path."""

    FOLDER = "folder"
    FILE = "file"  #: or something else that is no folder; reading it tells
    OUT = "out"  #: a link that is not followed
    NOTHING = "nothing"


class Anywhere:
    """Whatever the user may read."""

    link = "a link that leads out of the folder"

    def form(self, path: Path, inside: Path | None = None) -> Form:
        """What there is at a path, links followed as far as they stay ``inside``."""
        try:
            may_lead_out = inside is not None and (path.is_symlink() or path.parent != inside)
            if may_lead_out and not path.resolve().is_relative_to(Path(inside or path).resolve()):
                return Form.OUT
            if path.is_dir():
                return Form.FOLDER
            return Form.FILE if path.exists() else Form.NOTHING
        except RuntimeError:  # links in a circle, before Python 3.13
            return Form.OUT
        except (OSError, ValueError):  # ValueError: a name with a NUL in it
            return Form.NOTHING

    def names(self, folder: Path) -> list[str]:
        """The names in a folder. Raises OSError where it can't be listed."""
        return [path.name for path in folder.iterdir()]

    def status(self, path: Path) -> os.stat_result:
        """Size, last change and so on, links followed. Raises OSError where there is nothing."""
        return path.stat()

    def read(self, path: Path, where: str) -> bytes:
        """A file's bytes, or what comes from a named pipe. SourceError where they can't be had."""
        try:
            mode = path.stat().st_mode
            if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):  # a pipe: "variorum <(zcat a.txt.gz) b.txt"
                raise SourceError(where, NO_FILE)
            with path.open("rb") as file:
                return bounded(file, where)
        except OSError as error:
            raise SourceError(where, reason(error)) from None
        except ValueError:  # a name with a NUL in it
            raise SourceError(where, "no file can have such a name") from None


ANYWHERE = Anywhere()


def bounded(stream: IO[bytes] | IO[str], where: str) -> bytes:
    """All that a stream gives, text as utf-8. SourceError past the bound, beyond which no more is asked of it.

    A stream without a buffer gives less than it is asked for now and then, and nothing only at its end.
    """
    parts: list[bytes] = []
    left = LARGEST_FILE + 1
    while left > 0 and (part := stream.read(left)):
        parts.append(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
        left -= len(parts[-1])
    if left <= 0:
        raise SourceError(
            where, f"this is over {megabytes(LARGEST_FILE)}, the most that is read; cut it down to the story's articles"
        )
    return parts[0] if len(parts) == 1 else b"".join(parts)


class Together:
    """The text of all versions of a cluster, counted while it is read, so that no more is ever held than the bound."""

    def __init__(self) -> None:
        self.size = 0  #: characters

    def add(self, one: Found, where: str) -> Found:
        """Count what a path gave, and give it back. SourceError past the bound."""
        self.size += sum(len(article.text) for article in one.articles)
        if self.size > LARGEST_CLUSTER:
            raise SourceError(
                where,
                f"with this there are {megabytes(self.size)} of text together; a cluster holds at most "
                f"{megabytes(LARGEST_CLUSTER)}. Keep the versions of one story, or fewer of them",
            )
        return one


def reason(error: OSError) -> str:
    """Why a file could not be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the spelling"
    if isinstance(error, PermissionError):
        return "you are not allowed to read this; ask its owner, or check its permissions"
    return f"can't be read: {error.strerror or error}"


_RUNS = regex(r"\d+|\D+")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that puts "revision.txt" before "revision2.txt", and that before "revision10.txt"; the same everywhere."""
    stem = name[: name.rfind(".")] if name.rfind(".") > 0 else name
    return (*_parts(stem), (-1, 0, ""), *_parts(name))


def _parts(name: str) -> list[tuple[int, int, str]]:
    parts = _RUNS.findall(name.casefold())
    return [(0, int(part), "") if part.isdecimal() and len(part) < 20 else (1, 0, part) for part in parts]
