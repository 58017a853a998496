"""One record has one year."""

from __future__ import annotations

import pytest

from reader.findings import record
from reader.findings.date import compare
from tests.findings.build import seen, told

WETTEST = "2003 was the wettest year on record."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (WETTEST, "The gauges show 1968 was by far the wettest year in the era of the dam",
         ("2003 was the wettest year", "1968 was by far the wettest year")),
        (WETTEST, "In 1968, the valley had its wettest year on record.",
         ("2003 was the wettest year", "In 1968, the valley had its wettest year")),
        (WETTEST, "1968 was the wettest year ever in the valley.",
         ("2003 was the wettest year", "1968 was the wettest year")),
        ("The worst winter on Icelandic record is now 1968.", "Iceland says 2003 was the worst winter on record.",
         ("The worst winter on Icelandic record is now 1968", "2003 was the worst winter")),
    ],
)  # fmt: skip
def test_two_years(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WETTEST, "In 2003, the valley had its wettest year on record."),
        (WETTEST, "1968 was the driest year on record."),
        (WETTEST, "1968 was the wettest winter on record."),
        (WETTEST, "1968 was the second-wettest year on record."),
        (WETTEST, "1968 was the wettest year of his term."),
        (WETTEST, "In Iceland 1968 was the wettest year on record."),
        (WETTEST, "1968 was the wettest year on record until 2003 was the wettest year."),
        ("In Norway 2003 was the wettest year on record.", "In Iceland 1968 was the wettest year on record."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(record.compare(told(one), told(other)))
