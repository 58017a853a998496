"""Where a report goes: standard output, or a file that is there in full or not at all."""

from __future__ import annotations

import os
import stat
import sys

from reader.commands.talk import CommandError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

#: A lone surrogate, from a broken file name or a JSON escape, becomes an escape, which is also what JSON wants.
ERRORS = "backslashreplace"


def write(text: str, target: str | None) -> None:
    """Write the text, always as UTF-8, to the file ``target``, or to standard output where that is None or ``-``.

    Raises CommandError where the file can't be written, BrokenPipeError where nobody reads standard output any more.
    """
    data = text.encode("utf-8", ERRORS)
    if target is None or target == "-":
        if sys.stdout is None:
            raise CommandError("cannot write to standard output: it is closed")
        sys.stdout.flush()
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CommandError(f"cannot write to standard output: {error.strerror}") from error
        return
    from pathlib import Path

    try:
        _to_file(data, Path(target))
    except OSError as error:
        raise CommandError(f"cannot write {target}: {error.strerror}") from error


def _to_file(data: bytes, target: Path) -> None:
    import contextlib
    import tempfile
    from pathlib import Path

    # A link stays a link: what it points to is replaced.
    target = target.resolve()
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        # A directory says so here; a device or a named pipe can only be written in place.
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions that the file has already, else those that any new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
