"""Findings in plain words."""

from __future__ import annotations

from reader.findings import wording
from reader.findings.finding import Type
from reader.findings.wording import Claimed


def test_names_are_listed_as_a_person_lists_them() -> None:
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.who(["a", "b", "c", "d"]) == "Four versions"
    assert wording.counted(14) == "14 versions"
    assert wording.counted(1) == "One version"


def test_quotations_are_quoted() -> None:
    told = wording.contradiction(Type.QUOTATION, [Claimed(("a",), "old mill"), Claimed(("b", "c"), "old “new” school")])
    assert told == "The quotation differs: a has “old mill”, b and c “old ‘new’ school”."


def test_the_matter_and_the_later_report_are_named() -> None:
    sides = [Claimed(("a", "b"), "12"), Claimed(("c",), "15")]
    assert wording.contradiction(Type.NUMBER, sides, "people killed", in_time=True) == (
        "People killed: a and b say “12”, c “15”; c is the later report."
    )


def test_more_than_two_later_reports_are_not_named_again() -> None:
    sides = [Claimed(("a",), "12"), Claimed(("b", "c", "d"), "15")]
    assert wording.contradiction(Type.NUMBER, sides, "people killed", in_time=True) == (
        "People killed: a says “12”, b, c and d “15”; these three are the later reports."
    )


def test_amounts_are_written_small_inside_a_sentence() -> None:
    sides = [Claimed(("a",), "Three"), Claimed(("b",), "More than 40")]
    assert wording.contradiction(Type.NUMBER, sides) == "a says “three”, b “more than 40”."
    sides = [Claimed(("a",), "Some of them", also=("Some of the boats",)), Claimed(("b",), "Twenty-one boats")]
    assert wording.contradiction(Type.QUANTIFIER, sides) == (
        "a says “some of them” or “some of the boats”, b “twenty-one boats”."
    )
    sides = [Claimed(("a",), "Most Holy"), Claimed(("b",), "Three men came")]
    assert (
        wording.contradiction(Type.QUOTATION, sides) == "The quotation differs: a has “Most Holy”, b “Three men came”."
    )
    assert wording.amount("Corran") == "Corran"
    assert wording.amount("") == ""


def test_of_more_than_two_the_order_of_publication_is_told() -> None:
    sides = [Claimed(("d",), "nine"), Claimed(("a", "b"), "12"), Claimed(("c",), "15")]
    assert wording.contradiction(Type.NUMBER, sides, "people killed", in_time=True) == (
        "People killed, in the order of publication: d says “nine”, a and b “12”, c “15”."
    )


def test_a_count_after_the_matter_begins_small_and_a_vote_is_called_one() -> None:
    sides = [Claimed(("a", "b", "c", "d"), "24 votes to 21"), Claimed(("e",), "24 to 20")]
    assert wording.contradiction(Type.NUMBER, sides, "score or vote") == (
        "Vote: four versions say “24 votes to 21”, e “24 to 20”."
    )
    sides = [Claimed(("a",), "3-1"), Claimed(("b",), "3-2")]
    assert wording.contradiction(Type.NUMBER, sides, "score or vote") == "Score: a says “3-1”, b “3-2”."


def test_nobody_is_quoted_with_the_words_of_another() -> None:
    other = Claimed(("c",), "many of whom")
    sides = [Claimed(("a", "b"), "some of them", also=("some of whom",)), other]
    assert wording.contradiction(Type.QUANTIFIER, sides) == (
        "a and b say “some of them” or “some of whom”, c “many of whom”."
    )
    sides = [Claimed(("a", "b"), "some of the people on the upper deck", also=("some of them",)), other]
    assert "deck” or “the like”" not in wording.contradiction(Type.QUANTIFIER, sides)
    assert "deck” or the like, c" in wording.contradiction(Type.QUANTIFIER, sides)
    sides = [Claimed(("a", "b"), "too fast and did not stop", partly=("b",)), Claimed(("c",), "too slow")]
    assert wording.contradiction(Type.QUOTATION, sides) == (
        "The quotation differs: a and, in part, b have “too fast and did not stop”, c “too slow”."
    )


def test_long_claims_are_cut_in_the_middle() -> None:
    told = wording.quoted("word " * 60)
    assert len(told) <= wording.LONGEST_CLAIM + 6
    assert " … " in told


def test_lines_of_a_claim_become_one() -> None:
    assert wording.quoted("two\n  lines") == "“two lines”"


def test_how_sure_versions_are_is_told_by_the_rule() -> None:
    stated, doubt = Claimed(("a", "b"), "the dam burst", "stated"), Claimed(("c",), "may have burst", "in doubt")
    tell = {
        "alleged in one version, stated in the other": "a and b tell it as a fact: “the dam burst”; c is less sure: ",
        "claimed in one version, stated in the other": (
            "a and b tell it as a fact: “the dam burst”; c tells it as a claim: "
        ),
        "left open in one version, answered in the other": "a and b say “the dam burst”; c leaves it open: ",
        "called so with a doubt in one version only": "a and b tell it as a fact: “the dam burst”; c adds a doubt: ",
    }
    for rule, begins in tell.items():
        told = wording.contradiction(Type.CERTAINTY, [stated, doubt], rule=rule)
        assert told == f"{begins}“may have burst”."
