"""What the benchmark counts and says: bytes and frames of a program in a terminal, and of a line through a proxy."""

from __future__ import annotations

import json
import shutil
import socket
import socketserver
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest

import reader
from tools.bench import peer, wire
from tools.bench.peer import Program, Sent
from tools.bench.screen import scrolled
from tools.generate import cluster
from tools.terminal import FRAME, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Answers each key with so many bytes; "]" writes other words all over the screen, every second time.
_PROGRAM = r"""
import os, sys, tty
tty.setraw(0)
os.write(1, b"started")
answers = {b"j": b"x" * 7, b"c": b"y", b" ": b"z" * 40, b"n": b"nn", b"/": b"s"}
steps = 0
while (key := os.read(0, 1)) != b"q":
    if key == b"]":
        steps += 1
        words = "".join(f"\x1b[{y};1Hline {y} of {steps // 2}" for y in range(1, 21))
        os.write(1, words.encode() if steps % 2 == 0 else b"\x07" * 9)
    else:
        os.write(1, answers.get(key, b""))
"""
SCRIPTED = Program(
    command=(sys.executable, "-c", _PROGRAM),
    started=lambda text: "started" in text,
    line="j",
    cursor="c",
    page=" ",
    top="g",
    step="]",
    search=("/",),
    match="n",
    leave="q",
)


