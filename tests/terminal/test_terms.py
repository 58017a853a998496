"""One terminal after the other: what it is sent is what it knows, and the story can be read on it."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.terminal.test_reader import left_as_found, ready
from tools.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Open = Callable[..., Terminal]

#: Names, and how many colours each may be sent: 2**24 also where COLORTERM doesn't say so, for no other terminal has
#: that name.
TERMS = {
    "xterm": 16,
    "xterm-256color": 256,
    "screen": 16,
    "screen-256color": 256,
    "tmux-256color": 256,
    "linux": 16,
    "vt220": 0,
    "alacritty": 2**24,
    "foot": 2**24,
}
#: Terminals with one screen and without a mouse: they know no more than the VT220 but colours.
OLD = ("linux", "vt220")
#: Those on which italics would be something else, or nothing.
UPRIGHT = ("screen", "screen-256color", *OLD)

OUTLETS = ("harbour-post", "coast-radio", "island-daily")

#: What the VT220 knows of what we send.
_OLD = re.compile(r"\x1b\[(?:[\d;]*m|\d*;?\d*H|\?(?:25|7)[hl]|\d*[BCDKJX]|(?:\d+;\d+)?r)|\x1b[DM]")
#: And what newer terminals do besides: other modes, two questions, keys told in full, the pointer's form.
_NEW = re.compile(r"\x1b\[(?:\?\d+[hl]|\?\d+\$p|>\d+u|<u)|\x1b\]22;[a-z]+\x07")
_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_COLOUR = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\b(?:3[0-79]|4[0-79]|9[0-7]|10[0-7])\b")


def strange(data: bytes, term: str) -> set[str]:
    """What was sent that a terminal doesn't understand."""
    text = data.decode("utf-8")
    rest = _OLD.sub("", text)
    if term not in OLD:
        rest = _NEW.sub("", rest)
    found = set(re.findall(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f].{0,8}", rest.replace("\b", "")))
    for style in _STYLE.findall(text):
        colours = _COLOUR.findall(style)
        found |= {colour for colour in colours if _needs(colour) > TERMS[term]}
        attributes = set(_COLOUR.sub("", style).split(";"))
        found |= attributes & ({"3", "23"} if term in UPRIGHT else set())
        found |= attributes & ({"2"} if term == "vt220" else set())
    return found


def _needs(colour: str) -> int:
    """How many colours a terminal has to have for one of them."""
    return {"8;5": 256, "8;2": 2**24}.get(colour[1:4], 16)


def read_in(screen: list[str]) -> None:
    """Signs, names and the finding in words: all of it can be read."""
    text = "\n".join(screen)
    for outlet in OUTLETS:
        assert outlet in text
    for words in ("Aurelia", "140", "164", "number", "1 of 1", "Number of passengers: harbour-post and island-daily"):
        assert words in text
    assert re.search(r"[≠!] +1 +\+ +\d +[−-] +\d", screen[0]) is not None
    (first, *_) = [line for line in screen if "With 140" in line]
    assert len(re.findall("[≠!]", first[:-2])) == 3, first
    assert sum(re.search(r"[−-] not reported", line) is not None for line in screen) >= 1
    assert re.search(r"[+] Divers will look", text) is not None


def is_seen(terminal: Terminal) -> None:
    """No character is drawn in the colour of its ground."""
    buffer = terminal.screen.buffer
    for y in range(terminal.rows):
        for x in range(terminal.columns):
            cell = buffer[y][x]
            if (character := cell.data) not in " │─▕▏▌▐▍┼" and (cell.fg, cell.bg) != ("default", "default"):
                assert cell.fg != cell.bg, (character, x, y)


def test_the_judge_knows_what_each_terminal_does_not() -> None:
    sent = b"\x1b[?25l\x1b[1;4;38;5;231;48;2;3;3;3m\x1b[3m\x1b[?1049h\x1b[3;31;44;95m"
    assert strange(b"\x1b[1;2H\x1b[J\x1b[1;4;7mx\x1b[m", "vt220") == set()
    assert strange(sent, "foot") == set()
    assert strange(sent, "xterm-256color") == {"48;2;3;3;3"}
    assert strange(sent, "screen") == {"38;5;231", "48;2;3;3;3", "3"}
    assert strange(sent, "vt220") == {"38;5;231", "48;2;3;3;3", "3", "31", "44", "95", "\x1b[?1049h"}
    assert strange(b"\x1b[2m\x07", "vt220") == {"2", "\x07"}


@pytest.mark.parametrize("term", TERMS)
def test_each_terminal_gets_what_it_knows(open_reader: Open, story: Path, term: str) -> None:
    terminal = ready(open_reader(story, TERM=term))
    terminal.press("}")
    terminal.settle()
    read_in(terminal.lines())
    is_seen(terminal)
    for keys, seen in (
        ("\r", "the same thing"),
        ("F", "any version"),
        ("M", "Who reports"),
        ("?", "Commands, keys and signs"),
    ):
        terminal.press(keys)
        terminal.until(seen)
        terminal.settle(0.1)
        is_seen(terminal)
        assert "\N{REPLACEMENT CHARACTER}" not in terminal.text()
        terminal.press("\x1b")
        terminal.until(lambda text, seen=seen: seen not in text)  # type: ignore[misc]
    terminal.press("Fj\r")
    terminal.until(lambda text: "Aurelia" in text and "any version" not in text)
    terminal.press("q")
    assert terminal.wait() == 0
    assert not strange(terminal.data, term)
    assert left_as_found(terminal)
    if term in OLD:  # there is no other screen to leave
        assert terminal.text().strip() == ""
        assert (terminal.screen.cursor.x, terminal.screen.cursor.y) == (0, 0)


@pytest.mark.parametrize("environ", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "TERM": "vt220"}, {"NO_COLOR": "1"}])
def test_without_unicode_or_colour_the_signs_say_it(open_reader: Open, story: Path, environ: dict[str, str]) -> None:
    terminal = ready(open_reader(story, **environ))
    terminal.press("}")
    terminal.settle()
    read_in(terminal.lines())
    assert ("≠" in terminal.text()) is ("NO_COLOR" in environ)
    assert "\N{REPLACEMENT CHARACTER}" not in terminal.text()


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60), (300, 100)])
def test_at_each_size_the_finding_is_explained(open_reader: Open, story: Path, size: tuple[int, int]) -> None:
    terminal = open_reader(story, columns=size[0], rows=size[1])
    terminal.until("Aurelia")
    terminal.until(lambda text: "comparing" not in text)
    terminal.press("}")
    terminal.until(lambda text: "number" in text and "140" in text and "164" in text)
    terminal.settle()
    lines = terminal.lines()
    if size[0] > 60:
        for outlet in OUTLETS[: 2 if size[0] == 80 else 3]:
            assert outlet in lines[1]
    else:
        assert any(outlet in "\n".join(lines) for outlet in OUTLETS)
    assert "≠" in "\n".join(lines[:-5])
    is_seen(terminal)


