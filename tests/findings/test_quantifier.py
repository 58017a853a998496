"""Some beside many, the largest beside one of the largest; quiet where other things are counted."""

from __future__ import annotations

import pytest

from reader.findings.quantifier import compare, quantifiers
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        (
            "The valley took in 4,000 refugees, and some of them have already found work on the farms.",
            "Officials say the valley took in 4,000 refugees, many of whom now work on the farms.",
            "some of them",
            "many of whom",
        ),
        (
            "Most villagers returned to their houses after the flood.",
            "Few villagers returned to their houses after the flood.",
            "Most villagers",
            "Few villagers",
        ),
        (
            "All of the windows in the chapel were broken by the blast.",
            "Some of the windows in the chapel were broken by the blast.",
            "All of the windows",
            "Some of the windows",
        ),
        (
            "Most of the younger farmers voted for the dam.",
            "All of the younger farmers voted for the dam.",
            "Most of the younger farmers",
            "All of the younger farmers",
        ),
        (
            "It is the largest glacier in the country.",
            "It is one of the largest glaciers in the country.",
            "the largest glacier",
            "one of the largest glaciers",
        ),
    ],
)
def test_another_quantifier_of_the_same_things_is_shown(one: str, other: str, ours: str, theirs: str) -> None:
    assert seen(compare, one, other) == [(ours, theirs)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # next to each other on the scale
        ("Some of the boats were damaged by the storm.", "Several of the boats were damaged by the storm."),
        ("Many villagers returned to their houses.", "Most villagers returned to their houses."),
        # other things
        ("Some teachers joined the strike on Monday.", "Most drivers joined the strike on Monday."),
        ("Some of the teachers joined the strike.", "All of the trains stood still on Monday."),
        ("None of Reed's brothers came to the trial.", "Several brothers of the victim came to the trial."),
        # not quantifiers at all
        ("At all times the gate was shut.", "At some point the gate was shut."),
        ("The ferry sank after all.", "Some of the ferry sank."),
        ("The west bank is the busiest.", "One of the west banks is busy."),
        # both sentences have both
        (
            "Some of the boats were damaged, all of the boats were insured.",
            "All of the boats were insured and some of the boats were damaged.",
        ),
    ],
)
def test_what_agrees_or_counts_something_else_is_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


def test_none_against_all_is_a_conflict() -> None:
    a = told("None of the crew members survived the crash.")
    b = told("All of the crew members survived the crash.", outlet="courier")
    (found,) = compare(a, b)
    assert found.strength == "conflict"


def test_other_languages_are_left_alone() -> None:
    a = told("Most villagers returned to their houses.", language="de")
    b = told("Few villagers returned to their houses.", language="de", outlet="courier")
    assert list(compare(a, b)) == []


def test_a_quantifier_knows_what_it_counts() -> None:
    (found,) = quantifiers("Nearly all of the old houses on the island lost their roofs.")
    assert found.word == "nearly all"
    assert [token.word for token in found.noun] == ["houses"]


def test_two_are_not_set_beside_most_but_beside_none() -> None:
    most = "Most ships in the bay of Corran were chased by pirates."
    assert not seen(compare, "Both ships in the bay of Corran were chased by pirates.", most)
    assert seen(compare, "Few ships in the bay of Corran were chased by pirates.", most)
    assert seen(
        compare, "Both ships in the bay were chased by pirates.", "Neither ships in the bay were chased by pirates."
    )
