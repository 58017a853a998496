"""Opposite sides of one place, told of one thing, are shown."""

from __future__ import annotations

import pytest

from reader.findings.place import compare
from tests.findings.build import seen

ONE = "The tanker sent a call for help from 150 nautical miles west of Corran on Sunday."


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("The tanker was attacked 150 nautical miles east of Corran.", "150 nautical miles east of Corran"),
        ("On Sunday the tanker sent a call for help from a place east of Corran.", "east of Corran"),
        ("The tanker called from 150 miles northeast of Corran on Sunday.", "150 miles northeast of Corran"),
    ],
)
def test_another_side(other: str, words: str) -> None:
    assert seen(compare, ONE, other) == [("150 nautical miles west of Corran", words)]


@pytest.mark.parametrize(
    "other",
    [
        "The tanker sent a call for help from 150 nautical miles southwest of Corran on Sunday.",
        "The tanker sent a call for help from 150 nautical miles north of Corran on Sunday.",
        "The tanker sent a call for help from 150 nautical miles east of Vannock on Sunday.",
        "A tug left a harbour 40 miles east of Corran.",
        "The tanker, 150 miles west of Corran, was sought for 150 miles east of Corran.",
    ],
)
def test_quiet(other: str) -> None:
    assert seen(compare, ONE, other) == []
