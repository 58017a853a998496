"""What goes one way is set against the same thing going the other way, or no way."""

from __future__ import annotations

import pytest

from reader.findings import find, trend
from reader.findings.finding import FindingKind
from reader.findings.number import compare
from tests.findings.build import seen, story, told

ROSE = "Burglaries in Corran rose, the watch said."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (ROSE, "The number of burglaries fell.", ("Burglaries in Corran rose", "burglaries fell")),
        (ROSE, "Burglaries have not risen in Corran.", ("Burglaries in Corran rose", "Burglaries have not risen")),
        (ROSE, "Burglaries remained steady.", ("Burglaries in Corran rose", "Burglaries remained steady")),
        ("Peat has slightly cooled the planet.", "Peat fires caused the rise in world temperatures.",
         ("cooled the planet", "rise in world temperatures")),
        ("The bay is gaining ice.", "The bay lost ice.", ("bay is gaining ice", "bay lost ice")),
        ("Mussel beds are growing.", "The mussel beds are shrinking.",
         ("Mussel beds are growing", "mussel beds are shrinking")),
    ],
)  # fmt: skip
def test_two_ways(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROSE, "Burglaries climbed."),
        (ROSE, "Burglaries could fall."),
        (ROSE, "Burglaries have not fallen."),
        (ROSE, "Burglaries rose in spring and burglaries fell in autumn."),
        ("Copper prices rose.", "Wheat prices fell."),
        ("Sea-level rise is a worry.", "Falling rents are a worry."),
        ("Rising fares are a worry.", "Lower fares than in May"),
        ("In 2011 fares rose.", "In 2014 fares fell."),
        ("In 2011 fares rose.", "Fares fell, the board said."),
        ("Fares rose last year.", "Fares fell, the board said."),
        ("Corran shop rents rose.", "Marsh shop rents fell."),
        ("Fares remained stable.", "Fares have not risen."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not seen(compare, one, other)


def test_what_a_version_tells_elsewhere_too() -> None:
    a, b = told(ROSE), told("Burglaries fell.", outlet="courier")
    assert list(trend.compare(a, b))
    assert not list(trend.compare(a._replace(whole=f"{ROSE} In May burglaries fell."), b))


def test_in_somebodys_mouth_it_is_a_discrepancy() -> None:
    (found,) = trend.compare(told("“Burglaries rose,” he said."), told("Burglaries fell."))
    (plain,) = trend.compare(told(ROSE), told("Burglaries fell."))
    assert (found.strength, plain.strength) == ("discrepancy", "conflict")


def test_a_later_report_may_tell_of_a_turn() -> None:
    first, later = "2021-03-01", "2021-03-04"
    cluster, alignment = story("Wheat prices rose in Corran.", "Wheat prices fell in Corran.", published=(first, later))
    (found,) = (f for f in find(cluster, alignment) if f.kind is FindingKind.CONTRADICTION)
    assert found.explanation.startswith("Direction of the change: ")
    assert "later report" in found.explanation
