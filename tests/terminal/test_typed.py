"""Bytes that no key sends: from a terminal in another encoding, or from one that tells what can't be. All goes on."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal.test_reader import left_as_found, ready
from tests.terminal.test_review import reviewed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

ODD = (
    b"\xe9",  # é of Latin-1
    b"\xff\xfe\xc3",
    b"\x1b[200~caf\xe9\x1b[201~",
    b"\x1b[48;36;120;0;0t\x1b[<35;10;10M",  # a mouse on a terminal of no pixels
    b"\x1b[48;0;0;0;0t\x1b[48;36;120;0;0t",
    b"\x1b[97;1:2D",
    b"\x1b[1114112u",  # past the last character
    b"\x1b[<35;99999999999999999999;3M",
    b"\x9b\x9d\x90",
)


def test_the_reader_goes_on(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    for odd in ODD:
        terminal.press(odd)
        terminal.settle(0.1)
        terminal.press("\x1b[I")  # the terminal has the focus; half a character takes the next byte with it
        terminal.settle(0.1)
        terminal.press("F")
        terminal.until("Findings")
        terminal.press("\x1b")
        terminal.until(lambda text: "Findings" not in text)
        assert terminal.running, odd
    terminal.press("]y")
    terminal.until(lambda text: reviewed(text) == 1)
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.data
    assert left_as_found(terminal)


#: What a terminal in Latin-1 sends, and one in another encoding, for what is seen then.
TYPED: tuple[tuple[dict[str, str], str, str], ...] = (
    ({}, "café Zürich", "iso8859-1"),
    ({}, "“naïve” – 5 €", "cp1252"),
    ({"LANG": "C.UTF-8"}, "Ängström été", "iso8859-1"),
)


@pytest.mark.parametrize(("environ", "text", "encoding"), TYPED)
@pytest.mark.parametrize("at_once", [True, False])
def test_text_in_another_encoding_is_kept(
    open_reader: Open, story: Path, environ: dict[str, str], text: str, encoding: str, at_once: bool
) -> None:
    """In a note, in the search and in the filter; key by key, and in one piece."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", **environ))

    def type_in() -> None:
        for keys in [text] if at_once else text:
            terminal.press(keys.encode(encoding))
            if not at_once:
                terminal.settle(0.15)  # as fast as somebody types
        terminal.until(text)

    terminal.press("]i")
    terminal.until("save and back")
    type_in()
    terminal.press("\x13")
    terminal.until(lambda seen: "save and back" not in seen)
    journal = story / ".variorum" / "ida.jsonl"
    assert [json.loads(line).get("note") for line in journal.read_text("ascii").splitlines()][-1] == text
    if at_once:
        terminal.press("/")
        terminal.until("words in any version")
        type_in()
        terminal.press("\x1b")
        terminal.until(lambda seen: "] [" in seen)
        terminal.press("F/")
        terminal.until("Findings")
        type_in()


def test_a_language_of_many_characters(open_reader: Open, story: Path) -> None:
    """Its terminals send bytes some of which look like UTF-8. What is shown is ASCII in such a locale."""
    terminal = ready(open_reader(story, "--reviewer", "ida", "--beside", LC_ALL="zh_CN.GB18030"))
    text = "渡轮 一百四十 ferry 搁浅"
    terminal.press("]i")
    terminal.until("save and back")
    terminal.press(text.encode("gb18030"))
    terminal.until("ferry")
    terminal.press("\x13")
    terminal.until(lambda seen: "save and back" not in seen)
    journal = story / ".variorum" / "ida.jsonl"
    assert [json.loads(line).get("note") for line in journal.read_text("ascii").splitlines()][-1] == text
    terminal.settle()
    assert terminal.data.isascii()


def test_a_long_paste_in_another_encoding_is_no_command(open_reader: Open, story: Path) -> None:
    """It comes in several pieces, and what stands in one of them is no reason to take the next for keys."""
    terminal = ready(open_reader(story))
    terminal.press("]")
    terminal.press(b"\x1b[200~" + b"y caf\xe9 d " * 2000 + b"q\x1b[201~")
    terminal.settle()
    assert terminal.running
    assert reviewed(terminal.text()) == 0
    terminal.press("F")
    terminal.until("Findings")


