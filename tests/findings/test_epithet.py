"""What others call somebody in one version, and the newsroom itself in another."""

from __future__ import annotations

import pytest

from reader.findings.certainty import compare
from reader.findings.compare import disagreements
from tests.findings.build import seen, told

ONE = "Critics have described the mayor of Corran as accident-prone and want Holt to go in May."


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Holt's accident-prone years as mayor have made enemies in the council.", "Holt's accident-prone years"),
        ("The mayor, Ada Holt, is accident-prone, and a vote is due in May.", "is accident-prone"),
    ],
)
def test_the_newsroom_says_it_itself(other: str, words: str) -> None:
    assert seen(compare, ONE, other) == [("Critics have described the mayor of Corran as accident-prone", words)]


@pytest.mark.parametrize(
    "other",
    [
        "The accident-prone ferry left the harbour with nobody on board.",  # of something else
        "Holt, whom rivals have called accident-prone, is mayor until May.",
        "Opponents described the mayor as accident-prone, and Holt's accident-prone years are over in May.",
        "“Holt's accident-prone years as mayor are over,” the mayor's rival said.",
        "The mayor is not accident-prone, and Holt will stay until May.",
    ],
)
def test_quiet(other: str) -> None:
    assert seen(compare, ONE, other) == []


def test_who_calls_it_so_too_stays_quiet() -> None:
    one = told(f"{ONE} It has been Holt's accident-prone year.")
    other = told("Holt's accident-prone years as mayor have made enemies in Corran.", outlet="courier")
    assert disagreements((one, other)) == []
