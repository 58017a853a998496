from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from reader.app import wrap as module
from reader.app.wrap import height, wrap

WORDS = st.text(alphabet="abcdefghijklmnop’“”—-.,éü0123456789", min_size=1, max_size=9)
PLAIN = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \u00a0\u200d\u0301日本。한👩🇫🇷\ufe0f…\u00ad"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    )
)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(PLAIN, st.integers(9, 80))
def test_plain_text_is_wrapped_as_textual_wraps_it(text: str, width: int) -> None:
    assert lines(text, width) == [line.plain.rstrip() for line in Content(text).wrap(width)]


@given(PLAIN, st.integers(2, 40))
def test_both_ways_give_the_same_lines(text: str, width: int) -> None:
    assert list(module._wrap_even(text, width)) == list(module._wrap_uneven(text, width))


@given(ANY, st.integers(2, 30))
def test_every_character_but_the_spaces_is_in_one_line_in_order(text: str, width: int) -> None:
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert height(text, width) == len(wrap(text, width)) >= 1


@given(ANY, st.integers(2, 30))
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    for line in lines(text, width):
        assert sum(cell_len(cluster) for cluster in clusters(line)) <= width


def clusters(text: str) -> list[str]:
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("one two", 3, ["one", "two"]),
        ("one   two", 4, ["one", "two"]),
        ("one two  ", 20, ["one two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("a abcdefgh", 3, ["a", "abc", "def", "gh"]),
        ("one\ntwo three", 9, ["one", "two three"]),
        ("10\u00a0000 men", 8, ["10\u00a0000", "men"]),
        ("at 10\u00a0000 men", 8, ["at", "10\u00a0000", "men"]),
        ("日本語の新聞。", 4, ["日本", "語の", "新", "聞。"]),
        ("日本語の新聞。", 7, ["日本語", "の新", "聞。"]),
        ("er 日本 am", 5, ["er 日", "本 am"]),
        ("👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 2, ["👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_width_below_one_is_one() -> None:
    assert lines("ab", 0) == ["a", "b"]
