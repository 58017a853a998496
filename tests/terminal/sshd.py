"""An OpenSSH server of the tests' own: on the loopback, with its own keys, ports and configuration, gone after them.

It runs as root, or as a plain user, who can log in as themselves then, but gets no terminal from it. Whoever logs in
gets ``serve-session``: at one port by ForceCommand in sshd_config, at the other by command= in authorized_keys, each
written as docs/ssh.md says.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECKOUT = Path(__file__).parents[2]

#: Where sshd running as root puts the part of it that has no rights, and won't start without.
_EMPTY = Path("/run/sshd")

_CONFIG = """\
ListenAddress 127.0.0.1:{forced}
ListenAddress 127.0.0.1:{keyed}
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
LogLevel VERBOSE
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
# as careless as can be: the session has to hold all the same
AcceptEnv *
Subsystem sftp internal-sftp
ClientAliveInterval 1
ClientAliveCountMax 2
Match LocalPort {forced}
    ForceCommand {forced_command}
    DisableForwarding yes
    PermitTTY yes
    PermitUserRC no
"""


def find(name: str) -> str | None:
    """A program's path; sshd's is not everybody's."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens at."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class Server:
    """sshd, and the client's side of it."""

    def __init__(
        self,
        folder: Path,
        root: Path,
        state: Path | None,
        *,
        user: str | None = None,
        python: str = sys.executable,
        modules: Sequence[str] = (str(CHECKOUT),),
    ) -> None:
        """folder: for keys and configuration. root: what is served. state: where verdicts are kept; None: at home.

        user: who logs in; None: whoever runs the tests. python, modules: what they run, and where its modules lie.
        """
        self.folder, self.root, self.state = folder, root, state or Path()
        self.user = user or pwd.getpwuid(os.getuid()).pw_name
        self.forced, self.keyed = free_ports(2)
        self._variorum = folder / "variorum"
        self._variorum.write_text(
            f"#!{python} -I\nimport sys\nsys.path[:0] = {list(modules)!r}\nimport reader.cli\nreader.cli.start()\n"
        )
        self._variorum.chmod(0o755)
        command = f"{self._variorum} serve-session {root}"
        if state is not None:
            command += f" --state {state}"
        self._write_keys(f'command="{command} --reviewer ida",restrict,pty')
        config = folder / "sshd_config"
        config.write_text(
            _CONFIG.format(forced=self.forced, keyed=self.keyed, folder=folder, forced_command=command), "utf-8"
        )
        self._made_empty = False
        if os.getuid() == 0 and not _EMPTY.is_dir():
            _EMPTY.mkdir(mode=0o755)
            self._made_empty = True
        self._log = folder / "log"
        sshd = find("sshd")
        assert sshd is not None
        with self._log.open("wb") as log:
            self._process = subprocess.Popen([sshd, "-D", "-e", "-f", str(config)], stderr=log, start_new_session=True)
        self._shared = tempfile.TemporaryDirectory(prefix="s")  # a socket's path is short
        self._socket = f"{self._shared.name}/s"
        self._master: subprocess.Popen[bytes] | None = None
        self._wait()
        # One connection for what is run without a terminal: making one takes longer than most of what is asked over it.
        self._master = subprocess.Popen(
            self.ssh(more=["-M", "-N", "-S", self._socket]), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def _write_keys(self, options: str) -> None:
        keygen = find("ssh-keygen")
        assert keygen is not None
        for name in ("host", "user", "bound"):
            words = [keygen, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(self.folder / name)]
            subprocess.run(words, check=True, timeout=60)
        user, bound = ((self.folder / f"{name}.pub").read_text("ascii") for name in ("user", "bound"))
        (self.folder / "authorized_keys").write_text(f"{user}{options} {bound}", "ascii")
        host = (self.folder / "host.pub").read_text("ascii")
        hosts = "".join(f"[127.0.0.1]:{port} {host}" for port in (self.forced, self.keyed))
        (self.folder / "known_hosts").write_text(hosts, "ascii")

    def _wait(self) -> None:
        end = time.perf_counter() + 15
        while self._process.poll() is None and time.perf_counter() < end:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.keyed), 1):
                return
            time.sleep(0.05)
        self.close()
        pytest.fail(f"sshd does not listen:\n{self.log()}")

    def log(self) -> str:
        """What sshd has said."""
        return self._log.read_text("utf-8", "replace")

    def options(self, *, keyed: bool = False) -> list[str]:
        """Options of ssh, scp and sftp but for the port: nothing of whoever runs the tests comes in."""
        key = "bound" if keyed else "user"
        return [
            *("-F", "/dev/null", "-i", str(self.folder / key), "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none"),
            *("-o", f"UserKnownHostsFile={self.folder / 'known_hosts'}", "-o", "StrictHostKeyChecking=yes"),
            *("-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "LogLevel=ERROR"),
        ]

    def ssh(self, *words: str, keyed: bool = False, more: Sequence[str] = ()) -> list[str]:
        """The command line of ssh. words: what is to be run there. keyed: at the port where the key decides."""
        port = str(self.keyed if keyed else self.forced)
        return ["ssh", *self.options(keyed=keyed), "-p", port, *more, f"{self.user}@127.0.0.1", "--", *words]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run something without a terminal."""
        return self.client(self.ssh(*words, more=["-S", self._socket]))

    def client(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run a client with nothing to read."""
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def sessions(self) -> list[int]:
        """The processes of ``serve-session`` that run now."""
        found = []
        for entry in Path("/proc").iterdir():
            with suppress(OSError, ValueError):
                words = (entry / "cmdline").read_bytes().split(b"\0")
                if os.fsencode(self._variorum) in words and words[0] != b"sh":
                    found.append(int(entry.name))
        return found

    def close(self) -> None:
        """End the server, and what is left of its sessions."""
        if self._master is not None:
            self._master.terminate()
            self._master.wait(10)
        self._shared.cleanup()
        self._process.terminate()
        self._process.wait(10)
        for pid in self.sessions():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self._made_empty:
            with suppress(OSError):
                _EMPTY.rmdir()
