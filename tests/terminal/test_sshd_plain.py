"""serve-session for an account without rights, as it is meant to be: sshd runs as root, and somebody else logs in."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import STORY
from tests.terminal.sshd import CHECKOUT, Server, find
from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import reviewed
from tests.terminal.test_sshd import cpu, gone, on_disk, only_session
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: The account, which .ci/run makes.
USER = "variorum-reader"

SECRET = "Only the account itself may read this."

pytestmark = [
    pytest.mark.xdist_group("sshd"),
    pytest.mark.skipif(not (find("sshd") and find("ssh")), reason="needs OpenSSH's server and client"),
    pytest.mark.skipif(os.getuid() != 0, reason="only root lets somebody else log in"),
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc, to see what a session leaves behind"),
]

MODULES = (str(CHECKOUT), sysconfig.get_path("purelib"))


@pytest.fixture(scope="module")
def account() -> pwd.struct_passwd:
    """Whoever logs in."""
    try:
        return pwd.getpwnam(USER)
    except KeyError:
        pytest.skip(f"there is no account {USER}; .ci/run makes it")


@pytest.fixture(scope="module")
def python(account: pwd.struct_passwd) -> str:
    """A Python that the account may run, with what Variorum needs."""
    wanted = f"import sys; sys.path[:0] = {list(MODULES)!r}; import textual, rapidfuzz, sentencex, Stemmer, reader.cli"
    wanted += f"; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    for found in (sys.executable, "/usr/bin/python3"):
        words = [found, "-I", "-c", wanted]
        with suppress(OSError):
            rights = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": ()}
            if not subprocess.run(words, capture_output=True, timeout=60, cwd="/", **rights).returncode:  # type: ignore[call-overload]
                return found
    pytest.skip(f"{USER} may run no Python {sys.version_info[0]}.{sys.version_info[1]} with what Variorum needs")


@pytest.fixture(scope="module")
def home(account: pwd.struct_passwd) -> Iterator[Path]:
    """The account's home, with traps in it that were not there before and are taken away again."""
    place = Path(account.pw_dir)
    made = {
        ".config/variorum/config.toml": "ascii = true\n",
        ".ssh/rc": f"touch {place}/marker\n",
        ".profile": f"touch {place}/marker\n",
        "secret.txt": SECRET,
        "story/one.txt": SECRET,
        "story/two.txt": SECRET,
    }
    for name, text in made.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8")
    subprocess.run(["chown", "-R", f"{account.pw_uid}:{account.pw_gid}", place], check=True, timeout=60)
    yield place
    for name in (".config", ".ssh", ".local", "story", ".profile", "secret.txt", "marker"):
        with suppress(FileNotFoundError):
            shutil.rmtree(place / name) if (place / name).is_dir() else (place / name).unlink()


@pytest.fixture(scope="module")
def server(python: str, home: Path) -> Iterator[Server]:
    """sshd, with a cluster for the account and links into its home."""
    with tempfile.TemporaryDirectory(prefix="variorum-sshd-") as name:
        place = Path(name)
        place.chmod(0o755)
        folder = place / "root" / "ferry"
        folder.mkdir(parents=True)
        for outlet, text in STORY.items():
            (folder / f"{outlet}.txt").write_text(text, "utf-8")
        (folder / "more.txt").symlink_to(home / "secret.txt")
        (place / "root" / "link").symlink_to(home / "story")
        (place / "sshd").mkdir()
        server = Server(place / "sshd", place / "root", None, user=USER, python=python, modules=MODULES)
        try:
            yield server
        finally:
            server.close()


@pytest.fixture
def login(server: Server) -> Iterator[Callable[..., Terminal]]:
    """Opens ``ssh -tt ... WORDS`` in a terminal; at the end of the test, what still runs is ended."""
    opened: list[Terminal] = []

    def start(*words: str, keyed: bool = False) -> Terminal:
        opened.append(Terminal(server.ssh(*words, keyed=keyed, more=["-tt"]), columns=100, rows=30))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize("keyed", [False, True])
