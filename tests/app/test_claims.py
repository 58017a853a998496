"""Who says what in little room: what sets the sides apart is never what is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.app.claims import Claim, side_lines
from reader.app.signs import ASCII, UNICODE
from tests.app.test_chrome import LOOK, text

MEASURE = [
    Claim("a timely and effective measure", "Harbour Post, Coast Radio", 2),
    Claim("a timely and effective answer", "Island Daily", 1),
]


def lines(claims: list[Claim], width: int, most: int = 1, *, ascii: bool = False) -> list[str]:
    return [text(line) for line in side_lines(claims, width, most, LOOK, ASCII if ascii else UNICODE)]


def test_with_room_every_name_is_there() -> None:
    assert lines(MEASURE, 120) == [
        "a timely and effective measure  Harbour Post, Coast Radio    a timely and effective answer  Island Daily"
    ]


def test_with_less_the_versions_are_counted() -> None:
    assert lines(MEASURE, 92) == [
        "a timely and effective measure  2 versions    a timely and effective answer  Island Daily"
    ]


def test_with_lines_enough_each_side_has_its_own() -> None:
    assert lines(MEASURE, 60, 2) == [
        "a timely and effective measure  Harbour Post, Coast Radio",
        "a timely and effective answer  Island Daily",
    ]
    assert lines(MEASURE, 44, 2) == [
        "a timely and effective measure  2 versions",
        "a timely and effective answer  Island Daily",
    ]
    assert lines(MEASURE, 32, 2) == ["a timely and effective measure", "a timely and effective answer"]


def test_with_one_line_the_names_go_first_and_then_what_the_claims_have_in_common() -> None:
    assert lines(MEASURE, 76) == ["a timely and effective measure  ≠  a timely and effective answer"]
    assert lines(MEASURE, 40) == ["…effective measure  ≠  …effective answer"]
    assert lines(MEASURE, 24) == ["…measure  ≠  …answer"]
    assert lines(MEASURE, 40, ascii=True) == ["...measure  !  ...answer"]
    late = [Claim("is believed to have lost power", "a", 1), Claim("The ferry lost power", "b", 1)]
    assert lines(late, 52) == ["is believed to have lost…  ≠  The ferry lost…"]
    both = [Claim("on Monday evening", "a", 1), Claim("on Tuesday evening", "b", 1)]
    assert lines(both, 30) == ["…Monday…  ≠  …Tuesday…"]


def test_of_many_sides_there_are_as_many_as_say_something() -> None:
    many = [Claim(f"{n} people", "a, b", 2) for n in range(40, 99)]
    assert lines(many, 60) == ["40…  ≠  41…  ≠  42…  ≠  43…  ≠  44…  ≠  45…  and 53 more"]
    assert lines(many, 24) == ["40…  ≠  41…  and 57 more"]
    alike = [Claim(f"more than {n}", "a", 1) for n in range(1, 30)]
    assert lines(alike, 50) == ["…1  ≠  …2  ≠  …3  ≠  …4  ≠  …5  ≠  …6  and 23 more"]


@given(
    st.lists(
        st.builds(
            Claim,
            st.lists(st.sampled_from(["two", "12", "日本", "of", "them"]), min_size=1, max_size=6).map(" ".join),
            st.sampled_from(["Harbour Post", "a, b, c", "x"]),
            st.integers(1, 4),
        ),
        min_size=2,
        max_size=12,
    ),
    st.integers(24, 120),
    st.integers(1, 4),
)
def test_no_line_is_too_long_and_there_are_no_more_than_asked_for(claims: list[Claim], width: int, most: int) -> None:
    found = lines(claims, width, most)
    assert 1 <= len(found) <= most
    assert all(cell_len(line) <= width for line in found)
