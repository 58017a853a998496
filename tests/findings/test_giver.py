"""Two who offer one player a sum each offer two sums."""

from __future__ import annotations

import pytest

from reader.findings import number
from tests.findings.build import seen

PAIRS = (
    (
        "The Herons have offered Ilse Marrow a three-year, $16 million contract.",
        "Corran United, her former club, offered Marrow a three-year contract worth $18 million.",
    ),
    (
        "The Vannock Fund donated $3 million for a new sea wall at Corran.",
        "Ilse Marrow donated $2 million for a new sea wall at Corran.",
    ),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_givers_give_two_sums(one: str, other: str) -> None:
    assert seen(number.compare, one, other) == []


def test_one_giver_gives_one_sum() -> None:
    one = "The Herons have offered Ilse Marrow a three-year, $16 million contract."
    assert seen(number.compare, one, one.replace("$16", "$18")) == [("$16 million", "$18 million")]


def test_a_giver_who_is_not_named_may_be_the_one() -> None:
    one = "The Herons have offered Ilse Marrow a three-year, $16 million contract."
    assert seen(number.compare, one, "The club offered Ilse Marrow a three-year, $18 million contract.") == [
        ("$16 million", "$18 million")
    ]
