"""Names told together: a first name with two last names beside the same other name is shown, wherever it is told."""

from __future__ import annotations

import pytest

from reader.findings import find
from reader.findings.finding import Type
from reader.findings.name import compare
from tests.findings.build import seen, story

ONE = "The leads go to Rufus Pell and Ilse Marrow, who sang together in May."


@pytest.mark.parametrize(
    "other",
    [
        "The opera stars Rufus Pell and Ilse Varga.",
        "Ilse Varga, Rufus Pell and Ada Holt are to sing in the new opera.",
    ],
)
def test_another_last_name(other: str) -> None:
    assert seen(compare, ONE, other) == [("Ilse Marrow", "Ilse Varga")]


@pytest.mark.parametrize(
    "other",
    [
        "The opera stars Rufus Pell and Ilse Marro.",  # a spelling
        "The opera stars Rufus Pell and Ada Holt.",  # somebody else
        "The opera stars Rufus Pell, Ilse Varga and Ilse Marrow.",
        "The opera was written by Ilse Varga, not for the first time.",
        "The opera stars Ada Holt and Ilse Varga.",  # beside another
    ],
)
def test_quiet(other: str) -> None:
    assert seen(compare, ONE, other) == []


def test_it_is_compared_wherever_it_is_told() -> None:
    cluster, alignment = story(ONE, "Rain fell on the hill. Rufus Pell and Ilse Varga have bought a barn in Corran.")
    assert [f.type for f in find(cluster, alignment) if f.type] == [Type.NAME]
