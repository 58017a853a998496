"""Ids are made of words, and of nothing else."""

from __future__ import annotations

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.findings import identity
from reader.findings.finding import Type


@pytest.mark.parametrize("lacking", [(), ("_sha2", "_sha256")])
def test_a_digest_is_the_beginning_of_sha_256(lacking: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in lacking:
        monkeypatch.setitem(sys.modules, module, None)  # as where Python was built without it
    identity._sha256.cache_clear()
    wanted = hashlib.sha256("ferry\x1ftwelve é".encode()).hexdigest()[: identity.LENGTH]
    assert identity.digest("ferry", "twelve é") == wanted
    identity._sha256.cache_clear()


@given(st.text(), st.text())
def test_ids_are_short_stable_and_different(one: str, other: str) -> None:
    assert identity.digest(one) == identity.digest(one)
    assert len(identity.digest(one)) == identity.LENGTH
    assert (identity.digest(one) == identity.digest(other)) == (one == other)


def test_typography_and_spelling_are_no_part_of_an_id() -> None:
    assert identity.addition_id(["The labour minister’s words."]) == identity.addition_id(
        ["the labor minister's words"]
    )


def test_an_addition_of_words_is_no_omission_of_them() -> None:
    assert identity.addition_id(["It rained."]) != identity.omission_id("herald", ["It rained."])
    assert identity.omission_id("herald", ["It rained."]) != identity.omission_id("courier", ["It rained."])


def test_the_pair_that_most_hold_names_a_contradiction() -> None:
    names = identity.contradiction_ids(Type.QUANTIFIER, {("many", "some"): 4, ("many", "most"): 2})
    assert names[0] == identity.contradiction_ids(Type.QUANTIFIER, {("many", "some"): 2})[0]
    assert len(names) == 2


def test_a_taken_id_is_told_apart_by_its_sentences() -> None:
    assert identity.anchored("a" * 12, ["It rained."]) != identity.anchored("a" * 12, ["It snowed."])
    assert identity.anchored("a" * 12, ["b", "a"]) == identity.anchored("a" * 12, ["a", "b"])
