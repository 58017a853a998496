"""Nothing that comes from outside reaches the terminal as a control sequence or as markup: judged by the bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.hostile import FORBIDDEN, write_articles, write_folder
from tests.terminal.test_reader import left_as_found, ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

#: What we send: styles, cursor positions, erasing, modes, Textual's two questions, its keyboard mode.
OWN = re.compile(
    r"\x1b(?:\[\d*B|D)\x08{1,2}|\x1bD"  # down, and left
    r"|\x1b\[(?:[\d;:]*m|\d*;?\d*H|\?(?:1049|1000|1003|1015|1006|1004|1016|25|7|2004|2026|2048)[hl]"
    r"|\?(?:2026|2048)\$p|>\d+u|<u|\d*[ABCDKJX])"
    r"|\x1b\[(?:\d+;\d+)?r|\x1bM"  # moving the lines of a region
    r"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse pointer
)

#: Article text asks for these styles; no style of ours blinks or conceals.
BLINK_OR_CONCEAL = re.compile(r"\x1b\[(?:[\d;]*;)?(?:5|8)(?:;[\d;]*)?m")

#: Colours hold such numbers too; they are taken out before looking for styles.
COLOUR = re.compile(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)")

#: Keys that bring every kind of text to the screen, and those that end what was opened.
TOUR = (
    "}",
    "}",
    "\r",
    "\x1b",
    "F",
    "\x1b",
    "/nope\r",
    "n",
    "\x1b",
    "?",
    "\x1b",
    "w",
    "f",
    " ",
    "G",
    "g",
    "!",
    "\x1b",
    "l",
)


def sent(terminal: Terminal) -> str:
    """Everything that came out. Must be valid UTF-8."""
    return terminal.data.decode("utf-8", "strict")


def faults(text: str) -> Iterator[str]:
    """What is in the output that no reader sends of its own accord."""
    rest = OWN.sub("", text)
    for found in FORBIDDEN.finditer(rest.replace("\r", "")):
        yield repr(rest.replace("\r", "")[max(0, found.start() - 20) : found.end() + 20])
    for style in BLINK_OR_CONCEAL.finditer(COLOUR.sub("", text)):
        yield repr(style.group())


def press(terminal: Terminal, keys: str) -> None:
    """Press keys and wait for what they bring; whoever wants to search sees the line to type in first."""
    terminal.press(keys)
    if keys == "/":
        terminal.until(lambda text: "/" in text.rstrip().split("\n")[-1][:3])
    terminal.settle(0.1, 3.0)


def leave(terminal: Terminal) -> int:
    """Close whatever is open, then the reader; its exit code."""
    for _ in range(10):
        terminal.press("\x1b")
        terminal.settle(0.3)
        terminal.press("q")
        terminal.settle(0.5)
        if not terminal.running:
            break
    return terminal.wait()


def test_the_judge_sees_each_kind() -> None:
    own = "\x1b[?1049h\x1b[38;5;5;48;5;8mred\x1b[0m\x1b[1;1H\x1b[?2026$p"
    assert not list(faults(own))
    for bad in (
        "\x1b]52;c;eA==\x07",
        "\x9b31m",
        "a\u202eb",
        "\x1b[6n",
        "\x1bc",
        "\x1b[5m",
        "\x1b[38;5;5;8m",
        "\x07",
        "\t",
    ):
        assert list(faults(own + bad)), bad


@pytest.fixture(params=["articles", "folder"])
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A cluster with hostile text in every field, and one with hostile file names."""
    if request.param == "articles":
        return write_articles(tmp_path / "evil.jsonl")
    return write_folder(tmp_path / "evil\x1b]0;TITLE\x07")


def test_nothing_from_outside_is_obeyed(open_reader: Open, hostile: Path) -> None:
    terminal = ready(open_reader(hostile, columns=160, rows=48))
    for keys in TOUR:
        press(terminal, keys)
        assert terminal.running, keys
    assert not list(faults(sent(terminal)))
    assert "TITLE" not in terminal.screen.title + terminal.screen.icon_name
    assert leave(terminal) == 0
    assert left_as_found(terminal)
    assert not list(faults(sent(terminal)))


