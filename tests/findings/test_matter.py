"""What a sentence is about."""

from __future__ import annotations

import pytest

from reader.findings.matter import gist, keys, matter
from tests.findings.build import told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sank the boat", "had sunk the ship"),
        ("spoke at a fund-raiser in Corran, Tex.", "speaking at a fundraiser in Corran, Texas"),
        ("a cease-fire", "the ceasefire"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert keys(one, "en") == keys(other, "en")


def test_a_word_with_a_hyphen_stands_on_all_of_it() -> None:
    text = "The well-known fund-raiser of Lindholm."
    assert [text[w.start : w.end] for w in matter(text, "en")] == ["known", "fund-raiser", "Lindholm"]


def test_gist() -> None:
    one = told("The harbour board is alleged to have known of the broken light.")
    assert gist(one, one.text.index("known"), len(one.text)) == "know break"
