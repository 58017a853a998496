"""Words folded for comparison, on the characters they stand on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.tokens import _SPELLINGS, folded, is_content, is_only_itself, spelled, tokens, written


def words(text: str) -> list[str]:
    return [t.word for t in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The labour minister’s Defence programme", "the labor minister's defense program"),
        ("U.S. and US", "us AND U.S."),
        ("two-in-three", "2 in 3"),
        ("they won't, can't and haven’t", "they will not, can not and have not"),
        ("1,200 & 5%", "1200 and 5 percent"),
        ("I 've , they ’re and it 's", "I've, they’re and it's"),
        ("we do n't , ca n't and wo n’t", "we don't, can't and won’t"),
        ("organised travellers", "organized travelers"),
    ],
)
def test_house_style_is_folded(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    "word",
    ["hour", "four", "promised", "raised", "otherwise", "surprise", "killed", "controlled", "advertising", "precise"],
)
def test_words_that_only_look_british_stay(word: str) -> None:
    assert spelled(word) == word


@pytest.mark.parametrize(("one", "other"), [("measure", "measures"), ("a", "the"), ("visit", "message")])
def test_another_word_stays_another_word(one: str, other: str) -> None:
    assert words(one) != words(other)


@given(st.text(max_size=80))
def test_tokens_stand_on_their_characters(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.start >= end or token.start == end or token.end == end
        assert token.word
        end = max(end, token.start)


def test_matter() -> None:
    assert is_content("harbour")
    assert not is_content("the")


def test_all_spellings_of_a_word_are_known() -> None:
    found = written(frozenset(("defense", "honored", "organized", "canceled", "rose", "won", "or", "center")))
    assert {"defence", "honoured", "organised", "cancelled", "centre", "centres"} - found == {"centres"}
    assert {"rose", "won", "or"} <= found
    assert {spelled(word) for word in found} == {
        "defense", "honored", "organized", "canceled", "rose", "won", "or", "center",
    }  # fmt: skip


@given(st.sampled_from(sorted(_SPELLINGS)), st.sampled_from(("our", "ise", "lled", "")))
def test_no_spelling_is_left_out(word: str, end: str) -> None:
    for one in (word, f"hon{end}", f"real{end}", f"trave{end}"):
        assert one in written(frozenset((spelled(one),)))


_WRITTEN = ("harbour", "Harbor", "U.N.E.S.C.O.", "O’Brien", "cannot", "percent", "%", "fifteen", "Bridge", "bridge’s")


@given(st.lists(st.sampled_from(_WRITTEN)).map(" ".join))
def test_what_is_only_itself_stands_in_the_text(text: str) -> None:
    assert is_only_itself("bridge")
    letters = text.lower().translate(dict.fromkeys(map(ord, ".'’ʼ")))
    assert all(word in letters for word in folded(text).split() if is_only_itself(word))
