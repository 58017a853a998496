"""Which pairs are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.align import align
from reader.align.bags import bags
from reader.align.candidates import FEW, MANY, NEAREST, OF_MANY, anchors, candidates, effort
from tests.align.stories import FERRY, FERRY_TOO, cluster

if TYPE_CHECKING:
    import pytest


def test_sentences_with_the_same_words_are_anchored() -> None:
    found = bags(cluster(FERRY, FERRY.replace("harbour", "harbor")))
    pairs = anchors(found)
    assert len(pairs) == 6
    assert all(found.all[a].wording == found.all[b].wording for a, b in pairs)


def test_short_sentences_and_repeated_ones_are_not_anchored() -> None:
    twice = "The ferry Calda ran aground off Norrick. The ferry Calda ran aground off Norrick."
    other = "\nThe mayor sang. The gallery was full. Nobody in Marden heard of it."
    assert anchors(bags(cluster("He agreed.\n" + FERRY_TOO, "He agreed." + other))) == []
    assert anchors(bags(cluster(twice + FERRY_TOO, "The ferry Calda ran aground off Norrick." + other))) == []


def test_in_a_revision_short_and_repeated_sentences_are_anchored_in_turn() -> None:
    text = "He agreed. She left. He agreed."
    found = bags(cluster(text, text + " They met."))
    numbers = sorted((found.all[a].rank, found.all[b].rank) for a, b in anchors(found))
    assert numbers == [(0, 0), (1, 1), (2, 2)]


def test_pairs_share_words_and_are_of_two_versions() -> None:
    found = bags(cluster(FERRY, FERRY_TOO))
    pairs = candidates(found, anchors(found))
    assert pairs == sorted(set(pairs))
    for a, b in pairs:
        assert a < b
        assert found.all[a].version != found.all[b].version
        assert found.all[a].terms & found.all[b].terms


def test_in_revisions_what_is_the_same_is_not_compared_again() -> None:
    found = bags(cluster(FERRY, FERRY + "\nThe ferry Calda was towed to Norrick harbour on Friday."))
    same = anchors(found)
    settled = {n for pair in same for n in pair}
    compared = candidates(found, same)
    assert not [pair for pair in compared if settled.issuperset(pair)]


def test_many_versions_are_compared_less_far() -> None:
    lines = [f"The ferry Calda ran aground off Norrick on day {n}." for n in range(MANY + 1)]
    assert effort(bags(cluster(*lines[:MANY]))) == FEW
    found = bags(cluster(*lines))
    assert effort(found) == OF_MANY
    assert len(candidates(found, [])) <= OF_MANY.most * len(found.all)


def test_hundreds_of_copies_are_held_together_by_fewer_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many passages come of it, each with all versions, and no more pairs than grow with the sentences."""
    texts = [
        f"{FERRY_TOO}\nDivers will look at the hull on Sunday, the harbour master said.\nNo {n}." for n in range(60)
    ]
    of = cluster(*texts)
    whole = align(of)
    monkeypatch.setattr("reader.align.candidates.MOST_ANCHORED", 1_000)
    found = bags(of)
    pairs = anchors(found)
    assert 0 < len(pairs) <= NEAREST * len(found.all)
    anchored = {n for pair in pairs for n in pair}
    assert not any(a in anchored and b in anchored for a, b in candidates(found, pairs))
    fewer = align(of)
    assert len(fewer.links) < len(whole.links)
    shared = [[p.sentences for p in told.passages if len(p.sentences) == 60] for told in (fewer, whole)]
    assert shared[0] == shared[1]
    assert len(shared[0]) > 4


def test_a_word_that_thousands_have_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (f"{word}\n" * 30 + FERRY_TOO for word in ("Ferry!", "Ferries?"))
    found = bags(cluster(one, f"{other} Again."))
    assert any(found.all[a].wording == "ferri" for a, _ in candidates(found, []))
    monkeypatch.setattr("reader.align.candidates.COMMON", 20)
    pairs = candidates(found, [])
    assert pairs
    assert not any(found.all[a].wording == "ferri" for a, _ in pairs)
