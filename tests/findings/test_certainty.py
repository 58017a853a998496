"""Stated beside suspected, alleged, left open; attribution is no doubt."""

from __future__ import annotations

import pytest

from reader.findings.certainty import compare
from tests.findings.build import seen


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        (
            "Adviser Rin Sato told a local station that Arden provided patrol boat engines to Brume.",
            "Arden is also suspected of transferring patrol boat engines to Brume, according to adviser Rin Sato.",
            "suspected of transferring",
        ),
        (
            "Two aides of the mayor closed the northern lanes of the bridge in September.",
            "Prosecutors look into accusations that aides of the mayor closed the northern lanes of the bridge.",
            "accusations that",
        ),
        (
            "The three bank employees were killed when the branch burned.",
            "It was unclear if the dead were customers or bank employees of the branch.",
            "was unclear if",
        ),
    ],
)
def test_a_doubt_beside_a_statement_is_shown(one: str, other: str, doubt: str) -> None:
    found = seen(compare, one, other)
    assert len(found) == 1
    assert found[0][1].startswith(doubt)
    assert found[0][0] in one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # attribution
        (
            "The captain wrote a letter to the owners of the ferry.",
            "The captain reportedly wrote a letter to the owners of the ferry.",
        ),
        ("The minister said the dam is safe for the coming winter.", "The dam is safe for the coming winter."),
        # both hedge
        (
            "Arden is suspected of selling patrol boat engines to Brume.",
            "Arden is said to have sold patrol boat engines to Brume.",
        ),
        (
            "It remains to be seen how much the vote will help the mayor of Lindholm.",
            "The vote could help the mayor of Lindholm in the spring.",
        ),
        # something else is stated
        (
            "Prosecutors look into accusations that aides of the mayor closed the bridge.",
            "The mayor of the town opened a new school beside the old church.",
        ),
        # what might be, beside what might be
        ("The ferry may sail again in the spring.", "The ferry could sail again in the spring."),
    ],
)
def test_attribution_and_shared_doubt_are_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []
