"""The reader in a served session, in a terminal of its own: nothing of the user's is read, and nothing leads out."""

from __future__ import annotations

import os
import pwd
import sys
from typing import TYPE_CHECKING

import pytest

from tests.commands.test_serve import START
from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import reviewed
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def umask() -> int:
    """The permissions that new files don't get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.fixture
def session(story: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts a served session that is asked for something; at the end of the test, what still runs is ended."""
    opened: list[Terminal] = []
    root = tmp_path / "root"
    root.mkdir()
    story.rename(root / "story")

    def start(asked: str, *words: str | Path, before: str = "pass", **environ: str) -> Terminal:
        program = START.replace("import reader.cli;", f"{before}; import reader.cli;")
        command = [sys.executable, "-I", "-c", program, "serve-session", str(root), "--state", str(tmp_path / "state")]
        over_ssh = {"SSH_ORIGINAL_COMMAND": asked, **environ}
        opened.append(Terminal([*command, *map(str, words)], columns=120, rows=30, environ=over_ssh))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def test_it_reads_reviews_and_quits(session: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = ready(session("story"))
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)
    me = pwd.getpwuid(os.getuid()).pw_name
    assert [path.stem for path in (tmp_path / "state").glob("variorum/reviews/story-*/*.jsonl")] == [me]


def test_every_screen_opens_behind_the_walls(session: Callable[..., Terminal]) -> None:
    terminal = ready(session("story --theme light --no-mouse"))
    for keys in ("}", "\r", "\x1b", *"F\x1bM\x1b?\x1bTj\x1bS\x1b/", "oil\r", "\x1b"):
        terminal.press(keys)
        terminal.settle()
        assert terminal.running, keys
    for key, seen in (("+", "ferry"), ("i", "save and back"), ("E", "Write the report")):
        terminal.press(key)
        terminal.until(seen)
        terminal.press("\x1b")
        terminal.settle()
    terminal.press("q")
    assert terminal.wait() == 0


def test_the_list_of_commands_has_ours_only(session: Callable[..., Terminal]) -> None:
    terminal = ready(session("story"))
    for wanted in ("screenshot", "inspect", "choose the colours"):
        terminal.press("\x10")
        terminal.until("type to search")
        terminal.press(wanted)
        terminal.settle(0.5)
        text = terminal.text()
        assert "SVG" not in text
        assert "Save screenshot" not in text
        assert ("Choose the colours" in text) == (wanted == "choose the colours")
        for _ in range(2):
            terminal.press("\x1b")
            terminal.settle()
    assert terminal.running


def test_the_users_settings_and_themes_are_not_read_but_the_administrators_are(
    session: Callable[..., Terminal], tmp_path: Path
) -> None:
    for name, key in (("mine", "e"), ("theirs", "v")):
        settings = tmp_path / name
        (settings / "themes").mkdir(parents=True)
        (settings / "themes" / f"{name}.toml").write_text('[look]\nground = "#ffcf70 on #1a1206"\n', "utf-8")
        (settings / "config.toml").write_text(f'ascii = true\n[keys]\nverdict-confirmed = "{key}"\n', "utf-8")
    home = tmp_path / "home"
    (home / ".config").mkdir(parents=True)
    (tmp_path / "mine").rename(home / ".config" / "variorum")
    for environ in ({"HOME": str(home)}, {"XDG_CONFIG_HOME": str(home / ".config")}):
        terminal = ready(session("story", **environ))
        assert "≠" in terminal.text()
        terminal.press("]e")
        terminal.settle()
        assert reviewed(terminal.text()) == 0
        terminal.press("T")
        terminal.until("high-contrast")
        assert "mine" not in terminal.text()
        terminal.close()
    terminal = ready(session("story", "--settings", tmp_path / "theirs"))
    assert "≠" not in terminal.text()
    terminal.press("T")
    terminal.until("theirs")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("]v")
    terminal.until(lambda text: reviewed(text) == 1)


def test_a_theme_of_the_users_is_not_found(session: Callable[..., Terminal]) -> None:
    terminal = ready(session("story --theme ../../../../tmp/evil"))
    assert "there is no theme" in terminal.text()


