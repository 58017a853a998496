"""The search for what differs, in a second process: it reads the sentences while the first one aligns them.

Half of the search is to read each sentence by itself, for its quantities, days, names and quotations. That needs no
alignment; so where there is a second processor a child process has done it by the time that the first one knows which
sentences correspond. A report of five articles is ready in three quarters of the time, where
both processors run at full speed.

The child is forked, which is safe only where there are no other threads. What it doesn't answer is searched for here.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, Self

    from reader.align.links import Alignment
    from reader.findings import Found
    from reader.story import Cluster

#: A cluster of more sentences is searched here: the child would hold it once more, and what it read.
MOST = 20_000
#: Bytes that say how many follow.
_LENGTH = 8


def possible() -> bool:
    """Whether a child would gain anything, and may be had: on Linux, with a second processor, and no other thread."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    return "threading" not in sys.modules or sys.modules["threading"].active_count() == 1


class Searcher:
    """A child process that searches one cluster, started at once where that is ``possible``, and ended with the block.

    To take it apart takes 1.5 ms, in which the answer can be told: so it is waited for at the end of the block only.

    First it is given the cluster to ``read``, then asked once to ``search`` it.
    """

    def __init__(self) -> None:
        self._child = 0
        self._pipes: list[int] = []
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

    def search(self, cluster: Cluster, alignment: Alignment) -> Callable[[], Found]:
        """Begin what ``reader.findings.search`` does; what is returned waits for the answer, and is called once."""
        begun = cluster is self._read and self._tell(alignment)

        def answer() -> Found:
            if begun:
                try:
                    found: Found = _taken(self._answers)
                except EOFError:  # it came to an end before its answer did
                    self._end()
                else:
                    self._close()  # it ends by itself now
                    return found
            from reader.findings import search

            return search(cluster, alignment)

        return answer

    def _start(self) -> None:
        theirs, self._orders = os.pipe()
        self._answers, ours = os.pipe()
        heard, alive = os.pipe()  # nothing is written to it: it is closed with this process
        self._pipes = [self._orders, self._answers, alive]
        parent = os.getpid()
        try:
            self._child = os.fork()
        except OSError:  # no more processes, or none for a served session
            self._close()
        else:
            if not self._child:
                self._close()
                _serve(theirs, ours, heard, parent)
        for pipe in (theirs, ours, heard):
            os.close(pipe)

    def _tell(self, what: object) -> bool:
        """Give the child something; whether there is one that takes it."""
        if not self._child:
            return False
        try:
            _give(self._orders, what)
        except BrokenPipeError:
            self._end()
        return bool(self._child)

    def _end(self) -> None:
        if not self._child:
            return
        if self._pipes:
            from signal import SIGKILL

            os.kill(self._child, SIGKILL)
        self._close()
        os.waitpid(self._child, 0)
        self._child = 0

    def _close(self) -> None:
        while self._pipes:
            os.close(self._pipes.pop())


def _serve(orders: int, answers: int, alive: int, parent: int) -> NoReturn:
    """The child's whole life. Whatever stops it, it says nothing: the parent does the work, and meets the same."""
    try:
        _hush(orders, answers, alive)
        _watch(alive, parent)
        _answer(orders, answers)
    finally:
        os._exit(0)


def _hush(*pipes: int) -> None:
    """Let go of the standard streams: whoever reads the report to its end would wait for this process too."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        if stream not in (*pipes, null):  # those of a process that was started without
            os.dup2(null, stream)


def _watch(alive: int, parent: int) -> None:
    """End as soon as the other end of a pipe is closed, by the kernel's hand: even in the middle of a long match."""
    from fcntl import F_GETFL, F_SETFL, F_SETOWN, fcntl

    fcntl(alive, F_SETOWN, os.getpid())
    fcntl(alive, F_SETFL, fcntl(alive, F_GETFL) | os.O_ASYNC)
    if os.getppid() != parent:  # it came to an end before
        os._exit(0)


def _answer(orders: int, answers: int) -> None:
    from select import select

    # Those that the search itself imports are here that they are there when it begins.
    from reader.findings import bounds, coverage, death, group, search  # noqa: F401
    from reader.findings.ahead import ahead
    from reader.prose.kept import keep

    cluster = _taken(orders)
    known = ahead(cluster, lambda: bool(select([orders], [], [], 0)[0]))
    alignment = _taken(orders)
    found = search(cluster, alignment, known)
    keep()
    _give(answers, found)


def _give(pipe: int, what: object) -> None:
    """Write something to a pipe. Raises BrokenPipeError where nobody reads it."""
    from pickle import dumps

    data = dumps(what, -1)
    rest = memoryview(len(data).to_bytes(_LENGTH, "big") + data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _taken(pipe: int) -> Any:
    """What was written to the pipe's other end next. Raises EOFError where that was closed before."""
    from pickle import loads

    return loads(_bytes(pipe, int.from_bytes(_bytes(pipe, _LENGTH), "big")))


def _bytes(pipe: int, number: int) -> bytearray:
    found = bytearray()
    while len(found) < number:
        part = os.read(pipe, number - len(found))
        if not part:
            raise EOFError
        found += part
    return found
