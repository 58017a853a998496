"""Words that one version softens and another says in full."""

from __future__ import annotations

import pytest

from reader.findings import certainty, quantifier
from reader.findings.finding import Strength, Type
from tests.findings.build import seen, told

NEARLY = [
    (
        "A fire has almost totally destroyed the old mill in Corran.",
        "A large fire has destroyed the old mill in Corran.",
        [("almost totally destroyed", "destroyed")],
    ),
    (
        "The roof of the market partially collapsed in the storm.",
        "In the storm the roof of the market collapsed.",
        [("partially collapsed", "collapsed")],
    ),
    ("By spring the lake was nearly empty, fishermen said.", "The lake was empty by spring, fishermen said.",
     [("nearly empty", "empty")]),
    # another thing, no other word, both softened
    ("The fire almost destroyed the old mill in Corran.", "The fire in Corran destroyed a barn and two sheds.", []),
    ("The fire almost destroyed the old mill in Corran.", "The fire almost destroyed the mill in Corran.", []),
    ("The fire almost destroyed the old mill in Corran.", "The fire partly destroyed the mill in Corran.", []),
    ("The fire almost destroyed the old mill in Corran.", "The fire did not destroy the mill in Corran.", []),
    ("The fire almost destroyed the old mill in Corran.", "The fire could have destroyed the mill in Corran.", []),
    # said both ways in one version
    ("The fire almost destroyed the mill; it destroyed the Corran barn.", "The fire destroyed the mill in Corran.", []),
    ("The fire almost destroyed the mill in Corran.", "The fire destroyed the Corran mill, or almost destroyed it", []),
    # in somebody's own words
    ("“The fire almost destroyed the mill in Corran,” he said.", "The fire destroyed the mill in Corran.", []),
]  # fmt: skip

IN_DOUBT = [
    (
        "The blaze is being treated as potentially suspicious, the police said.",
        "The police said that the blaze is being treated as suspicious.",
        [("potentially suspicious", "suspicious")],
    ),
    (
        'The blaze is being treated as "potentially suspicious", the police said.',
        "The police said that the blaze is being treated as suspicious.",
        [("potentially suspicious", "suspicious")],
    ),
    (
        "The order possibly weakened the law on fishing in the bay.",
        "The order weakened the law on fishing in the bay.",
        [("possibly weakened", "weakened")],
    ),
    (
        "The blaze is being treated as potentially suspicious, the police said.",
        "The police said that the blaze is being treated as probably suspicious.",
        [],
    ),
    (
        "The blaze is being treated as potentially suspicious, the police said.",
        "The police said that the blaze and a suspicious van were seen by many.",
        [],
    ),
]


@pytest.mark.parametrize(("one", "other", "words"), NEARLY)
def test_nearly_beside_in_full(one: str, other: str, words: list[tuple[str, str]]) -> None:
    assert seen(quantifier.compare, one, other) == words


@pytest.mark.parametrize(("one", "other", "words"), IN_DOUBT)
def test_possible_beside_stated(one: str, other: str, words: list[tuple[str, str]]) -> None:
    assert seen(certainty.compare, one, other) == words


def test_both_are_discrepancies() -> None:
    one, other, _ = NEARLY[0]
    (found,) = quantifier.compare(told(other), told(one))
    assert (found.type, found.strength) == (Type.QUANTIFIER, Strength.DISCREPANCY)
    assert found.value_b == f"nearly {found.value_a}"
    one, other, _ = IN_DOUBT[0]
    (doubt,) = certainty.compare(told(one), told(other))
    assert (doubt.type, doubt.strength) == (Type.CERTAINTY, Strength.DISCREPANCY)
