"""Stated beside suspected, alleged, left open; attribution is no doubt."""

from __future__ import annotations

import pytest

from reader.findings.certainty import compare
from tests.findings.build import seen, told


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
        (
            "The reservoir would drown three villages and ruin the farms of the valley, at a cost of $40 million.",
            "Critics say the reservoir would drown three villages and ruin the farms of the valley.",
            "Critics say",
        ),
        (
            "On Friday the council overturned a rule that weakened the Lindholm Harbour Act.",
            "The council overturned a rule that environmentalists claim weakened the Lindholm Harbour Act.",
            "environmentalists claim",
        ),
        (
            "The ferry had passed every safety inspection since May and was carrying 40 people.",
            "The owner claimed that the ferry had passed every safety inspection since May.",
            "claimed that",
        ),
        (
            "The mayor broke her promise to keep the school open, and parents are angry.",
            "Nearly 50 teachers sent the mayor a letter saying she had broken her promise to keep the school open.",
            "letter saying",
        ),
        (
            "Customs officers stopped Leo Marsh, a cigarette smuggler, at the port of Dunmore.",
            "Customs officers stopped Leo Marsh, a suspected cigarette smuggler, at the port of Dunmore.",
            "suspected cigarette smuggler",
        ),
        (
            "A drunk lorry driver crushed the stall of the baker Ida Reyes on the quay of Dunmore.",
            "The stall of the baker Ida Reyes on the quay of Dunmore was crushed by an allegedly inebriated driver.",
            "allegedly inebriated driver",
        ),
        (
            "Some 40 boats had been exposed to the worm that eats oak hulls, the harbour master found.",
            "As many as 40 boats could have been exposed to the worm that eats oak hulls.",
            "could have been exposed",
        ),
        (
            "The suicide of the council leader shocked the town of Dunmore.",
            "The apparent suicide of the council leader shocked the town of Dunmore.",
            "apparent suicide",
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
        (
            "Some 40 boats had been exposed to the worm that eats oak hulls, the harbour master found.",
            "The harbour master reckons that 40 boats reportedly had been exposed to the worm that eats oak hulls.",
        ),
        (
            "The vote on the harbour mill can be called in for review by six councillors within five days.",
            "The vote on the harbour mill could be called in for review if six councillors ask within five days.",
        ),
        (
            "The council will build a school beside the mill.",
            "The council may build a school or a pier beside the mill.",
        ),
        # both only claim it
        (
            "The owner claimed that the ferry had passed every safety inspection since May.",
            "The owner contends that the ferry had passed every safety inspection since May.",
        ),
        # what a court has found, somebody else's doings, what the police say too, what both call him elsewhere
        (
            "Customs officers stopped Leo Marsh, a suspected cigarette smuggler, at the port of Dunmore.",
            "Customs officers stopped Leo Marsh, a convicted cigarette smuggler, at the port of Dunmore.",
        ),
        (
            "Customs officers stopped Leo Marsh, a suspected cigarette smuggler, at the port of Dunmore.",
            "Leo Marsh wrote a novel about a cigarette smuggler.",
        ),
        (
            "Customs officers stopped Leo Marsh, a suspected smuggler, at the port of Dunmore.",
            "Customs officers stopped Leo Marsh, a smuggler, at the port of Dunmore, police said.",
        ),
        (
            "Customs officers stopped the suspected smuggler Leo Marsh at Dunmore, but another smuggler got away.",
            "Customs officers stopped the smuggler Leo Marsh at Dunmore, and say he is an alleged smuggler of rum.",
        ),
        # caused by something, and causing it
        (
            "The flood is believed to have been caused by damage to the old dam above Lindholm.",
            "The flood caused damage to the old dam above Lindholm and swept away a bridge.",
        ),
        # what might be, beside what might be
        ("The ferry may sail again in the spring.", "The ferry could sail again in the spring."),
    ],
)
def test_attribution_and_shared_doubt_are_quiet(one: str, other: str) -> None:
    assert seen(compare, one, other) == []


def test_what_goes_on_from_a_sentence_that_others_say_is_not_the_newsrooms_own() -> None:
    a = told("The flood is believed to have swept away the old bridge above Lindholm.")
    b = told("It swept away the old bridge above Lindholm.", outlet="courier")
    before = "Police said the flood came at night."
    assert len(list(compare(a, b))) == 1
    assert not list(compare(a, b._replace(before=before)))
    assert len(list(compare(a, b._replace(before="The flood came at night.")))) == 1


def test_a_claimed_reason_is_no_doubt_of_the_deed() -> None:
    stated = "Holt burned the mill in Corran on Monday."
    assert seen(compare, "Neighbours contend that Holt burned the mill in Corran.", stated)
    assert not seen(compare, "Neighbours contend that Holt burned the mill in Corran because he was afraid.", stated)
