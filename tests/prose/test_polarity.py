"""Negations and denials, each counted once."""

from __future__ import annotations

import pytest

from reader.prose.polarity import denials, leaves_open, negations, qualities, verdicts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council has not confirmed it.", ["has not"]),
        ("They haven’t formally confirmed it.", ["haven’t"]),
        ("He is n't here.", ["is n't"]),
        ("Neither Arden nor Brume confirmed it.", ["Neither", "nor"]),
        ("She failed to stop and refused to talk.", ["failed to", "refused to"]),
        ("The firm no longer builds ferries.", ["no longer"]),
        ("It left without a word.", ["without"]),
        ("Not only the dam broke.", []),
        ("They will decide whether or not to stay.", []),
        ("We can't wait for summer.", []),
        ("All is well.", []),
    ],
)
def test_negations(text: str, found: list[str]) -> None:
    assert [text[n.start : n.end] for n in negations(text)] == found


def test_a_negation_ends_with_its_clause() -> None:
    text = "He did not come, but she stayed."
    (found,) = negations(text)
    assert text[found.end : found.scope] == " come"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor denied that he had sold the mill.",
        "She denied selling the mill.",
        "Officials dismissed the reports as gossip.",
        "The claim that the mill was sold is false.",
        "There is no truth in it.",
    ],
)
def test_denials_in_running_text(text: str) -> None:
    assert denials(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bill lets shops deny service to anyone.",
        "He was denied entry to the hall.",
        "They wore fake beards at the parade all night.",
    ],
)
def test_other_uses_of_the_words_deny_nothing(text: str) -> None:
    assert not denials(text)


def test_headlines_deny_in_fewer_words() -> None:
    assert denials("Wolf in Lindholm? Photo is fake", headline=True)
    assert not denials("Wolf in Lindholm, photo shows", headline=True)


def test_questions_and_rumours_state_nothing() -> None:
    assert leaves_open("Is the mill sold?")
    assert leaves_open("Rumour has it.")
    assert not leaves_open("The mill is sold.")


def test_opposites_come_in_pairs() -> None:
    for table in (verdicts(), qualities()):
        assert table
        for word, others in table.items():
            assert word not in others
            assert all(word in table[other] for other in others)


def test_what_would_not_have_been_done_denies_nothing() -> None:
    assert negations("The mayor would not have signed the bill if the vote had been close.") == ()
    assert negations("The mayor has not signed the bill.")
