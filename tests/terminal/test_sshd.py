"""serve-session behind a real OpenSSH server: read, reviewed, dropped, opened again; and every way out tried."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.review.journal import Journal
from reader.review.state import replay
from tests.conftest import STORY
from tests.terminal.sshd import Server, find
from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import reviewed
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.xdist_group("sshd"),
    pytest.mark.skipif(not (find("sshd") and find("ssh")), reason="needs OpenSSH's server and client"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, to see what a session leaves behind"),
]

SECRET = "Nobody outside the desk may read this."

#: CPU seconds that a session may use after its line is lost.
MOST_CPU = 1.0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``stories/`` with two clusters and links that lead out; beside it a secret."""
    place = tmp_path_factory.mktemp("ssh").resolve()
    for name in ("ferry", "desk/ferry of 3 May"):
        folder = place / "stories" / name
        folder.mkdir(parents=True)
        for outlet, text in STORY.items():
            more = f"\nThe harbour's file on it is called {name}.\n"  # the same texts would share their reviews
            (folder / f"{outlet}.txt").write_text(text + more, "utf-8")
    closed = place / "closed"
    closed.mkdir()
    for name in ("one.txt", "two.txt"):
        (closed / name).write_text(SECRET, "utf-8")
    (place / "stories" / "link").symlink_to(closed)
    (place / "stories" / "ferry" / "more.txt").symlink_to(closed / "one.txt")
    return place


