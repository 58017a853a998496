"""Whoever names the day of one side of a finding, in the same passage, stands on that side."""

from __future__ import annotations

from reader.findings import find
from reader.findings.finding import Type
from tests.findings.build import story

MONDAY = "Two people were hurt when the mail boat Heron struck the pier at Vannock on Monday evening."
TUESDAY = "Two people were hurt when the mail boat Heron struck the pier at Vannock on Tuesday evening."


def days(*sentences: str) -> list[list[tuple[str, list[str]]]]:
    """The sides of each contradiction of days: the claim, with the versions that make it."""
    cluster, alignment = story(*sentences)
    found = [f for f in find(cluster, alignment) if f.type is Type.DATE]
    return [[(s.claim, [e.version for e in s.evidence]) for s in f.sides] for f in found]


def test_another_verb_for_the_same_keeps_no_version_from_its_side() -> None:
    rammed = "Two people are known to have been hurt when a mail boat rammed the pier at Vannock on Tuesday evening."
    slammed = "Two people were hurt Tuesday evening as a boat slammed into the pier at Vannock, the mayor said."
    expected = [[("Tuesday evening", ["v1", "v2", "v3"]), ("Monday evening", ["v4"])]]
    assert days(TUESDAY, rammed, slammed, MONDAY) == expected


def test_another_happening_of_that_day_takes_no_side() -> None:
    blankets = (
        "Volunteers handed out soup on Tuesday to passengers of the Heron, the boat that struck the pier at Vannock."
    )
    said = "The boat struck the pier at Vannock and hurt two people, the mayor said Tuesday."
    for other in (blankets, said):
        assert days(TUESDAY, other, MONDAY) == [[("Tuesday evening", ["v1"]), ("Monday evening", ["v3"])]]


def test_who_names_both_days_takes_no_side() -> None:
    both = "The Heron struck the pier at Vannock on Tuesday evening, and not on Monday evening, hurting two people."
    assert days(TUESDAY, both, MONDAY) == [[("Tuesday evening", ["v1"]), ("Monday evening", ["v3"])]]


def test_without_a_contradiction_nothing_joins() -> None:
    assert days(TUESDAY, TUESDAY.replace("struck", "rammed")) == []


ANSWER = "Cyclists cheered Mayor Holt’s change of course, which was a response to complaints about the bridge."


def doubts(*sentences: str) -> list[list[tuple[str, list[str]]]]:
    """The sides of each doubt of versions of one sentence each."""
    cluster, alignment = story(*sentences)
    found = [f for f in find(cluster, alignment) if f.type is Type.CERTAINTY]
    return [[(s.claim, [e.version for e in s.evidence]) for s in f.sides] for f in found]


def test_whoever_leaves_open_what_another_does_is_answered_too() -> None:
    one = "It is unclear why Mayor Holt changed course on the bridge, but cyclists welcomed it."
    other = (
        "It was not clear why Holt made the announcement, which came a day after the vote on the bridge by the council."
    )
    ((doubt, stated),) = doubts(one, ANSWER, other)
    assert doubt[1] == ["v1", "v3"]
    assert stated == ("a response to complaints about the bridge", ["v2"])


def test_another_question_is_not_answered() -> None:
    one = "It is unclear why Mayor Holt changed course on the bridge, but cyclists welcomed it."
    for other in (
        "It was not clear why Ada Marrow left the vote on the bridge by the council.",
        "It was not clear how many people were hurt on the bridge that Mayor Holt closed.",
    ):
        ((doubt, _),) = doubts(one, ANSWER, other)
        assert doubt[1] == ["v1"]
