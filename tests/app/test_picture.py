from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.pen import DEFAULT, Pen
from reader.app.picture import LONGEST, Picture, clusters, sure

HOSTILE = st.text(alphabet="ab 日é\u0301\u200d\ufe0f\u200b👩👧🏽🇫🇷❤☺\u200e\u200fنक्षि\u094dำ\ufeff", max_size=20)
ANY = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))


@given(ANY)
def test_clusters_are_as_wide_as_textual_lays_them_out(text: str) -> None:
    found = clusters(text)
    assert "".join(cluster.text for cluster in found) == text
    assert sum(cluster.width for cluster in found) == cell_len(text)
    assert all(cluster.width for cluster in found[1:])


@given(ANY)
def test_what_is_sure_is_as_wide_as_textual_lays_it_out(text: str) -> None:
    for cluster in clusters(text):
        if sure(cluster.text):
            assert len(cluster.text) == 1
            assert cluster.width in (1, 2)


@pytest.mark.parametrize(
    "text", ["a", "≠", "│", "▏", "✓", "é", "ж", "ע", "ن", "日", "한", "！", "—", "…", "✎", "⋯", "▕"]
)
def test_letters_and_our_signs_are_sure(text: str) -> None:
    assert sure(text)


@pytest.mark.parametrize("text", ["e\u0301", "❤\ufe0f", "👩", "👩\u200d👧", "क", "\u0301", "ن\u064e", "a\u200e"])
def test_the_rest_is_not(text: str) -> None:
    assert not sure(text)


def test_a_frame_is_drawn() -> None:
    picture = Picture(6, 2)
    assert picture.draw("\x1b[1;1H\x1b[1;31mab\x1b[0m日\x1b[44m  \x1b[0m\n\x1b[2;3Hé\x1b[1;1H")
    first, second = picture.rows
    assert first.cells == ["a", "b", "日", "", " ", " "]
    assert first.pens == [Pen("31", "", frozenset("1"))] * 2 + [DEFAULT] * 2 + [Pen("", "44")] * 2
    assert second.cells == [None, None, "é", None, None, None]
    assert picture.cursor == (0, 0)


def test_rows_that_were_handed_out_stay() -> None:
    picture = Picture(3, 2)
    assert picture.draw("abc\n\x1b[2;1Hdef")
    before = list(picture.rows)
    assert picture.draw("\x1b[2;2HE\x1b[1;1H")
    assert picture.rows[0] is before[0]
    assert before[1].cells == ["d", "e", "f"]
    assert picture.rows[1].cells == ["d", "E", "f"]


def test_half_of_a_wide_character_leaves_a_blank() -> None:
    picture = Picture(6, 1)
    assert picture.draw("日本語\x1b[1;2Hx\x1b[1;5Hy")
    assert picture.rows[0].cells == [" ", "x", "本", "", "y", " "]


def test_marks_belong_to_the_character_before_them_even_in_a_frame_of_their_own() -> None:
    picture = Picture(4, 1)
    assert picture.draw("日a")
    assert picture.draw("\x1b[1;3H\u0301b")
    assert picture.rows[0].cells == ["日\u0301", "", "b", None]
    assert picture.rows[0].odd


def test_a_million_marks_are_too_many() -> None:
    picture = Picture(4, 1)
    assert picture.draw("a" + "\u0301" * 1_000_000)
    assert [len(cell or "") for cell in picture.rows[0].cells] == [LONGEST, 0, 0, 0]


def test_a_row_is_odd_as_long_as_it_holds_something_doubtful() -> None:
    picture = Picture(4, 1)
    assert picture.draw("a👩b")
    assert picture.rows[0].odd
    assert picture.draw("\x1b[1;1Habcd")
    assert not picture.rows[0].odd


@pytest.mark.parametrize(
    "data",
    [
        "\x1b]0;title\x07",
        "\x1b[2J",
        "\x1b[?1049h",
        "a\x07",
        "\x1b[4:3mx\x1b[0m",
        "\x1b[9;1H",
        "\x1b[1;9H",
        "abcdefg",
        "\n\n\n",
        "\x1b[1mx",
        "\x1b[",
    ],
)
def test_what_is_not_known_is_refused(data: str) -> None:
    assert not Picture(4, 2).draw(data)
