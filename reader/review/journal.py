"""A journal on disk: one file a reviewer and cluster, one record a line, only ever appended to.

``append`` returns when the record is on the disk, or with an ``Unsaved`` that says why it isn't. What is in the file
already is never changed: a line that was cut off stays, and the next record begins on a line of its own.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

from reader.frozen import dataclass
from reader.prose.visible import visible_line
from reader.review.records import Odd, Record, from_line, to_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

try:
    from fcntl import LOCK_EX, flock
except ImportError:  # Windows: appending is atomic enough there for one reviewer
    flock = None  # type: ignore[assignment]

#: Bytes of a journal: some hundred thousand records.
LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Why records are not on disk. They are kept; ``Journal.append`` may be tried again with the same ones."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"not saved: {self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a journal holds."""

    records: tuple[Record, ...] = ()
    odd: tuple[Odd, ...] = ()  #: lines that are not used
    problem: Unsaved | None = None  #: why the journal could not be read


class Journal:
    """One reviewer's journal of one cluster."""

    def __init__(self, path: Path, *, private: bool = True) -> None:
        """Nothing is read or written yet.

        path: the file; made with its folder when the first record is saved.

        private: for its owner alone; else for whoever may use the folder that it lies in.
        """
        self.path = path
        self._mode = 0o600 if private else 0o666
        self._is_private = private
        self._device: int | None = None  #: the disk that it lies on, once known
        self._known: tuple[int, int] | None = None  #: the file's device and number, once it is there
        self._lines: list[bytes] = []  #: whatever is in the file, as far as this process knows

    def load(self) -> Loaded:
        """Everything in the journal; nothing where there is no file yet. Never raises."""
        try:
            with _opened(self.path, os.O_RDONLY) as file:
                self._remember(file)
                data = _all(file)
        except FileNotFoundError:
            return Loaded()
        except OSError as error:
            return Loaded(problem=Unsaved(self._where, f"the journal can't be read: {_reason(error)}"))
        self._lines = [data] if data else []
        return parse(data)

    def append(self, records: Sequence[Record]) -> Unsaved | None:
        """Write records to the end of the journal and to the disk; None when they are there.

        May be tried again after it failed: a record that was written after all counts once, by its id.
        """
        if not records:
            return None
        data = "".join(to_line(record) for record in records).encode("ascii")
        try:
            self._write(data)
        except OSError as error:
            return Unsaved(self._where, _reason(error))
        self._lines.append(data)
        return None

    @property
    def _where(self) -> str:
        return visible_line(str(self.path))

    def _write(self, data: bytes) -> None:
        if self._known is None:
            self._make_folder()
        elif self._is_gone():
            data = self._again() + data
        with _opened(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, self._mode) as file:
            is_new = self._known is None
            if flock is not None:
                with contextlib.suppress(OSError):  # not every shared disk can lock; appending works without
                    flock(file, LOCK_EX)
            size = os.fstat(file).st_size
            if size and os.pread(file, 1, size - 1) != b"\n":
                data = b"\n" + data
            view = memoryview(data)
            while view:
                written = os.write(file, view)
                view = view[written:]
            os.fsync(file)
            self._remember(file)
        if is_new:
            _sync_folder(self.path.parent)

    def _make_folder(self) -> None:
        folder = self.path.parent
        missing = [part for part in (folder, *folder.parents) if not part.exists()]
        for part in reversed(missing):
            part.mkdir(mode=0o700, exist_ok=True)
            if not self._is_private:  # whoever may write beside the cluster may write here too
                part.chmod(stat.S_IMODE(part.parent.stat().st_mode))
            _sync_folder(part.parent)

    def _remember(self, file: int) -> None:
        found = os.fstat(file)
        self._device = found.st_dev
        self._known = (found.st_dev, found.st_ino)

    def _is_gone(self) -> bool:
        """Whether the file that was there is not there any more.

        Raises OSError where the disk is another one than before: the folder is then a mount point without its disk,
        and what would be written there would be hidden when the disk comes back.
        """
        try:
            found = self.path.lstat()
        except FileNotFoundError:
            if self.path.parent.stat().st_dev != self._device:
                raise OSError(errno.ENODEV, "the disk that the journal is on is not mounted") from None
            return True
        if found.st_dev != self._device:
            raise OSError(errno.ENODEV, "the disk that the journal is on is not mounted")
        self._known = (found.st_dev, found.st_ino)
        return False

    def _again(self) -> bytes:
        """What the file held, for the case that somebody removed it during the review."""
        kept = b"".join(self._lines)
        return kept if not kept or kept.endswith(b"\n") else kept + b"\n"


def parse(data: bytes) -> Loaded:
    """The records in a journal's bytes, and the lines that are none."""
    records: list[Record] = []
    odd: list[Odd] = []
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = from_line(line.decode("utf-8", "replace"), number, whole=number < len(lines))
        if isinstance(found, Odd):
            odd.append(found)
        else:
            records.append(found)
    return Loaded(tuple(records), tuple(odd))


@contextlib.contextmanager
def _opened(path: Path, flags: int, mode: int = 0) -> Iterator[int]:
    """A file descriptor of a regular file. A link is not followed: in a shared folder anybody may have laid it."""
    file = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | os.O_CLOEXEC, mode)
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "this is not a file")
        yield file
    finally:
        os.close(file)


def _all(file: int) -> bytes:
    size = os.fstat(file).st_size
    if size > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 1_000_000} MB")
    parts = []
    while part := os.read(file, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _sync_folder(folder: Path) -> None:
    """Write a folder's list of files to the disk, where the system can."""
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _reason(error: OSError) -> str:
    """What went wrong and what to do, in words."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "the disk is full; make room and try again"
        case errno.EROFS:
            return "the disk is read-only"
        case errno.EACCES | errno.EPERM:
            return "no permission to write there"
        case errno.ELOOP:
            return "this is a link, which is not followed; remove it"
        case errno.ENOENT:
            return "the folder is not there any more"
        case errno.EFBIG | errno.EINVAL | errno.ENODEV if error.strerror:
            return error.strerror
    return error.strerror or str(error)
