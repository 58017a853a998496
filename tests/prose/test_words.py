"""How words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.words import KNOWN, lexicon


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence", "defense"),
        ("organised", "organized"),
        ("Labour", "labor"),
        ("neighbours", "neighbors"),
        ("US", "U.S."),
        ("centre", "center"),
        ("Marlow’s", "Marlow"),
        ("CALDA", "Calda"),
        ("10,000", "10000"),
        ("ten", "10"),
        ("Tuesday", "Tues"),
        ("ferries", "ferry"),
    ],
)
def test_variants_have_one_key(one: str, other: str) -> None:
    assert lexicon("en").key(one) == lexicon("en").key(other)


@pytest.mark.parametrize(("one", "other"), [("us", "US"), ("1.2", "12"), ("four", "hour"), ("no", "know")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert lexicon("en").key(one) != lexicon("en").key(other)


def test_words_that_news_writers_exchange_share_a_group() -> None:
    words = lexicon("en")
    assert words.groups[words.key("killed")] == words.groups[words.key("deaths")]
    assert words.groups[words.key("quake")] == words.groups[words.key("earthquake")]


def test_chinese_becomes_pairs_of_characters() -> None:
    assert lexicon("zh").keys("渡轮搁浅2024年") == ["渡轮", "轮搁", "搁浅", "2024", "年"]


@pytest.mark.parametrize("word", ["ʼs", "ـ", "ـ.", "漢's", "漢ـ", "'s", "\u064b\u064b"])
def test_every_word_has_a_key(word: str) -> None:
    for language in (None, *KNOWN):
        assert all(found.key for found in lexicon(language).words(f"a {word} b"))


def test_offsets_are_those_of_the_text() -> None:
    text = "The U.S. ferry’s 1,200 seats."
    assert [text[w.start : w.end] for w in lexicon("en").words(text)] == ["The", "U.S.", "ferry’s", "1,200", "seats"]


@pytest.mark.parametrize("language", [*KNOWN, "it", "xx", None])
@given(text=st.text(max_size=60))
def test_any_text_has_words_in_order(language: str | None, text: str) -> None:
    words = lexicon(language)
    found = words.words(text)
    assert words.keys(text) == [word.key for word in found]
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)
    written, keys = words.tokens(text)
    assert len(written) == len(keys)


@pytest.mark.parametrize("language", KNOWN)
def test_each_language_has_its_data(language: str) -> None:
    words = lexicon(language)
    assert words.stop
    assert words.pronouns
    assert words.groups