def test_every_action_is_counted_by_itself_and_as_the_line_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a line that doubles what the terminal gets, after a login of 100 bytes."""
    monkeypatch.setattr(peer, "QUIET", 0.08)
    monkeypatch.setattr(peer, "IDLE", 0.1)
    line = peer.Line(list, lambda terminal: 100 + 2 * len(terminal.data), lambda: 100)
    found = peer.measure(SCRIPTED, line, 40, 20)
    assert found.keys() == set(peer.ACTIONS)
    assert {sent.bytes for sent in found[peer.LINE]} == {2 * 7}
    assert {sent.bytes for sent in found[peer.CURSOR]} == {2 * 1}
    assert {sent.bytes for sent in found[peer.PAGE]} == {2 * 40}
    assert {sent.bytes for sent in found[peer.SEARCH]} == {2 * 2}
    assert found[peer.START] == [Sent(2 * len("started"), 1)]
    assert found[peer.REST] == [Sent(0, 0)]
    assert {sent.bytes for sent in found[peer.SAME]} == {2 * 9}
    assert min(sent.bytes for sent in found[peer.OTHER]) > 400
    assert {sent.frames for action in (peer.LINE, peer.PAGE) for sent in found[action]} == {1}


@pytest.mark.parametrize(
    ("times", "count"),
    [([], 0), ([1.0], 1), ([1.0, 1.0 + FRAME / 2, 1.0 + FRAME], 1), ([1.0, 1.0 + 2 * FRAME, 2.0], 3)],
)
def test_what_comes_within_a_moment_is_one_frame(times: list[float], count: int) -> None:
    assert peer.frames(times) == count


def test_a_cell_gives_the_medians() -> None:
    assert peer.cell([]) == "–"
    assert peer.cell([Sent(1000, 1), Sent(3000, 2), Sent(1200, 1)]) == "1,200 (1)"


def figures(**bytes_sent: int) -> dict[str, list[Sent]]:
    usual = {"start": 3_000, "page": 900, "same": 2_000, "rest": 0} | bytes_sent
    names = {"start": peer.START, "page": peer.PAGE, "same": peer.SAME, "rest": peer.REST}
    return {names[name]: [Sent(count, 1)] for name, count in usual.items()}


def test_the_aims_are_kept_or_not() -> None:
    def missed(vim: dict[str, list[Sent]] | None = None, **bytes_sent: int) -> list[str]:
        return [aim.what for aim in peer.aims(figures(**bytes_sent), vim or figures(), 80, 24) if not aim.kept]

    assert missed() == []
    assert missed(start=3_840) == []
    assert missed(start=3_841) == ["bytes of a start ≤ 3,840"]
    assert missed(page=901) == ["bytes of a page ≤ vim's 900"]
    assert missed(figures(page=902), page=901) == []
    assert missed(same=2_501) == ["bytes of a finding step on the same screen ≤ 2,500"]
    assert missed(rest=1) == ["bytes in 10 s without a key ≤ 0"]
    without_vim = peer.aims(figures(page=10**6), None, 80, 24)
    assert all(aim.kept for aim in without_vim)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    path.write_text("\n".join(json.dumps(article) for article in cluster(4, 12, seed=3)), "utf-8")
    return path


@pytest.mark.parametrize("columns", [80, 160])
def test_vim_gets_the_same_words_in_lines_that_fit_its_windows(articles: Path, tmp_path: Path, columns: int) -> None:
    program = peer.vim(articles, tmp_path, columns)
    names = program.command[len(peer.VIM) :]
    versions = reader.load(articles).versions
    assert len(names) == len(versions)
    for name, version in zip(names, versions, strict=True):
        lines = Path(name).read_text("utf-8").splitlines()
        assert max(map(len, lines)) <= columns // len(versions) - 4
        assert " ".join(" ".join(lines).split()) == " ".join(" ".join(p.text for p in version.paragraphs).split())
    assert not program.started("made-1.txt  1,1  Top")
    assert program.started("1,1  Top " * len(names))


def test_the_reader_has_started_when_the_findings_are_counted(articles: Path) -> None:
    started = peer.variorum(articles).started
    assert not started(" Title    comparing ━━━━━───── 50 %\nwords + 3")
    assert started(" Title    ≠ 0   + 12   − 3   reviewed 0/15\nwords")


def test_text_that_has_moved_is_told_from_words_that_look_other() -> None:
    before = [f"line {n}" for n in range(20)]
    assert not scrolled(before, [*before[:10], "- line 10 -", *before[11:]])
    assert scrolled(before, [f"line {n + 3}" for n in range(20)])


# The line


class _Echo(socketserver.BaseRequestHandler):
    """Sends everything back three times."""

    greeting: ClassVar[bytes] = b"hello"

    def handle(self) -> None:
        self.request.sendall(self.greeting)
        while data := self.request.recv(1 << 12):
            self.request.sendall(data * 3)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[wire.Wire]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Echo) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        made = wire.Wire(tmp_path, server.server_address[1])
        yield made
        made.close()
        server.shutdown()


def port_of(line: wire.Wire) -> int:
    words = line.command(["true"])
    return int(words[words.index("-p") + 1])


def exactly(client: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count and (part := client.recv(1 << 12)):
        data += part
    return data


def test_only_what_the_server_sends_is_counted(line: wire.Wire) -> None:
    with socket.create_connection(("127.0.0.1", port_of(line)), 5) as client:
        assert exactly(client, 5) == b"hello"
        client.sendall(b"ab" * 50)
        assert exactly(client, 300) == b"ab" * 150
    with socket.create_connection(("127.0.0.1", port_of(line)), 5) as client:
        assert exactly(client, 5) == b"hello"
    assert line.bytes == 5 + 300 + 5


def test_a_line_that_is_closed_lets_nobody_in(line: wire.Wire) -> None:
    port = port_of(line)
    line.close()
    data = b""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 2) as client:
        client.sendall(b"x")
        data = client.recv(5)
    assert data == b""


def test_the_command_compresses_and_quotes_and_takes_nothing_of_whoever_runs_it(line: wire.Wire) -> None:
    words = line.command(["printf", "%s", "it's a; test"])
    assert words[:3] == ["ssh", "-C", "-tt"]
    assert words[words.index("-F") + 1] == "/dev/null"
    assert "ObscureKeystrokeTiming=no" in words
    there = words[-1]
    done = subprocess.run(["sh", "-c", there], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout == "it's a; test"


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "find", lambda name: None if name == "sshd" else f"/usr/bin/{name}")
    assert wire.missing() == ["sshd"]


def test_a_server_that_does_not_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "find", lambda name: shutil.which("false") if name == "sshd" else shutil.which(name))
    if shutil.which("ssh-keygen") is None:
        pytest.skip("needs ssh-keygen")
    with pytest.raises(RuntimeError, match="sshd does not listen"), wire.wire(tmp_path):
        pass


@pytest.mark.xdist_group("sshd")
@pytest.mark.skipif(bool(wire.missing()), reason="needs OpenSSH's server and client")
def test_bytes_through_ssh_are_compressed_and_counted_without_the_login(tmp_path: Path) -> None:
    try:
        with wire.wire(tmp_path) as through:
            login = through.login()
            assert 1_000 < login < 20_000
            before = through.bytes
            with Terminal(through.command([sys.executable, "-c", "print('a' * 100_000)"])) as terminal:
                terminal.wait(30)
                assert terminal.data.count(b"a") >= 100_000
            time.sleep(0.05)
            assert 0 < through.bytes - before - login < 10_000
    except subprocess.CalledProcessError:
        pytest.skip("sshd lets nobody log in here")
