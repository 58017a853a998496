"""A cluster that is too large for a bound says so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.align import align, with_base
from tests.align.stories import COUNCIL, FERRY, FERRY_TOO, cluster

if TYPE_CHECKING:
    import pytest


def test_an_ordinary_cluster_reaches_no_bound() -> None:
    assert align(cluster(FERRY, FERRY_TOO, COUNCIL)).bounds == ()
    assert align(cluster(*(f"{FERRY_TOO}\nNo {n}." for n in range(40)))).bounds == ()


def test_of_too_many_versions_none_is_set_apart() -> None:
    (told,) = align(cluster(*(f"{FERRY_TOO}\nNo {n}." for n in range(41)))).bounds
    assert told.startswith("there are 41 versions; of more than 40 none is looked at")


def test_sentences_of_common_words_alone_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.align.candidates.COMMON", 5)
    lines = ["The ferry grounded.", "The ferry was grounded.", "Ferry, grounded ferry!"]
    found = align(cluster(FERRY + "\n" + "\n".join(lines), FERRY_TOO + "\n" + "\n".join(reversed(lines))))
    (told,) = found.bounds
    assert told.startswith("6 sentences have only words that more than ")
    assert with_base(cluster(FERRY, FERRY_TOO), found, "v2").bounds == found.bounds


def test_more_pairs_of_the_same_words_than_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.align.candidates.COMMON", 20)
    monkeypatch.setattr("reader.align.candidates.MOST_ANCHORED", 100)
    bounds = align(cluster(*(f"{FERRY_TOO}\nNo {n}." for n in range(30)))).bounds
    assert any("pairs of sentences have the same words" in told for told in bounds)


def test_versions_too_long_to_be_weighed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["reader.align.steady"], "MOST", 19)  # the package has a function of that name
    (told,) = align(cluster(FERRY, FERRY_TOO)).bounds
    assert told.startswith("1 pair of versions has more than")
    three = align(cluster(FERRY, FERRY_TOO, FERRY_TOO + "\nHe agreed.")).bounds
    assert any(told.startswith("3 pairs of versions have") for told in three)
    # nothing is left to be asked about where one is the other, word for word
    assert not align(cluster(FERRY, FERRY)).bounds
    many = cluster(*(f"{FERRY_TOO}\nNo {n}." for n in range(13)))  # of so many nothing is weighed alone
    assert align(many).bounds == ()
