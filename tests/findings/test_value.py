"""How two values stand to each other does not depend on which comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings.same_quantity import comparable
from reader.findings.value import canonical, relation
from reader.prose.quantities import quantities

if TYPE_CHECKING:
    from reader.prose.quantity import Quantity

BOUNDS = st.sampled_from(
    ["", "about ", "at least ", "more than ", "nearly ", "up to ", "less than ", "just over ", "exactly "]
)


def goats(bound: str, number: int) -> Quantity:
    """So many goats."""
    (found,) = quantities(f"There were {bound}{number:,} goats.")
    return found


@given(BOUNDS, st.integers(2, 10**7), BOUNDS, st.integers(2, 10**7))
def test_order_changes_nothing(bound: str, number: int, other_bound: str, other: int) -> None:
    one, two = goats(bound, number), goats(other_bound, other)
    assert relation(one, two) == relation(two, one)


@given(BOUNDS, st.integers(2, 10**7))
def test_a_value_agrees_with_itself(bound: str, number: int) -> None:
    one = goats(bound, number)
    assert relation(one, one).strength is None
    assert canonical(one) == canonical(goats(bound, number))


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_two_exact_numbers_far_apart_never_go_together(number: int, other: int) -> None:
    far = max(number, other) > 1.5 * min(number, other)
    assert not far or relation(goats("", number), goats("", other)).strength is not None


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("40C", "104F", True),
        ("40C", "110F", False),
        ("a rise of 5C", "a rise of 9F", True),
        ("a rise of 5C", "a rise of 2F", False),
        ("10 to 20 goats", "10 to 21 goats", True),
        ("10 to 20 goats", "10 to 30 goats", False),
        ("500 kilowatts", "0.5 megawatts", True),
    ],
)
def test_other_units_and_ranges(one: str, other: str, agree: bool) -> None:
    (x,), (y,) = quantities(one), quantities(other)
    assert comparable(x, y)
    assert (relation(x, y).strength is None) is agree
    assert relation(x, y) == relation(y, x)


@pytest.mark.parametrize(
    ("one", "other"), [("38C", "a rise of 2C"), ("$15 an hour", "$15 a day"), ("38 degrees", "38C"), ("$5", "£5")]
)
def test_what_can_not_be_compared(one: str, other: str) -> None:
    (x,), (y,) = quantities(one), quantities(other)
    assert not comparable(x, y)


def test_the_canonical_form_of_a_rate() -> None:
    (found,) = quantities("30 mm per decade")
    assert canonical(found) == "0.003 m a year"
