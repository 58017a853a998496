"""A change from one value to another is set against the same values told the other way round."""

from __future__ import annotations

import pytest

from reader.findings import change
from reader.findings.number import compare
from tests.findings.build import seen, told

LOWERED = "The bill will lower from 16 to 14 the age at which sailors may go to sea."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (LOWERED, "the age to go to sea goes from 16 up to 14", ("from 16 to 14", "from 16 up to 14")),
        (LOWERED, "The age at which sailors may go to sea will go from 14 to 16.", ("from 16 to 14", "from 14 to 16")),
        ("The toll on the quay rose from £2.5m to £2.8m.", "The toll on the quay fell from £2.8m to £2.5m.",
         ("from £2.5m to £2.8m", "from £2.8m to £2.5m")),
        ("Unemployment in Corran fell from 4.1 percent to 4.3 percent.",
         "Unemployment in Corran rose from 4.1 percent to 4.3 percent.",
         ("from 4.1 percent to 4.3 percent", "from 4.1 percent to 4.3 percent")),
    ],
)  # fmt: skip
def test_the_other_way(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)
    assert [d.about for d in change.compare(told(one), told(other))] == ["direction of the change"]


@pytest.mark.parametrize(
    "other",
    [
        LOWERED,
        "The age at which sailors may go to sea will be cut from 16 to 14.",
        "The age at which sailors may go to sea goes from 16 to 14.",
        "The choir grew from 14 to 16.",
        "The ferry takes from £14 to £16.",
        "Sailors from 14 ports go to 16 others.",
    ],
)
def test_quiet(other: str) -> None:
    assert not list(change.compare(told(LOWERED), told(other)))
