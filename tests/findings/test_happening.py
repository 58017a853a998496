"""The verb or the noun that a time belongs to."""

from __future__ import annotations

import pytest

from reader.findings.happening import governors, kind, noun_for
from reader.story import Span


@pytest.mark.parametrize(
    ("text", "time", "word"),
    [
        ("An aide on Friday apologised for the post.", "Friday", "apologise"),
        ("An aide resigned Monday after the post.", "Monday", "resign"),
        ("On Wednesday, the House voted to leave.", "Wednesday", "vote"),
        ("He admitted it in an interview Tuesday.", "Tuesday", "said"),
        ("A bill passed Tuesday was praised.", "Tuesday", "vote"),
        ("She will arrive on Friday.", "Friday", "arrival"),
        ("The boat was discovered on Friday.", "Friday", "found"),
        ("Two nurses were abducted Friday in Corran.", "Friday", "kidnapped"),
        ("The raiders were apprehended Friday.", "Friday", "arrested"),
        ("The singer passed away on Friday.", "Friday", "died"),
        ("The bill passed on Friday.", "Friday", "vote"),
    ],
)
def test_governors(text: str, time: str, word: str) -> None:
    start = text.index(time)
    assert governors(text, Span(start, start + len(time))) == {kind(word)}


def test_without_a_verb_there_is_none() -> None:
    assert governors("Friday", Span(0, 6)) == frozenset()


def test_nouns() -> None:
    assert noun_for("apologised") == "apology"
    assert noun_for("vote") == "vote"
    assert noun_for("installed") == "installation"
    assert noun_for("struck") == ""  # a strike is another thing to most readers
    assert noun_for("frobnicated") == ""
