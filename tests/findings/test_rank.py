"""Places of one thing in one order are set against each other; of two things or in two orders, never."""

from __future__ import annotations

import pytest

from reader.findings import rank
from reader.findings.finding import Type
from reader.findings.number import compare
from tests.findings.build import seen, told

FOURTH = "Corran took £829m at the gate, becoming the fourth highest-grossing port of 2010."

LOUD = [
    (FOURTH, "Corran took more than £800m at the gate in that year, ranking among the top three ports.",
     ("fourth highest-grossing", "among the top three")),
    ("Corran is the third-largest port of Brume.", "Corran, the second largest port of Brume, is closed.",
     ("third-largest port", "second largest port")),
    ("The Tide was the 5th most played of songs.", "The Tide was in the top 3 of the songs most played.",
     ("5th most played", "in the top 3")),
    ("Ada Holt finished third in the race round the bay.",
     "Ada Holt came second in the race round the bay.",
     ("finished third", "came second")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "words"), LOUD)
def test_another_place(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)
    assert {(d.type, d.about) for d in rank.compare(told(one), told(other))} == {(Type.NUMBER, "rank")}


QUIET = [
    ("Ada Holt finished third in the race.", "Ada Holt came second in the vote."),
    ("Ada Holt finished third in the race.", "Ben Marsh came second in the race."),
    ("Ada Holt finished last in the race.", "Ada Holt came first to mind in the race."),
    (FOURTH, "Corran was among the top five ports."),
    (FOURTH, "Brume was among the top three ports."),
    (FOURTH, "Corran is the third-oldest port of the land."),
    (FOURTH, "Corran paid the top three captains of the year."),
    ("Corran is the third-largest port of Brume.", "Corran is the second-largest exporter of cod."),
    ("Corran is the third-largest port.", "Corran is among the top 10 percent of ports."),
    ("Corran is the third-largest port.", 'Corran is "the second-largest port", said Holt.'),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_quiet(one: str, other: str) -> None:
    assert not list(rank.compare(told(one), told(other)))
    assert not list(rank.compare(told(other), told(one)))
