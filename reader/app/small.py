"""Small files of the user's own: configuration, themes, what was opened lately."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Whatever it is by now, opening it neither waits nor makes it our terminal.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def start(path: Path, most: int) -> bytes:
    """A file's first ``most`` bytes and one more, which tells that it is larger.

    Raises OSError where it can't be read, or is a pipe, a device or the like: there the reader would wait.
    """
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123  closes it
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "this is not a file")
        return file.read(most + 1)
