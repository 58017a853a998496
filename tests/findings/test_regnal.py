"""A name with another Roman numeral in otherwise the same sentence is another."""

from __future__ import annotations

import pytest

from reader.findings import regnal
from reader.findings.number import compare
from tests.findings.build import seen, told

EIGHTH = "Oswin VIII shocked the island in 1936 when he gave up his boats."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (EIGHTH, "Oswin VII shocked the island in 1936 when he gave up his boats too.", ("Oswin VIII", "Oswin VII")),
        ("The ferry Corran Star II sank off the pier.", "The ferry Corran Star III sank off the pier at dawn.",
         ("Corran Star II", "Corran Star III")),
    ],
)  # fmt: skip
def test_another_numeral(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [words]


@pytest.mark.parametrize(
    "other",
    [
        EIGHTH,
        "Edric VII shocked the island in 1936 when he gave up his boats.",
        "Oswin VII built the harbour wall a hundred years before.",
        "Oswin, not VII, shocked the island in 1936.",
        "Oswin VII, like Oswin VIII, shocked the island in 1936 when he gave up his boats.",
    ],
)
def test_quiet(other: str) -> None:
    assert not list(regnal.compare(told(EIGHTH), told(other)))


def test_a_version_that_tells_of_both_is_left_alone() -> None:
    one = told(EIGHTH)
    other = told("Oswin VII shocked the island in 1936 when he gave up his boats.")
    assert list(regnal.compare(one, other))
    both = other._replace(whole=f"{other.text} Oswin VIII came next.")
    assert not list(regnal.compare(one, both))
