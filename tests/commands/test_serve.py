"""serve-session as a process, without ssh: what the administrator's options do, and what everybody else's don't."""

from __future__ import annotations

import json
import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from reader.review.journal import Journal
from reader.review.places import journal_path
from reader.review.records import Judged, Record, Verdict
from tests.commands.test_walls import KEEPS
from tests.conftest import STORY

CHECKOUT = Path(__file__).parents[2]
START = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); import reader.cli; reader.cli.start()"
ME = pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture
def root(story: Path) -> Path:
    """The folder that is served, with the cluster ``story`` in it."""
    return story.parent


@pytest.fixture
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for the state folder."""
    return tmp_path_factory.mktemp("state")


def is_installed() -> bool:
    """Whether the environment's ``variorum`` is this checkout's."""
    command = Path(sys.executable).parent / "variorum"
    words = [sys.executable, "-I", "-c", "import reader; print(reader.__file__)"]
    told = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False).stdout
    return command.exists() and Path(told.strip()) == CHECKOUT / "reader" / "__init__.py"


def serve(asked: str | None, *words: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run ``serve-session WORDS`` with something asked for over ssh."""
    over_ssh = {} if asked is None else {"SSH_ORIGINAL_COMMAND": asked}
    return subprocess.run(
        [sys.executable, "-I", "-c", START, "serve-session", *map(str, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **over_ssh, **environ},
        check=False,
    )


def judged(cluster: Path, state: Path, finding: str, reviewer: str) -> None:
    """Let a reviewer confirm a finding, as the reader would."""
    from reader.review.places import folder
    from reader.sources import load

    place = folder(load(cluster), [cluster], state=state / "variorum")
    record = Record("1", "2025-01-01T00:00:00Z", reviewer, Judged(finding, Verdict.CONFIRMED, ()))
    assert Journal(journal_path(place, reviewer)).append([record]) is None


def test_a_report_of_a_cluster_by_its_name(root: Path, state: Path) -> None:
    done = serve("report story", root, "--state", state)
    assert (done.returncode, done.stderr) == (0, "")
    paths = [version["path"] for version in json.loads(done.stdout)["versions"]]
    assert paths == [f"story/{name}" for name in sorted(path.name for path in (root / "story").iterdir())]


def test_a_file_of_articles_is_a_cluster_too(root: Path, state: Path) -> None:
    lines = [json.dumps({"outlet": outlet, "text": text}) for outlet, text in STORY.items()]
    (root / "all.jsonl").write_text("\n".join(lines), "utf-8")
    done = serve("check all.jsonl", root, "--state", state)
    assert (done.returncode, done.stderr) == (10, "")
    assert "164" in done.stdout


def test_verdicts_are_those_of_the_state_folder(root: Path, state: Path) -> None:
    opened = [line.split()[0] for line in serve("check story", root, "--state", state).stdout.splitlines()]
    judged(root / "story", state, opened[0], "ida")
    left = [line.split()[0] for line in serve("check story", root, "--state", state).stdout.splitlines()]
    assert left == opened[1:]
    report = json.loads(serve("report story --review", root, "--state", state).stdout)
    assert [review["reviewer"] for review in report["reviews"]] == ["ida"]


def test_the_state_folder_is_made_and_private(root: Path, state: Path) -> None:
    assert serve("check story", root, "--state", state / "new").returncode == 10
    assert (state / "new").stat().st_mode & 0o777 == 0o700
    assert (state / "new" / "variorum").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("asked", ["report story", "read --linear story", "list"])
def test_it_ends_when_nobody_listens_any_more(root: Path, state: Path, asked: str) -> None:
    """As after a dropped line: the report is not computed for nobody."""
    many = "".join(
        f"The ferry number {n} ran aground with {n + 40} aboard on the way to port {n}.\n\n" for n in range(3_000)
    )
    for name in ("harbour-post", "coast-radio"):
        (root / "story" / f"{name}.txt").write_text(many, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", START, "serve-session", str(root), "--state", str(state)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "SSH_ORIGINAL_COMMAND": asked},
    )
    assert process.stdout is not None
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in ((141,) if asked != "list" else (0, 141))
    assert usage.ru_utime + usage.ru_stime < 3


def test_without_a_state_folder_it_reads_all_the_same(root: Path, state: Path) -> None:
    (state / "file").write_text("in the way", "utf-8")
    done = serve("check story", root, "--state", state / "file")
    assert done.returncode == 10
    assert "verdicts and reports can't be kept" in done.stderr


def test_verdicts_beside_the_cluster_where_the_administrator_says_so(root: Path, state: Path) -> None:
    (root / "story" / ".variorum").mkdir()
    finding = serve("check story", root, "--state", state).stdout.split()[0]
    record = Record("1", "2025-01-01T00:00:00Z", "sam", Judged(finding, Verdict.CONFIRMED, ()))
    assert Journal(root / "story" / ".variorum" / "sam.jsonl").append([record]) is None
    assert finding in serve("check story", root, "--state", state).stdout
    assert finding not in serve("check story", root, "--state", state, "--beside").stdout
    (root / "story" / ".variorum" / "eve.jsonl").symlink_to("/etc/passwd")
    done = serve("check story", root, "--state", state, "--beside")
    assert (done.returncode, done.stdout) == (2, "")
    assert "story/.variorum/eve.jsonl: among the verdicts this is a link" in done.stderr


def test_the_list_has_names_as_they_may_be_typed_and_how_far_the_review_is(root: Path, state: Path) -> None:
    (root / "desk").mkdir()
    (root / "story").rename(root / "desk" / "ferry of 3 May")
    (root / "link").symlink_to(root / "desk")
    evil = root / "evil\x1b[5m[bold]"
    evil.mkdir()
    for name in ("one.txt", "two.txt"):
        (evil / name).write_text("A ferry \x1b[5mran aground.", "utf-8")
    judged(root / "desk" / "ferry of 3 May", state, "d4ab", ME)
    for asked in ("list", "", None):
        done = serve(asked, root, "--state", state)
        assert (done.returncode, done.stderr) == (0, "")
        first, second = done.stdout.splitlines()
        assert "'evil\N{SYMBOL FOR ESCAPE}[5m[bold]'" in first
        assert second.split("  ")[0] == "'desk/ferry of 3 May'"
        assert "3 versions" in second
        assert "reviewed 1" in second
        assert "\x1b" not in done.stdout
        assert str(root) not in done.stdout
    assert "reviewed" not in serve("list", root, "--state", state, "--reviewer", "somebody").stdout


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path, state: Path) -> None:
    (tmp_path / "none").mkdir()
    done = serve("list", tmp_path / "none", "--state", state)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "variorum: there is no cluster here\n"


