"""An end to what takes too long: counted in CPU time, so that a busy machine changes nothing."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Late(BaseException):
    """It took too long. No Exception, so that nothing that is watched can take it for its own."""


@contextmanager
def watched(seconds: float) -> Iterator[None]:
    """Raise Late after so many CPU seconds of this process. Only in the main thread, and not inside of itself."""

    def late(*_: object) -> None:
        raise Late(f"not done after {seconds:g} s of CPU time")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
