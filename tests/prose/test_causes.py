"""What causes what is read with which way it goes, what it is called, and whether it is denied."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.findings import cues
from reader.prose import causes as module
from reader.prose.causes import Cause, causes
from reader.prose.word_lists import said


def only(text: str) -> Cause:
    (found,) = causes(text)
    return found


@pytest.mark.parametrize(
    ("text", "effect", "way", "head"),
    [
        ("The rise in rents is mainly due to the new ferry.", "rent", 1, "ferri"),
        ("The new ferry has caused rents to rise.", "rent", 1, "ferri"),
        ("Smoke from the kilns, old and new, was the main cause of the fall in herring stocks.", "stock", -1, "smoke"),
        ("Kiln smoke is largely responsible for the loss of reed beds.", "bed", -1, "smoke"),
        ("The ferry was full all winter, causing a rise in fares.", "fare", 1, "ferri"),
        ("The fire was caused by a spark.", "fire", 0, "spark"),
        ("The tremor is natural.", "tremor", 0, "natur"),
    ],
)
def test_what_causes_what(text: str, effect: str, way: int, head: str) -> None:
    found = only(text)
    assert (found.effect, found.way, found.head, found.denied) == (effect, way, head, False)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("The rise in rents was not caused by the ferry.", "rent"),
        ("The council said it was wrong to claim that the ferry caused the rise in rents.", "rent"),
        ("Contrary to the belief that rising rents are caused by the ferry, they rose in every town.", "rent"),
        ("The new ferry has little to no effect on rents.", "rent"),
        ("The new ferry has no effect.", ""),
        ("The tremor was not natural.", "tremor"),
    ],
)
def test_denied(text: str, effect: str) -> None:
    found = only(text)
    assert found.denied
    assert found.effect == effect


@pytest.mark.parametrize(
    ("text", "nature", "share"),
    [
        ("The tremor was man-made.", "human", ""),
        ("The tremor was caused mainly by human activity.", "human", "most"),
        ("About 70% of the rise in tremors was caused by natural shifts.", "natural", "given"),
        ("The tremors were partly due to natural shifts.", "natural", "part"),
        ("About 30 percent of the rise in tremors was caused by natural shifts.", "natural", "part"),
        ("The rise was due to natural and human activity.", "", ""),
    ],
)
def test_what_kind_of_cause(text: str, nature: str, share: str) -> None:
    found = only(text)
    assert (found.nature, found.share) == (nature, share)


@pytest.mark.parametrize(
    "text",
    [
        "The rise in rents may be due to the ferry.",
        "They asked whether the ferry caused the rise in rents.",
        "The trial is due to begin.",
        "Natural gas was sold.",
        "The result of the vote was clear.",
        "They forced the door.",
        "It caused a stir.",
    ],
)
def test_nothing_told_as_so(text: str) -> None:
    assert not [x for x in causes(text) if x.way or x.nature]


def test_no_other_word_begins_it() -> None:
    assert cues.CAUSE_WORDS == module.CAUSE_WORDS
    assert cues.OTHERWISE_WORDS >= module.DISCLAIMING


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_no_match_lacks_a_needed_word(data: st.DataObject) -> None:
    """The words that are looked for first are in all that is read."""
    letters = st.characters(categories=("L", "P", "Zs"), exclude_characters="ıſKİ")
    for later, needed in (
        (module._CAUSED_BY, cues.CAUSE_WORDS),
        (module._CAUSING, cues.CAUSE_WORDS),
        (module._BY_NATURE, cues.CAUSE_WORDS),
        (module._DISCLAIMED, cues.OTHERWISE_WORDS),
    ):
        text = data.draw(st.from_regex(re.compile(later.pattern, later.flags), fullmatch=True, alphabet=letters))
        assert not needed.isdisjoint(said(text)), text


@given(
    st.lists(
        st.sampled_from(
            [
                *sorted(module.CAUSE_WORDS),
                "rise",
                "in",
                "rents",
                "was",
                "to",
                "by",
                "of",
                ",",
                "no",
                "-",
                "İ",
                "the",
                ".",
            ]
        ),
        max_size=14,
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    text = " ".join(words)
    for found in causes(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
