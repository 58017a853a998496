"""What keeps a served session where it belongs, beside never asking for anything else: one wall behind the other."""

from __future__ import annotations

import os
import re
import resource
import select
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

from reader.commands.landlock import confine
from reader.commands.talk import PIPE_CLOSED, CommandError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What was asked for over ssh.
ASKED = "SSH_ORIGINAL_COMMAND"

#: Bytes of a file that a session writes: a journal is the largest.
LARGEST_WRITTEN = 101_000_000

#: What a session sees of the variables that ssh and its server hand over, and the form that each has to have.
_KEPT = {
    "TERM": re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}"),
    "COLORTERM": re.compile(r"truecolor|24bit"),
    "NO_COLOR": re.compile(r".{1,16}"),
    "LANG": re.compile(r"[A-Za-z][A-Za-z0-9_.@-]{0,63}"),
    "LC_ALL": re.compile(r"[A-Za-z][A-Za-z0-9_.@-]{0,63}"),
    "LC_CTYPE": re.compile(r"[A-Za-z][A-Za-z0-9_.@-]{0,63}"),
}

#: Where programs, libraries and modules lie that Python needs, as far as it doesn't say so itself.
_SYSTEM = (
    *("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache"),
    *("/etc/terminfo", "/usr/share/terminfo", "/etc/localtime", "/usr/share/zoneinfo", "/usr/share/locale"),
)

#: What Python tells its audit hooks before it does it: programs, connections.
_NEVER = frozenset(
    (
        *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "pty.spawn"),
        *("subprocess.Popen", "webbrowser.open", "socket.bind", "socket.connect", "socket.getaddrinfo"),
        *("socket.gethostbyname", "socket.sendto", "socket.sendmsg"),
    )
)


def clean(environ: Mapping[str, str], home: str, state: Path | None) -> dict[str, str]:
    """The environment of a session: nothing of what the user may have sent but the terminal's name and the locale.

    home: the user's. state: the folder in which the state folder lies, where that is not the usual one.
    """
    kept = {name: environ[name] for name, form in _KEPT.items() if form.fullmatch(environ.get(name, ""))}
    return {"PATH": "/usr/bin:/bin", "HOME": home, **kept, **({"XDG_STATE_HOME": str(state)} if state else {})}


def start_again(words: Sequence[str], environ: Mapping[str, str]) -> NoReturn:
    """This command once more, by a Python that takes no modules from the environment, the user's home or folder."""
    asked = {ASKED: environ[ASKED]} if ASKED in environ else {}
    kept = clean(environ, environ.get("HOME", "/"), None) | asked
    try:
        os.execve(sys.executable, [sys.executable, "-I", "-m", "reader", "serve-session", *words], kept)
    except OSError as error:
        raise CommandError(f"cannot start {sys.executable!r} again, isolated: {error.strerror}") from error


def put_up(readable: Sequence[Path], writable: Sequence[Path], *, home: Path) -> bool:
    """Keep this process to some folders and to what Python needs, for good; whether the kernel sees to it too.

    home: the user's home, which is never open as a whole, whatever Python says that it needs.
    """
    for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, LARGEST_WRITTEN)):
        with suppress(ValueError, OSError):  # lower already
            resource.setrlimit(limit, (most, most))
    known = {Path(path) for path in (*sys.path, sys.prefix, f"{sys.base_prefix}/lib", *_SYSTEM) if path}
    package = Path(__file__).parents[1]
    themes_and_examples = (package, *package.parent.glob("themes"), *package.parent.glob("examples"))
    modules = sorted((known | set(themes_and_examples)) - {Path("/"), home})
    devices = [Path("/dev/null"), Path("/dev/tty")]
    held = confine([*modules, *readable], [*writable, *devices])
    sys.addaudithook(_refuse)
    return held


def end_with_the_line() -> None:
    """From now on end this process as soon as nobody can read its standard output any more.

    Without a terminal there is no signal that tells, and who computes a long report would only notice at its end.
    """
    Thread(target=_wait_for_the_end, name="line", daemon=True).start()


def _wait_for_the_end() -> None:
    line = select.poll()
    line.register(1, 0)  # nothing but what is always told: an error, a hang-up
    line.poll()
    os._exit(PIPE_CLOSED)


def _refuse(event: str, _: object) -> None:
    if event in _NEVER:
        raise PermissionError(f"{event} is not for a served session")
