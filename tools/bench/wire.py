"""``ssh -C`` to this machine: an OpenSSH server of the benchmark's own, and a proxy before it that counts the bytes.

The server listens on the loopback, with its own keys and configuration, and is gone afterwards.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONFIG = """\
ListenAddress 127.0.0.1:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PermitUserRC no
PrintMotd no
PrintLastLog no
"""

#: Where sshd running as root puts the part of it that has no rights, and won't start without.
_EMPTY = Path("/run/sshd")


def find(name: str) -> str | None:
    """A program's path; sshd's is not everybody's."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))


def missing() -> list[str]:
    """Which of the programs that this needs are not there."""
    return [name for name in ("sshd", "ssh", "ssh-keygen") if find(name) is None]


class Wire:
    """Runs commands through ``ssh -C`` and counts what comes back, compressed and encrypted."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder = folder
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._server = port
        self._lock = threading.Lock()
        self.bytes = 0  #: that the server has sent
        threading.Thread(target=self._accept, daemon=True).start()

    def command(self, words: Sequence[str]) -> list[str]:
        """The command line that runs these words there, in a terminal."""
        folder = self._folder
        keep = {"PYTHONPATH": str(Path.cwd()), "LANG": "C.UTF-8"}
        there = shlex.join(["env", *(f"{name}={value}" for name, value in keep.items()), *words])
        return [
            *("ssh", "-C", "-tt", "-F", "/dev/null", "-i", str(folder / "user"), "-o", "IdentitiesOnly=yes"),
            *("-o", "IdentityAgent=none", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR"),
            *("-o", f"UserKnownHostsFile={folder / 'known_hosts'}", "-o", "BatchMode=yes"),
            # newer clients send keys that nobody has typed, and get answers to them
            *("-o", "IgnoreUnknown=ObscureKeystrokeTiming", "-o", "ObscureKeystrokeTiming=no"),
            *("-p", str(self._listener.getsockname()[1]), f"{getpass.getuser()}@127.0.0.1", there),
        ]

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
                for one in (client, server):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._carry, args=(client, server, False), daemon=True).start()
                threading.Thread(target=self._carry, args=(server, client, True), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, counts: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(1 << 16):
                if counts:
                    with self._lock:
                        self.bytes += len(data)
                target.sendall(data)
        for one in (source, target):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def login(self) -> int:
        """What a login costs by itself, in bytes."""
        before = self.bytes
        subprocess.run(self.command(["true"]), stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=60)
        return self.bytes - before

    def close(self) -> None:
        """Let nobody in any more, not even whoever is waited for already."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@contextlib.contextmanager
def wire(folder: Path) -> Iterator[Wire]:
    """A server in a folder, and a line to it. Raises RuntimeError where sshd does not start."""
    for name in ("host", "user"):
        keygen = find("ssh-keygen") or "ssh-keygen"
        subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    config = folder / "sshd_config"
    config.write_text(_CONFIG.format(port=port, folder=folder), "ascii")
    makes_empty = os.getuid() == 0 and not _EMPTY.is_dir()
    if makes_empty:
        _EMPTY.mkdir(mode=0o755)
    server = subprocess.Popen(
        [find("sshd") or "sshd", "-D", "-e", "-f", str(config)], stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(server, port)
        line = Wire(folder, port)
        try:
            yield line
        finally:
            line.close()
    finally:
        server.terminate()
        server.wait(10)
        if makes_empty:
            with contextlib.suppress(OSError):
                _EMPTY.rmdir()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    end = time.perf_counter() + 15
    while server.poll() is None and time.perf_counter() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"sshd does not listen, {sys.platform}")
