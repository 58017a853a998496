from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.align.wording import wording

BASE = "Divers will look at the hull of the ferry on Monday, the port authority said."


def marked(a: str, b: str, language: str = "en") -> tuple[list[str], list[str]]:
    found = wording(a, b, language)
    return [a[s.start : s.end] for s in found.a], [b[s.start : s.end] for s in found.b]


def test_every_word_that_differs_counts_where_the_texts_are_nearly_the_same() -> None:
    other = "Divers would look at the hull of the ferry on Tuesday, the port authority said."
    assert marked(BASE, other) == (["will", "Monday"], ["would", "Tuesday"])
    assert wording(BASE, other, "en").near


def test_a_phrase_more_is_told_from_one_in_the_place_of_another() -> None:
    other = "Divers will look, if the weather allows it, at the hull of the ferry on Tuesday, the port authority said."
    found = wording(BASE, other, "en")
    assert [other[s.start : s.end] for s in found.new] == ["if the weather allows it"]
    assert [other[s.start : s.end] for s in found.b] == ["if the weather allows it", "Tuesday"]
    assert wording(other, BASE, "en").new == ()


def test_words_between_two_marks_are_taken_in_where_they_say_nothing() -> None:
    a = "The council voted on Friday to close the bridge near the old mill for two years."
    b = "The council voted on Friday to repair the tunnel near the old mill for two years."
    assert marked(a, b) == (["close the bridge"], ["repair the tunnel"])


def test_only_words_that_say_something_count_between_two_newsrooms() -> None:
    a = "Divers will look at the hull on Monday, said the port authority, which keeps the ferry where it is."
    b = "The port authority said that on Monday divers are to look at the hull, weather permitting."
    assert marked(a, b)[1] == ["weather permitting"]


def test_nothing_is_marked_where_there_would_be_more_marks_than_text() -> None:
    a = "Nobody was hurt when the ferry ran aground, the coast guard told reporters in Lindholm."
    b = "Rescuers brought every passenger ashore safely after Saturday's grounding, officials announced."
    assert marked(a, b) == ([], [])
    assert not wording(a, b, "en").same


def test_typography_case_and_spelling_are_never_marked() -> None:
    a = "“It’s the harbour’s worst day,” the U.S. Defence Minister said — before the parade."
    b = "\"It's the Harbor's worst day,\" the US defense minister said - before the Parade."
    found = wording(a, b, "en")
    assert found.a == found.b == ()
    assert found.same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbourmaster", "harbormaster"),
        ("coloured", "colored"),
        ("rumours", "rumors"),
        ("theatregoers", "theatergoers"),
        ("learnt", "learned"),
        ("coastguard", "coast guard"),
        ("e-mail", "email"),
        ("co-operation", "cooperation"),
        ("re\N{NON-BREAKING HYPHEN}election", "Reelection"),
    ],
)
def test_a_word_in_another_house_style_is_never_marked(one: str, other: str) -> None:
    a, b = (f"Two people asked the {word} to look at the hull." for word in (one, other))
    assert wording(a, b, "en").same
    assert wording(b, a, "en").same


def test_two_words_are_not_another_that_is_written_so() -> None:
    assert not wording("A lone diver came.", "Alone, a diver came.", "en").same
    assert not wording("They toured the fort.", "They tored the fort.", "en").same
    assert not wording("The coast guard and the coastguard came.", "The coastguard and the guard came.", "en").same


def test_words_of_scripts_without_spaces() -> None:
    a, b = "渡轮周六在林德霍尔姆附近搁浅了", "渡轮周日在林德霍尔姆附近搁浅了"
    assert "日" in "".join(marked(a, b, "zh")[1])
    assert len("".join(marked(a, b, "zh")[1])) < 6


def test_empty_texts() -> None:
    assert wording("", "", "en").same
    assert wording("", "One word.", "en").a == ()


WORDS = st.lists(
    st.sampled_from(["the", "ferry", "ran", "aground", "on", "Monday", "Tuesday", "with", "140", "crew"]), max_size=25
)
TEXTS = WORDS.map(" ".join)


@given(TEXTS, TEXTS)
def test_spans_are_whole_words_in_order(a: str, b: str) -> None:
    found = wording(a, b, "en")
    for text, spans in ((a, found.a), (b, found.b)):
        end = -1
        for span in spans:
            assert end < span.start < span.end <= len(text)
            assert span.start == 0 or text[span.start - 1] == " "
            assert span.end == len(text) or text[span.end] == " "
            end = span.end


@given(TEXTS)
def test_a_text_never_differs_from_itself(text: str) -> None:
    found = wording(text, text, "en")
    assert (found.a, found.b, found.same, found.near) == ((), (), True, True)


@given(TEXTS, TEXTS)
def test_both_ways_are_the_same(a: str, b: str) -> None:
    one, other = wording(a, b, "en"), wording(b, a, "en")
    assert (one.near, one.same) == (other.near, other.same)


def test_a_clause_more_is_marked_however_long_where_the_rest_is_there() -> None:
    a = "The harbour master resigned on Monday."
    b = (
        "On Monday the harbour master resigned, after a two-year inquiry into how contracts for dredging were"
        " given to a firm that belongs to his cousin."
    )
    found = wording(a, b, "en")
    assert not found.near
    shown = [b[s.start : s.end] for s in found.new]
    assert any("inquiry" in part for part in shown)
    assert any("dredging" in part for part in [b[s.start : s.end] for s in found.b])
    assert found.a == ()


def test_a_short_text_that_lacks_what_the_long_one_says_marks_nothing() -> None:
    a = "The harbour master praised the crew."
    b = "The harbour master resigned after a two-year inquiry into contracts for dredging, the town council said."
    assert marked(a, b)[1] == []
