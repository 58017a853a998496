"""Internal errors of a served session: a sentence for whoever logged in, the full text for the administrator."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.commands.internal import LARGEST, LOG, OLDER, InternalErrors, described
from tests.commands.test_serve import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    Serve = Callable[[str], subprocess.CompletedProcess[str]]

START = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); {{fails}}; import reader.cli; reader.cli.start()"


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder, in which a session makes its own."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture
def serve(story: Path, state: Path) -> Serve:
    """Ask a served session for something; ``reader.sources.load`` fails in it."""

    def run(fails: str, asked: str = "report story") -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-I", "-c", START.format(fails=fails), "serve-session", str(story.parent)]
        return subprocess.run(
            [*words, "--state", str(state)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "SSH_ORIGINAL_COMMAND": asked},
            check=False,
        )

    return run


IN_LOAD = "import reader.sources.assemble as a; a.cluster = lambda *_, **__: open('/nowhere/\\x1b[5mat all')"


def test_the_user_is_told_what_and_where_and_no_path(serve: Serve, state: Path) -> None:
    done = serve(IN_LOAD)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("variorum: an internal error, FileNotFoundError in reader/sources/__init__.py, line ")
    assert line.endswith(": the full text is in errors.log of this account's state folder, for the administrator")
    assert "/nowhere" not in line
    assert str(CHECKOUT) not in line
    assert str(state) not in line
    kept = (state / "variorum" / LOG).read_text("utf-8")
    assert "asked: 'report story'" in kept
    assert f'File "{CHECKOUT}/reader/sources/__init__.py", line ' in kept
    assert "No such file or directory: '/nowhere/\\x1b[5mat all'" in kept
    assert "\x1b" not in kept
    assert (state / "variorum" / LOG).stat().st_mode & 0o777 == 0o600


def test_errors_are_kept_one_after_the_other_up_to_a_bound(serve: Serve, state: Path) -> None:
    for _ in range(2):
        serve(IN_LOAD)
    log = state / "variorum" / LOG
    assert log.read_text("utf-8").count("Traceback (most recent") == 2
    with log.open("a") as stream:
        stream.write("x" * LARGEST)
    serve(IN_LOAD)
    assert log.read_text("utf-8").count("Traceback (most recent") == 1
    assert log.with_name(OLDER).stat().st_size > LARGEST


def test_a_recursion_without_end_fits_in(serve: Serve, state: Path) -> None:
    done = serve("import reader.sources.assemble as a; a.cluster = lambda *_, **__: a.cluster()")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "RecursionError in reader/sources/__init__.py" in done.stderr
    assert (state / "variorum" / LOG).stat().st_size < 60_000


def test_where_nothing_can_be_kept_it_is_told_all_the_same(serve: Serve, state: Path) -> None:
    (state / "variorum").mkdir()
    (state / "secret").write_text("as it was")
    (state / "variorum" / LOG).symlink_to(state / "secret")
    done = serve(IN_LOAD)
    assert done.returncode == 1
    assert done.stderr.endswith("the full text could not be kept\n")
    assert len(done.stderr.splitlines()) == 1
    assert (state / "secret").read_text() == "as it was"


@pytest.mark.parametrize(
    "fails",
    [
        "import threading; t = threading.Thread(target=lambda: open('/nowhere')); m = a.cluster; "
        "a.cluster = lambda *x, **y: (t.start(), t.join(), m(*x, **y))[2]",
        "import warnings; m = a.cluster; a.cluster = lambda *x, **y: (warnings.warn('/nowhere'), m(*x, **y))[1]",
        "m = a.cluster; D = type('D', (), {'__del__': lambda _: open('/nowhere')}); "
        "a.cluster = lambda *x, **y: (D(), m(*x, **y))[1]",
    ],
)
def test_what_ends_nothing_is_kept_and_not_told(serve: Serve, state: Path, fails: str) -> None:
    done = serve(f"import reader.sources.assemble as a; {fails}")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"schema": "variorum/1"' in done.stdout
    assert "/nowhere" in (state / "variorum" / LOG).read_text("utf-8")


def test_an_error_that_came_up_elsewhere_has_no_place() -> None:
    with pytest.raises(OSError, match="nowhere") as told:
        Path("/nowhere").read_text("utf-8")
    assert described(told.value) == "FileNotFoundError"


def test_before_there_is_a_state_folder_nothing_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    InternalErrors(None)._ended(KeyError, KeyError("x"), None)
    assert capsys.readouterr().err == "variorum: an internal error, KeyError: the full text could not be kept\n"
