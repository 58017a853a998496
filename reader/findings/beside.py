"""The search for what differs, in a second process: it reads the sentences while the first one aligns them.

Half of the search is to read each sentence by itself, for its quantities, days, names and quotations. That needs no
alignment; so where there is a second processor a child process has done it by the time that the first one knows which
sentences correspond. A report of five articles is ready in three quarters of the time.

The child is forked, which is safe only where there are no other threads. What it doesn't answer is searched for here.
"""

from __future__ import annotations

import os
import sys

from reader.findings import search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn, Self

    from reader.align.links import Alignment
    from reader.findings import Found
    from reader.story import Cluster

#: A cluster of more sentences is searched here: the child would hold it once more, and what it read.
MOST = 20_000
#: Every so many seconds the child looks whether anybody still waits for it.
PATIENCE = 1.0


def possible() -> bool:
    """Whether a child would gain anything, and may be had: on Linux, with a second processor, and no other thread."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    return "threading" not in sys.modules or sys.modules["threading"].active_count() == 1


class Beside:
    """A child process that searches one cluster, started at once where that is ``possible``, and ended with the block.

    First it is given the cluster to ``read``, then asked once to ``search`` it.
    """

    def __init__(self) -> None:
        self._child = 0
        self._read: Cluster | None = None
        if possible():
            self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, cluster: Cluster) -> None:
        """Let the child read the sentences of the cluster that will be searched."""
        if sum(len(p.sentences) for v in cluster.versions for p in v.paragraphs) > MOST:
            self._end()
        if self._tell(cluster):
            self._read = cluster

    def search(self, cluster: Cluster, alignment: Alignment) -> Found:
        """As ``reader.findings.search``."""
        if cluster is self._read and self._tell(alignment):
            from pickle import UnpicklingError, load

            try:
                with open(self._answers, "rb", closefd=False) as answers:
                    found: Found = load(answers)
            except (EOFError, OSError, UnpicklingError):  # it came to an end before its answer did
                self._end()
            else:
                self._end(answered=True)
                return found
        return search(cluster, alignment)

    def _start(self) -> None:
        theirs, self._orders = os.pipe()
        self._answers, ours = os.pipe()
        try:
            self._child = os.fork()
        except OSError:  # no more processes, or none for a served session
            os.close(self._orders)
            os.close(self._answers)
        else:
            if not self._child:
                os.close(self._orders)
                os.close(self._answers)
                _serve(theirs, ours)
        os.close(theirs)
        os.close(ours)

    def _tell(self, what: object) -> bool:
        """Give the child something; whether there is one that takes it."""
        if not self._child:
            return False
        from pickle import dump

        try:
            with open(self._orders, "wb", closefd=False) as orders:
                dump(what, orders, -1)
        except BrokenPipeError:
            self._end()
        return bool(self._child)

    def _end(self, *, answered: bool = False) -> None:
        if not self._child:
            return
        os.close(self._orders)
        os.close(self._answers)
        if not answered:
            from signal import SIGKILL

            os.kill(self._child, SIGKILL)
        os.waitpid(self._child, 0)
        self._child = 0


def _serve(orders: int, answers: int) -> NoReturn:
    """The child's whole life. Whatever stops it, it says nothing: the parent does the work, and meets the same."""
    try:
        _watch()
        _answer(orders, answers)
    finally:
        os._exit(0)


def _watch() -> None:
    """End with the parent, even in the middle of the work, and at ctrl+c at once."""
    from signal import ITIMER_REAL, SIG_DFL, SIGALRM, SIGINT, setitimer, signal

    parent = os.getppid()

    def look(*_: object) -> None:
        if os.getppid() != parent:
            os._exit(0)

    signal(SIGINT, SIG_DFL)
    signal(SIGALRM, look)
    setitimer(ITIMER_REAL, PATIENCE, PATIENCE)


def _answer(orders: int, answers: int) -> None:
    from pickle import dump, load

    from reader.findings import bounds, coverage, death, group  # noqa: F401, that they are there when they are needed
    from reader.findings.compare import prepare
    from reader.prose.kept import keep

    with open(orders, "rb") as told:
        cluster: Cluster = load(told)
        prepare(cluster)
        alignment: Alignment = load(told)
    found = search(cluster, alignment)
    keep()
    with open(answers, "wb") as answer:
        dump(found, answer, -1)
