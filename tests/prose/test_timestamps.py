"""Dates and times that stand on their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.timestamps import is_timestamp, published, stamp, tells_time


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Saturday 30 November 2024 06:35 GMT", "2024-11-30T06:35:00+00:00"),
        ("Nov 28, 2005", "2005-11-28"),
        ("Posted 11/27/2005 7:21 AM", "2005-11-27T07:21:00"),
        ("Last Updated: Monday, 28 November 2005, 02:24 GMT", "2005-11-28T02:24:00+00:00"),
        ("7:00pm UK, Wednesday 05 May 2010", "2010-05-05T19:00:00"),
        ("26 September 2013, 10:00 (GMT+05:00)", "2013-09-26T10:00:00+05:00"),
        ("12 January 2010 @ 09:29 pm", "2010-01-12T21:29:00"),
        ("AUGUST 2, 2013 | 08:06AM PT", "2013-08-02T08:06:00"),
        ("Updated Thu 6 May 2010, 9:03am AEST", "2010-05-06T09:03:00+10:00"),
        ("April 7th, 2012 12:30pm EDT", "2012-04-07T12:30:00-04:00"),
        ("Published March 3, 2024", "2024-03-03"),
        ("date 2024-11-30", "2024-11-30"),
        ("3. März 2024, 14.05 Uhr", "2024-03-03T14:05:00"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("2024年11月30日 10:00", "2024-11-30T10:00:00"),
    ],
)
def test_timestamps(text: str, iso: str) -> None:
    assert is_timestamp(text)
    found = stamp(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text", ["Updated 9:06 AM", "5 min read", "2 hours ago", "20 March", "May 2010", "04/05/2024 10:00"]
)
def test_timestamps_without_a_certain_day(text: str) -> None:
    assert is_timestamp(text)
    assert stamp(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "He was 91.",
        "2 dead in March",
        "In May 2020",
        "No. 1 Harwick 65",
        "31-24",
        "3.5",
        "1. 2. 3.",
        "Now",
        "",
        "Chapter 11",
        "The May 3, 2024 vote",
        "1 ²²² 2024",
    ],
)
def test_not_timestamps(text: str) -> None:
    assert not is_timestamp(text)


def test_a_sign_that_counts_as_a_digit_is_no_number() -> None:
    assert stamp("1 ²²² 2024") is None


def test_an_hour_or_a_label_tells_time() -> None:
    assert tells_time("Published March 3, 2024")
    assert tells_time("March 3, 2024 5 p.m.")
    assert not tells_time("March 3, 2024")


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-11-30", "2024-11-30"),
        ("2024-11-30T06:35:00Z", "2024-11-30T06:35:00+00:00"),
        ("2024-11-30T06:35:00.123+09:00", "2024-11-30T06:35:00+09:00"),
        ("2024-11-30T06:35:00-0500", "2024-11-30T06:35:00-05:00"),
        ("2024-11-30 06:35:00", "2024-11-30T06:35:00"),
        ("Sat, 30 Nov 2024 06:35:00 GMT", "2024-11-30T06:35:00+00:00"),
        ("20241130", "2024-11-30"),
        ("20241130T063500Z", "2024-11-30T06:35:00+00:00"),
        ("1732948500", "2024-11-30T06:35:00+00:00"),
        (1732948500, "2024-11-30T06:35:00+00:00"),
        (1732948500000, "2024-11-30T06:35:00+00:00"),
        (20241130, "2024-11-30"),
        (date(2024, 11, 30), "2024-11-30"),
        (datetime(2024, 11, 30, 6, 35, tzinfo=UTC), "2024-11-30T06:35:00+00:00"),
        ("30.11.2024", "2024-11-30"),
        ("11/30/2024", "2024-11-30"),
        ("04/05/2024", None),  # April or May?
        ("2024-13-01", None),
        ("2024-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
        (-5, None),
        ([], None),
    ],
)
def test_fields(value: object, iso: str | None) -> None:
    assert published(value) == iso


@given(st.datetimes(datetime(1000, 1, 1), datetime(2999, 12, 31)), st.integers(-14 * 60, 14 * 60))
def test_iso_comes_back(moment: datetime, offset: int) -> None:
    zoned = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset)))
    told = published(zoned.isoformat())
    assert told is not None
    assert datetime.fromisoformat(told) == zoned


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%A %d %B %Y"]),
)
def test_days_come_back(day: date, form: str) -> None:
    written = day.strftime(form) if day.year > 999 else ""
    assert published(written) == day.isoformat()


@given(st.text(max_size=130))
def test_any_text_is_read_or_not(text: str) -> None:
    told = published(text)
    assert told is None or date.fromisoformat(told[:10])
    is_timestamp(text)