def test_read_reviewed_dropped_and_opened_again(
    server: Server, login: Callable[..., Terminal], account: pwd.struct_passwd, home: Path, keyed: bool
) -> None:
    terminal = ready(login("ferry", keyed=keyed))
    assert "≠" in terminal.text()  # no configuration of the account's own is read
    assert reviewed(terminal.text()) == 0
    pid = only_session(server)
    uids = f"\t{account.pw_uid}" * 4
    assert f"\nUid:{uids}\n" in Path(f"/proc/{pid}/status").read_text("ascii")
    terminal.press("]yd")
    terminal.until(lambda text: reviewed(text) == 2)
    used = cpu(pid)
    assert used is not None
    terminal.signal(signal.SIGKILL)
    assert gone(pid, used)
    (journal,) = home.glob(f".local/state/variorum/reviews/ferry-*/{'ida' if keyed else USER}.jsonl")
    assert on_disk(journal) == 2
    assert (journal.stat().st_uid, journal.stat().st_mode & 0o777) == (account.pw_uid, 0o600)
    terminal = ready(login("ferry", keyed=keyed))
    assert reviewed(terminal.text()) == 2
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)
    assert not (home / "marker").exists()


def test_what_the_account_could_read_is_refused(server: Server, home: Path) -> None:
    assert "Aurelia" in server.run("read --linear ferry").stdout
    for command in (f"report {home}/story", "report link", "link/one.txt", "~/story", "../../home", "sh -c id", "id"):
        done = server.run(command)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert SECRET not in done.stderr
    assert SECRET not in server.run("read --linear ferry").stdout
    assert not (home / "marker").exists()


def test_the_account_copies_nothing(server: Server, home: Path, tmp_path: Path) -> None:
    there = f"{USER}@127.0.0.1:{home}/secret.txt"
    for words in (["scp"], ["scp", "-O"]):
        done = server.client([*words, *server.options(), "-P", str(server.forced), there, str(tmp_path / "got.txt")])
        assert done.returncode != 0
    assert not (tmp_path / "got.txt").exists()


#: Names for a report, and what other programs take for a way to a shell.
WAYS_OUT = (
    *(
        "E\x15../../out.html\r",
        "E\x15/tmp/out.html\r",
        "E\x15~/.ssh/authorized_keys\r",
        "E\x15.profile\r",
        "E\x15out\r",
    ),
    *("!sh\r", "\r~C-L 8080:x:22\r", "\x10screenshot\r", "]i`touch marker`\x13", "T/../../etc/passwd\r", "\x1a\x1c"),
)


def test_what_is_typed_leads_nowhere(
    server: Server, login: Callable[..., Terminal], account: pwd.struct_passwd, home: Path, tmp_path: Path
) -> None:
    """No program is started, and nothing is written but verdicts and reports, in the state folder."""
    since = tmp_path / "since"
    since.touch()
    terminal = ready(login("ferry"))
    pid = only_session(server)
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for keys in WAYS_OUT:
        terminal.press(keys)
        terminal.settle(0.1)
        for _ in range(2):
            terminal.press("\x1b")
            terminal.settle(0.1)
        assert terminal.running, keys
        assert not children.exists() or children.read_text("ascii") == ""  # not every kernel has it
    os.kill(pid, signal.SIGTERM)
    terminal.wait()
    words = ["find", str(home), str(server.root), "/tmp", "/var/tmp", "-xdev", "-user", account.pw_name, "-type", "f"]
    words += ["-newer", str(since)]
    found = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False).stdout
    state = home / ".local" / "state" / "variorum"
    written = [Path(line).relative_to(state) for line in found.splitlines()]
    assert written
    assert {path.parts[0] for path in written} <= {"reviews", "reports", "recent.json"}
    assert all(path.suffix == ".html" for path in written if path.parts[0] == "reports")
