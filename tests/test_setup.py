"""What a newcomer types first: make demo, and making the environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.terminal import Terminal

ROOT = Path(__file__).parent.parent


@pytest.fixture
def variorum(tmp_path: Path) -> Path:
    """A command that runs the checkout with this Python, as the one in .venv does."""
    command = tmp_path / "variorum"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    command.chmod(0o755)
    return command


def test_the_demo_prints_a_report_where_there_is_no_terminal(variorum: Path) -> None:
    done = subprocess.run(
        ["sh", "tools/demo.sh", variorum], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith("No terminal to read on")
    assert "\n# " in done.stdout.decode()


@pytest.mark.parametrize("environ", [{"CI": "true"}, {"TERM": "dumb"}])
def test_the_demo_prints_a_report_in_ci_and_on_a_dumb_terminal(variorum: Path, environ: dict[str, str]) -> None:
    with Terminal(["sh", "tools/demo.sh", str(variorum)], cwd=ROOT, rows=1000, environ=environ) as terminal:
        assert terminal.wait(60) == 0
        assert b"\x1b" not in terminal.data
        assert b"No terminal to read on" in terminal.data


def test_the_demo_opens_the_reader_in_a_terminal(variorum: Path) -> None:
    with Terminal(["sh", "tools/demo.sh", str(variorum)], cwd=ROOT, columns=120, rows=36) as terminal:
        terminal.until("Hallow Courier")
        terminal.settle()
        terminal.press("q")
        assert terminal.wait() == 0


def test_making_an_environment_says_which_python_it_needs(tmp_path: Path) -> None:
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "sh").symlink_to(shutil.which("sh") or "/bin/sh")
    (commands / "python3").write_text("#!/bin/sh\nexit 1\n")  # one that is too old
    (commands / "python3").chmod(0o755)
    environ = {name: value for name, value in os.environ.items() if name != "PYTHON"} | {"PATH": str(commands)}
    done = subprocess.run(
        [shutil.which("sh") or "/bin/sh", ROOT / "tools" / "environment.sh", tmp_path / "venv"],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_what_ci_runs_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "make test" in (ROOT / ".ci" / "run").read_text()
