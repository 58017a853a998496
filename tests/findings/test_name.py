"""Two people in one role, two offices of one person; variants of one name stay quiet."""

from __future__ import annotations

import pytest

from reader.findings.finding import Strength, Type
from reader.findings.name import compare
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Defence Minister Ada Holt arrived in Corran for talks on the dam.",
            "Defence Minister Ben Marsh arrived in Corran for talks on the dam.",
            ("Ada Holt", "Ben Marsh"),
        ),
        (
            "“The boat was sound,” said Dana Whitlow, the company’s chief executive, after the crash.",
            "Peter Lomax, the chief executive of the line, said after the crash that the boat was sound.",
            ("Dana Whitlow", "Peter Lomax"),
        ),
        (
            "A Norwegian diver found the wreck off the pier.",
            "A Swedish diver found the wreck off the pier.",
            ("Norwegian", "Swedish"),
        ),
        (
            "The prize for the best cake at the fair went to Ada Holt of the bakery.",
            "The prize for the best cake at the fair went to Ida Brand of the bakery.",
            ("Ada Holt", "Ida Brand"),
        ),
    ],
)
def test_another_name_in_one_role(one: str, other: str, expected: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [expected]


def test_two_offices_of_one_person() -> None:
    one, other = "It was opened by Governor Ada Holt.", "It was opened by Senator Ada Holt."
    assert seen(compare, one, other) == [("Governor Ada Holt", "Senator Ada Holt")]
    (found,) = compare(told(one), told(other))
    assert (found.type, found.strength) == (Type.NAME, Strength.DISCREPANCY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one name in several forms
        ("President Muammar Kadafi spoke in the hall.", "President Moammar Gadhafi spoke in the hall."),
        ("The prize went to Liz Marsh of the bakery.", "The prize went to Elizabeth Marsh of the bakery."),
        ("The prize went to Mr Marsh of the bakery.", "The prize went to John Marsh of the bakery."),
        ("The prize was given by the Bureau of Lakes.", "The prize was given by BOL."),
        ("A U.S. diver found the wreck.", "An American diver found the wreck."),
        # two offices that go together
        ("It was opened by former Governor Ada Holt.", "It was opened by Senator Ada Holt."),
        ("It was opened by Speaker Ada Holt.", "It was opened by Representative Ada Holt."),
        # two people, two roles
        ("Prime Minister Ada Holt condemned it.", "President Ben Marsh condemned it."),
        ("Deputy Defence Minister Ada Holt arrived.", "Defence Minister Ben Marsh arrived."),
        ("Norwegian Foreign Minister Ada Holt met him.", "Swedish Foreign Minister Ben Marsh met him."),
        # both told
        ("Ada Holt and Ben Marsh won the prize.", "Ben Marsh and Ada Holt won the prize."),
        # no names
        ("it rained.", "it snowed."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


def test_a_name_that_the_other_version_tells_elsewhere_was_not_replaced() -> None:
    one = "Defence Minister Ada Holt arrived in Corran for talks on the dam."
    other = "Defence Minister Ben Marsh arrived in Corran for talks on the dam."
    a, b = told(one), told(other, outlet="courier")
    assert len(list(compare(a, b))) == 1
    later = told(other, outlet="courier")

    assert list(compare(a, later._replace(whole=f"{other} He follows Ada Holt."))) == []
