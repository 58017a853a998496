"""The words of a text and where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.prose.word_lists import SIGNS, parts, placed, said


def test_words_and_signs_are_told_with_where_they_stand() -> None:
    words, starts, ends = parts("“Don’t go,” she said -- on 3 May; well-read")
    assert words == ["“", "Don’t", "go", ",", "”", "she", "said", "--", "on", "May", ";", "well", "read"]
    assert (starts[1], ends[1]) == (1, 6)
    assert parts("") == ([], [], [])


@given(st.text("aB'’-—_1 é.“İ,", max_size=20))
def test_pieces_stand_where_they_are_told_to(text: str) -> None:
    words, starts, ends = parts(text)
    assert words == [text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert starts == sorted(starts)
    assert all(word in SIGNS or word.replace("'", "").replace("’", "").isalpha() for word in words)
    assert sum(map(str.isalpha, text)) == sum(map(str.isalpha, "".join(words)))  # no letter is left out
    if (found := placed(text)) is not None:
        assert found[0] == [text.lower()[start:end] for start, end in zip(*found[1:], strict=True)]
        assert set(found[0]) == said(text)
