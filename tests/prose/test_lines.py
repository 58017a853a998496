"""Hard-wrapped lines joined again."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.lines import ends_like_a_headline, ends_like_a_sentence, unwrapped

PARAGRAPH = (
    "The council of Harwick voted on Tuesday to close the old bridge over the Lind, which has carried the road to the "
    "harbour for more than a century, after engineers had found cracks in two of its pillars."
)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    text = "Bridge closed\n\n" + "\n\n".join([textwrap.fill(PARAGRAPH, width)] * 3)
    assert unwrapped(text) == "Bridge closed\n\n" + "\n\n".join([PARAGRAPH] * 3)


def test_a_paragraph_a_line_stays() -> None:
    text = "\n".join([PARAGRAPH, "Bridge closed", PARAGRAPH, "Ferry runs", PARAGRAPH])
    assert unwrapped(text) == text


def test_short_lines_stay() -> None:
    text = "Bridge closed\nBy Jane Roe\n3 March 2024\nHarwick\nThe bridge is closed.\nThe ferry runs.\n"
    assert unwrapped(text) == text


def test_list_items_stay_apart() -> None:
    items = [textwrap.fill(PARAGRAPH, 70, initial_indent="- ", subsequent_indent="  ") for _ in range(3)]
    joined = unwrapped("\n".join(items))
    assert joined.count("\n- ") == 2
    assert joined.count("\n") == 2


@given(st.lists(st.text("ab .-\n", max_size=90), max_size=12).map("\n".join))
def test_every_character_stays_in_its_place(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert joined.replace(" ", "\n") == text.replace(" ", "\n")


@pytest.mark.parametrize(
    ("text", "sentence", "headline"),
    [
        ("The bridge is closed.", True, False),
        ("“The bridge is closed.”", True, False),
        ("Is the bridge closed?", True, True),
        ("Bridge closed", False, True),
        ("Made in the U.S.", True, True),
        ("The mayor said:", True, False),
        ("大桥关闭。", True, False),
    ],
)
def test_ends(text: str, sentence: bool, headline: bool) -> None:
    assert ends_like_a_sentence(text) is sentence
    assert ends_like_a_headline(text) is headline