def _end(within: str, folder: Path) -> None:
    words = {"tmux": ["-S", f"{folder}/s", "kill-server"], "screen": ["-S", "reader", "-X", "quit"]}[within]
    environ = {**os.environ, "SCREENDIR": str(folder)}
    subprocess.run([within, *words], env=environ, capture_output=True, timeout=20, check=False)


@pytest.mark.parametrize("within", ["tmux", "screen"])
def test_inside_another_terminal_program(
    story: Path, tmp_path: Path, within: str, request: pytest.FixtureRequest
) -> None:
    """Judged by what the program draws of it, on a terminal around it."""
    if shutil.which(within) is None:
        pytest.skip(f"{within} is not installed")
    script = f'"{sys.executable}" -m reader "{story}"; stty -a; echo it is "over"; exec cat'
    folder = tmp_path / "sockets"
    folder.mkdir(mode=0o700)
    settings = tmp_path / "settings"
    settings.write_text("startup_message off\n" if within == "screen" else "", "ascii")
    command = {
        "tmux": ["tmux", "-S", str(folder / "s"), "-f", str(settings), "new-session", "-x120", "-y37"],
        "screen": ["screen", "-S", "reader", "-U", "-c", str(settings)],
    }[within]
    request.addfinalizer(lambda: _end(within, folder))  # both go on without a terminal
    with Terminal([*command, "sh", "-c", script], columns=120, rows=37, environ={"SCREENDIR": str(folder)}) as terminal:
        ready(terminal)
        terminal.press("}")
        terminal.settle()
        read_in(terminal.lines())
        is_seen(terminal)
        for keys, seen in (
            ("F", "Divers"),
            ("\x1b", "Aurelia"),
            (" ", "Aurelia"),
            ("g", "Aurelia"),
            ("q", "it is over"),
        ):
            terminal.press(keys)
            terminal.until(seen)
            terminal.settle()
            assert ("Findings" in terminal.text()) is (keys == "F")
        assert re.search(r"(?<!-)\bicanon\b", terminal.text()) is not None
        assert re.search(r"(?<!-)\becho\b", terminal.text()) is not None
        terminal.press("typed\r")
        terminal.until("typed")
        if within == "tmux":
            assert "Aurelia" not in terminal.text()
        terminal.press("\x04")  # cat ends, and with it all
        assert terminal.wait() == 0


#: Seconds for which the window is dragged about; VARIORUM_RESIZES=60 for longer.
RESIZING = float(os.environ.get("VARIORUM_RESIZES", "4"))


def sizes(seed: int) -> Iterator[tuple[int, int]]:
    """Columns and rows of a window that is dragged about."""
    chosen = random.Random(seed)
    while True:
        if chosen.random() < 0.2:
            yield chosen.choice([(40, 10), (80, 24), (300, 100), (20, 5), (1, 1), (59, 12), (60, 12), (500, 3)])
        else:
            yield chosen.randint(20, 220), chosen.randint(5, 70)


def test_a_window_that_is_dragged_about_keeps_the_passage_under_the_cursor(open_reader: Open, story: Path) -> None:
    more = "".join(f"\nPassage {n}: pilot {n} steered vessel {n} to pier {n} at last.\n" for n in range(1, 40))
    for name in OUTLETS:
        path = story / f"{name}.txt"
        path.write_text(path.read_text("utf-8") + more, "utf-8")
    terminal = ready(open_reader(story))
    terminal.press("/")
    terminal.until(lambda text: "/" in text.rstrip().split("\n")[-1][:3])
    terminal.press("pilot 23 steered\r")
    terminal.until("match 1 of")
    seed = 6
    dragging = sizes(seed)
    end = time.perf_counter() + RESIZING
    times = 0
    while time.perf_counter() < end:
        for _ in range(random.Random(times).randint(1, 12)):  # faster than anything can be drawn
            terminal.resize(*next(dragging))
            times += 1
            terminal.read(0.005)
        terminal.resize(*next(size for size in dragging if size[0] >= 40 and size[1] >= 10))
        terminal.until(lambda text: re.search(r"\b23\b", text) is not None)  # of a tall row a part is enough
        assert terminal.running, (seed, times)
    terminal.resize(120, 36)
    terminal.until("pilot 23 steered")
    terminal.settle()
    whole = terminal.lines()
    terminal.press("\x0c")  # draw all of it again: nothing was wrong
    terminal.settle()
    assert terminal.lines() == whole
    assert times > 10
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)
