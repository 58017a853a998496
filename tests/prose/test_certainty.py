"""Hedges, how strong they are and what they hold for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose import certainty
from reader.prose.certainty import Certainty, hedges


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("It was not immediately clear whether the dam broke.", "was not immediately clear whether", Certainty.OPEN),
        ("The mayor has not said how she will vote.", "has not said how", Certainty.OPEN),
        ("He is suspected of selling the mill.", "is suspected of", Certainty.ALLEGED),
        ("She allegedly sold the mill.", "allegedly", Certainty.ALLEGED),
        ("The mill appears to be sold.", "appears to", Certainty.APPARENT),
        ("The mill may be sold.", "may be", Certainty.POSSIBLE),
        ("The mill is expected to be sold.", "is expected to", Certainty.EXPECTED),
    ],
)
def test_hedges(text: str, words: str, level: Certainty) -> None:
    (found,) = hedges(text)
    assert (text[found.start : found.end], found.level) == (words, level)


@pytest.mark.parametrize(
    "text",
    [
        "The mill was sold on May 4.",
        "In May and June it rained.",
        "A May report said so.",
        "It rained in May below the hill.",
        "The minister said so.",
    ],
)
def test_statements_hedge_nothing(text: str) -> None:
    assert hedges(text) == ()


def test_a_hedge_holds_for_its_clause() -> None:
    text = "He allegedly sold the mill, but the bridge is open."
    (found,) = hedges(text)
    assert text[slice(*found.scope)] == " sold the mill"


@given(st.text(alphabet="may be alegdly suspcto f,.;\n", max_size=60))
def test_scopes_lie_inside_the_sentence(text: str) -> None:
    for hedge in hedges(text):
        assert 0 <= hedge.start < hedge.end <= hedge.scope[0] <= hedge.scope[1] <= len(text)


_PIECES = st.sampled_from(
    ["is", "are", "has", "not", "n’t", "it’s", "unclear", "whether", "who", "said to", "said", "be", "widely",
     "believed", "alleged", "may", "May 5", "could have", "expected to", "likely", "suspected of", "ship",
     "remains to be seen", ".", ",", "“", "”", "?", ";", "(", ")", "\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_no_hedge_of_a_long_text_is_passed_over(text: str) -> None:
    found = [(m.span(), m.lastgroup) for m in certainty._HEDGE.finditer(text)]
    assert [(m.span(), m.lastgroup) for m in certainty._in_fragments(text)] == found
