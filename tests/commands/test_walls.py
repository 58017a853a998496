"""What keeps a served session in, tried from inside: each wall in a process of its own, for it stays up."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.commands import landlock
from reader.commands.walls import ASKED, clean

CHECKOUT = Path(__file__).parents[2]

KEEPS = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")


def behind_walls(script: str, root: Path, state: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in a process that has put up its walls."""
    begin = f"""\
import sys
sys.path.insert(0, {str(CHECKOUT)!r})
from pathlib import Path
from reader.commands.walls import put_up
root, state = Path({str(root)!r}), Path({str(state)!r})
held = put_up([root], [state], home=Path({str(root.parent)!r}))
def refused(what, *words):
    try:
        what(*words)
    except PermissionError as error:
        print("refused")
    else:
        print("done")
"""
    return subprocess.run(
        [sys.executable, "-I", "-c", begin + script], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """What may be read, and what may be written; beside them a file that may not."""
    root, state = tmp_path / "root", tmp_path / "state"
    for folder in (root, state):
        folder.mkdir()
        (folder / "one.txt").write_text("one", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (root / "link.txt").symlink_to(tmp_path / "secret.txt")
    (root / "sub").mkdir()
    return root, state


# The environment

HOSTILE = st.dictionaries(
    st.sampled_from(
        (
            *(
                "HOME",
                "USER",
                "LOGNAME",
                "SHELL",
                "PATH",
                "TERM",
                "COLORTERM",
                "NO_COLOR",
                "LANG",
                "LC_ALL",
                "LC_CTYPE",
            ),
            *("XDG_STATE_HOME", "XDG_CONFIG_HOME", "TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DRIVER", "PYTHONPATH", "EDITOR"),
            *("LD_PRELOAD", "TERMINFO", "TERMINFO_DIRS", "COLUMNS", "TZ", "PYTHONINSPECT", "VARIORUM_ROOT", ASKED),
        )
    ),
    st.one_of(
        st.text(max_size=80), st.sampled_from(("/tmp/evil", "../../x", "xterm-256color", "C.UTF-8", "truecolor"))
    ),
)


@given(HOSTILE)
def test_of_the_environment_only_the_terminal_and_the_locale_are_left(environ: dict[str, str]) -> None:
    kept = clean(environ, "/home/ida", None)
    assert kept.pop("HOME") == "/home/ida"
    assert kept.pop("PATH") == "/usr/bin:/bin"
    assert set(kept) <= {"TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE"}
    for name, value in kept.items():
        assert value == environ[name]
        assert "/" not in value or name == "NO_COLOR"
        assert value.isascii() or name == "NO_COLOR"


def test_a_usual_environment_is_kept() -> None:
    environ = {"TERM": "tmux-256color", "LANG": "de_DE.UTF-8", "LC_CTYPE": "C.UTF-8", "COLORTERM": "truecolor"}
    kept = clean(environ | {"USER": "ida", "SSH_TTY": "/dev/pts/3"}, "/home/ida", Path("/var/lib/ida"))
    assert kept == {"PATH": "/usr/bin:/bin", "HOME": "/home/ida", "XDG_STATE_HOME": "/var/lib/ida", **environ}


# Programs and connections: wherever Python runs


@pytest.mark.parametrize(
    "call",
    [
        "os.system, 'true'",
        "os.fork",
        "os.execv, '/bin/true', ['true']",
        "os.posix_spawn, '/bin/true', ['true'], {}",
        "subprocess.run, ['/bin/true']",
        "subprocess.getoutput, 'true'",
        "pty.spawn, '/bin/true'",
        "socket.create_connection, ('127.0.0.1', 9)",
        "socket.getaddrinfo, 'localhost', 80",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto, b'x', ('127.0.0.1', 9)",
        "socket.socket().bind, ('127.0.0.1', 0)",
    ],
)
def test_no_program_is_started_and_no_connection_made(folders: tuple[Path, Path], call: str) -> None:
    done = behind_walls(f"import os, pty, socket, subprocess\nrefused({call})\n", *folders)
    assert (done.stdout, done.stderr) == ("refused\n", "")


def test_what_is_written_is_bounded(folders: tuple[Path, Path]) -> None:
    done = behind_walls("import resource\nprint(*map(resource.getrlimit, (4, 1)))\n", *folders)
    assert done.stderr == ""
    assert (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE) == (4, 1)
    assert done.stdout == "(0, 0) (101000000, 101000000)\n"


# Files: where the kernel has Landlock


@KEEPS
def test_the_kernel_lets_nothing_be_read_but_the_folder(folders: tuple[Path, Path]) -> None:
    script = """
print(held, (root / "one.txt").read_text(), (state / "one.txt").read_text())
import os
for path in ("../secret.txt", "link.txt", "sub/../../secret.txt", "/etc/passwd", "/proc/1/maps"):
    refused((root / path).read_text)
for path in ("..", "/", "/etc", "/proc"):
    refused(os.listdir, root / path)
"""
    done = behind_walls(script, *folders)
    assert done.stderr == ""
    assert done.stdout.split("\n")[0] == "True one one"
    assert done.stdout.split("\n")[1:] == [*["refused"] * 9, ""]


@KEEPS
def test_the_kernel_lets_nothing_be_written_but_the_state(folders: tuple[Path, Path]) -> None:
    script = """
import os
(state / "sub").mkdir()
(state / "sub" / "new.txt").write_text("new")
(state / "sub" / "new.txt").replace(state / "sub" / "newer.txt")
(state / "sub" / "newer.txt").unlink()
(state / "sub").rmdir()
for path in (root / "new.txt", root.parent / "new.txt", root / "one.txt"):
    refused(path.write_text, "x")
refused(os.mkdir, root / "new")
refused(os.unlink, root / "one.txt")
refused(os.rename, root / "one.txt", state / "two.txt")
refused(os.symlink, "/", state / "link")
refused(os.mkfifo, state / "pipe")
refused(os.truncate, root / "one.txt", 0)
"""
    done = behind_walls(script, *folders)
    assert done.stderr == ""
    assert done.stdout.split("\n") == [*["refused"] * 9, ""]
    assert (folders[0] / "one.txt").read_text() == "one"


@KEEPS
def test_the_kernel_starts_no_program_and_sends_no_signal(folders: tuple[Path, Path]) -> None:
    """Without Python's knowledge: by ctypes, as code of somebody else's would."""
    script = f"""
import ctypes, errno
c = ctypes.CDLL(None, use_errno=True)
words = (ctypes.c_char_p * 2)(b"true", None)
for program in (b"/bin/true", b"/usr/bin/env", {os.fsencode(sys.executable)!r}):
    print(c.execv(program, words), errno.errorcode[ctypes.get_errno()])
print(c.kill({os.getpid()}, 0), errno.errorcode[ctypes.get_errno()])
"""
    done = behind_walls(script, *folders)
    assert done.stderr == ""
    lines = done.stdout.split("\n")
    assert lines[:3] == ["-1 EACCES"] * 3
    if landlock.version() >= 6:
        assert lines[3] == "-1 EPERM"


@KEEPS
def test_all_that_a_session_needs_can_still_be_loaded(folders: tuple[Path, Path]) -> None:
    names = """
import pkgutil, importlib, reader, zoneinfo, curses
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
curses.setupterm("xterm", 1)
from reader.sources.examples import example_names
from reader.app.theming import load_themes
print(len(load_themes()[0]) >= 8, len(example_names()) >= 3)
"""
    done = behind_walls(names, *folders)
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_without_landlock_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert not landlock.confine([], [])
