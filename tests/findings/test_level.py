"""Where one thing stands in percent is set against where another version says that it stands."""

from __future__ import annotations

import pytest

from reader.findings import level
from reader.findings.number import compare
from tests.findings.build import seen, told

RISEN = "The mill survey showed that unemployment among weavers had risen to 8%."


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (RISEN, "They doubt the 5% unemployment of the old ledgers.", ("8%", "5%")),
        ("Turnout reached 61 percent.", "It was a 54 percent turnout.", ("61 percent", "54 percent")),
    ],
)
def test_two_levels(one: str, other: str, words: tuple[str, str]) -> None:
    assert words in seen(compare, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (RISEN, "They doubt the 8 percent unemployment of the old ledgers."),
        (RISEN, "They doubt the 5% of the old ledgers."),
        (RISEN, "They fear a 5% rise."),
        ("Fares had a 5% rise.", "The rise of rents was at 8%."),
        ("Ada Holt has a 61 percent rating.", "Ben Marsh has a 54 percent rating."),
        (RISEN, "The 5% unemployment of the spring rose to 8%."),
        ("In Spain unemployment reached 8%.", "They mourn the 5% unemployment in Greece."),
        ("In 2011 unemployment reached 8%.", "They mourn the 5% unemployment of 2014."),
    ],
)
def test_quiet(one: str, other: str) -> None:
    assert not list(level.compare(told(one), told(other, outlet="courier")))
