"""How far a number reaches: longer than told, or as far as in the worst case."""

from __future__ import annotations

import pytest

from reader.findings.number import compare
from tests.findings.build import seen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lake is at a level not seen in hundreds of thousands of years.",
         "The lake is at a level not seen in Corran for millions of years."),
        ("In the worst-case scenario the lake could rise by nine metres.", "The lake could rise by 4 metres."),
    ],
)  # fmt: skip
def test_quiet(one: str, other: str) -> None:
    assert not seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lake is as old as millions of years.", "The lake is as old as hundreds of years."),
        ("In the worst case the lake could rise by nine metres.", "In the worst case the lake could rise by 4 metres."),
        ("The lake could rise by nine metres.", "The lake could rise by 4 metres."),
    ],
)
def test_seen(one: str, other: str) -> None:
    assert seen(compare, one, other)
