"""What a served session says of an internal error: one sentence to the user, the full text to a file of the account's.

A traceback names the paths of the server, and messages of errors may; whoever logged in has no use for them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import reader
from reader.commands.talk import say, visible

if TYPE_CHECKING:
    from types import TracebackType

#: The file in the state folder, and the one before it.
LOG, OLDER = "errors.log", "errors.old.log"
#: Bytes from which the file is put aside, and characters of one error that are kept.
LARGEST, LONGEST = 500_000, 50_000

_PACKAGE = Path(reader.__file__).parent


class InternalErrors:
    """Hears of every error that nobody caught, in place of Python, which would print it."""

    def __init__(self, asked: str | None) -> None:
        """asked: what the user asked for."""
        self.state: Path | None = None  #: where the full text goes; None, as long as there is no such folder: nowhere
        self._asked = (asked or "")[:1_000]

    def hear(self) -> None:
        """From now on, of threads and of what Python can only warn of too."""
        import threading
        import warnings

        sys.excepthook = self._ended
        sys.unraisablehook = lambda told: self._note(told.exc_value)
        threading.excepthook = lambda told: self._note(told.exc_value)
        warnings.showwarning = lambda message, *_: self._note(None, str(message))

    def hear_of_the_loop(self) -> None:
        """The same of what asyncio logs: nobody awaits some errors."""
        import logging

        note = self._note

        class Log(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                note(record.exc_info[1] if record.exc_info else None, record.getMessage())

        logging.getLogger().addHandler(Log(logging.WARNING))

    def _ended(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            return
        kept = self._keep(error)
        more = f"the full text is in {LOG} of this account's state folder, for the administrator"
        say(f"an internal error, {described(error)}: {more if kept else 'the full text could not be kept'}")

    def _note(self, error: BaseException | None, message: str = "") -> None:
        self._keep(error, message)

    def _keep(self, error: BaseException | None, message: str = "") -> bool:
        """Keep the full text; whether that could be done."""
        if self.state is None:
            return False
        try:
            self._write(self.state / LOG, error, message)
        except BaseException:  # noqa: BLE001  # Python would print this one, and the other, with all their paths
            return False
        return True

    def _write(self, path: Path, error: BaseException | None, message: str) -> None:
        import traceback
        from datetime import UTC, datetime

        told = "" if error is None else "".join(traceback.format_exception(error))
        when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        head = f"{when}  variorum {reader.__version__}  process {os.getpid()}  asked: {self._asked!r}"
        # Whoever reads the file has a terminal too, and the text is made of names and of what stands in articles.
        lines = [visible(line) for line in (head, *message.splitlines(), *_shortened(told).splitlines())]
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(OLDER))
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        file = os.open(path, flags, 0o600)
        with os.fdopen(file, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write("\n".join((*lines, "", "")))


def described(error: BaseException) -> str:
    """The kind of an error and where in Variorum it came up; not its message, which may have been made of anything."""
    name, place = type(error).__name__, ""
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        file = Path(code.co_filename)
        if file.is_relative_to(_PACKAGE):
            place = f" in {_PACKAGE.name}/{file.relative_to(_PACKAGE).as_posix()}, line {step.tb_lineno}"
        step = step.tb_next
    return f"{name}{place}"


def _shortened(text: str) -> str:
    """A recursion that didn't end is told by its beginning and its end."""
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]}\n[...]\n{text[-half:]}"
