"""Tried beside done."""

from __future__ import annotations

import pytest

from reader.findings.other import compare, speaks_alone
from tests.findings.build import seen, told


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "The smugglers attempted to escape when the customs boat came near, but it caught up with them.",
            "A search goes on for some of the smugglers who escaped when the customs boat came.",
            [("attempted to escape", "escaped")],
        ),
        (
            "The driver fled the scene of the crash in Lindholm, the police said.",
            "The driver tried to flee after the crash in Lindholm.",
            [("The driver fled the scene of the crash in Lindholm", "tried to flee")],
        ),
        # somebody else, something else, nothing done
        ("The smugglers tried to escape from the island.", "The goats escaped from the island farm.", []),
        ("The thieves tried to open the safe of the bank.", "The thieves opened the door of the bank.", []),
        ("The smugglers tried to escape from the island.", "The smugglers would have escaped from the island.", []),
        ("The smugglers tried to escape from the island.", "The smugglers have not escaped from the island.", []),
        ("The smugglers tried to escape from the island.", "The smugglers tried, and escaped nowhere.", []),
        ("The gunman tried to kill the mayor.", "The mayor was killed by the gunman in the end.", []),
        ("The smugglers did not try to escape.", "The smugglers escaped.", []),
        ("The paper tried to reach the mayor.", "The mayor reached the town on Friday.", []),
    ],
)
def test_what_was_tried_and_what_was_done(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found


def test_only_a_sentence_that_tells_of_an_attempt_speaks() -> None:
    assert speaks_alone(told("They sought to sell the mill."))
    assert not speaks_alone(told("They sold the mill."))
    assert not speaks_alone(told("They tried the soup."))
