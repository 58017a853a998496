"""What one version says is not there is set against what the other tells of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.findings import absent
from reader.findings.cues import EVIDENCE_WORDS, NONE_WORDS
from reader.findings.polarity import compare
from reader.prose.word_lists import said
from tests.findings.build import seen

NO_EVIDENCE = "There is no convincing evidence that the smoke harms the bees of Corran."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (NO_EVIDENCE, "There is now convincing evidence that smoke from the kilns harms bees.",
         ("no convincing evidence that", "There is now convincing evidence that")),
        ("The tax has no effect on the herring trade.", "The tax has led to a slump of the herring trade.",
         ("has no effect on the herring trade", "has led to a slump of the herring trade")),
        ("There is no consensus among doctors that salt harms goats.", "97 percent of doctors agree salt harms goats.",
         ("no consensus among", "97 percent of doctors agree")),
        ("There is no consensus on whether salt harms goats.", "Nearly all doctors accept that salt harms goats.",
         ("no consensus on", "Nearly all doctors accept")),
        ("The new vaccine had little to no effect.", "The new vaccine caused a rash.",
         ("had little to no effect", "caused a rash")),
    ],
)  # fmt: skip
def test_none_beside_some(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NO_EVIDENCE, "There is no proof and no convincing evidence that smoke harms bees."),
        (NO_EVIDENCE, "Keepers ask whether there is evidence that smoke harms bees."),
        (NO_EVIDENCE, "There is convincing evidence that the ferry was late."),
        (
            "There is no consensus among doctors that salt harms goats.",
            "97 percent of bakers agree to sell salt to goats.",
        ),
        ("There is no consensus among doctors that salt harms goats.", "40 percent of doctors agree salt harms goats."),
        (NO_EVIDENCE, "The evidence of bees was kept from the court of Corran."),
        ("The tax has no effect on the herring trade.", "The storm led to a slump of the herring trade."),
        ("The tax has no effect on the herring trade.", "The tax has led to anger among bakers."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not seen(compare, one, other)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_no_match_lacks_a_needed_word(data: st.DataObject) -> None:
    """The words that are looked for first are in all that is read."""
    letters = st.characters(categories=("L", "P", "Zs"), exclude_characters="ıſKİ")
    for later, needed in (
        (absent._ABSENT, (NONE_WORDS, EVIDENCE_WORDS)),
        (absent._PRESENT, (absent._PRESENT_WORDS,)),
    ):
        pattern = re.compile(later.pattern, later.flags)
        text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=letters))
        assert all(not words.isdisjoint(said(text)) for words in needed), text
