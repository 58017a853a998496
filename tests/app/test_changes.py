"""What is sent has the terminal show what Textual drew: on two emulators, over any frames, with any skills."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

from reader.app.changes import Scroll, changes, find_scroll
from reader.app.picture import Picture, sure
from reader.app.thrift import Painter
from reader.app.writer import Skills
from tests.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable

SKILLS = [Skills(*chosen) for chosen in product((False, True), (False, True), (False, True))]
PENS = ("38;5;253;48;5;16", "1;38;5;231;48;5;16", "38;5;23;48;5;16", "38;5;253;48;5;17", "4;31;44", "7", "3")
PLAIN = st.text(alphabet="abc  d—é≠│", max_size=30)
WIDE = st.text(alphabet="ab 日本한！", max_size=20)
MARKED = st.text(alphabet="ae o\u0301\u0323日 ", max_size=20).map("e".__add__)
DOUBTFUL = st.text(alphabet="ab │日\u0301\u200d\ufe0f\u200b👩👧🇫🇷❤ن\u064e\u200eक्षि\u094d☺ำก", max_size=16)
LAYOUT = st.tuples(st.integers(8, 40), st.integers(4, 14))


def line(pieces: list[tuple[str, str]], columns: int) -> str:
    """Pieces of text with their pens, made as wide as the screen, as Textual sends them."""
    out, used = [], 0
    for pen, text in [*pieces, (PENS[0], " " * columns)]:
        words = text if cell_len(text) <= columns - used else set_cell_size(text, columns - used)
        used += cell_len(words)
        if words:
            out.append(f"\x1b[{pen}m{words}\x1b[0m")
    return "".join(out)


class Story:
    """Lines of text longer than the screen, with something at both ends of it that doesn't scroll."""

    def __init__(self, data: st.DataObject, text: st.SearchStrategy[str], *, cuts: bool = True) -> None:
        """cuts: whether what is sent may begin in the middle of a wide character, which pyte gets wrong."""
        self._cuts = cuts
        piece = st.tuples(st.sampled_from(PENS), text)
        self.columns, self.rows = data.draw(LAYOUT)
        self._data = data
        self._lines = data.draw(st.lists(st.lists(piece, max_size=4), min_size=20, max_size=20))
        self._piece = piece
        self._top = 0

    def frame(self) -> str:
        """Something that Textual could send next."""
        what = self._data.draw(st.sampled_from(["scroll", "page", "edit", "span", "everything", "size"]))
        if what == "size":
            self.columns, self.rows = self._data.draw(LAYOUT)
        elif what == "scroll":
            self._top = max(0, min(self._top + self._data.draw(st.integers(-3, 3)), 19))
        elif what == "page":
            self._top = self._data.draw(st.integers(0, 19))
        elif what == "edit":
            self._lines[self._data.draw(st.integers(0, 19))] = self._data.draw(st.lists(self._piece, max_size=4))
        elif what == "span":
            x, y = self._data.draw(st.integers(0, self.columns - 1)), self._data.draw(st.integers(0, self.rows - 1))
            pen, text = self._data.draw(self._piece)
            if not self._cuts:
                return f"\x1b[{y + 1};1H{line([(pen, text)], self.columns)}\x1b[1;1H"
            room = self.columns - x
            words = text if cell_len(text) <= room else set_cell_size(text, room)
            return f"\x1b[{y + 1};{x + 1}H\x1b[{pen}m{words}\x1b[0m\x1b[1;1H"
        body = [
            line(self._lines[(self._top + y) % 20], self.columns - 1) + f"\x1b[33m{y % 3}\x1b[0m" for y in range(20)
        ]
        body = [line([("1", "head")], self.columns), *body[: self.rows - 2], line([("2", "foot")], self.columns)]
        return "\n".join(f"\x1b[{y + 1};1H{text}" for y, text in enumerate(body)) + "\x1b[1;1H"


def of_pyte(screen: pyte.Screen) -> list[list[object]]:
    """What is seen on a screen of pyte's."""
    rows: list[list[object]] = []
    for y in range(screen.lines):
        rows.append([])
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            lines = cell.underscore or cell.reverse or cell.strikethrough
            rows[-1].append(cell if cell.data != " " or lines else (cell.data, cell.bg))
    return rows


def screen_of(columns: int, rows: int) -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(columns, rows)
    screen.reset_mode(pyte.modes.DECAWM)
    screen.set_mode(pyte.modes.LNM)
    return screen, pyte.Stream(screen)


@settings(max_examples=150)
@given(st.data(), st.sampled_from(SKILLS), st.sampled_from([PLAIN, WIDE, MARKED]))
def test_the_terminal_shows_what_textual_drew(data: st.DataObject, skills: Skills, text: Any) -> None:
    story, painter = Story(data, text, cuts=text is PLAIN), Painter(skills)
    size = (0, 0)
    for _ in range(data.draw(st.integers(1, 8))):
        frame = story.frame()
        if (story.columns, story.rows) != size:
            size = (story.columns, story.rows)
            frame = frame if "head" in frame else ""
            wanted, wanted_stream = screen_of(*size)
            shown, shown_stream = screen_of(*size)
            for y in range(size[1]):  # what the last size has left; pyte erases only cells that were written once
                shown_stream.feed(f"\x1b[{y + 1}H" + "?" * size[0])
        if data.draw(st.integers(0, 5)) == 0:
            shown_stream.feed("\x1b[2;2Hsomebody else")
            painter.forget()
        wanted_stream.feed(frame)
        assert painter.draw(frame, *size)
        shown_stream.feed(painter.catch_up())
        if "head" not in "".join(wanted.display):
            continue  # not drawn in full since the last change of size
        assert of_pyte(shown) == of_pyte(wanted)
        assert (shown.cursor.x, shown.cursor.y) == (wanted.cursor.x, wanted.cursor.y)
        assert shown.cursor.attrs == shown.default_char
        assert shown.margins is None


