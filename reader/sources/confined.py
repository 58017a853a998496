"""Files below one folder and nowhere else, for clusters that are opened on behalf of somebody who isn't trusted.

A path is walked from the folder down, one name after the other, each opened in the one before it and none of them
through a link. So there is no moment between looking and opening in which somebody could put a link in the way.
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from reader.frozen import dataclass
from reader.sources.errors import SourceError
from reader.sources.files import NO_FILE, Form, bounded, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
#: Whatever it is by now, opening it neither waits nor makes it our terminal.
_FILE = (
    os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
)  # fmt: skip
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

#: Names of one folder that are looked at; who reads a folder has a smaller bound of its own.
MOST_LISTED = 100_000


class OutsideError(ValueError):
    """A path that does not lie below the folder, as it is written."""


@dataclass(frozen=True, slots=True)
class Confined:
    """Reads what lies below ``root``. Links are not followed, not even those that stay there."""

    root: Path  #: opened as it is, links followed: whoever names it is trusted

    @property
    def link(self) -> str:
        """What a link is called that is not followed."""
        return "a link, and links are not followed here"

    def form(self, path: Path, inside: Path | None = None) -> Form:
        """What there is at a path; a link anywhere in it is OUT, and so is a path that doesn't lie below the root."""
        try:
            names = self._names(path)
            if not names:
                return Form.FOLDER
            with self._folder(names[:-1]) as folder:
                mode = os.stat(names[-1], dir_fd=folder, follow_symlinks=False).st_mode
        except (OutsideError, _LinkError):
            return Form.OUT
        except (OSError, ValueError):
            return Form.NOTHING
        if stat.S_ISLNK(mode):
            return Form.OUT
        return Form.FOLDER if stat.S_ISDIR(mode) else Form.FILE

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, at most ``MOST_LISTED``. Raises OSError where it can't be listed."""
        try:
            with self._folder(self._names(folder)) as found, os.scandir(found) as entries:
                return [entry.name for entry in islice(entries, MOST_LISTED)]
        except ValueError:
            raise PermissionError(f"{folder} does not lie below {self.root}") from None

    def status(self, path: Path) -> os.stat_result:
        """Size, last change and so on, of a link those of the link. Raises OSError where there is nothing."""
        try:
            names = self._names(path)
            with self._folder(names[:-1]) as folder:
                return os.stat(names[-1], dir_fd=folder, follow_symlinks=False) if names else os.fstat(folder)
        except ValueError:
            raise PermissionError(f"{path} does not lie below {self.root}") from None

    def read(self, path: Path, where: str) -> bytes:
        """A regular file's bytes. SourceError where it can't be had."""
        try:
            names = self._names(path)
            if not names:
                raise SourceError(where, NO_FILE)
            with self._folder(names[:-1]) as folder:
                mode = os.stat(names[-1], dir_fd=folder, follow_symlinks=False).st_mode
                if stat.S_ISLNK(mode):
                    raise _LinkError
                if not stat.S_ISREG(mode):  # opening a device may do something, so it is not even opened
                    raise SourceError(where, NO_FILE)
                file = os.open(names[-1], _FILE | _NO_LINK, dir_fd=folder)
            with open(file, "rb") as stream:  # noqa: PTH123  closes it
                if not stat.S_ISREG(os.fstat(file).st_mode):
                    raise SourceError(where, NO_FILE)
                return bounded(stream, where)
        except _LinkError:
            raise SourceError(where, f"this is {self.link}; copy what it leads to") from None
        except OutsideError:
            raise SourceError(where, "this lies outside the folder that may be read") from None
        except OSError as error:
            raise SourceError(where, reason(error)) from None
        except ValueError:  # a name with a NUL in it
            raise SourceError(where, "no file can have such a name") from None

    def _names(self, path: Path) -> tuple[str, ...]:
        """The names to walk from the root to a path."""
        if ".." in path.parts:
            raise OutsideError(path)
        root, place = _absolute(self.root), _absolute(path)
        if not place.is_relative_to(root):
            raise OutsideError(path)
        return place.relative_to(root).parts

    @contextmanager
    def _folder(self, names: tuple[str, ...]) -> Iterator[int]:
        """A descriptor of the folder at the end of some names."""
        here = os.open(self.root, _FOLDER)
        try:
            for name in names:
                try:
                    below = os.open(name, _FOLDER | _NO_LINK, dir_fd=here)
                except OSError:  # what a system says of a link that it does not follow differs from system to system
                    if stat.S_ISLNK(os.stat(name, dir_fd=here, follow_symlinks=False).st_mode):
                        raise _LinkError from None
                    raise
                os.close(here)
                here = below
            yield here
        finally:
            os.close(here)


class _LinkError(OSError):
    """There is a link on the way."""


def _absolute(path: Path) -> PurePath:
    # Not resolve(), which follows links, and not absolute() for what is absolute, which asks for the current folder.
    return path if path.is_absolute() else Path.cwd() / path
