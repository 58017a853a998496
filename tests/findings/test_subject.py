"""Two sentences are about one where they begin with one name, or where a pronoun can stand for the other's."""

from __future__ import annotations

import pytest

from reader.findings.subject import begins, one_subject, people, subjects
from tests.findings.build import told


def _of_one(one: str, other: str, *, whole: str = "") -> bool:
    a, b = told(one), told(other, outlet="courier")
    if whole:
        b = b._replace(whole=whole, before="The quay was empty.")
    ours, theirs = subjects(one, len(one)), subjects(other, len(other))
    assert one_subject(a, ours, b, theirs) == one_subject(b, theirs, a, ours)
    return one_subject(a, ours, b, theirs)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("Ada Holt led the board.", "Holt led the board.", ""),
        ("Ada Holt led the board.", "She led the board.", ""),  # a snippet
        ("Ada Holt led the board.", "She led the board.", "The quay was empty. Holt sighed. She led the board."),
    ],
)
def test_one(one: str, other: str, whole: str) -> None:
    assert _of_one(one, other, whole=whole)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("Ada Holt led the board.", "Ben Marsh led the board.", ""),
        ("Ada Holt led the board.", "She led the board.", "The quay was empty. Marsh sighed. She led the board."),
        ("She led the board.", "He led the board.", ""),
        ("Ada Holt led the board.", "The board was led by a woman.", ""),
    ],
)
def test_another(one: str, other: str, whole: str) -> None:
    assert not _of_one(one, other, whole=whole)


def test_a_line_like_a_headline_has_its_leading_name() -> None:
    assert [name.words for name in people("Ada Marie Holt Marsh was 66 at the time of her death")] == [
        ("ada", "marie", "holt", "marsh")
    ]
    assert [name.words for name in people("Holt led Corran's board.")][:1] == [("holt",)]


def test_only_the_first_sentence_of_a_version_begins_it() -> None:
    one = told("She led the board.")
    assert begins(one)
    assert not begins(one._replace(before="Marsh sighed.", whole="Marsh sighed. She led the board."))
