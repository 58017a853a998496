"""The reader in a real terminal: what is seen, what the keys do, and how it leaves the terminal."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_cli import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

#: The top line, once the findings are there, counts the contradictions.
COUNTED = re.compile(r"[≠!] *\d")


def ready(terminal: Terminal) -> Terminal:
    """Wait for the findings, and until nothing more comes."""
    terminal.until(lambda text: COUNTED.search(text) is not None)
    terminal.settle()
    return terminal


def left_as_found(terminal: Terminal) -> bool:
    """Whether the terminal is as a shell needs it: normal screen, cursor shown, no mouse, no pasting, lines echoed."""
    data = terminal.data
    pairs = [(b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?2004h", b"\x1b[?2004l")]
    pairs += [(b"\x1b[?%dh" % mode, b"\x1b[?%dl" % mode) for mode in (1000, 1003, 1004, 1006, 1015)]
    pairs += [(b"\x1b[?7l", b"\x1b[?7h")]
    closed = all(data.rfind(after) >= data.rfind(before) for before, after in pairs)
    kitty = data.count(b"\x1b[<u") >= len(re.findall(rb"\x1b\[>\d+u", data))
    return closed and kitty and terminal.modes() == (True, True)


def test_it_shows_the_story_and_quits(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    text = terminal.text()
    for words in ("harbour-post", "coast-radio", "island-daily", "Aurelia", "140 passengers"):
        assert words in text
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)


def test_the_keys_lead_through_the_findings(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    terminal.press("}")
    terminal.until(lambda text: "164" in text.split("\n", 28)[-1])
    terminal.press("\r")
    terminal.settle()
    assert "164" in terminal.text()
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("F")
    terminal.until("164")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("/")
    terminal.until(lambda text: "/" in text.rstrip().split("\n")[-1][:3])
    terminal.press("oil\r")
    terminal.until(lambda text: re.search(r"\b1\b.*\b1\b", text) is not None)
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("?")
    terminal.until("Next finding")
    terminal.press("\x1b")
    terminal.settle()
    terminal.press("q")
    assert terminal.wait() == 0
    assert left_as_found(terminal)


def test_a_folder_of_clusters_opens_the_library_and_from_there_a_cluster(open_reader: Open, story: Path) -> None:
    (story / ".." / "hostile\x1b]52;c;eA==\x07").mkdir()
    (story / ".." / "hostile\x1b]52;c;eA==\x07" / "cluster.toml").write_text("", "utf-8")
    terminal = open_reader(story.parent)
    terminal.until("Passengers brought ashore after ferry grounding")
    terminal.settle()
    assert "Examples" in terminal.text()
    terminal.press("G")
    terminal.press("g")
    terminal.press("j\r")
    ready(terminal)
    terminal.press("y")
    terminal.until("1/")
    terminal.press("L")
    terminal.until("open now")
    terminal.press("q")
    terminal.until(lambda text: COUNTED.search(text) is not None)
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"\x1b]52" not in terminal.data
    assert left_as_found(terminal)


def test_bad_input_is_an_error_on_a_whole_screen(open_reader: Open, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in ("missing", "empty"):
        terminal = open_reader(tmp_path / path)
        assert terminal.wait() == 2
        assert f"{path}" in terminal.text().replace("\n", "")
        assert "Traceback" not in terminal.text()
        assert left_as_found(terminal)


def test_a_wrong_base_is_an_error(open_reader: Open, story: Path) -> None:
    terminal = open_reader(story, "--base", "nobody")
    assert terminal.wait() == 2
    assert "nobody" in terminal.text()
    assert left_as_found(terminal)


def test_a_bad_file_among_good_ones_is_named_on_screen_and_on_standard_error(open_reader: Open, story: Path) -> None:
    (story / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    terminal = ready(open_reader(story))
    assert "picture.txt" in terminal.text()
    terminal.press("q")
    terminal.settle()
    if terminal.running:
        terminal.press("q")
    assert terminal.wait() == 0
    assert b"picture.txt" in terminal.data[terminal.data.rfind(b"\x1b[?1049l") :]


def test_strict_refuses_a_bad_file(open_reader: Open, story: Path) -> None:
    (story / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0")
    terminal = open_reader(story, "--strict")
    assert terminal.wait() == 2
    assert "picture.txt" in terminal.text()


def test_articles_on_standard_input_leave_the_keys_to_the_terminal(tmp_path: Path) -> None:
    from tools.terminal import Terminal

    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, ARTICLES)), "utf-8")
    script = f'cat "{articles}" | "{sys.executable}" -m reader -'
    with Terminal(["sh", "-c", script], columns=120, rows=36) as terminal:
        ready(terminal)
        assert "Coast Radio" in terminal.text()
        terminal.press("q")
        assert terminal.wait() == 0
        assert left_as_found(terminal)


@pytest.mark.parametrize(("words", "environ"), [(["--ascii"], {}), ([], {"LC_ALL": "C"}), ([], {"LC_ALL": "POSIX"})])
def test_a_terminal_without_unicode_gets_ascii_only(
    open_reader: Open, story: Path, words: list[str], environ: dict[str, str]
) -> None:
    terminal = ready(open_reader(story, *words, **environ))
    terminal.press("}")
    terminal.settle()
    terminal.press("F")
    terminal.settle()
    assert all(byte < 0x80 for byte in terminal.data)
    assert "! 140" in terminal.text() or "164" in terminal.text()


def test_no_colour_is_sent_where_none_is_wanted(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story, NO_COLOR="1"))
    terminal.press("}")
    terminal.settle()
    assert "≠" in terminal.text()
    parameters = {p for run in re.findall(rb"\x1b\[([\d;]*)m", terminal.data) for p in run.split(b";")}
    coloured = [p for p in parameters if p in (b"38", b"48") or re.fullmatch(rb"(3|4|9|10)[0-7]", p)]
    assert not coloured


def test_16_colours_are_enough(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story, TERM="xterm"))
    terminal.press("}")
    terminal.settle()
    assert "≠" in terminal.text()
    assert not re.search(rb"\x1b\[[\d;]*[34]8;[25];", terminal.data)


def test_a_dumb_terminal_gets_the_linear_text(open_reader: Open, story: Path) -> None:
    terminal = open_reader(story, TERM="dumb")
    assert terminal.wait() == 0
    assert b"TERM=dumb; here is the text instead" in terminal.data
    assert b"Passage 1 of " in terminal.data
    assert b"\x1b" not in terminal.data
    assert "say “140”" in terminal.data.decode("utf-8")
    terminal = open_reader(story, TERM="dumb", LC_ALL="C")
    assert terminal.wait() == 0
    assert b'say "140"' in terminal.data
    assert terminal.data.isascii()


def test_the_mouse_can_be_left_alone(open_reader: Open, story: Path) -> None:
    assert b"\x1b[?1000h" in ready(open_reader(story)).data
    assert not re.search(rb"\x1b\[\?100[0-36]h", ready(open_reader(story, "--no-mouse")).data)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (300, 100)])
def test_it_opens_at_any_size(open_reader: Open, story: Path, size: tuple[int, int]) -> None:
    terminal = open_reader(story, columns=size[0], rows=size[1])
    terminal.until("Aurelia")
    terminal.settle()
    terminal.press("]]")
    terminal.settle()
    assert terminal.running
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_resized_window_is_filled_again(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    for columns, rows in ((70, 20), (55, 12), (160, 48), (120, 36)):
        terminal.resize(columns, rows)
        terminal.settle()
        assert "Aurelia" in terminal.text()
    terminal.press("q")
    assert terminal.wait() == 0


def test_nothing_is_sent_while_nothing_happens(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    terminal.settle(1.0)
    before = len(terminal.data)
    terminal.settle(3.0, 3.0)
    assert len(terminal.data) == before


@pytest.mark.parametrize("keys", [("]", "i", "abc"), ("/", "oil"), ("F", "/", "oil"), ("?", "find"), ("L", "/", "a")])
def test_nothing_blinks_where_something_is_typed(open_reader: Open, story: Path, keys: tuple[str, ...]) -> None:
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside"))
    for key in keys:
        terminal.press(key)
        terminal.settle()
    terminal.settle(0.5)
    before = len(terminal.data)
    terminal.settle(1.2, 1.2)
    assert len(terminal.data) == before, terminal.data[before:]
