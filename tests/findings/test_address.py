"""Two numbers in one street, where each version gives one, are shown."""

from __future__ import annotations

import pytest

from reader.findings import find
from reader.findings.finding import Type
from reader.findings.place import compare
from tests.findings.build import seen, story

ONE = "The deputy was shot outside a flat in the 1200 block of East Mill Road on Friday."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            ONE,
            "The deputy followed the man to a flat in the 1500 block of Mill Road on Friday.",
            [("1200 block of East Mill Road", "1500 block of Mill Road")],
        ),
        (
            "Guards found the two women dead at 24 Quay Street on Tuesday.",
            "The two women were found dead on Tuesday at 42 Quay Street.",
            [("24 Quay Street", "42 Quay Street")],
        ),
        (ONE, "The deputy was shot outside a flat in the 1200 block of Mill Road on Friday.", []),
        (ONE, "The deputy was shot outside a flat in the 1500 block of Quay Street on Friday.", []),
        (ONE, "The deputy's flat in the 1500 block of Mill Road is not far from the 1200 block of Mill Road.", []),
        (ONE, "A cat was seen in the 1500 block of Mill Road.", []),
        (ONE, "The deputy was shot outside a flat at 1216 Mill Road on Friday.", []),  # a house of that block
    ],
)
def test_numbers_in_one_street(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == expected


def test_it_is_told_by_the_street() -> None:
    cluster, alignment = story(ONE, ONE.replace("1200", "1,500"))
    (told,) = (f.explanation for f in find(cluster, alignment) if f.type is Type.PLACE)
    assert told == (
        "Where in Mill Road: outlet1 says “1200 block of East Mill Road”, outlet2 “1,500 block of East Mill Road”."
    )
