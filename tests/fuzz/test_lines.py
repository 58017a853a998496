"""Short lines of every shape: what is done for each of them is bounded, counted rather than timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from reader.prose.structure import blocks
from reader.sources.article import Article
from reader.sources.assemble import version
from tools.fuzz import lines

if TYPE_CHECKING:
    from types import FrameType

#: Calls of functions, Python's own among them, that a line may cost. The mean is 54; it was 180 before texts were
#: searched as a whole.
MOST_CALLS = 200


def calls(text: str) -> int:
    """How many functions are called to make a version of a text."""
    count = 0

    def one(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    article = Article(text, "x.txt")
    before = sys.getprofile()
    sys.setprofile(one)
    try:
        version(article, "v1", "x")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", lines.SHAPES)
def test_a_line_costs_the_same_among_many(shape: str) -> None:
    few, many = (lines.text(shape, "\n", most=count) for count in (200, 600))
    blocks(few)  # what is compiled once
    more = calls(many) - calls(few)
    assert more / (many.count("\n") - few.count("\n")) < MOST_CALLS


@pytest.mark.parametrize("between", lines.BETWEEN)
def test_a_text_is_as_long_as_it_is_asked_for(between: str) -> None:
    text = lines.text("words", lines.BETWEEN[between], size=5_000)
    assert 5_000 - len(lines.BETWEEN[between]) <= len(text) < 5_010
    assert len(set(text.split())) == len(text.split())
