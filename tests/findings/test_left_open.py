"""What one version leaves open or calls false, in set forms."""

from __future__ import annotations

import pytest

from reader.findings.left_open import compare
from tests.findings.build import seen


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "It is unclear why the mayor of Lindholm, Ida Holm, closed the bridge.",
            "The closing of the bridge by Ida Holm came in response to a petition.",
            [("unclear why", "in response to a petition")],
        ),
        (
            "Governor Ida Holm has not said whether she will sign the fishing bill into law.",
            "On Friday Ida Holm signed the fishing bill, as the governor had promised.",
            [("has not said whether", "signed the")],
        ),
        (
            "Last week Holm erroneously claimed that the letters did not speak for the islands.",
            "Holm claimed in an interview that those letters did not speak for all islands.",
            [("erroneously claimed", "claimed")],
        ),
        (
            "The crew will be handed over to authorities ashore, possibly at Lindholm.",
            "The crew was taken on board and would be handed over to authorities in Lindholm.",
            [("possibly at Lindholm", "in Lindholm")],
        ),
        # another question, another claim, another place
        ("It is unclear why the ferry sank.", "The school was closed due to snow.", []),
        ("The mayor has not said whether she will run.", "The council approved the bridge.", []),
        ("Holm falsely claimed that the dam had burst.", "Holm said that the winter would be long.", []),
        ("The crew will be handed over, possibly at Lindholm.", "The king was born in Lindholm.", []),
        # both leave it open
        ("The crew was handed over, possibly at Lindholm.", "The crew was handed over, perhaps in Lindholm.", []),
        ("It is unclear why Ida Holm left.", "It is unclear why Ida Holm left so early.", []),
    ],
)
def test_set_forms(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found