def test_a_paste_in_another_encoding_is_no_command(open_reader: Open, story: Path) -> None:
    terminal = ready(open_reader(story))
    terminal.press("]")
    terminal.press(b"\x1b[200~y \xe9 yqyq\x1b[201~")
    terminal.settle()
    assert terminal.running
    assert reviewed(terminal.text()) == 0


def test_the_mouse_is_told_of_by_the_cell(open_reader: Open, story: Path) -> None:
    """By the pixel, every movement of the hand would be a message over the line."""
    terminal = ready(open_reader(story))
    terminal.press("\x1b[?2048;2$y")  # it can tell its size among the keys, a terminal says
    terminal.settle()
    assert b"\x1b[?1006h" in terminal.data
    assert b"\x1b[?1016h" not in terminal.data


#: Seconds for which anything is typed; VARIORUM_TYPING=60 for longer.
TYPING = float(os.environ.get("VARIORUM_TYPING", "3"))
#: Keys of ours, and what else moves a cursor or edits a line; none that leaves, nor the lists of commands, which can.
KEYS: list[str] = [
    *"jkbgGhlnNFMTELSYKJ ][}{/ydurim+=zxXfwsaoc!159",
    *"\r\x1b\t\x7f\0\x01\x05\x0c\x13\x15\x17\x18\x1a\x1c",
]
KEYS += ["\x1b[A", "\x1b[B", "\x1b[Z", "\x1b[5~", "\x1b[6~"]


def anything(chance: random.Random) -> bytes:
    """A key, or what no key sends: broken characters, mouse, pasting, answers, sizes, titles, all kinds of figures."""
    if chance.random() < 0.7:
        return chance.choice(KEYS).encode()
    figures = [chance.choice((0, 1, 2, 35, 64, 65, 300, 2026, 2048, 99_999, 1_114_112)) for _ in range(4)]
    junk = bytes(chance.randrange(256) for _ in range(chance.randint(1, 60))).translate(None, b"\x03\x10\x11q?")
    kinds: list[bytes] = [
        junk,
        b"\x1b[" + junk.translate(None, bytes(range(32))) + b"h",
        b"\x1b[<%d;%d;%dM" % tuple(figures[:3]),
        b"\x1b[<%d;-1;%dm" % tuple(figures[:2]),
        b"\x1b[200~" + junk.replace(b"\x1b", b"") + chance.choice((b"", b"\x1b[201~")),
        b"\x1b]" + junk + b"\x07",
        b"\x1bP" + junk + b"\x1b\\",
        b"\x1b[%d;%d:%du" % tuple(figures[:3]),
        b"\x1b[%d;%dR" % tuple(figures[:2]),
        b"\x1b[?%d;%d$y" % tuple(figures[:2]),
        b"\x1b[48;%d;%d;%d;%dt" % tuple(figures),
    ]
    return chance.choice(kinds)


@pytest.mark.parametrize("seed", [1, 2])
def test_anything_may_be_typed(open_reader: Open, story: Path, tmp_path: Path, seed: int) -> None:
    """It goes on, and the window changes its size meanwhile."""
    chance = random.Random(seed)
    environ = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("STATE", "CONFIG")}
    environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    here = ("sh", "-c", 'cd "$0" && exec "$@"', str(tmp_path))  # where reports go
    terminal = ready(open_reader(story, before=here, **environ))
    end = time.perf_counter() + TYPING
    typed: list[bytes] = []
    while time.perf_counter() < end:
        if chance.random() < 0.03:
            terminal.resize(chance.choice((1, 2, 3, 20, 59, 60, 80, 200)), chance.choice((1, 2, 3, 10, 24, 60)))
        typed.append(anything(chance))
        terminal.press(typed[-1])
        terminal.read(chance.choice((0, 0.005, 0.03)))
        assert b"\x1b[?1049l" not in terminal.data, (seed, typed[-10:])
    terminal.resize(120, 36)
    for _ in range(20):  # what was typed faster than anybody types comes first
        terminal.press("\x1b[201~\x1b[48;36;120;0;0t")  # where it was told that sizes come among the keys
        terminal.settle(0.5)
        sent = len(terminal.data)
        terminal.press("\x0c")  # draws all of it again
        terminal.settle(0.5)
        if len(terminal.data) > sent + 250:
            break
    else:
        pytest.fail(f"no answer after {seed}, {typed[-10:]}")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM, (seed, typed[-10:])
    assert left_as_found(terminal)
    assert b"Traceback" not in terminal.data
    assert not re.search(rb"\x1b\](?!22;|52;)", terminal.data)
