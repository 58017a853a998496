"""What patterns need: a text without any of those words is never searched, so the lists may leave out none."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.findings import left_open
from reader.prose import certainty, date_grammar, date_patterns, polarity
from reader.prose.word_lists import said

#: A pattern, and the words of which every match has one.
NEEDED = {
    "negations": (polarity._NEGATION, polarity.NEGATING),
    "denials": (polarity._DENIAL, polarity.DENYING),
    "denials in headlines": (polarity._SHORT_DENIAL, polarity.DENYING),
    "hedges": (certainty._HEDGE, certainty.HEDGING),
    "false claims": (left_open._FALSE_CLAIM, left_open.LEAVING_OPEN),
    "no reason": (left_open._WHY, left_open.ASKING),
    "not counted": (left_open._HOW_MANY, left_open.ASKING),
    "not settled": (left_open._FATE, left_open.ASKING),
    "undecided": (left_open._UNDECIDED, left_open.ASKING),
    "only possible": (left_open._POSSIBLY, left_open.LEAVING_OPEN),
}


@pytest.mark.parametrize("name", NEEDED)
@settings(max_examples=250, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_no_match_lacks_a_needed_word(name: str, data: st.DataObject) -> None:
    later, words = NEEDED[name]
    pattern = re.compile(later.pattern, later.flags)
    no_case = "ıſKİ"  # letters that are another one's other case
    letters = st.characters(categories=("L", "P", "Zs"), exclude_characters=no_case)
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=letters))
    if re.search(pattern, text) and not (name == "hedges" and "said to" in text.lower()):
        assert not words.isdisjoint(said(text)), text


@pytest.mark.parametrize("name", date_patterns.FORMS)
@settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_no_time_begins_or_is_told_by_other_words(name: str, data: st.DataObject) -> None:
    """What a form matches begins with a word that times begin with, and has what is asked for before it is tried."""
    pattern = date_patterns.form(name)
    days = st.sampled_from(("until the 3rd.", "On the 21st of last month"))  # hypothesis can't see behind it
    texts = days if name == "the" else st.from_regex(pattern, alphabet=st.characters(codec="ascii"))
    found = pattern.search(data.draw(texts))
    assert found is not None
    text, words = found.group(), said(found.string)
    word = re.match(r"\w+", text)
    assert word is not None
    counts = date_grammar._counts(found.string, found.start())
    assert text[0].isdigit() or word.group().lower() in date_patterns.FIRST_WORDS or counts
    assert all(not needed.isdisjoint(words) for needed in date_patterns.NEEDS.get(name, ()))
    if text[0].isdigit():
        assert name in date_patterns.FIGURE_FIRST
    else:
        assert name not in date_grammar._FIGURE_ONLY
        assert name != "clock" or "clock" in words
        assert name not in date_patterns.FIGURE_LATER or any(c.isdigit() for c in text)
