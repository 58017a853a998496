"""Which way things go is read from verbs, nouns and comparisons, with what goes, where it is told as so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings.cues import GOING_WORDS
from reader.prose.trend_words import WORDS
from reader.prose.trends import Trend, subject_of, trends


def only(text: str) -> Trend:
    (found,) = trends(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "head", "way"),
    [
        ("Rents in Corran rose again.", "Rents in Corran rose", "rent", 1),
        ("The number of sick goats has slowly declined.", "sick goats has slowly declined", "goat", -1),
        ("Ferry fares have gone up by a third.", "Ferry fares have gone up", "fare", 1),
        ("The council increased the harbour fee.", "increased the harbour fee", "fee", 1),
        ("The mill cut its costs and prices fell.", "prices fell", "price", -1),
        ("Mean sea levels, they wrote, rose.", "", "", 0),
        ("There was a sharp drop in burglaries.", "drop in burglaries", "burglari", -1),
        ("Turnout was 3 percent higher than in May.", "Turnout was 3 percent higher", "turnout", 1),
        ("The lake is getting warmer.", "", "", 0),
        ("The climate is getting warmer.", "climate is getting warmer", "temperatur", 1),
        ("The moss slightly cooled the planet.", "cooled the planet", "temperatur", -1),
        ("Storms are becoming more frequent.", "Storms are becoming more frequent", "storm frequent", 1),
        ("The glaciers are retreating.", "glaciers are retreating", "glacier", -1),
        ("The island is losing ice.", "island is losing ice", "ice", -1),
        ("The economy slowed.", "economy slowed", "economi pace", -1),
        ("The loss of reed beds worries the bay.", "loss of reed beds", "bed", -1),
        ("The melting of the glaciers worries the bay.", "melting of the glaciers", "glacier", -1),
        ("An acceleration of rents worries the bay.", "acceleration of rents", "rent pace", 1),
        ("Herring stocks rebounded.", "Herring stocks rebounded", "stock", 1),
        ("Smoke forced temperatures to rise.", "temperatures to rise", "temperatur", 1),
    ],
)
def test_which_way(text: str, words: str, head: str, way: int) -> None:
    if not words:
        assert not trends(text)
        return
    found = only(text)
    assert (text[found.span.start : found.span.end], found.head, found.way) == (words, head, way)


@pytest.mark.parametrize(
    ("text", "words", "denied"),
    [
        ("The herring stock has remained largely stable.", "herring stock has remained largely stable", 0),
        ("Rents have not risen.", "have not risen", 1),
        ("There has been no “significant” warming.", "no “significant” warming", 1),
        ("There was no increase in thefts.", "no increase in thefts", 1),
        ("The warming has stopped.", "warming has stopped", 1),
        ("Few foresaw the warming ‘hiatus’ of these years.", "warming ‘hiatus", 1),
        ("The lack of warming was a riddle.", "lack of warming", 1),
        ("Rents have failed to rise.", "failed to rise", 1),
        ("Smoke could not have forced temperatures to rise.", "could not have forced temperatures to rise", 1),
    ],
)
def test_no_way(text: str, words: str, denied: int) -> None:
    found = only(text)
    assert words in text[found.span.start : found.span.end]
    assert (found.way, found.denied) == (0, denied)


@pytest.mark.parametrize(
    "text",
    [
        "Rents may rise.",
        "The board wants to cut costs.",
        "They fear that rents will rise.",
        "A man fell from the roof.",
        "He rose at six.",
        "Sheep were higher up the hill.",
        "The fastest growing port",
        "It rose again.",
        "The mayor cut the ribbon.",
        "Experts expect an increase in fares.",
        "The plan is to limit warming.",
        "The boat went down.",
        "They mourn the loss of a friend.",
        "It was the loss to Corran.",
        "Holt declined to comment.",
        "She grew up in Corran.",
        "The toll is not expected to rise.",
        "She became a judge.",
        "A rise in rents would hurt the harbour.",
        "Methane has a warming potential of its own.",
        "It was a time of warm climate.",
        "It is twice what it would have been without any warming.",
        "Holding a rise in rents below 2 percent is the aim.",
        "The rise in rents from the old ledgers is not credible.",
        "The drop in burglaries was exaggerated.",
        "The crew lost a sailor.",
    ],
)  # fmt: skip
def test_told_of_nothing_or_not_as_so(text: str) -> None:
    assert not trends(text)


def test_what_is_not_denied_of_the_noun() -> None:
    assert only("The reed is not affected by the warming.").way == 1


def test_what_is_only_named() -> None:
    assert not only("Sea-level rise worries the harbour.").asserted
    assert not only("Rising rents worry the harbour.").asserted
    assert only("A rise in rents worries the harbour.").asserted


def test_which_one() -> None:
    assert only("The seal population shrank.").head == only("The number of seals has shrunk.").head
    assert only("Copper prices rose.").words == {"copper"}
    assert only("Shares of Corran Ferries fell.").names == frozenset()
    assert only("Many Corran shops were cut off as Corran rents rose.").names == {"corran"}


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The wreck in the bay was empty.", "was", "wreck"), ("Most of the crates were full.", "were", "crate"),
        ("It was empty.", "was", ""), ("Was it empty?", "Was", ""),
    ],
)  # fmt: skip
def test_what_a_verb_is_said_of(text: str, verb: str, head: str) -> None:
    assert subject_of(text, text.index(verb)) == head


def test_the_words_that_are_looked_for_first_are_all_of_them() -> None:
    assert GOING_WORDS == WORDS


@given(
    st.lists(
        st.sampled_from([*sorted(WORDS), "rents", "the", "of", ",", "no", "to", "in", "Corran", "İ", "2"]), max_size=12
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in trends(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.way in (-1, 0, 1)
        assert found.head
