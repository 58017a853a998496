"""Times: the stretches of days that words can mean, seen from the day of publication, and what goes together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose import date_grammar
from reader.prose.calendar import MONTHS, WEEKDAYS, month_days, part_of, season_days, shifted, week_days
from reader.prose.date_grammar import mentions
from reader.prose.dates import When, dates, together
from reader.prose.word_lists import said

#: A Wednesday.
PUBLISHED = date(2025, 10, 15)


def only(text: str, published: date | None = PUBLISHED) -> When:
    """The one time of a text."""
    found = dates(text, published)
    assert len(found) == 1, [text[w.span.start : w.span.end] for w in found]
    return found[0]


def day(month: int, number: int, year: int = 2025) -> tuple[date, date]:
    return date(year, month, number), date(year, month, number)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It was listed in the nineteenth century.", "nineteenth century", (date(1800, 1, 1), date(1900, 12, 31))),
        ("It stood in the 9th century.", "9th century", (date(800, 1, 1), date(900, 12, 31))),
        (
            "She sailed in the later years of the 1960s.",
            "the later years of the 1960s",
            (date(1966, 1, 1), date(1969, 12, 31)),
        ),
        ("It sank on Jan. 13, '90.", "Jan. 13, '90", day(1, 13, 1990)),
        ("It has been listed since the year prior to 2002.", "2002", (date(2001, 1, 1), date.max)),
        ("He left the day before yesterday.", "the day before yesterday", day(10, 13)),
        ("It was listed until the year after 2002.", "2002", (date.min, date(2003, 12, 31))),
        ("He left on Tuesday.", "Tuesday", day(10, 14)),
        ("He left on Wednesday.", "Wednesday", day(10, 15)),
        ("He left on Thursday.", "Thursday", day(10, 9)),
        ("He left Monday evening.", "Monday evening", day(10, 13)),
        ("He left last Friday.", "last Friday", day(10, 10)),
        ("He leaves next Friday.", "next Friday", day(10, 17)),
        ("He left on Friday of last week.", "Friday of last week", day(10, 10)),
        ("Yesterday he left.", "Yesterday", day(10, 14)),
        ("He leaves tomorrow morning.", "tomorrow morning", day(10, 16)),
        ("He left last night.", "last night", day(10, 14)),
        ("He left on October 3.", "October 3", day(10, 3)),
        ("He left on Oct. 3, 2024.", "Oct. 3, 2024", day(10, 3, 2024)),
        ("He left on the 3rd of October 2024.", "the 3rd of October 2024", day(10, 3, 2024)),
        ("He left on Friday, 3 October.", "Friday, 3 October", day(10, 3)),
        ("He left on 2024-10-03.", "2024-10-03", day(10, 3, 2024)),
        ("He left on 10/3/2024.", "10/3/2024", day(10, 3, 2024)),
        ("He left on 23/10/2024.", "23/10/2024", day(10, 23, 2024)),
        ("He left on the 3rd.", "the 3rd", day(10, 3)),
        ("He left on the first Monday of September.", "the first Monday of September", day(9, 1)),
        ("He left on the last Friday of this month.", "the last Friday of this month", day(10, 31)),
        ("He left two days ago.", "two days ago", day(10, 13)),
        ("He left in June.", "June", month_days(2025, 6)),
        ("He left in November.", "November", month_days(2024, 11)),
        ("He left in June last year.", "June last year", month_days(2024, 6)),
        ("He left in December 2023.", "December 2023", month_days(2023, 12)),
        ("He left last month.", "last month", month_days(2025, 9)),
        ("He left in 2012.", "2012", (date(2012, 1, 1), date(2012, 12, 31))),
        ("He left last year.", "last year", (date(2024, 1, 1), date(2024, 12, 31))),
        ("He leaves next year.", "next year", (date(2026, 1, 1), date(2026, 12, 31))),
        ("He left in the 1990s.", "the 1990s", (date(1990, 1, 1), date(1999, 12, 31))),
        ("He left in the summer of 2020.", "the summer of 2020", (date(2020, 6, 1), date(2020, 8, 31))),
    ],
)
def test_likeliest_reading(text: str, words: str, expected: tuple[date, date]) -> None:
    found = only(text)
    assert text[found.span.start : found.span.end] == words
    assert found.readings[0] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Saturday", "on 11 October"),
        ("on Tuesday", "on Tuesday evening"),
        ("on Sunday", "over the weekend"),
        ("last week", "on Thursday"),
        ("since 2012", "last year"),
        ("in 2026", "next year"),
        ("in September", "last month"),
        ("two weeks ago", "on October 1"),
        ("earlier this year", "in March"),
        ("in late September", "on September 26"),
        ("about a month ago", "on September 20"),
        ("at 2 p.m.", "at 14:00"),
        ("at 1353 local time", "at 1:53 p.m."),
        ("at noon", "at 12:10 p.m."),
        ("before 1967", "in 1965"),
        ("after the 2000 games", "in 2012"),
        ("by Friday", "on Thursday"),
        ("at midnight", "on Tuesday"),
    ],
)
def test_the_same_time_in_other_words(one: str, other: str) -> None:
    assert together(only(one), only(other))
    assert together(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Tuesday", "on Wednesday"),
        ("on Saturday", "on 12 October"),
        ("in June", "in July"),
        ("in 2009", "in 2006"),
        ("earlier this week", "on Saturday, October 4"),
        ("earlier this week", "on Wednesday"),
        ("two weeks ago", "yesterday"),
        ("at 2 p.m.", "at 5 p.m."),
        ("last year", "in 2021"),
    ],
)
def test_another_time(one: str, other: str) -> None:
    assert not together(only(one), only(other))
    assert not together(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("on Friday", "on Friday evening", True),
        ("on Friday", "on Saturday", False),
        ("on Friday", "on 10 October", True),
        ("on Friday, 10 October", "on 10 October", True),
        ("on 9 October", "on 10 October", False),
        ("in June", "in July", False),
        ("two days ago", "yesterday", True),
    ],
)
def test_without_a_day_of_publication_only_what_is_named_differs(one: str, other: str, same: bool) -> None:
    assert together(only(one, None), only(other, None)) is same


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "They march on.",
        "for two weeks",
        "within 48 hours",
        "2000 people came",
        "a ratio of 3:1",
        "9.5 on the scale",
        "two days earlier",
        "He told “Today” that it rained.",
        "the sun rose",
        "version 1.2.3",
    ],
)
def test_no_time(text: str) -> None:
    assert dates(text, PUBLISHED) == ()


def test_impossible_days_have_no_readings() -> None:
    assert only("on June 31, 2025").readings == ()
    assert dates("on 31/31/2025", PUBLISHED) == ()


def test_several_times_keep_their_order() -> None:
    text = "On Monday he left; on 3 May 2024 he came; in 1999 he was born."
    assert [text[w.span.start : w.span.end] for w in dates(text, PUBLISHED)] == ["Monday", "3 May 2024", "1999"]


def test_seasons_months_and_weeks() -> None:
    assert season_days(2020, "winter") == (date(2020, 12, 1), date(2021, 2, 28))
    assert week_days(PUBLISHED) == (date(2025, 10, 13), date(2025, 10, 19))
    assert month_days(2025, 14) == month_days(2026, 2)
    assert part_of(month_days(2025, 10), "early")[1] < part_of(month_days(2025, 10), "late")[0]
    assert shifted(date.max, 10) == date.max


@given(st.dates(date(1900, 1, 8), date(2099, 12, 1)), st.integers(min_value=0, max_value=6))
def test_a_weekday_is_within_the_week_before(published: date, weekday: int) -> None:
    found = only(f"on {WEEKDAYS[weekday].capitalize()}", published)
    assert found.readings[0][0].weekday() == weekday
    assert 0 <= (published - found.readings[0][0]).days < 7


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_itself_whenever_it_is_read(named: date) -> None:
    text = f"on {named.day} {MONTHS[named.month - 1].capitalize()} {named.year}"
    assert only(text, None).readings == ((named, named),)
    assert together(only(text), only(named.isoformat()))


@given(st.text(), st.none() | st.dates())
def test_no_text_breaks_the_reader(text: str, published: date | None) -> None:
    last = 0
    for found in dates(text, published):
        assert last <= found.span.start < found.span.end <= len(text)
        assert all(start <= end for start, end in found.readings)
        last = found.span.end


_SOME = st.sampled_from(
    ["on", "the", "last", "next", "this", "earlier", "late", "following", "Sunday", "Monday,", "Fridays", "Tuesday-",
     "monday", "morning", "night", "birthday", "Holt", "met", "in", "of", "at", "5", "12", "730", "3rd", "2014",
     "1990s", "3.30", "9 p.m.", "0730 GMT",
     "4,500", "12/5/2014", "(", "“Saturday", "until", "from", "to", "5k", "hours"]
)  # fmt: skip


@given(st.lists(_SOME, max_size=12).map(" ".join))
def test_times_of_texts_that_name_weekdays_only_are_those_of_any_text(text: str) -> None:
    figures = any(c.isdigit() for c in text)
    assert mentions(text) == date_grammar._all_forms(text, said(text), figures)


@pytest.mark.parametrize("season", ["Spring", "summer", "Autumn", "Fall", "Winter"])
def test_seasons_are_read_however_they_are_written(season: str) -> None:
    for words in (f"It rained last {season}.", f"It rained in {season} 2014.", f"It rained in early {season} 2014."):
        (found,) = dates(words, date(2024, 1, 5))
        assert (found.form, found.readings) == (
            "season", dates(words.replace(season, season.lower()), date(2024, 1, 5))[0].readings
        )  # fmt: skip


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("words", ["last year", "next year", "last May", "next month", "a decade ago"])
def test_there_are_no_days_beyond_the_first_and_the_last_year(published: date, words: str) -> None:
    assert all(first <= last for first, last in only(f"It was so {words}.", published).readings)
