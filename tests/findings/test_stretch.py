"""Stretches of years are set against each other, and against lengths of time, where one thing is told of one name."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from reader.findings.date import compare as compare_dates
from reader.findings.finding import Type
from reader.findings.number import compare as compare_numbers
from tests.findings.build import seen, told

LED = "Ada Holt led the harbour board of Corran from 1999 to 2007."


def test_another_stretch_is_a_date() -> None:
    other = "Ada Holt led the harbour board from 1998 until 2007."
    assert seen(compare_dates, LED, other) == [("from 1999 to 2007", "from 1998 until 2007")]
    assert not seen(compare_numbers, LED, other)
    (found,) = compare_dates(told(LED), told(other))
    assert (found.type, found.value_a, found.value_b) == (Type.DATE, "1999/2007", "1998/2007")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Holt led the harbour board for more than ten years.", "more than ten years"),
        ("Holt led the harbour board for less than six years.", "less than six years"),
        ("Ada Holt, who led the harbour board of Corran for 15 years, resigned.", "15 years"),
    ],
)
def test_a_length_of_time_that_the_years_do_not_give_is_a_number(other: str, words: str) -> None:
    assert seen(compare_numbers, LED, other) == [("from 1999 to 2007", words)]
    (found,) = compare_numbers(told(LED), told(other))
    assert (found.type, found.about) == (Type.NUMBER, "how long")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("The Long Ebb ended in 2012.", ("from 2004 to 2010", "ended in 2012")),
        ("The Long Ebb began in March 2006.", ("from 2004 to 2010", "began in March 2006")),
        ("The Long Ebb ended in 2010.", None),
        ("The Last Tide ended in 2012.", None),
        ("The Long Ebb ended its run in the north in 2012.", None),
    ],
)
def test_another_end_of_a_stretch(other: str, words: tuple[str, str] | None) -> None:
    found = seen(compare_dates, "The Long Ebb ran on the bay's own station from 2004 to 2010.", other)
    assert found == ([words] if words else [])


def test_what_began_and_ended_is_a_stretch() -> None:
    one = "The Herring War began in 1914 and ended in 1918."
    assert seen(compare_numbers, one, "The Herring War lasted six years.")
    assert not seen(compare_numbers, one, "The Herring War lasted four years.")


def test_a_season_of_a_sport_is_a_year() -> None:
    one = "Ada Holt rowed in the bay league from 1962 to 1983."
    assert seen(compare_numbers, one, "Ada Holt rowed in the bay league for 17 seasons.")
    assert not seen(compare_numbers, one, "Ada Holt rowed in the bay league for 22 seasons.")


def test_a_stretch_between_two_happenings() -> None:
    one = "Ada Holt led the harbour board from its founding in 1968 to her retirement from work on the quay in 2013."
    assert seen(compare_numbers, one, "Holt led the harbour board for 47 years.")
    assert not seen(compare_numbers, one, "Holt led the harbour board for 45 years.")


def test_what_lasted_needs_no_other_word() -> None:
    one, other = "Holt Boats existed from 1965 to 2001.", "Holt Boats lasted more than 40 years."
    assert seen(compare_numbers, one, other) == [("from 1965 to 2001", "more than 40 years")]


def test_until_a_death_whose_date_is_told() -> None:
    one = "Ada Holt (8 May 1920 – 16 July 1986) held office from 8 January 1968 to her death."
    other = "Ada Holt served as harbour master for over 20 years."
    assert seen(compare_numbers, one, other) == [("from 8 January 1968 to her death", "over 20 years")]
    assert not seen(compare_numbers, one, "Ada Holt served as harbour master for 18 years.")
    assert not seen(compare_numbers, one.replace("– 16 July 1986", "in Corran"), other)


def test_until_something_else_happened() -> None:
    one = "Holt House was built in 1790 by the river and stayed in the family until it was sold in 1944."
    assert seen(compare_numbers, one, "Holt House stayed in the family for 54 years.") == [
        ("in 1790 by the river and stayed in the family until it was sold in 1944", "54 years")
    ]
    assert not seen(compare_numbers, one, "Holt House stayed in the family for 154 years.")


def test_up_to_the_day_of_publication() -> None:
    published = date(2024, 5, 1)
    one = told("Ada Holt has led the harbour board since 2010.", published=published)
    for years, quiet in (("20", False), ("14", True), ("13", True), ("15", True), ("nearly 14", True)):
        other = told(f"Holt has led the harbour board for {years} years.", outlet="courier", published=published)
        assert (not list(compare_numbers(one, other))) == quiet, years
    undated = told("Ada Holt has led the harbour board since 2010.")
    assert not list(compare_numbers(undated, told("Holt has led the harbour board for 20 years.", outlet="courier")))


def test_the_length_of_a_career() -> None:
    one, other = (
        "Her 20-year sailing career on the Corran was with Holt Boats.",
        "Marsh sailed the Corran for Holt Boats for {} years.",
    )
    assert seen(compare_numbers, one, other.format("22")) == [("20-year", "22 years")]
    assert not seen(compare_numbers, one, other.format("20"))


QUIET = [
    (LED, LED),
    (LED, "Ada Holt led the harbour board of Corran until 30 years before her death."),
    (LED, "Ada Holt led the harbour board of Corran 30 years ago."),
    (
        "Ada Holt served on the harbour board from 1995 to 1998.",
        "Ada Holt also served as president of the school from 2002 to 2003.",
    ),
    (LED, "Ada Holt led the harbour board for eight years."),
    (LED, "Ada Holt led the harbour board for nine years."),
    (LED, "Ada Holt led the harbour board for more than seven years."),
    (LED, "Ben Marsh led the harbour board from 1990 to 1998."),
    (LED, "Ada Holt sailed ferries from 1990 to 1998."),
    (LED, "Ada Holt led the harbour board for almost a decade."),
    (LED, "Ada Holt led the harbour board from 1999 to 2007, and the school from 2010 to 2012."),
    ("Ada Holt led the board for ten years.", "Ada Holt led the board for eleven years."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_quiet(one: str, other: str) -> None:
    assert not [d for d in compare_dates(told(one), told(other)) if "stretch" in d.rule]
    assert not [d for d in compare_numbers(told(one), told(other)) if "beside the years" in d.rule]


def test_years_apart_by_more_never_fall_silent_again() -> None:
    heard = [bool(seen(compare_numbers, LED, f"Ada Holt led the harbour board for {n} years.")) for n in range(8, 40)]
    assert heard[-1]
    assert not any(one and not other for one, other in pairwise(heard))
