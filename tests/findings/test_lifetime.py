"""What somebody did is set against when they lived, and an age against the year in which it happened."""

from __future__ import annotations

import pytest

from reader.findings.date import compare as compare_dates
from reader.findings.finding import Type
from reader.findings.number import compare as compare_numbers
from reader.findings.number import facts
from tests.findings.build import seen, told

BORN = "Ada Holt (born 5 February 1958 in Corran) is a former goalkeeper."
LIVED = "Ada Holt (5 March 1820 – 3 January 1898) was a painter of ships."
LISTED = "Ada Holt (born 10 July 1979) is a politician. She was elected to the harbour board on 25 September 2005."

OUTSIDE = [
    (BORN, "Ada Holt played football in 1959.", ("born 5 February 1958", "played football in 1959")),
    (LIVED, "Holt wrote a life of her mother in 1899.", ("3 January 1898", "wrote a life of her mother in 1899")),
    (LIVED, "Ada Holt was alive in 1812, but not in 1830.", ("5 March 1820", "alive in 1812")),
    (LIVED, "Ada Holt was a teenager in the 1850s.", ("5 March 1820", "a teenager in the 1850s")),
    (BORN, "Ada Holt first joined the club in March 1957.", ("born 5 February 1958", "joined the club in March 1957")),
    (BORN, "Ada Holt graduated on 5 February 1958.", ("born 5 February 1958", "graduated on 5 February 1958")),
]


@pytest.mark.parametrize(("one", "other", "words"), OUTSIDE)
def test_done_out_of_a_lifetime(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare_dates, one, other) == [words]
    (found,) = compare_dates(told(one), told(other, outlet="courier"))
    assert (found.type, found.rule) == (Type.DATE, "date: done out of a lifetime")
    assert found.value_a != found.value_b


QUIET = [
    (BORN, "Ada Holt played football in 1979."),
    (BORN, "Ben Marsh played football in 1959."),
    (BORN, "Ada Holt led the club, which played in 1949."),
    (BORN, "Ada Holt led the club after the war of 1945."),
    (BORN, "Ada Holt played for a club founded in 1898."),
    (LIVED, "Ada Holt won a prize in 1899."),  # as the dead do
    (LIVED, "Ada Holt's brother wrote a book in 1899."),
    (LIVED, "Ada Holt was alive in 1890."),
    (LIVED, "Ada Holt was a teenager in the 1830s."),
    (LIVED, "A book about Ada Holt, written in 1899, was found."),
    ("Ada Holt (born 5 February 1958) graduated in 1980.", "Ada Holt graduated on 5 February 1958."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_what_falls_into_a_life_or_is_of_somebody_else(one: str, other: str) -> None:
    assert [d.rule for d in compare_dates(told(one), told(other)) if "lifetime" in d.rule] == []


AGES = [
    (LISTED, "Holt was elected to the board when she was 27 years old.", ("born 10 July 1979", "27 years old")),
    (LISTED, "Ada Holt was 33 when she was elected to the board.", ("born 10 July 1979", "33")),
    (LISTED, "Ada Holt was elected to the harbour board at the age of 24.", ("born 10 July 1979", "24")),
]


@pytest.mark.parametrize(("one", "other", "words"), AGES)
def test_an_age_that_birth_and_year_do_not_make(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare_numbers, one, other) == [words]
    (found,) = compare_numbers(told(one), told(other))
    assert found.about == "the birth, and the age in 2005"
    assert set(facts(told(one))) & set(facts(told(other)))  # so that they are compared wherever they stand


@pytest.mark.parametrize(
    "other",
    [
        "Ada Holt was elected to the harbour board when she was 26.",
        "Ada Holt was over 20 when she was elected to the harbour board.",
        "Ben Marsh was 33 when he was elected to the harbour board.",
        "Ada Holt was 33 when she married Ben Marsh.",
        "Ada Holt met a painter of 33 when she was elected to the harbour board.",
        "The board was elected at 10 on Sunday.",
    ],
)
def test_an_age_that_fits_or_is_of_something_else(other: str) -> None:
    assert seen(compare_numbers, LISTED, other) == []
