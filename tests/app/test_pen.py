from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st

from reader.app.pen import DEFAULT, Pen, apply, change, on_blanks

CODES = st.sampled_from(
    ["1", "2", "3", "4", "7", "9", "31", "92", "44", "39", "49", "38;5;120", "48;5;16", "38;2;1;2;3", "48;2;200;100;0"]
)
PENS = st.lists(CODES, max_size=4).map(lambda codes: apply(DEFAULT, ";".join(["0", *codes])) or DEFAULT)


def test_pens() -> None:
    assert apply(DEFAULT, "1;38;2;1;2;3") == Pen("38;2;1;2;3", "", frozenset("1"))
    assert apply(Pen("31", "44"), "") == DEFAULT
    assert apply(DEFAULT, "38;5") is None
    assert apply(DEFAULT, "77") is None
    assert apply(Pen("31", "", frozenset({"1", "4", "21"})), "22;24") == Pen("31")
    assert change(Pen("31"), Pen("31")) == ""
    assert change(Pen("31", "44", frozenset("1")), Pen("31")) == "\x1b[0;31m"
    assert change(Pen("31", "48;5;16", frozenset("1")), Pen("31", "48;5;16")) == "\x1b[22m"
    assert change(Pen("31", "44"), DEFAULT) == "\x1b[m"


def test_bold_and_dim_end_together() -> None:
    before, after = Pen("31", "44", frozenset({"1", "2"})), Pen("31", "44", frozenset("2"))
    assert change(before, after) == "\x1b[22;2m"


def test_blanks_show_their_background_and_lines_through_them() -> None:
    assert on_blanks(Pen("31", "44", frozenset("13"))) == Pen("", "44")
    assert on_blanks(Pen("31", "44", frozenset("4"))) == Pen("31", "44", frozenset("4"))


@given(PENS, PENS)
def test_a_change_makes_one_pen_of_the_other(before: Pen, after: Pen) -> None:
    sequence = change(before, after)
    pen: Pen | None = before
    for parameters in filter(None, sequence.replace("\x1b[", "").split("m")):
        pen = apply(pen or DEFAULT, parameters)
    assert (pen == after) if sequence != "\x1b[m" else after == DEFAULT


@given(PENS, PENS)
def test_a_terminal_agrees(before: Pen, after: Pen) -> None:
    shown, wanted = pyte.Screen(2, 1), pyte.Screen(2, 1)
    pyte.Stream(shown).feed(change(DEFAULT, before) + change(before, after) + "x")
    pyte.Stream(wanted).feed(change(DEFAULT, after) + "x")
    assert shown.buffer[0][0] == wanted.buffer[0][0]
