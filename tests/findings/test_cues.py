"""What the words of a sentence give away of it: a reader that finds something must have been asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import change, cues, left_open, life, lifetime, rank, regnal, stretch
from reader.findings.compare import CUES_ALONE, CUES_TOGETHER, CUES_TOUCHED, SPEAKS, SPEAKS_ALONE, TOUCHES
from reader.sources import load
from reader.sources.examples import example_names, example_path
from tests.findings.build import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.findings.kinds import Type
    from reader.findings.pair import Told


def _touches(kind: Type, one: Told) -> bool:
    return bool(TOUCHES[kind](one).what)


_OF_CUES: dict[str, tuple[Callable[[Told], object], int]] = {
    "lives": (life.tells, cues.LIVED),
    "acts and ages": (lifetime.tells, cues.LIVING | cues.AGED),
    "stretches": (stretch.tells, cues.STRETCHED),
    "ranks": (rank.tells, cues.RANKED),
    "numerals": (regnal.tells, cues.NUMBERED),
    "changes": (change.tells, cues.CHANGED),
    "questions": (lambda one: left_open.asks(one.text), cues.OPEN),
    **{f"{kind} together": (SPEAKS[kind], needed) for kind, needed in CUES_TOGETHER.items()},
    **{f"{kind} alone": (SPEAKS_ALONE[kind], needed) for kind, needed in CUES_ALONE.items()},
    **{f"{kind} touched": (partial(_touches, kind), needed) for kind, needed in CUES_TOUCHED.items()},
}
_TELLING = {
    "lives": "Ada Holt (1903–1956) wrote poems.",
    "acts and ages": "Holt was 27 when she was elected.",
    "stretches": "It lasted for ten years.",
    "ranks": "It is the third-largest port.",
    "numerals": "Edward VIII left.",
    "changes": "It rose from 14 to 16.",
    "questions": "The cause of death was not announced.",
    "polarity together": "It WON’T be banned.",
    "polarity alone": "She doesn’t know.",
    "quantifier together": "The World’s LARGEST ship sank.",
    "quantifier alone": "The roof partially collapsed.",
    "certainty alone": "He is said to have left.",
    "other together": "Two houses were razed.",
    "other touched": "Two houses were razed.",
    "other alone": "They Tried; they sought to flee.",
}


@pytest.mark.parametrize("reader", _OF_CUES)
def test_a_sentence_that_a_reader_finds_something_in_has_a_cue(reader: str) -> None:
    finds, needed = _OF_CUES[reader]
    assert finds(told(_TELLING[reader]))
    assert cues.cues(_TELLING[reader]) & needed


def test_the_same_for_every_sentence_of_the_examples() -> None:
    clusters = [load(example_path(name)) for name in example_names()]
    texts = {place.text for c in clusters for version in c.versions for place in c.places(version.id)}
    asked = 0
    for one in map(told, texts):
        for finds, needed in _OF_CUES.values():
            asked += bool(cues.cues(one.text) & needed)
            assert cues.cues(one.text) & needed or not finds(one)
    assert asked < len(texts) * len(_OF_CUES) / 2


_WORDS = (
    "Ada Holt", "Ben Marsh", "ship", "houses", "was", "died", "Born", "in 1903", "(1903–1956)", "when she was 27",
    "the largest", "The most", "second-largest", "among the top ten", "George VI", "from 3 to 5", "years", "Decade",
    "since 1999", "not", "NEVER", "won’t", "won", "lost", "rose", "fell", "some", "Most", "several", "nobody",
    "no shots", "threw a bottle", "alleged", "said to", "may have", "unclear why", "name", "not been identified",
    "cause of death",
    "voted for the bill", "damaged", "Levelled", "battered", "red", "car", "tried to flee", "sought", "only", "first",
    "nearly", "empty",
    "defence", "rejects", "colour", "travelled", "hoax", "possibly at Corran", "suspected", ",", ".", "and", "the", "’",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
def test_the_same_for_any_words(words: list[str]) -> None:
    one = told(" ".join(words))
    for finds, needed in _OF_CUES.values():
        assert cues.cues(one.text) & needed or not finds(one)
