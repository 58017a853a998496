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
            [("unclear why the mayor of Lindholm", "in response to a petition")],
        ),
        (
            "Governor Ida Holm has not said whether she will sign the fishing bill into law.",
            "On Friday Ida Holm signed the fishing bill, as the governor had promised.",
            [("has not said whether she will sign the fishing bill into law", "signed the fishing bill")],
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
        (
            "It was not clear how many people were injured in the mill fire.",
            "Six workers were injured at the mill, one of them badly.",
            [
                (
                    "not clear how many people were injured in the mill fire",
                    "Six workers were injured at the mill",
                )
            ],
        ),
        (
            "It was not immediately clear what would happen to the smugglers, or where they would be taken.",
            "The smugglers would be handed over to the harbour police in Corran, the navy said.",
            [
                (
                    "not immediately clear what would happen to the smugglers",
                    "would be handed over to the harbour police in Corran",
                )
            ],
        ),
        (
            "The names of the two bakers lost in the mill fire have not been released.",
            "Police identified the bakers lost in the mill fire as Ada Holt and Ida Reyes.",
            [
                (
                    "The names of the two bakers lost in the mill fire have not been released",
                    "identified the bakers lost in the mill fire as Ada Holt",
                )
            ],
        ),
        (
            "The driver of the mill’s van has not been identified by the police.",
            "The police identified the driver of the mill’s van as Leo Marsh.",
            [
                (
                    "The driver of the mill’s van has not been identified",
                    "identified the driver of the mill’s van as Leo Marsh",
                )
            ],
        ),
        (
            "The cause of death of the singer Ada Holt was not announced.",
            "Ada Holt died of heart failure, her agent said.",
            [("cause of death of the singer Ada Holt was not announced", "of heart failure")],
        ),
        # somebody else is named, another death has a cause, the cause is known
        (
            "The names of the victims of the mill fire have not been released.",
            "Police identified the suspect in the mill fire as Leo Marsh.",
            [],
        ),
        ("The cause of death of Ada Holt was not announced.", "Ben Marsh died of a stroke.", []),
        ("The cause of death of Ada Holt was announced on Friday.", "Ada Holt died of a stroke.", []),
        # another question, another claim, another place
        ("It is unclear why the ferry sank.", "The school was closed due to snow.", []),
        ("The mayor has not said whether she will run.", "The council approved the bridge.", []),
        ("Holm falsely claimed that the dam had burst.", "Holm said that the winter would be long.", []),
        ("The crew will be handed over, possibly at Lindholm.", "The king was born in Lindholm.", []),
        ("It is unclear how many goats were sold.", "Six cows were sold at the fair.", []),
        ("It is unclear what will happen to the dogs.", "The cats will be sent to a shelter.", []),
        ("It is unclear why Ida Holm left.", "Ida Holm left, she said, “because of the noise”.", []),
        # both leave it open
        ("It is unclear what will happen to the dogs.", "The dogs will likely be sent to a shelter.", []),
        ("It is unclear how many were hurt.", "Six people may have been hurt.", []),
        ("The crew was handed over, possibly at Lindholm.", "The crew was handed over, perhaps in Lindholm.", []),
        ("It is unclear why Ida Holm left.", "It is unclear why Ida Holm left so early.", []),
    ],
)
def test_set_forms(one: str, other: str, found: list[tuple[str, str]]) -> None:
    assert seen(compare, one, other) == found


def test_what_is_due_to_open_is_no_reason() -> None:
    one = "It is unclear why Ida Holm closed the bridge of Lindholm."
    assert seen(compare, one, "Ida Holm closed the bridge of Lindholm due to a storm.")
    assert not seen(compare, one, "Ida Holm closed the bridge of Lindholm, which is due to open again on Monday.")


def test_a_false_claim_is_reported_only_where_most_of_it_is() -> None:
    one = "Holm erroneously claimed that letters of the old ferry company on the island never spoke for all fishermen."
    assert seen(
        compare, one, "Holm claimed that letters of the old ferry company spoke for no fishermen of the island."
    )
    assert not seen(compare, one, "Holm claimed that he was too old for the ferry.")
