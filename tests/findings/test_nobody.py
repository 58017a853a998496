"""Nobody beside somebody: what befell none in one version and some in the other."""

from __future__ import annotations

import pytest

from reader.findings.finding import Strength, Type
from reader.findings.quantifier import compare
from tests.findings.build import seen, told

SEEN = [
    ("Nobody was hurt in the fire at the mill.", "Two people were hurt in the fire at the mill.", ("Nobody", "Two")),
    ("The mill burned down, but no injuries were reported.", "Three workers were injured when the mill burned down.",
     ("no injuries", "Three")),
    ("The board of the harbour voted unanimously to close the quay.", "The board voted 5-4 to close the quay.",
     ("unanimously", "5-4")),
    ("There were no survivors of the ferry crash near Brume.", "There were two survivors of the ferry crash.",
     ("no survivors", "two")),
    ("Nobody was hurt in the fire at the mill.", "Two firefighters were hurt in the fire at the mill.",
     ("Nobody", "Two")),
    ("Nobody was hurt in the fire at the mill.", "A firefighter was injured in the fire at the mill.",
     ("Nobody", "A")),
    ("Police made no arrests over the fire at the mill.", "Two men were arrested over the fire at the mill.",
     ("no arrests", "Two")),
    ("No group has claimed responsibility for the bomb in Corran.", "The Free Men claimed responsibility for the bomb.",
     ("No group has claimed responsibility", "claimed")),
    ("No shots were fired at the mill on Monday.", "Three shots were fired at the mill.", ("No shots", "Three")),
    ("Ada Holt of the mill had no goals on Monday.", "Ada Holt had six goals for the mill.", ("no goals", "six")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "words"), SEEN)
def test_none_beside_some(one: str, other: str, words: tuple[str, str]) -> None:
    found = [d for d in compare(told(one), told(other)) if d.rule == "none beside some"]
    assert [(one[d.a.start : d.a.end], other[d.b.start : d.b.end].split()[0]) for d in found] == [words]
    assert [(d.type, d.strength, d.value_a) for d in found] == [(Type.QUANTIFIER, Strength.CONFLICT, "none")]
    assert seen(compare, one, other)


QUIET = [
    # everybody in a game has some
    (
        "Holt ran 40 yards and had no touchdowns for the Herons.",
        "He ran 90 yards and had six touchdowns for the Herons.",
    ),
    ("Holt ran 40 yards and had no goals for the Herons.", "Marsh ran 40 yards and had six goals for the Herons."),
    ("Nobody else was hurt in the fire at the mill.", "Two people were hurt in the fire at the mill."),
    ("Nobody was killed in the fire at the mill.", "Two people were hurt in the fire at the mill."),
    ("It was unclear whether nobody was hurt in the fire at the mill.", "Two people were hurt in the mill fire."),
    ("Nobody was hurt in the fire at the mill.", "The fire at the mill burned for two days."),
    ("Nobody was hurt in Corran.", "Two people were hurt in the fire at the mill."),
    ("No shots were fired at the mill on Monday.", "Three boats were at the mill when shots were fired."),
    ("No shots have been fired so far at the mill.", "Three shots were fired at the mill."),
    ("Nobody was hurt in the fire at the mill.", "A firefighter was praised after the fire at the mill."),
    ("Nobody was hurt in the fire at the mill.", "A worker was killed in the fire at the mill."),
    (
        "No group immediately claimed responsibility for the bomb in Corran.",
        "The Free Men claimed responsibility for the bomb in Corran.",
    ),
    ("No group claimed responsibility for the bomb.", "Nobody has claimed responsibility for the bomb."),
    ("There are no plans to close the mill.", "There are two plans to close the mill."),
    ("The board voted unanimously to close the quay.", "The board voted 9-0 to close the quay."),
    ("The board voted unanimously to close the quay.", "The board met for two days to close the quay."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_quiet(one: str, other: str) -> None:
    assert not [d for d in compare(told(one), told(other)) if d.rule == "none beside some"]
    assert not [d for d in compare(told(other), told(one)) if d.rule == "none beside some"]
