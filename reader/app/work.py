"""Loading and comparing, off the screen's thread.

A thread of our own rather than one of Textual's workers: it is a daemon, so that quitting never waits for it.
"""

from __future__ import annotations

from contextvars import copy_context
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from reader.app.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

    from reader.app.prepared import Prepared
    from reader.collation import Progress
    from reader.story import Cluster

    #: Loads a cluster, and may hand over the first of it meanwhile.
    Load = Callable[[Callable[[Cluster], None]], Cluster]

#: Progress is shown when the work has gone on for so long, in seconds, and then so often: each time costs a line.
PROGRESS_AFTER, PROGRESS_EVERY = 2.0, 1.0
#: How long the first frame waits for text, in seconds.
PATIENCE = 0.2
#: Paragraphs from which it takes long to find out what stands where: it is done before anybody asks.
MANY = 5_000


class Loaded(Message):
    """There is something to read: all versions, or the first ones as they lie there."""

    def __init__(self, cluster: Cluster, complete: bool = True, reading: Reading | None = None) -> None:
        """reading: the same as it is shown, where that is made already."""
        super().__init__()
        self.cluster = cluster
        self.complete = complete
        self.reading = reading or Reading(cluster)


class Progressed(Message):
    """So much of the work is done, 0..1."""

    def __init__(self, done: float) -> None:
        super().__init__()
        self.done = done

    def can_replace(self, message: Message) -> bool:
        """A later progress makes an earlier one needless."""
        return isinstance(message, Progressed)


class Collated(Message):
    """The versions are compared."""

    def __init__(self, prepared: Prepared) -> None:
        super().__init__()
        self.prepared = prepared


class Failed(Message):
    """The work can't be done."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


class Stopped(BaseException):
    """Nobody waits for the work any more."""


class Work:
    """What runs beside the screen, and tells it what came out. It may begin before there is a screen."""

    def __init__(self) -> None:
        self._target: MessagePump | None = None
        self._waiting: list[Message] = []
        self.error: BaseException | None = None  #: why there is nothing to read, or nothing more
        self._lock = Lock()
        self._stop = Event()
        self._painted = Event()
        self._glanced = Event()

    def attach(self, target: MessagePump) -> list[Message]:
        """From now on tell that one. Returns what there was to tell before."""
        with self._lock:
            self._target = target
            waiting, self._waiting = self._waiting, []
        return waiting

    def wait_for_text(self, patience: float | None = PATIENCE) -> None:
        """Wait for something to read, or for an error; by default no longer than an empty frame would be worth."""
        self._glanced.wait(patience)

    def painted(self) -> None:
        """There is text on screen: the work that it waited for may go on."""
        self._painted.set()

    def stop(self) -> None:
        """Let the work end at the next progress that it reports."""
        self._stop.set()
        self._painted.set()
        self._glanced.set()

    def open(self, load: Load, collate: Callable[[Cluster, Progress], Prepared]) -> None:
        """Load a cluster and compare its versions: Loaded once or twice, Progressed, Collated; or Failed."""

        def first(cluster: Cluster) -> None:
            self._tell(Loaded(cluster, complete=False))
            self._glanced.set()
            self._painted.wait(PATIENCE * 10)  # two threads take turns: whatever goes on here delays the text

        def run() -> None:
            cluster = load(first)
            reading = Reading(cluster)
            if sum(len(version.paragraphs) for version in cluster.versions) > MANY:
                reading.look_up()
            self._tell(Loaded(cluster, reading=reading))
            self._glanced.set()
            self._tell(Collated(collate(cluster, self._progress())))

        self._start(run)

    def collate(self, make: Callable[[], Prepared]) -> None:
        """Make another collation: Collated, or Failed."""
        self._start(lambda: self._tell(Collated(make())))

    def _tell(self, message: Message) -> None:
        with self._lock:
            if self._target is None:
                self._waiting.append(message)
                return
        self._target.post_message(message)

    def _start(self, run: Callable[[], object]) -> None:
        def guarded() -> None:
            try:
                run()
            except Stopped:
                pass
            except BaseException as error:  # noqa: BLE001 - raised again by the main thread, once the terminal is restored
                self.error = error
                self._tell(Failed(error))
                self._glanced.set()

        Thread(target=copy_context().run, args=(guarded,), name="work", daemon=True).start()

    def _progress(self) -> Progress:
        last = monotonic() + PROGRESS_AFTER - PROGRESS_EVERY

        def progress(done: float) -> None:
            nonlocal last
            if self._stop.is_set():
                raise Stopped
            now = monotonic()
            if now - last >= PROGRESS_EVERY:
                last = now
                self._tell(Progressed(done))

        return progress
