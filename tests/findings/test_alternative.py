"""Kinds of one sort exclude each other where they are said of one thing, and nowhere else."""

from __future__ import annotations

import pytest

from reader.findings.alternative import speaks
from reader.findings.finding import Strength, Type
from reader.findings.other import ALTERNATIVES, compare
from tests.findings.build import seen, told

SEEN = [
    ("She was hit by a silver Marsh saloon on the quay.", "A grey 2013 Marsh saloon hit her on the quay.",
     ("silver", "grey")),
    ("The gunman, her brother, was led off the quay.", "The gunman, her cousin, was led off the quay.",
     ("brother", "cousin")),
    ("Holt resigned as head of the harbour board on Monday.", "Holt was fired as head of the harbour board on Monday.",
     ("resigned", "fired")),
    ("The regatta has been postponed because of the storm.", "The regatta has been cancelled because of the storm.",
     ("postponed", "cancelled")),
    ("The baker was stabbed to death in her flat.", "The baker was strangled in her flat.", ("stabbed", "strangled")),
    ("There may have been an underwater landslide near Corran.", "It could be an underwater earthquake near Corran.",
     ("landslide", "earthquake")),
    ("Guards saw the actor run naked across the square with a torch.",
     "The actor ran across the square fully dressed with a torch, guards said.", ("naked", "dressed")),
    ("Corran ordered a mandatory evacuation of the quay.", "Of the quay Corran ordered a voluntary evacuation.",
     ("mandatory", "voluntary")),
    ("The pilot was shot outside a flat near the quay.", "Alone, the pilot went to a house near the quay, they say.",
     ("flat", "house")),
    ("Men were called after neighbors smelled gas.", "Having smelled gas, the landlord called three men.",
     ("neighbors", "landlord")),
    ("Sailors with minor injuries were flown to Corran.", "They were flown to Corran, sailors with serious injuries.",
     ("minor", "serious")),
    ("“The Corran Gangway” is a 1962 comedy film directed by Ben Marsh.",
     "The Corran Gangway (1962) was a song by Ada Holt of a lost boat.", ("film", "song")),
    ("A masked man with a knife robbed the bank.", "A masked man with a pistol robbed the bank.", ("knife", "pistol")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "words"), SEEN)
def test_two_kinds_of_one_thing(one: str, other: str, words: tuple[str, str]) -> None:
    assert seen(compare, one, other) == [words]
    (found,) = compare(told(one), told(other))
    assert (found.type, found.strength, found.rule) == (Type.OTHER, Strength.DISCREPANCY, ALTERNATIVES)
    assert found.value_a != found.value_b


QUIET = [
    # words that are one to a reader
    ("A masked man with a gun robbed the bank.", "A masked man with a pistol robbed the bank."),
    ("She was hit by a gray Marsh saloon.", "She was hit by a grey Marsh saloon."),
    # told in both
    ("The brother and the cousin led her off the quay.", "The cousin led her off the quay."),
    ("A silver van and a grey van stood on the quay.", "A grey van stood on the quay."),
    # of other things
    ("A red lorry stopped beside the ferry.", "A lorry stopped beside the green ferry."),
    ("Her husband sailed from Corran in May.", "The boyfriend of a nurse was ill in June."),
    (
        "Ada Holt left her husband, a banker, for a town by the sea in May, and sold the boat that her aunt built.",
        "The boyfriend of a nurse told the police on Monday in Corran that Ada Holt had not been seen on the boat.",
    ),
    ("The house on the hill is old.", "A flat in Corran was sold to a nurse for little money."),
    # in a name, in a quotation
    ("The White Star ferry sank off Corran.", "The Black Star ferry sank off Corran."),
    ("“The brother led her off the quay,” he said.", "The cousin led her off the quay, he said."),
]


@pytest.mark.parametrize(("one", "other"), QUIET)
def test_quiet(one: str, other: str) -> None:
    assert not [d for d in compare(told(one), told(other)) if d.rule == ALTERNATIVES]


def test_a_word_that_the_other_version_uses_elsewhere_is_of_something_else() -> None:
    one, other = told(SEEN[1][0]), told(SEEN[1][1])
    knows_both = other._replace(whole=f"{other.whole} Her brother was at sea.")
    assert not list(compare(one, knows_both))


def test_most_sentences_have_no_such_word() -> None:
    assert not speaks(told("The harbour board met on Monday."))
