"""Causes of one thing that exclude each other are set against each other, and no others."""

from __future__ import annotations

import pytest

from reader.findings import cause
from reader.findings.polarity import compare
from tests.findings.build import seen, told

FERRY = "The rise in Corran rents is mainly due to the new ferry."
NATURAL = "The rise in tremors at Corran is natural."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, "Contrary to the belief that rising Corran rents are caused by the ferry, they rose everywhere."),
        (FERRY, "It was misleading to claim that the ferry was responsible for the rise in Corran rents."),
        (NATURAL, "Human activity has caused a rise in tremors at Corran."),
        (NATURAL, "The rise in tremors is caused mostly by human activity."),
        ("About 70% of the rise in tremors is due to natural shifts.",
         "The rise in tremors is due mainly to human activity."),
        ("The tremor at Corran was natural, the survey says.", "The tremor at Corran was man-made, the survey says."),
        ("The new ferry has no effect.", "The new ferry has led to a rise in rents."),
        ("Rising fares were caused by rising rents in Corran, and not the other way round.",
         "Rising fares caused the rise in rents in Corran."),
    ],
)  # fmt: skip
def test_two_causes(one: str, other: str) -> None:
    assert seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FERRY, "The rise in Corran rents is caused by the new ferry and the school."),
        (FERRY, "The rise in Corran rents may not be due to the new ferry."),
        (FERRY, "It was misleading to claim that the school was responsible for the rise in Corran rents."),
        (FERRY, "It was wrong to claim that the ferry caused the fall in Corran wages."),
        (NATURAL, "The rise in tremors is partly due to human activity."),
        (NATURAL, "The fall in herring stocks at Corran is due to human activity."),
        (NATURAL, "About 70% of the rise in tremors is due to human activity, the rest to natural shifts."),
        (NATURAL, "Some call the rise in tremors natural; the rise in tremors is natural or due to human activity."),
        ("About 70% of the rise in tremors is due to natural shifts.", "Human activity caused a rise in tremors."),
        ("The new ferry has no effect.", "The new school has led to a rise in rents."),
        ("The new ferry has no effect on fares.", "The new ferry has led to a rise in rents."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(cause.compare(told(one), told(other, outlet="courier")))


def test_what_a_version_tells_elsewhere_too() -> None:
    a, b = told(NATURAL), told("The rise in tremors is caused mostly by human activity.", outlet="courier")
    assert list(cause.compare(a, b))
    whole = f"{NATURAL} Others say that the rise in tremors is caused mostly by human activity."
    assert not list(cause.compare(a._replace(whole=whole), b))
