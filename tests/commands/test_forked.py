"""The search in a second process: the same answer as here, whatever becomes of the child, and nothing left behind.

Each test has a process of its own, as a test runner has threads.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import reader
from reader.align import align
from reader.commands.forked import possible
from reader.findings import search
from reader.sources.examples import example_names, example_path

PROLOGUE = """
import os, sys
import reader.findings
from reader.align import align
from reader.commands import forked
from reader.commands.forked import Searcher
from reader.findings import search
from reader.sources import load
from reader.sources.examples import example_path
cluster = load(str(example_path("council-vote")))
alignment = align(cluster)
here = search(cluster, alignment)
descriptors = len(os.listdir("/proc/self/fd"))
def nothing_left():
    assert len(os.listdir("/proc/self/fd")) == descriptors
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return
    raise AssertionError("a child is left")
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="a second process needs a second processor"
)


def run(body: str) -> None:
    """Run lines in a process of their own, after the prologue."""
    done = subprocess.run([sys.executable, "-c", PROLOGUE + body], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_answers_as_the_search_here_does() -> None:
    run(
        """
with Searcher() as child:
    child.read(cluster)
    assert child._child
    reader.findings.search = None  # the search here is not asked
    assert child.search(cluster, alignment)() == here
nothing_left()
"""
    )


@pytest.mark.parametrize("moment", ["before it reads", "before it is asked", "before it answers"])
def test_a_child_that_dies_costs_nothing_but_time(moment: str) -> None:
    run(
        f"""
import signal
moment = {moment!r}
with Searcher() as child:
    assert child._child
    if moment == "before it reads":
        os.kill(child._child, signal.SIGKILL)
    child.read(cluster)
    if moment == "before it is asked" and child._child:
        os.kill(child._child, signal.SIGKILL)
    elif moment == "before it answers":
        os.kill(child._child, signal.SIGSTOP)
        tell = child._tell
        def telling(what):
            told = tell(what)
            assert child._child  # 0 would be all of the tests
            os.kill(child._child, signal.SIGKILL)
            return told
        child._tell = telling
    assert child.search(cluster, alignment)() == here
nothing_left()
"""
    )


@pytest.mark.parametrize(
    "hindrance",
    [
        "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})",
        "import threading, time; threading.Thread(target=time.sleep, args=(30,), daemon=True).start()",
        "import resource; os.setuid(65534); resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))",
        "sys.platform = 'win32'",
        "from reader.commands.walls import _refuse; sys.addaudithook(_refuse)",
    ],
)
def test_where_there_can_be_no_child_the_search_is_here(hindrance: str) -> None:
    if "setuid" in hindrance and os.getuid():
        pytest.skip("only root can become somebody who may have no processes")
    run(
        f"""
{hindrance}
with Searcher() as child:
    assert not child._child
    child.read(cluster)
    assert child.search(cluster, alignment)() == here
nothing_left()
os._exit(0)
"""
    )


def test_a_large_cluster_and_another_one_are_searched_here() -> None:
    run(
        """
with Searcher() as child:
    other = load(str(example_path("council-vote")))
    child.read(other)
    assert child.search(cluster, alignment)() == here
forked.MOST = 10
with Searcher() as child:
    child.read(cluster)
    assert not child._child
    assert child.search(cluster, alignment)() == here
nothing_left()
"""
    )


def test_a_child_that_nobody_asks_is_ended() -> None:
    run(
        """
with Searcher() as child:
    child.read(cluster)
nothing_left()
with Searcher() as child:
    pass
nothing_left()
"""
    )


def test_a_child_holds_no_stream_that_somebody_reads_to_its_end() -> None:
    run(
        """
import time
with Searcher() as child:
    for stream in range(3):
        for _ in range(200):
            if os.readlink(f"/proc/{child._child}/fd/{stream}") == os.devnull:
                break
            time.sleep(0.05)
        else:
            raise AssertionError(stream)
"""
    )


@pytest.mark.parametrize("doing", ["waiting", "computing"])
def test_a_child_ends_with_its_parent(doing: str) -> None:
    body = f"""
import time
def for_ever(*_):
    while True:
        pass
if {doing!r} == "computing":
    forked._answer = for_ever
child = Searcher()
print(child._child, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", PROLOGUE + body], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path("/proc", parent.stdout.readline().strip())
        parent.kill()
    for _ in range(200):
        if not child.exists() or "Z" in child.joinpath("stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    os.kill(int(child.name), signal.SIGKILL)
    pytest.fail("the child went on without its parent")


@pytest.mark.parametrize("name", example_names())
def test_what_is_sent_arrives_as_it_was(name: str) -> None:
    cluster = reader.load(str(example_path(name)))
    alignment = align(cluster)
    for sent in (cluster, alignment, search(cluster, alignment)):
        assert pickle.loads(pickle.dumps(sent, -1)) == sent


@pytest.mark.parametrize("command", [["report"], ["report", "--revisions"], ["read", "--linear"]])
def test_commands_print_the_same_with_one_processor(command: list[str]) -> None:
    path = str(example_path(example_names()[0]))
    asked = [sys.executable, "-m", "reader", command[0], path, *command[1:]]
    one = [sys.executable, "-c", "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
           "os.execv(sys.argv[1], sys.argv[1:])", *asked]  # fmt: skip
    assert subprocess.run(asked, capture_output=True).stdout == subprocess.run(one, capture_output=True).stdout != b""


def test_it_is_possible_here_or_there_are_threads() -> None:
    import threading

    assert possible() == (threading.active_count() == 1)