def test_the_reviewer_may_be_named_by_the_administrator(session: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = ready(session("story", "--reviewer", "ida", "--beside", USER="mallory"))
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    [journal] = (tmp_path / "root" / "story" / ".variorum").glob("*.jsonl")
    assert journal.name == "ida.jsonl"
    assert journal.stat().st_mode & 0o777 == 0o666 & ~umask()  # for the team


def test_without_a_terminal_that_can_show_it_the_text_is_printed(session: Callable[..., Terminal]) -> None:
    terminal = session("story", TERM="xterm\x1b[5m")
    assert terminal.wait() == 0
    assert b"Passage 1 of " in terminal.data
    assert b"\x1b" not in terminal.data


def test_without_a_name_there_is_a_list_to_choose_from(session: Callable[..., Terminal], tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "desk" / "ferry 2").mkdir(parents=True)
    for path in (root / "story").iterdir():
        (root / "desk" / "ferry 2" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "closed").mkdir()
    for name in ("one.txt", "two.txt"):
        (tmp_path / "closed" / name).write_text("A closed story.", "utf-8")
    (root / "link").symlink_to(tmp_path / "closed")
    (root / "inner").symlink_to(root / "story")
    terminal = session("")
    terminal.until("desk/ferry 2")
    terminal.settle()
    for name in ("link", "inner", "closed", "Opened lately", "Examples", "harbour-ferry", str(root)):
        assert name not in terminal.text()
    terminal.press("j\r")
    ready(terminal).press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    terminal.press("L")
    terminal.until("desk/ferry 2")
    terminal.settle()
    terminal.press("gg\r")
    terminal.settle()
    assert ready(terminal).running
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)
    assert len(list((tmp_path / "state").glob("variorum/reviews/*/*.jsonl"))) == 1


def test_a_folder_of_clusters_may_be_named(session: Callable[..., Terminal], tmp_path: Path) -> None:
    root = tmp_path / "root"
    for name in ("one", "two"):
        (root / "desk" / name).mkdir(parents=True)
        for path in (root / "story").iterdir():
            (root / "desk" / name / path.name).write_bytes(path.read_bytes())
    terminal = session("desk")
    terminal.until("two")
    terminal.settle()
    assert "story" not in terminal.text()
    terminal.press("\r")
    ready(terminal).press("q")
    assert terminal.wait() == 0


def test_a_link_that_comes_after_the_list_is_not_followed(session: Callable[..., Terminal], tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "late").mkdir()
    for name in ("one.txt", "two.txt"):
        (root / "late" / name).write_text("A ferry ran aground.", "utf-8")
    closed = tmp_path / "closed"
    closed.mkdir()
    for name in ("one.txt", "two.txt"):
        (closed / name).write_text("A closed story.", "utf-8")
    terminal = session("")
    terminal.until("late")
    terminal.settle()
    (root / "late").rename(tmp_path / "aside")
    (root / "late").symlink_to(closed)
    terminal.press("\r")
    terminal.until("links are not followed here")
    assert b"A closed story" not in terminal.data
    assert terminal.running


@pytest.mark.parametrize(
    ("before", "keys", "place"),
    [
        ("from reader.app.screens.reading import ReadingScreen as S; S.{fails}", "?", ""),
        ("from reader.app.window import Window as W; W.scroll = lambda *_: open('/nowhere')", "]jj", " in reader/app/"),
        ("import reader.app.work as w; w.Reading = lambda *_: open('/nowhere')", "", " in reader/app/work.py"),
        ("import reader.app.work as w; w.Reading = lambda *_: int('/nowhere')", "", " in reader/app/work.py"),
    ],
)
def test_an_internal_error_shows_nothing_of_the_server(
    session: Callable[..., Terminal], tmp_path: Path, before: str, keys: str, place: str
) -> None:
    terminal = session("story", before=before.format(fails="action_help = lambda _: open('/nowhere')"))
    if keys:
        ready(terminal).press(keys)
    assert terminal.wait() == 1
    assert left_as_found(terminal)
    told = terminal.data.rpartition(b"variorum: ")[2].decode()
    assert told.startswith(f"an internal error, {'ValueError' if 'int(' in before else 'FileNotFoundError'}{place}")
    assert told.endswith("errors.log of this account's state folder, for the administrator\r\n")
    for path in (str(tmp_path), "/nowhere", "site-packages", "Traceback"):
        assert path.encode() not in terminal.data
    kept = (tmp_path / "state" / "variorum" / "errors.log").read_text("utf-8")
    assert "'/nowhere'" in kept
    assert "reader/app/" in kept
