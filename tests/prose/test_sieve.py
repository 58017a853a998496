"""Many lines searched at once give what each gives alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.prose.sieve import Sieve

LINES = st.lists(st.text("a1/ ", max_size=4), max_size=12)


@given(LINES)
def test_as_one_by_one(lines: list[str]) -> None:
    sieve, digit = Sieve(lines), re.compile(r"\d")
    assert sieve.having("/") == [n for n, line in enumerate(lines) if "/" in line]
    assert sieve.matching(digit) == [n for n, line in enumerate(lines) if digit.search(line)]