@pytest.fixture(scope="module")
def server(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """sshd, for all tests of this file."""
    server = Server(tmp_path_factory.mktemp("sshd"), world / "stories", tmp_path_factory.mktemp("state"))
    try:
        if server.run("help").returncode and "account is locked" in server.log():
            pytest.skip(f"sshd lets nobody log in as {server.user}: the account is locked")
        yield server
    finally:
        server.close()


@pytest.fixture
def login(server: Server) -> Iterator[Callable[..., Terminal]]:
    """Opens ``ssh -tt ... WORDS`` in a terminal; at the end of the test, what still runs is ended."""
    if os.getuid() != 0:
        pytest.skip("OpenSSH's server gives a terminal only where root runs it")  # it wants to write a login record
    opened: list[Terminal] = []

    def start(*words: str, keyed: bool = False, more: tuple[str, ...] = (), **environ: str) -> Terminal:
        command = server.ssh(*words, keyed=keyed, more=["-tt", *more])
        opened.append(Terminal(command, columns=100, rows=30, environ=environ))
        return opened[-1]

    yield start
    for terminal in opened:
        with suppress(ProcessLookupError):
            terminal.signal(signal.SIGCONT)
        terminal.close()


def journal(server: Server, reviewer: str | None = None, cluster: str = "ferry") -> Path:
    """A reviewer's journal of a cluster, which has to be the only one of that name."""
    found = list(server.state.glob(f"variorum/reviews/{cluster}-*/{reviewer or server.user}.jsonl"))
    assert len(found) == 1, found
    return found[0]


def on_disk(path: Path) -> int:
    """How many findings the journal says are reviewed. Every line of it has to be whole."""
    loaded = Journal(path).load()
    assert not loaded.odd
    return sum(decision.is_review for decision in replay(loaded.records).decisions.values())


def cpu(pid: int) -> float | None:
    """The CPU seconds that a process has used; None once it is gone."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return None
    if told[0] == "Z":
        return None
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def only_session(server: Server) -> int:
    """The one process that serves."""
    (pid,) = server.sessions()
    return pid


def gone(pid: int, since: float, timeout: float = 15.0) -> bool:
    """Whether a process ends, having used little CPU on it. since: its CPU seconds before."""
    end = time.perf_counter() + timeout
    while time.perf_counter() < end:
        used = cpu(pid)
        if used is None:
            return True
        assert used - since <= MOST_CPU
        time.sleep(0.02)
    return False


# Read and review


def test_a_report_and_the_rest_without_a_terminal(server: Server) -> None:
    done = server.run("report ferry --format json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert [version["outlet"] for version in report["versions"]] == sorted(STORY)
    assert [version["path"] for version in report["versions"]] == [f"ferry/{outlet}.txt" for outlet in sorted(STORY)]
    assert "ferry/more.txt: this is a link, and links are not followed here; left out" in done.stderr
    done = server.run("check 'desk/ferry of 3 May'")
    assert (done.returncode, done.stderr) == (10, "")
    assert "164" in done.stdout
    done = server.run("read --linear ferry")
    assert done.returncode == 0
    assert "Passage 1 of " in done.stdout
    assert server.run("help").stdout.startswith("This account reads clusters")


@pytest.mark.parametrize(("drop", "keyed"), [("client", False), ("server", True), ("network", False)])
def test_a_dropped_line_loses_nothing_and_leaves_nothing(
    server: Server, login: Callable[..., Terminal], drop: str, keyed: bool
) -> None:
    reviewer = "ida" if keyed else None
    terminal = ready(login("ferry", keyed=keyed))
    terminal.press("\x1a" * 4)
    terminal.settle()
    before = reviewed(terminal.text())
    terminal.press("]yd")
    terminal.until(lambda text: reviewed(text) == before + 2)
    terminal.press("u")
    terminal.press("i")
    terminal.until("save and back")
    note = f"half a thought on the {drop}"  # another each time: those of other reviewers are on the screen too
    terminal.press(note)
    terminal.until(note)
    shown = reviewed(terminal.text())
    pid = only_session(server)
    used = cpu(pid)
    assert used is not None
    if drop == "client":
        terminal.signal(signal.SIGKILL)
    elif drop == "server":
        os.kill(parent(pid), signal.SIGKILL)
    else:  # nothing comes back any more, and nobody hangs up: the server asks, and gives up after 2 s
        terminal.signal(signal.SIGSTOP)
    assert gone(pid, used)
    path = journal(server, reviewer)
    assert on_disk(path) >= shown
    notes = [json.loads(line).get("note") for line in path.read_text("ascii").splitlines()]
    assert notes[-1] == note
    terminal = ready(login("ferry", keyed=keyed))
    assert reviewed(terminal.text()) == on_disk(path) >= before + 3
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)


def parent(pid: int) -> int:
    """The process that started a process."""
    return int(Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[1])


def test_a_line_that_is_lost_in_the_middle_of_much_output(server: Server, login: Callable[..., Terminal]) -> None:
    """The session waits for the terminal to take what it draws; when the line is given up, it goes all the same."""
    terminal = ready(login("ferry"))
    pid = only_session(server)
    used = cpu(pid)
    assert used is not None
    terminal.signal(signal.SIGSTOP)
    for _ in range(60):
        terminal.press("?\x1bF\x1bM\x1b")
    assert gone(pid, used + 2 * MOST_CPU)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_session_restores_the_terminal(
    server: Server, login: Callable[..., Terminal], number: signal.Signals
) -> None:
    terminal = ready(login("ferry"))
    terminal.press("]y")
    terminal.settle()
    pid = only_session(server)
    os.kill(pid, number)
    assert terminal.wait() == 128 + number
    assert gone(pid, 0.0)
    assert left_as_found(terminal)
    on_disk(journal(server))


def suspended(pid: int, wanted: bool = True) -> bool:
    """Whether a process is stopped before long, or goes on."""
    end = time.perf_counter() + 10
    while time.perf_counter() < end:
        state = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()[0]
        if (state == "T") is wanted:
            return True
        time.sleep(0.02)
    return False


def test_a_session_that_is_suspended_and_goes_on(server: Server, login: Callable[..., Terminal]) -> None:
    terminal = ready(login("ferry"))
    pid = only_session(server)
    os.kill(pid, signal.SIGTSTP)
    assert suspended(pid)
    terminal.settle(0.3)
    assert terminal.data.rfind(b"\x1b[?1049l") > terminal.data.rfind(b"\x1b[?1049h")
    terminal.resize(90, 28)
    os.kill(pid, signal.SIGCONT)
    assert suspended(pid, wanted=False)
    terminal.until("Aurelia")
    terminal.settle()
    terminal.press("\x1a" * 4 + "]y")
    terminal.until(lambda text: reviewed(text) > 0)
    terminal.settle()
    assert reviewed(terminal.text()) == on_disk(journal(server))
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)


def test_a_line_that_drops_while_the_session_is_suspended(server: Server, login: Callable[..., Terminal]) -> None:
    """Nobody could wake it any more but the system."""
    terminal = ready(login("ferry"))
    pid = only_session(server)
    os.kill(pid, signal.SIGTSTP)
    assert suspended(pid)
    used = cpu(pid)
    assert used is not None
    terminal.signal(signal.SIGKILL)
    assert gone(pid, used)


def test_the_reviewer_is_who_logged_in_whatever_the_environment_says(
    server: Server, login: Callable[..., Terminal]
) -> None:
    terminal = ready(login("desk/'ferry of 3 May'", more=("-oSetEnv=USER=mallory LOGNAME=mallory HOME=/tmp",)))
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) > 0)
    terminal.press("q")
    assert terminal.wait() == 0
    names = [path.stem for path in server.state.glob("variorum/reviews/ferry-of-*/*.jsonl")]
    assert names == [server.user]


def test_a_report_is_written_to_the_state_folder_only(server: Server, login: Callable[..., Terminal]) -> None:
    terminal = ready(login("ferry"))
    terminal.press("E")
    terminal.until("Write the report")
    for name in ("/tmp/out.html", "../out.html", "~/out.html", ".bashrc"):
        write_report(terminal, name)
        terminal.until("Give a name without a folder")
    write_report(terminal, "mine")
    terminal.until("Written to")
    reports = server.state / "variorum" / "reports"
    assert [path.name for path in reports.iterdir()] == ["mine.html"]
    assert not Path("/tmp/out.html").exists()


def write_report(terminal: Terminal, name: str) -> None:
    """Give the report another name, and write it. Textual does what ctrl+u asks for after what is typed behind it."""
    for keys in ("\x15", name, "\r"):
        terminal.press(keys)
        terminal.settle()


# Breaking out

REFUSED = [
    *("../closed", "ferry/../../closed", "/etc/passwd", "~", "link", "link/one.txt", "read --linear ferry/more.txt"),
    *("ferry; id", "$(id)", "`id`", "ferry && id", "ferry > /tmp/x", "ferry\nid", "bash -i", "'ferry", "\x1b[5m"),
    *("-oProxyCommand=id", "ferry --reviewer mallory", "report ferry -o /tmp/x", "--example harbour-ferry", "read -"),
    *("/usr/lib/openssh/sftp-server", "scp -t /tmp", "x" * 2000),
]


def test_every_other_command_is_refused(server: Server) -> None:
    for command in REFUSED:
        done = server.run(command)
        assert done.returncode == 2, (command, done)
        assert done.stdout == "", command
        assert done.stderr.startswith("variorum: "), command
        assert len(done.stderr.splitlines()) == 1, command
        assert "uid=" not in done.stderr
        assert SECRET not in done.stderr
        assert "\x1b" not in done.stderr


def test_a_name_that_looks_like_something_else_is_opened(
    server: Server, world: Path, login: Callable[..., Terminal]
) -> None:
    """Names as they may come from outside, each told apart by what only its own story says."""
    names = ["-", "--", "-oProxyCommand=id", "~", "~root", "list", "internal-sftp", "a\x1b[5m\nb", "\udcff", "-d/~e"]
    root = world / "stories"
    for n, name in enumerate(names):
        (root / name).mkdir(parents=True)
        for outlet, text in STORY.items():
            (root / name / f"{outlet}.txt").write_text(f"{text}\nBerth {n + 40} was empty.\n", "utf-8")
    listed = {line.partition("  ")[0].rstrip() for line in server.run("list").stdout.splitlines()}
    typed = ["./-", "./--", "./-oProxyCommand=id", "'./~'", "'./~root'", "./list", "./internal-sftp"]
    typed += ["'a␛[5m b'", "\N{REPLACEMENT CHARACTER}", "'./-d/~e'"]
    for n, word in enumerate(typed):
        assert word in listed or shlex.quote(word) in listed, (word, listed)
        done = server.run(f"read --linear {word}")
        assert (done.returncode, done.stderr) == (0, ""), word
        assert f"Berth {n + 40} was empty." in done.stdout
    assert "Berth 41" in server.run("read --linear -- --").stdout
    assert "Berth 42" in server.run("read --linear -- -oProxyCommand=id").stdout
    (root / "\udcfe").mkdir()
    done = server.run("check \N{REPLACEMENT CHARACTER}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2 names are shown as" in done.stderr
    for word, n in (("./-", 40), ("./'~root'", 44), ("'a␛[5m b'", 47)):
        terminal = ready(login(word))
        terminal.press("G")
        terminal.until(f"Berth {n}")
        terminal.press("q")
        assert terminal.wait() == 0
        assert b"\x1b[5m" not in terminal.data
    for name in (*names[:-1], "-d", "\udcfe"):
        shutil.rmtree(root / name)


def test_files_are_not_copied(server: Server, world: Path, tmp_path: Path) -> None:
    port = ["-P", str(server.forced)]
    there = f"{server.user}@127.0.0.1"
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    for words in (
        ["sftp", *server.options(), *port, "-b", "/dev/null", there],
        ["scp", *server.options(), *port, f"{there}:{world}/closed/one.txt", str(tmp_path / "got.txt")],
        ["scp", "-O", *server.options(), *port, f"{there}:{world}/closed/one.txt", str(tmp_path / "got.txt")],
        ["scp", *server.options(), *port, str(mine), f"{there}:{world}/closed/mine.txt"],
        ["scp", "-O", *server.options(), *port, str(mine), f"{there}:{world}/closed/mine.txt"],
    ):
        assert server.client(words).returncode != 0, words
    assert not (tmp_path / "got.txt").exists()
    assert not (world / "closed" / "mine.txt").exists()


@pytest.mark.parametrize("keyed", [False, True])
def test_no_connection_is_forwarded(server: Server, keyed: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        target = f"127.0.0.1:{listening.getsockname()[1]}"
        done = server.client(server.ssh(keyed=keyed, more=["-W", target]))
        assert done.returncode != 0
        with pytest.raises(TimeoutError):
            listening.accept()


def test_the_environment_changes_nothing(server: Server, tmp_path: Path) -> None:
    """With AcceptEnv *, which nobody should have."""
    trap = tmp_path / "trap"
    trap.mkdir()
    marker = tmp_path / "marker"
    for module in ("sitecustomize", "usercustomize", "textual", "reader", "platformdirs"):
        (trap / f"{module}.py").write_text(f"open({str(marker)!r}, 'w')\n")
    environ = {
        **dict.fromkeys(("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "PYTHONPYCACHEPREFIX"), str(trap)),
        **dict.fromkeys(("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(trap)),
        **{"PYTHONSTARTUP": str(trap / "reader.py"), "PYTHONINSPECT": "1", "PYTHONBREAKPOINT": "textual.x"},
        **{"TEXTUAL": "debug,devtools", "TEXTUAL_LOG": str(marker), "TEXTUAL_DRIVER": "textual:App"},
        **{"TEXTUAL_SCREENSHOT": "0", "TEXTUAL_SCREENSHOT_LOCATION": str(trap), "VARIORUM_ROOT": "/"},
        **{"EDITOR": f"touch {marker}", "VISUAL": f"touch {marker}", "PAGER": f"touch {marker}", "HOME": str(trap)},
        **{"TERMINFO": str(trap), "COLUMNS": "1000000000", "LINES": "1000000000", "LC_ALL": "../../trap"},
    }
    plain = server.run("read --linear ferry").stdout
    send = " ".join(f'{name}="{value}"' for name, value in environ.items())
    done = server.client(server.ssh("read --linear ferry", more=[f"-oSetEnv={send}"]))
    assert (done.returncode, done.stdout) == (0, plain)
    if os.getuid() == 0:  # or there is no terminal
        with Terminal(server.ssh("ferry", more=["-tt", f"-oSetEnv={send}"]), columns=100, rows=30) as terminal:
            ready(terminal)
            terminal.press("q")
            assert terminal.wait() == 0
    assert not marker.exists()
    assert sorted(path.suffix for path in trap.iterdir()) == [".py"] * 5


@pytest.mark.parametrize("term", ["dumb", "../../../etc/passwd", "xterm\x1b[5m", "no-such-terminal"])
def test_a_strange_terminal(login: Callable[..., Terminal], term: str) -> None:
    terminal = login("ferry", TERM=term)
    if term == "no-such-terminal":
        ready(terminal).press("q")
    assert terminal.wait() == 0
    if term != "no-such-terminal":
        assert b"here is the text instead" in terminal.data
        assert b"Passage 1 of " in terminal.data
        assert b"\x1b" not in terminal.data
