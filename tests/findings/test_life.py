"""Births, deaths and ages of one person are set against each other by arithmetic; of two people, never."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import life
from reader.findings.date import compare as compare_dates
from reader.findings.finding import Type
from reader.findings.number import compare as compare_numbers
from tests.findings.build import seen, told

HOLT = "Ada Holt (20 May 1912 – 1 August 1985) was a painter of ships."

AGES = [
    (HOLT, "Ada Holt died at the age of 70.", ("20 May 1912 – 1 August 1985", "70")),
    (HOLT, "Holt died before the age of 70.", ("20 May 1912 – 1 August 1985", "70")),
    (HOLT, "Ada Holt lived to be 100.", ("20 May 1912 – 1 August 1985", "100")),
    (HOLT, "The painter Ada Holt was 75 when she died.", ("20 May 1912 – 1 August 1985", "75")),
    ("Ada Holt (1833–1888) painted ships.", "Holt lived for 57 years.", ("1833–1888", "57 years")),
    (
        "Ada Holt (born 1 October 1958, in Corran, died 15 November 1988, in Brume) painted ships.",
        "Ada Holt lived for more than 40 years.",
        ("1 October 1958, in Corran, died 15 November 1988", "more than 40 years"),
    ),
    ("Ada Holt was 66 when she died.", "Ada Holt was 71 at the time of her death.", ("66", "71")),
    (HOLT, "Ada Holt Died at the age of 70", ("20 May 1912 – 1 August 1985", "70")),
    (
        HOLT,
        "Ada Holt died when she was less than 73 years old.",
        ("20 May 1912 – 1 August 1985", "less than 73 years old"),
    ),
    ("Ada Holt, Lady Marsh (1903-1956) painted ships.", "Ada Holt lived to be 100.", ("1903-1956", "100")),
    ("Ada Holt of Corran (1903-1956) painted ships.", "Ada Holt died aged 61.", ("1903-1956", "61")),
    (HOLT, "Ada Holt passed away after her 95th birthday.", ("20 May 1912 – 1 August 1985", "95th")),
    (HOLT, "Ada Holt died a week before her 70th birthday.", ("20 May 1912 – 1 August 1985", "70th")),
    (
        "Ada Marie Holt (20 May 1912 – 1985) painted.",
        "Ada Marie Holt was 66 at the time of her death",
        ("20 May 1912 – 1985", "66"),
    ),
    ("She fell ill in Corran, where she died at the age of 37.", "Holt passed at the age of 73.", ("37", "73")),
]


@pytest.mark.parametrize(("one", "other", "words"), AGES)
def test_an_age_that_the_dates_of_a_life_do_not_give(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare_numbers, one, other) == [words]
    (found,) = compare_numbers(told(one), told(other))
    assert (found.type, found.about) == (Type.NUMBER, "age at death")


ENDS = [
    ("Ada Holt (1903-1956) was a painter.", "Ada Holt died in the 1960s.", ("1956", "the 1960s")),
    ("Ada Holt (14 June 1866 – 20 October 1936) painted ships.", "Ada Holt was born in April 1866.",
     ("14 June 1866", "April 1866")),
    (HOLT, "Ada Holt passed away in 1987.", ("1 August 1985", "1987")),
    (HOLT, "On 2 August 1985 Ada Holt died.", ("1 August 1985", "2 August 1985")),
    ("Ada Holt (born Ada Marsh; October 4, 1941) paints ships.", "Ada Holt was born in 1947.",
     ("October 4, 1941", "1947")),
    ("Major Ada Holt (30 July 1934 in Corran - 6 August 1996) led.", "Holt was born in the year after 1932.",
     ("30 July 1934", "the year after 1932")),
    ("Ada Holt (1160 – 16 July 1216) built quays.", "Ada Holt passed away in 1517.", ("1216", "1517")),
    ("Ada Holt (1160 – 16 July 1216) built quays.", "Ada Holt passed away in 1217.", ("1216", "1217")),
    (HOLT, "Ada Holt was murdered in 1956.", ("1 August 1985", "1956")),
    ("Ada Holt died on 2 February 2014.", "Ada Holt (8 April 1974 – 2 February 2013) sailed.",
     ("2 February 2014", "2 February 2013")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "words"), ENDS)
def test_another_birth_or_death(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare_dates, one, other) == [words]


QUIET = [
    (HOLT, "Ada Holt died at the age of 73."),
    (HOLT, "Ada Holt died at 73."),
    (HOLT, "Ada Holt died in her 70's."),
    (HOLT, "Ada Holt died after her 70th birthday."),
    (HOLT, "Her father died at the age of 90."),
    (HOLT, "Ada Holt told how sailors died in 120 wrecks."),
    ("Ada Holt (0000 – 0000) painted ships.", "Ada Holt died in 0000."),
    ("His health failed and he died at the age of 37.", "Holt passed away in his 30's."),
    (HOLT, "Ada Holt lived for more than 70 years."),
    (HOLT, "Ada Holt died in the 1980s."),
    (HOLT, "Ben Marsh died at the age of 70."),
    (HOLT, "Ada Holt, 31, painted the ferry."),
    (HOLT, "Ada Holt married at the age of 25."),
    (HOLT, "The painter of ships died at the age of 70."),
    ("The Holt Prize (1912–1985) was given to painters.", "The prize was given to those aged 70."),
    ("Ada Holt (1833–1888) painted ships.", "Ada Holt was 54 when she died."),
    ("Ada Holt (1833–1888) painted ships.", "Ada Holt was 55 when she died."),
    ("Ada Holt (page 1912–1985) painted ships.", "Ada Holt (1912–1985) painted ships."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_what_goes_together_or_is_of_somebody_else_is_quiet(one: str, other: str) -> None:
    assert seen(compare_numbers, one, other) == []
    assert seen(compare_dates, one, other) == []


DAYS = st.dates(date(1801, 1, 1), date(1909, 12, 31))


@given(born=DAYS, years=st.integers(1, 110))
def test_the_age_on_the_birthday_is_the_age_at_death(born: date, years: int) -> None:
    if (born.month, born.day) == (2, 29):
        return
    died = born.replace(year=born.year + years)
    text = f"Ada Holt ({born.day} {born:%B %Y} – {died.day} {died:%B %Y}) painted ships."
    for age in (years - 1, years, years + 1):
        found = list(life.ages(told(text), told(f"Ada Holt died at the age of {age}.", outlet="courier")))
        assert bool(found) == (0 < age != years), (text, age)
