"""Loading and comparing, off the screen's thread.

A thread of our own rather than one of Textual's workers: it is a daemon, so that quitting never waits for it.
"""

from __future__ import annotations

import sys
from contextvars import copy_context
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from reader.collation import Collation, Progress
    from reader.story import Cluster

#: Progress is shown at most this often, in seconds: each time costs a line over ssh.
PROGRESS_EVERY = 0.25


@dataclass
class Loaded(Message):
    """The files are read."""

    cluster: Cluster


@dataclass
class Progressed(Message):
    """So much of the work is done, 0..1."""

    done: float

    def can_replace(self, message: Message) -> bool:
        """A later progress makes an earlier one needless."""
        return isinstance(message, Progressed)


@dataclass
class Collated(Message):
    """The versions are compared."""

    collation: Collation


@dataclass
class Failed(Message):
    """The work can't be done."""

    error: BaseException


class Stopped(BaseException):
    """Nobody waits for the work any more."""


class Work:
    """What runs beside the screen, and tells it what came out."""

    def __init__(self, target: MessagePump) -> None:
        """target: who gets the messages."""
        self._target = target
        self._stop = Event()

    def stop(self) -> None:
        """Let the work end at the next progress that it reports."""
        self._stop.set()

    def open(self, load: Callable[[], Cluster], collate: Callable[[Cluster, Progress], Collation]) -> None:
        """Load a cluster and compare its versions: Loaded, Progressed, Collated; or Failed."""

        def run() -> None:
            cluster = load()
            self._target.post_message(Loaded(cluster))
            self._target.post_message(Collated(collate(cluster, self._progress())))

        self._start(run)

    def collate(self, make: Callable[[], Collation]) -> None:
        """Make another collation: Collated, or Failed."""
        self._start(lambda: self._target.post_message(Collated(make())))

    def _start(self, run: Callable[[], object]) -> None:
        def guarded() -> None:
            done = False
            try:
                run()
                done = True
            except Stopped:
                done = True
            finally:
                # whatever went wrong ends the reader, and is raised again once the terminal is restored
                error = sys.exception()
                if not done and error is not None:
                    self._target.post_message(Failed(error))

        Thread(target=copy_context().run, args=(guarded,), name="work", daemon=True).start()

    def _progress(self) -> Progress:
        last = 0.0

        def progress(done: float) -> None:
            nonlocal last
            if self._stop.is_set():
                raise Stopped
            now = monotonic()
            if now - last >= PROGRESS_EVERY:
                last = now
                self._target.post_message(Progressed(done))

        return progress
