"""Nothing that commands a terminal gets through, and no offset moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.visible import _USUAL, _line_table, _table, visible, visible_line

ANY_TEXT = st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, exclude_categories=()))


def hostile(char: str) -> bool:
    code = ord(char)
    return (
        (code < 0x20 and char not in "\n\t")
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xD800 <= code <= 0xDFFF
        or 0xE0000 <= code <= 0xE007F
        or char in "\u2028\u2029\ufeff"
    )


@given(ANY_TEXT)
def test_same_length_and_nothing_hostile(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(hostile(char) for char in shown)
    shown.encode("utf-8")  # no lone surrogate is left


@given(ANY_TEXT)
def test_a_line_stays_one_line(text: str) -> None:
    shown = visible_line(text)
    assert len(shown) == len(text)
    assert not any(hostile(char) or char in "\n\t" for char in shown)


def test_nothing_that_must_not_reach_a_screen_is_printable() -> None:
    for code in _line_table():
        assert not chr(code).isprintable()
    assert _table().keys().isdisjoint(map(ord, _USUAL))


@given(ANY_TEXT)
def test_what_is_not_hostile_stays(text: str) -> None:
    for before, after in zip(text, visible(text), strict=True):
        if not hostile(before) and unicodedata.category(before) not in ("Cn", "Cf"):
            assert before == after


@given(ANY_TEXT)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert visible_line(visible_line(text)) == visible_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("abc\u202egnp.exe", "abc\N{REPLACEMENT CHARACTER}gnp.exe"),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("a\tb", "a\tb"),
        ("one\u2028two", "one\ntwo"),
        ("سلام\u200f", "سلام\u200f"),
        ("👩\u200d🚒", "👩\u200d🚒"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert visible(text) == shown