@pytest.mark.parametrize("columns", [50, 80, 200])
def test_markup_is_shown_as_it_stands(open_reader: Open, hostile: Path, columns: int) -> None:
    terminal = ready(open_reader(hostile, columns=columns, rows=48))
    shown = re.sub(r"\s+", " ", terminal.text())
    assert "[/nope]" in shown


@pytest.mark.parametrize("keys", [(), ("}", "\r"), ("F",), ("/", "[/nope]\r")])
def test_markup_is_shown_as_it_stands_everywhere(open_reader: Open, hostile: Path, keys: tuple[str, ...]) -> None:
    terminal = ready(open_reader(hostile, columns=160, rows=48))
    for key in keys:
        press(terminal, key)
    assert terminal.running
    assert "[/nope]" in terminal.text()
    assert not list(faults(sent(terminal)))


def test_notices_show_hostile_names(open_reader: Open, tmp_path: Path) -> None:
    terminal = ready(open_reader(write_folder(tmp_path / "evil"), columns=160, rows=48))
    assert "[bold].txt" in terminal.text()
    terminal.press("q")
    terminal.settle()
    assert terminal.wait() == 0
    assert "[bold].txt" in sent(terminal)[sent(terminal).rfind("\x1b[?1049l") :]
    assert not list(faults(sent(terminal)))


def test_an_error_shows_hostile_names(open_reader: Open, tmp_path: Path) -> None:
    terminal = open_reader(tmp_path / "no\x1b]0;TITLE\x07[/nope]\x9b5mfile")
    assert terminal.wait() == 2
    assert not list(faults(sent(terminal)))


def test_hostile_options_and_environment(open_reader: Open, story: Path) -> None:
    for words in (["--theme", "\x1b[5m[/nope]"], ["--base", "\x1b]0;TITLE\x07[/nope]"]):
        terminal = open_reader(story, *words)
        terminal.until(lambda text, t=terminal: "aground" in text or not t.running)  # type: ignore[misc]
        terminal.settle()
        assert not list(faults(sent(terminal)))


def test_a_hostile_theme_is_reported_and_skipped(open_reader: Open, story: Path, tmp_path: Path) -> None:
    themes = tmp_path / "config" / "variorum" / "themes"
    themes.mkdir(parents=True)
    (themes / "evil\x1b]0;TITLE\x07[bold].toml").write_text(
        'name = "\\u001b[5m[/nope]"\n[colours]\n"x[/nope]" = "[/]"\n'
    )
    (themes / "worse.toml").write_bytes(b"\x1b[5m not toml [/nope]")
    terminal = ready(open_reader(story, columns=160, XDG_CONFIG_HOME=str(tmp_path / "config")))
    assert "2 notices" in terminal.text()
    terminal.press("!")
    terminal.until("not TOML")  # the path may be cut in two, by its length
    terminal.press("!")
    terminal.settle()
    terminal.press("T")
    terminal.settle()
    assert terminal.running
    assert not list(faults(sent(terminal)))


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_a_paragraph_cannot_set_the_clipboard_of_tmux(hostile: Path, tmp_path: Path) -> None:
    """In a real terminal program, which obeys OSC 52 and titles where they come through."""
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    command = [sys.executable, "-m", "reader", str(hostile)]

    def ask(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*tmux, *words], capture_output=True, text=True, timeout=20)

    assert ask("new-session", "-d", "-x", "160", "-y", "48", "-P", "-F", "#{pane_title}", *command).returncode == 0
    try:
        ask("set-option", "-s", "set-clipboard", "on")
        end = time.perf_counter() + 15
        while "[/nope]" not in ask("capture-pane", "-p").stdout and time.perf_counter() < end:
            time.sleep(0.1)
        for key in ("}", "Space", "Space", "F", "Escape", "G"):
            ask("send-keys", key)
            time.sleep(0.2)
        assert "[/nope]" in ask("capture-pane", "-p").stdout or "log at" in ask("capture-pane", "-p").stdout
        assert ask("show-buffer").returncode != 0
        assert "TITLE" not in ask("display-message", "-p", "#{pane_title}").stdout
    finally:
        ask("kill-server")
