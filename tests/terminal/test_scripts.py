"""Wide characters, marks, emoji and right-to-left text: all stays level to the cell, whatever the terminal thinks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcwidth

from tests.bidi import visual_order
from tests.conftest import STORY
from tests.emulator import Emulator, as_laid_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.terminal import Terminal

    Open = Callable[..., Terminal]

HEBREW = (
    "\u05d4\u05de\u05e2\u05d1\u05d5\u05e8\u05ea \u05e2\u05dc\u05ea\u05d4 \u05e2\u05dc \u05e9\u05e8\u05d8\u05d5\u05df"
)
ARABIC = (
    "\u062c\u0646\u062d\u062a \u0627\u0644\u0639\u0628\u0627\u0631\u0629 "
    "\u064a\u0648\u0645 \u0627\u0644\u0633\u0628\u062a"
)
POINTED = "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd\u200f"
EMOJI = "👩\u200d👩\u200d👧\u200d👦 🇫🇷🇯🇵 👍🏽 ❤\ufe0f 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3"

#: Invented, and told by all: mostly the same words, beside each other in three panes.
TOLD = (
    f'"{HEBREW}", said {POINTED} of the coast guard, "{ARABIC}".',
    f"{HEBREW} 140, ({ARABIC} 164)!",
    f"{ARABIC} - {HEBREW}. {ARABIC}: 12%.",
    f"On the pier {EMOJI} was painted, and {EMOJI} again at the end.",
    "日本のフェリー「アウレリア」が土曜日に座礁した。한국어 신문도 보도했다.",
    "\u0db6\u0dbb\u0dca\u200d\u0dba \u0dc1\u0dca\u200d\u0dbb\u0dd3 140, \u0d05\u0d35\u0d28\u0d4d\u200d"
    " \u0d35\u0d30\u0d4d\u200d, \u0915\u094d\u200d\u0937 \u09b0\u200d\u09cd\u09af, "
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.",
    "Cafe\u0301 Ze\u0308bra o\u0323\u0302\u0301 क्षत्रिय สำนักข่าว z\u0300\u0301\u0302\u0303\u0304algo.",
)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The story in English, and words in many scripts, with names in two that run from right to left."""
    names = (HEBREW[:11], ARABIC[:10], "Postën 日本")
    articles = []
    for name, (outlet, text) in zip(names, STORY.items(), strict=True):
        more = [*TOLD, f"Divers of {name} saw it too: {HEBREW}, {ARABIC} ({outlet})."]
        articles.append(
            {
                "outlet": name,
                "headline": f"{ARABIC} {HEBREW}",
                "byline": name,
                "published": "2025-10-15",
                "language": "en",
                "text": "\n\n".join([text, *more]),
            }
        )
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(map(json.dumps, articles)), "utf-8")
    return path


def by_code_point(cluster: str, _: int) -> int:
    """The opinion of a terminal that knows of no sequences: each character has its own width."""
    return sum(max(wcwidth(character), 0) for character in cluster if character != "\ufe0f")


def by_the_first(cluster: str, width: int) -> int:
    """The opinion of one that takes whatever belongs together for as wide as its first character."""
    return max(wcwidth(cluster[0]), 0) if width else 0


#: What is sent beside pictures.
_ASIDE = re.compile(r"\x1b\[\?\d+(?:[hl]|\$p)|\x1b\[>\d+u|\x1b\[<u|\x1b\]22;[a-z]+\x07|\x1b\[36H\n(?=\x1b\[\?1049l)")

#: Each is pressed, then what is on the screen is looked at.
TOUR = ("}", "]", "\r", "\x1b", "F", "\x1b", "M", "\x1b", " ", " ", "b", "z", "z", "w", "l", "?", "\x1b", "G")


def ready(terminal: Terminal) -> Terminal:
    """Wait for the findings; pyte can't be asked, for it fails at some of these characters."""
    while re.search(rb"0/[1-9]", terminal.data) is None:  # so many are reviewed
        assert terminal.read(15)
    terminal.settle(0.5)
    return terminal


def pictures(terminal: Terminal) -> list[str]:
    """What had been sent when each screen of the tour had come."""
    found = []
    for keys in ("", *TOUR):
        terminal.press(keys)
        terminal.settle(0.25, 3.0)
        found.append(_ASIDE.sub("", terminal.data.decode("utf-8")))
    return found


def test_all_stays_where_it_is(open_reader: Open, scripts: Path) -> None:
    sent = pictures(ready(open_reader(scripts, columns=120, rows=36)))
    screens = {opinion: Emulator(120, 36, opinion) for opinion in (as_laid_out, by_code_point, by_the_first)}
    fed = 0
    lines = turned = 0
    for data in sent:
        for screen in screens.values():
            screen.feed(data[fed:])
        fed = len(data)
        first = [[cell for cell, _ in row] for row in screens[as_laid_out].cells]
        for y, cells in enumerate(first):
            places = [x for x, cell in enumerate(cells) if cell[:1] == "│"]
            lines += len(places)
            for opinion, screen in screens.items():
                other = [x for x, (cell, _) in enumerate(screen.cells[y]) if cell[:1] == "│"]
                assert other == places, (opinion.__name__, y, "".join(cells))
            turned += _stay_in_their_panes(cells)
    assert lines > 500
    assert turned > 100


def _stay_in_their_panes(cells: list[str]) -> int:
    """Seen by a terminal that turns right-to-left text around: how many cells are seen elsewhere, in their pane."""
    order = visual_order(cells)
    x = moved = 0
    edges = [n for n, cell in enumerate(cells) if cell[:1] in ("│", "▏", "▕", "▐", "▌")]
    for n in order:
        if n in edges:
            assert x == n, "".join(cells)
        assert sum(edge < n for edge in edges) == sum(edge < x for edge in edges), "".join(cells)
        moved += x != n
        x += 2 if n + 1 < len(cells) and cells[n + 1] == "" else 1
    return moved


#: Words with joiners and non-joiners between letters.
JOINED = ("බර්\u200dය", "ශ්\u200dරී", "അവന്\u200d", "വര്\u200d", "ক্\u200dষ", "می\u200cخواهم", "👩\u200d👩\u200d👧\u200d👦")


def test_no_letter_is_written_over(open_reader: Open, tmp_path: Path) -> None:
    """Whatever a terminal takes a joiner for, the letters behind it are all there, and the joiner reaches it."""
    told = " ".join(JOINED)
    articles = [{"outlet": outlet, "text": f"{text}\n\n{told}"} for outlet, text in STORY.items()]
    path = tmp_path / "story.jsonl"
    path.write_text("\n".join(map(json.dumps, articles)), "utf-8")
    terminal = ready(open_reader(path, columns=120, rows=36))
    terminal.press("G")
    terminal.settle()
    for opinion in (by_code_point, by_the_first):
        screen = Emulator(120, 36, opinion)
        screen.feed(_ASIDE.sub("", terminal.data.decode("utf-8")))
        seen = ["".join(cell for cell, _ in row) for row in screen.cells]
        for word in JOINED:
            assert any(word in line for line in seen), (opinion.__name__, word, seen)


@pytest.mark.parametrize("columns", [50, 80, 161])
def test_at_other_widths(open_reader: Open, scripts: Path, columns: int) -> None:
    terminal = ready(open_reader(scripts, columns=columns, rows=30))
    terminal.press("}")
    terminal.settle()
    screen = Emulator(columns, 30, by_code_point)
    screen.feed(_ASIDE.sub("", terminal.data.decode("utf-8")))
    assert sum(_stay_in_their_panes([cell for cell, _ in row]) for row in screen.cells) > 10