def opinion(cluster: str, width: int, *, doubtful: int) -> int:
    """How wide a terminal draws a cluster that is not drawn alike by all."""
    return width if not cluster or sure(cluster) or not width else doubtful


@settings(max_examples=150)
@given(st.data(), st.sampled_from(SKILLS), st.integers(1, 3))
def test_lines_are_level_whatever_width_a_terminal_gives_to_doubtful_characters(
    data: st.DataObject, skills: Skills, doubtful: int
) -> None:
    story, painter = Story(data, DOUBTFUL), Painter(skills)
    width: Callable[[str, int], int] = partial(opinion, doubtful=doubtful)
    terminal = Emulator(story.columns, story.rows, width, colours_erased=skills.colours_erased)
    picture = Picture(story.columns, story.rows)
    for _ in range(data.draw(st.integers(1, 8))):
        frame = story.frame()
        if (story.columns, story.rows) != (terminal.columns, terminal.rows):
            terminal = Emulator(story.columns, story.rows, width, colours_erased=skills.colours_erased)
            picture = Picture(story.columns, story.rows)
        assert picture.draw(frame)
        assert painter.draw(frame, story.columns, story.rows)
        terminal.feed(painter.catch_up())
        for row, cells in zip(picture.rows, terminal.look(), strict=True):
            for x, cell in enumerate(row.cells):
                if cell and sure(cell):
                    assert cells[x][0] == cell, (row.cells, cells)


def rows_of(*texts: str) -> list[Any]:
    picture = Picture(len(texts[0]), len(texts))
    assert picture.draw("\n".join(f"\x1b[{y + 1};1H{text}" for y, text in enumerate(texts)))
    return picture.rows


LINES = [f"{chr(97 + n) * 4} {chr(98 + n) * 5} {chr(99 + n) * 6}" for n in range(9)]


@pytest.mark.parametrize("by", [1, 3, -1, -2])
def test_lines_that_moved_are_moved_by_the_terminal(by: int) -> None:
    head, foot = "the head of the screen.".ljust(24), "and its foot".ljust(24)
    story = [text.ljust(24) for text in LINES * 2]
    old, new = rows_of(head, *story[4:12], foot), rows_of(head, *story[4 + by : 12 + by], foot)
    scroll = find_scroll(old, new)
    assert scroll == Scroll(1, 9, by)
    sent = changes(old, new, (0, 0), (0, 0), Skills(scrolls=True))
    assert "\x1b[2;9r" in sent
    assert ("\x1bM" in sent) == (by < 0)
    assert len(sent) < 60 + 24 * abs(by)
    assert "\x1b[2;9r" not in changes(old, new, (0, 0), (0, 0), Skills())


def test_nothing_is_sent_for_what_is_right_already() -> None:
    rows = rows_of(*LINES)
    for skills in SKILLS:
        assert changes(rows, rows_of(*LINES), (0, 0), (0, 0), skills) == ""
        assert changes(rows, rows, (5, 1), (0, 0), skills) == "\x1b[H"


def test_only_the_cells_that_differ_are_sent() -> None:
    rows = rows_of(*LINES)
    other = rows_of(*LINES[:4], LINES[4].replace("fffff", "ffrff"), *LINES[5:])
    assert changes(rows, other, (0, 0), (0, 0), Skills()) == "\x1b[5;8Hr\x1b[H"


def test_a_screen_of_which_nothing_is_known_is_cleared_first() -> None:
    painter = Painter(Skills(colours_erased=True))
    assert painter.draw("\x1b[44mab\x1b[0m\x1b[2;1H\x1b[44m    \x1b[0m\x1b[1;1H", 4, 2)
    sent = painter.catch_up()
    assert sent == "\x1b[44m\x1b[2J\x1b[Hab\x1b[m\x1b[2D"


def test_cells_under_each_other_are_drawn_downwards() -> None:
    lines = [f"\x1b[{y + 1};1Htext\x1b[31m│\x1b[0mtext" for y in range(6)]
    painter = Painter(Skills())
    assert painter.draw("\n".join(lines), 9, 6)
    assert "│\x1bD\b│\x1bD\b│" in painter.catch_up()


def test_pens_that_come_again_and_again_are_taken_up_once_a_line() -> None:
    line = "".join(
        f"\x1b[1;38;5;231m{key}\x1b[0m\x1b[38;5;246m {label}   \x1b[0m" for key, label in ("aw", "bx", "cy", "dz")
    )
    painter = Painter(Skills())
    assert painter.draw(f"\x1b[1;1H{line}", 24, 1)
    sent = painter.catch_up()
    assert sent.count("38;5;231") == sent.count("38;5;246") == 1
    screen = Emulator(24, 1)
    screen.feed(sent)
    assert "".join(text for text, _ in screen.cells[0]) == "a w   b x   c y   d z   "
    assert [screen.cells[0][x][1].color for x in (0, 2, 6, 8)] == ["38;5;231", "38;5;246"] * 2
