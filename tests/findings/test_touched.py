"""Whether two sentences touch something of which they don't say the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings.around import may_overlap
from reader.findings.compare import COMPARERS, LEAST_NEAR, OF_OPPOSITES, TOUCHES
from reader.findings.kinds import Type
from reader.findings.touched import NOTHING, Touched, apart, only_near
from tests.findings.build import told


def test_two_sentences_are_apart_where_they_say_another_thing_of_what_both_touch() -> None:
    one = Touched(frozenset("ab"), None, {"a": 1, "b": 2})
    assert not apart(one, NOTHING)
    assert not apart(one, Touched(frozenset("c"), None, {"c": 3}))
    assert not apart(one, Touched(frozenset("bc"), None, {"b": 2, "c": 3}))
    assert apart(one, Touched(frozenset("bc"), None, {"b": 3, "c": 3}))


def test_nobody_knows_what_is_said_where_it_is_not_told() -> None:
    unknown = Touched(frozenset("a"), None, {"a": None})
    assert apart(unknown, unknown)
    assert apart(Touched(frozenset("a")), Touched(frozenset("a")))
    assert apart(Touched(frozenset("a"), "730"), Touched(frozenset("a"), "731"))
    assert not apart(Touched(frozenset("a"), "730"), Touched(frozenset("a"), "730"))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (Type.NUMBER, "The navy fired 730 shells near the port.", "Near the port 730 shells were fired by the navy."),
        (Type.DATE, "The navy fired 730 shells on Monday.", "On Monday the navy fired 730 shells."),
        (Type.PLACE, "They met in Corran on Monday.", "They met in Corran, at last."),
        (Type.NAME, "Ada Holt of Corran left the port.", "Ada Holt of Corran left the city."),
    ],
)
def test_most_sentences_that_say_the_same_are_not_apart(kind: Type, one: str, other: str) -> None:
    a, b = TOUCHES[kind](told(one)), TOUCHES[kind](told(other))
    assert not apart(a, b)
    assert not a.what.isdisjoint(b.what)


_PARTS = (
    "Ada Holt", "Ben Marsh", "The navy", "President Holt", "Corran", "in Corran", "in Dunmallet", "in Brazil",
    "in northern Peru", "the Royal Infirmary", "said", "met", "fired", "730 shells", "731 shells", "two shells",
    "12 men", "died", "born in 1960", "(1903–1956)", "from 1999 to 2007", "on Monday", "on Friday", "on 5 May",
    "last week", "at noon",
    "the third-largest", "voted for the bill", "voted against the bill", "destroyed the house", "damaged the house",
    "red car", "blue car", "of cancer", "of a stroke", "a Thai ship sank", ",", ".",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_PARTS), min_size=2, max_size=8).map(" ".join)


@given(_SENTENCES, _SENTENCES, st.integers(0, 9))
def test_what_is_not_apart_does_not_disagree(one: str, other: str, days: int) -> None:
    published = date(2031, 5, 14)
    texts = (one, other, f"{one} {other}")
    everything = [
        told(text, outlet=f"outlet{n}", published=published + timedelta(n * days)) for n, text in enumerate(texts)
    ]
    for a, b in combinations(everything, 2):
        for kind, touches in TOUCHES.items():
            mine, its = touches(a), touches(b)
            unlike = only_near(mine, its) and not may_overlap(a.text, b.text, LEAST_NEAR, max(mine.spared, its.spared))
            if kind not in OF_OPPOSITES and (unlike or not apart(mine, its)):
                assert not list(COMPARERS[kind](a, b))