@pytest.mark.parametrize("asked", ["nobody", "story/nobody", "story/.variorum", "../state", "link", "link/x"])
def test_what_is_not_there_or_not_offered_is_refused(root: Path, state: Path, asked: str) -> None:
    (root / "link").symlink_to(state)
    done = serve(asked, root, "--state", state)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(("variorum: not offered here: ", "variorum: there is no cluster "))


def test_a_link_in_a_cluster_is_left_out_or_with_strict_an_error(root: Path, state: Path) -> None:
    (root / "story" / "more.txt").symlink_to(root / "story" / "coast-radio.txt")
    done = serve("report story", root, "--state", state)
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["versions"]) == 3
    assert "more.txt: this is a link, and links are not followed here" in done.stderr
    done = serve("report story", root, "--state", state, "--strict")
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["/nowhere/at/all"], "the folder with the clusters can't be entered"),
        ([], "the following arguments are required: ROOT"),
        (["x", "y"], "unrecognized arguments: y"),
    ],
)
def test_wrong_command_lines_of_the_administrators(words: list[str], told: str) -> None:
    done = serve("story", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


@KEEPS
def test_landlock_is_there(root: Path, state: Path) -> None:
    assert serve("check story", root, "--state", state, "--require-landlock").returncode == 10


def test_help_says_what_may_be_asked(root: Path, state: Path) -> None:
    done = serve("help", root, "--state", state)
    assert (done.returncode, done.stderr) == (0, "")
    assert "report NAME" in done.stdout


@pytest.mark.skipif(not is_installed(), reason="needs this checkout to be the one that is installed")
def test_it_starts_again_where_the_environment_could_have_a_say(root: Path, state: Path, tmp_path: Path) -> None:
    """PYTHONINSPECT would end every Python in a prompt; a module of the user's could take the place of ours."""
    (tmp_path / "rapidfuzz.py").write_text("raise SystemExit(99)")
    done = subprocess.run(
        [str(Path(sys.executable).parent / "variorum"), "serve-session", str(root), "--state", str(state)],
        input="print('a prompt')\n",
        capture_output=True,
        text=True,
        timeout=60,
        env={
            **{"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "SSH_ORIGINAL_COMMAND": "check story"},
            **{"PYTHONINSPECT": "1", "PYTHONPATH": str(tmp_path), "TEXTUAL_LOG": str(tmp_path / "log")},
        },
        check=False,
    )
    assert done.returncode == 10
    assert "a prompt" not in done.stdout
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize("home", ["", "relative", "~root"])
def test_an_account_without_a_home_needs_a_state_folder(root: Path, state: Path, home: str) -> None:
    account = (
        f"import pwd; one = pwd.struct_passwd(('ida', 'x', 1, 1, '', {home!r}, '')); pwd.getpwuid = lambda _: one; "
    )
    start = [sys.executable, "-I", "-c", account + START, "serve-session", str(root)]
    environ = {"PATH": os.environ["PATH"], "HOME": str(state), "SSH_ORIGINAL_COMMAND": "check story"}
    for words, code, told in (([], 2, "give a folder with --state"), (["--state", str(state)], 10, "")):
        done = subprocess.run([*start, *words], capture_output=True, text=True, timeout=60, env=environ, check=False)
        assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (code, True, False)
        assert sorted(path.name for path in root.iterdir()) == ["story"]


@pytest.mark.parametrize("home", ["/dev/null", "/proc"])
def test_a_home_in_which_nothing_can_be_made(root: Path, home: str) -> None:
    account = (
        f"import pwd; one = pwd.struct_passwd(('ida', 'x', 1, 1, '', {home!r}, '')); pwd.getpwuid = lambda _: one; "
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", account + START, "serve-session", str(root)],
        capture_output=True,
        text=True,
        timeout=60,
        env={"PATH": os.environ["PATH"], "SSH_ORIGINAL_COMMAND": "check story"},
        check=False,
    )
    assert done.returncode == 10
    assert f"verdicts and reports can't be kept: {home}/.local/state/variorum: " in done.stderr
