"""On a terminal that turns right-to-left text around, everything beside such text stays where it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reader.app.changes import changes
from reader.app.direction import MARK, kept_in_place, turns
from reader.app.picture import Picture, unknown
from reader.app.writer import Skills
from tests.bidi import levels_of, visual_order
from tests.emulator import Emulator

SHALOM, PEACE = "\u05e9\u05dc\u05d5\u05dd", "\u0633\u0644\u0627\u0645"
#: Hebrew with points, Arabic with its digits, and whatever stands among them.
TEXT = st.text(alphabet=f"ab 12 ,.\"'-%$(){SHALOM}{PEACE}\u05b8\u064e\u0664\u200f\u061c\u200e日é", max_size=12)
LINES = "│▏▐▕┼─"


def seen(cells: list[str]) -> list[int]:
    """Where each cell is seen."""
    order = visual_order(cells)
    return [order.index(n) if cell else -1 for n, cell in enumerate(cells)]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("ab", [0, 0]),
        (f"a {SHALOM}", [0, 0, 1, 1, 1, 1]),
        (f"{SHALOM} 12.", [1, 1, 1, 1, 1, 2, 2, 0]),
        (f"{PEACE}\u064e │ {SHALOM}", [1] * 12),  # two panes change places, with the line between them
        (f"{PEACE}\u064e{MARK} │ {SHALOM}", [1] * 5 + [1] + [0] * 3 + [1] * 4),
        (f"({SHALOM})", [0, 1, 1, 1, 1, 0]),
    ],
)
def test_the_judge_knows_the_algorithm(text: str, levels: list[int]) -> None:
    found = levels_of(text)
    assert [a for a, character in zip(found, text, strict=True) if character != MARK] == [
        a for a, character in zip(levels, text, strict=True) if character != MARK
    ]


def test_without_marks_the_panes_would_change_places() -> None:
    line = list(f" {SHALOM} │ {PEACE} ")
    assert seen(line)[line.index("│")] == line.index("│")  # by chance: they are of the same length
    assert seen(line)[1] > line.index("│")
    for x, cell in kept_in_place(line).items():
        line[x] = cell
    assert seen(line)[1] < line.index("│")


def test_text_that_runs_one_way_needs_no_mark() -> None:
    assert not turns("日本 é — “a”")
    assert turns("a\u05d0")
    assert turns("\u200f")
    assert turns("\U0001e900")


def pane(text: str, width: int) -> str:
    """A text in a pane, as it is laid out there: not more than one blank between words."""
    text = re.sub(" +", " ", text).strip()
    while wcswidth(text) < 0 or wcswidth(text) > width - 4:
        text = text[:-1]
    return text + " " * (width - 3 - wcswidth(text))


@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(["", "≠", "+", "−", "▏", "~"]), st.data())
def test_each_pane_keeps_its_cells_and_each_line_its_place(texts: list[str], sign: str, data: st.DataObject) -> None:
    width = 18
    columns = (width + 1) * len(texts) + 1
    line = "│".join(f" {sign or ' '} {pane(text, width)}" for text in texts)
    frame = line + " " * (columns - 1 - wcswidth(line)) + "▕"
    picture, blank = Picture(columns, 2), Picture(columns, 2)
    assert blank.draw(f"\x1b[1;1H{' ' * columns}\x1b[2;1H{' ' * columns}\x1b[1;1H")
    assert picture.draw(f"\x1b[1;1H{frame}\x1b[2;1H{' ' * columns}\x1b[1;1H")
    start = data.draw(st.integers(0, columns - 1))  # some of it once more, as where a mark is changed
    piece = Picture(columns, 1)
    assert piece.draw(f"\x1b[1;1H{frame}")
    if piece.rows[0].cells[start] != "":
        rest = "".join(cell or "" for cell in piece.rows[0].cells[start:])
        assert picture.draw(f"\x1b[1;{start + 1}H{rest}\x1b[1;1H")
    shows = Emulator(columns, 2, colours_erased=False)
    shows.feed(changes([unknown(columns)] * 2, picture.rows, None, (0, 0), Skills()))
    cells = [cell for cell, _ in shows.cells[0]]
    places = seen(cells)
    order = visual_order(cells)
    x = 0  # wide characters take two columns wherever they are seen
    column = {}
    for n in order:
        column[n] = x
        x += 2 if n + 1 < columns and cells[n + 1] == "" else 1
    for n, cell in enumerate(cells):
        if cell and cell[0] in LINES:
            assert column[n] == n, (cells, places)
        elif cell:
            assert column[n] // (width + 1) == n // (width + 1), (cells, places)


def test_a_mark_of_right_to_left_text_on_a_blank_turns_nothing_beside_it() -> None:
    line = [" ", " \u061c", " ", " ", "│", " ", "1", " "]
    for x, cell in kept_in_place(line).items():
        line[x] = cell
    assert seen(line) == list(range(8))


def test_a_mark_is_not_added_twice() -> None:
    line = [" ", *SHALOM, " ", " ", "x"]
    first = kept_in_place(line)
    assert first == {0: " " + MARK, 4: SHALOM[-1] + MARK}
    for x, cell in first.items():
        line[x] = cell
    assert kept_in_place(line) == {}


def test_words_of_one_text_keep_their_order() -> None:
    line = list(f" ≠ {SHALOM} {PEACE}, 12 - {SHALOM}.  140")
    marks = kept_in_place(line)
    assert sorted(marks) == [0, line.index("4") - 4]
