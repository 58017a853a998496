"""What one person died of, and where; other people, and what a version also tells, are left alone."""

from __future__ import annotations

import pytest

from reader.findings import find, other, place
from reader.story import Cluster
from tests.findings.build import aligned, seen, version


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "The singer Ada Holt died of pneumonia, her agent said.",
            "Ada Holt died on Tuesday of complications from a stroke, her agent said.",
            [("of pneumonia", "of complications from a stroke")],
        ),
        (
            "Holt, who sang for forty years, died of heart failure.",
            "The singer Ada Holt died from Alzheimer’s disease on Tuesday.",
            [("of heart failure", "from Alzheimer’s")],
        ),
        # the same, in other words
        ("Ada Holt died of a heart attack, her agent said.", "Ada Holt died of heart failure, her agent said.", []),
        # somebody else; no name
        ("Ada Holt died of pneumonia, her agent said.", "Ben Marsh died of a stroke, his agent said.", []),
        ("One guest died of burns, the police said.", "Another guest died of a stroke, the police said.", []),
        # one version tells of both
        ("Ada Holt died of pneumonia, her agent said.", "Ada Holt died of a stroke that followed pneumonia.", []),
        # what nobody died of
        ("Ada Holt died of pneumonia, her agent said.", "Ada Holt had a stroke in May, her agent said.", []),
    ],
)
def test_two_causes_of_one_death(one: str, two: str, found: list[tuple[str, str]]) -> None:
    assert seen(other.compare, one, two) == found


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("Ada Holt died instantly in the crash.", "Holt, hurt in the crash, died six days later.",
         [("instantly", "six days later")]),
        ("Ada Holt died on the spot in the crash.", "Ada Holt died after the crash the following day.",
         [("on the spot", "the following day")]),
        ("Ada Holt died instantly in the crash.", "Ada Holt died on impact in the crash.", []),
        ("Ada Holt died instantly in the crash.", "Ben Marsh, hurt in the crash, died six days later.", []),
        ("Ada Holt died instantly in the crash.", "Ada Holt died in the crash; six days later the school closed.", []),
        ("Ada Holt died instantly in the crash.", "She did not die instantly; Ada Holt died two days later.",
         []),
    ],
)  # fmt: skip
def test_how_soon_one_died(one: str, two: str, found: list[tuple[str, str]]) -> None:
    assert [pair for pair in seen(other.compare, one, two) if "later" in pair[1] or "day" in pair[1]] == found


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "The singer Ada Holt died in a hospital in Corran, her agent said.",
            "Ada Holt died on Tuesday at her home, her agent said.",
            [("in a hospital", "at her home")],
        ),
        (
            "Ada Holt was pronounced dead at the scene, the police said.",
            "Ada Holt was taken to a hospital, where she later died, the police said.",
            [("at the scene", "to a hospital")],
        ),
        # the scene may be anywhere but in a hospital
        ("Ada Holt died at the scene, the police said.", "Ada Holt died in the street, the police said.", []),
        (
            "Ada Holt died at the scene, the police said.",
            "Ada Holt was taken to a hospital, where doctors praised the police.",
            [],
        ),
        ("Ada Holt died at her house, her agent said.", "Ada Holt died at her home, her agent said.", []),
        ("Ada Holt died at home, her agent said.", "Ada Holt died in a hospital near her home, her agent said.", []),
        ("Ada Holt died at home, her agent said.", "Ben Marsh died in a hospital, his agent said.", []),
        (
            "Ada Holt, who reported the Harbour scandal, died at home.",
            "Ben Marsh, who was tried for the Harbour scandal, died in a hospital.",
            [],
        ),
    ],
)
def test_two_places_of_one_death(one: str, two: str, found: list[tuple[str, str]]) -> None:
    assert seen(place.compare, one, two) == found


def test_a_death_is_compared_wherever_it_is_told() -> None:
    late = [["The town mourns."], ["She sang for forty years."], ["Holt died of heart failure, her agent said."]]
    one = version("v1", "herald", [["The singer Ada Holt died of a stroke on Tuesday."], ["Bells rang."]])
    two = version("v2", "courier", [["Ada Holt will be buried in Corran."], *late])
    cluster = Cluster("A story", (one, two))
    claims = [[side.claim for side in f.sides] for f in find(cluster, aligned(cluster)) if f.sides]
    assert claims == [["of a stroke", "of heart failure"]]
